//! The table of the due list.

use super::list::List;
use super::looking::Looking;
use super::order::{Column, Direction};
use super::row;
use super::rows::Rows;
use super::window;
use crate::entry::{Entering, Task, Which};
use crate::parts::icon::Icon;
use crate::reactive::{Memo, RwSignal};
use crate::view::{View, view};
use leptos::html;
use leptos::prelude::*;
use rules::facts::CaseId;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

const COLUMNS: u8 = 9;

/// The table, or what to do where nothing is left to show.
#[component]
pub fn Table(
    list: Memo<Option<Arc<List>>>,
    looking: Looking,
    shown: Memo<Arc<[usize]>>,
    asked: RwSignal<Option<CaseId>>,
) -> View {
    let entering = Entering::expect();
    let measure = window::watch();
    let total = Memo::new(move |_| shown.with(|shown| shown.len()));
    let range = Memo::new(move |_| window::rendered(total.get(), measure.get()));
    let is_long = Memo::new(move |_| total.get() > window::ALL_UP_TO);
    let body = NodeRef::<html::Tbody>::new();
    let rows = StoredValue::new_local(Rows::default());
    Effect::new(move |_| {
        let (Some(body), Some(list)) = (body.get(), list.get()) else {
            return;
        };
        shown.with(|shown| {
            let places = shown.get(range.get()).unwrap_or_default();
            rows.update_value(|rows| {
                // The browser refuses rows only while the page is being torn down.
                drop(rows.show(&body, &list, places));
            });
        });
    });
    let space_before = move || space(range.get().start, measure.get().row);
    let space_after = move || {
        space(
            total.get().saturating_sub(range.get().end),
            measure.get().row,
        )
    };
    view! {
        <div class="kd-due__table" class:kd-due__table--long=is_long hidden=move || total.get() == 0>
            <table aria-rowcount=move || is_long.get().then(|| (total.get() + 1).to_string())>
                <caption class="kern-sr-only">
                    "Fälligkeiten. Die Spalten mit Schaltflächen lassen sich sortieren."
                </caption>
                <thead>
                    <tr>
                        {sortable("Person", "kd-due__who", Column::Customer, looking)}
                        {sortable("Gruppe", "kd-due__group", Column::Group, looking)}
                        {sortable("Stand", "kd-due__state", Column::State, looking)}
                        {sortable("Spätestens", "kd-due__day", Column::Latest, looking)}
                        <th scope="col" class="kd-due__day">
                            "Letzter Termintag"
                        </th>
                        {sortable("Eintragen bis", "kd-due__day", Column::RecordBy, looking)}
                        <th scope="col" class="kd-due__next">
                            "Nächster Termin"
                        </th>
                        <th scope="col" class="kd-due__last">
                            "Letzter Kontakt"
                        </th>
                        <th scope="col" class="kd-due__why">
                            <span class="kern-sr-only">"Begründung"</span>
                        </th>
                    </tr>
                </thead>
                <tbody class="kd-due__before" aria-hidden="true">
                    {space_before}
                </tbody>
                <tbody
                    node_ref=body
                    class="kd-due__rows"
                    on:click=move |event| ask(&event, asked, entering)
                ></tbody>
                <tbody aria-hidden="true">{space_after}</tbody>
            </table>
        </div>
        {move || (total.get() == 0).then(|| nothing_left(looking))}
    }
}

/// Does what the button of a row is for. One listener serves all rows.
fn ask(event: &web_sys::MouseEvent, asked: RwSignal<Option<CaseId>>, entering: Entering) {
    let button = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("button[data-kd]").ok().flatten());
    let case = button
        .as_ref()
        .and_then(|button| button.closest("[data-case]").ok().flatten())
        .and_then(|row| row.get_attribute("data-case"))
        .map(|case| CaseId::from(case.as_str()));
    let mark = button.and_then(|button| button.get_attribute("data-kd"));
    let (Some(case), Some(mark)) = (case, mark) else {
        return;
    };
    match mark.as_str() {
        row::CONTACT => entering.open(Task::Contact(case, Which::New)),
        row::APPOINTMENT => entering.open(Task::Appointment(case)),
        _ => asked.set(Some(case)),
    }
}

fn sortable(name: &'static str, class: &'static str, column: Column, looking: Looking) -> View {
    let direction = move || looking.order.get().direction(column);
    let sorted = move || {
        direction().map(|direction| match direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    };
    let icon = move || match direction() {
        None => Icon::Sort,
        Some(Direction::Ascending) => Icon::SortUp,
        Some(Direction::Descending) => Icon::SortDown,
    };
    view! {
        <th scope="col" class=class aria-sort=sorted>
            <button
                type="button"
                class="kd-sort"
                on:click=move |_| looking.order.update(|order| *order = order.next(column))
            >
                {name}
                {move || icon().view()}
            </button>
        </th>
    }
}

/// Empty space in place of rows that are not in the document.
fn space(rows: usize, height: f64) -> Option<View> {
    (rows > 0).then(|| {
        view! {
            <tr class="kd-due__space">
                <td colspan=COLUMNS.to_string()>
                    <svg width="1" height=((rows as f64 * height).round() as u64).to_string()></svg>
                </td>
            </tr>
        }
    })
}

fn nothing_left(looking: Looking) -> View {
    if looking.is_filtered() {
        view! {
            <div class="kd-nothing">
                <p>
                    <b>"Niemand passt zu dieser Auswahl."</b>
                </p>
                <p>"Prüfen Sie die Schreibweise, oder heben Sie die Filter auf."</p>
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    on:click=move |_| looking.reset()
                >
                    <span class="kern-label">"Alle zeigen"</span>
                </button>
            </div>
        }
    } else {
        view! {
            <div class="kd-nothing">
                <p>
                    <b>"Der Bestand enthält heute niemanden."</b>
                </p>
                <p>"Abgeschlossene Fälle erscheinen hier nicht. Weitere Personen lesen Sie unter „Daten“ ein."</p>
            </div>
        }
    }
}
