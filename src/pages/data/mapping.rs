//! Which column of a list becomes what: recognised from the headings, shown with the first rows,
//! and changed where the guess is wrong.

use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::import::{Field, Mapping, Table};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows shown of each column.
const SAMPLES: usize = 3;

/// The columns with their first values and what they become.
#[component]
pub fn Columns(table: Arc<Table>, mapping: RwSignal<Mapping>) -> View {
    let width = mapping.with_untracked(Mapping::width);
    let mapped = move || {
        mapping.with(|mapping| {
            (0..mapping.width())
                .filter(|column| mapping.get(*column).is_some())
                .count()
        })
    };
    view! {
        <details class="kd-columns" open=mapping.with_untracked(|mapping| mapping.check(&table).is_err())>
            <summary>
                "Spalten zuordnen "
                <span class="kd-muted">
                    {move || format!("({} von {width} werden übernommen)", mapped())}
                </span>
            </summary>
            <div class="kd-scroll" tabindex="0" role="region" aria-label="Zuordnung der Spalten">
                <table class="kd-table">
                    <thead>
                        <tr>
                            <th scope="col">"Spalte der Liste"</th>
                            <th scope="col">"Erste Zeilen"</th>
                            <th scope="col">"Wird zu"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {(0..width).map(|column| line(&table, column, mapping)).collect::<View>()}
                    </tbody>
                </table>
            </div>
        </details>
    }
}

fn line(table: &Table, column: usize, mapping: RwSignal<Mapping>) -> View {
    let name = table.column_name(column);
    let samples: Vec<String> = table
        .rows
        .iter()
        .take(SAMPLES)
        .map(|row| match row.cell(column).trim() {
            "" => "–".to_owned(),
            cell => cell.to_owned(),
        })
        .collect();
    let chosen = move || mapping.with(|mapping| mapping.get(column));
    let choose = move |event| {
        let field = Field::from_key(&event_target_value(&event));
        mapping.update(|mapping| mapping.set(column, field));
    };
    let option = move |field: Field| {
        view! {
            <option value=field.key() selected=move || chosen() == Some(field)>
                {field.label()}
            </option>
        }
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td class="kd-columns__samples">
                {samples
                    .into_iter()
                    .map(|sample| view! { <span>{sample}</span> })
                    .collect::<View>()}
            </td>
            <td>
                <select
                    class="kd-field"
                    aria-label=format!("Spalte „{name}“ wird zu")
                    data-kd="import-column"
                    on:change=choose
                >
                    <option value="" selected=move || chosen().is_none()>
                        "nicht übernehmen"
                    </option>
                    {Field::ALL.map(option).into_iter().collect::<View>()}
                </select>
            </td>
        </tr>
    }
}
