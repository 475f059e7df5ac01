//! A list on its way in: columns, dry run, take over.

use super::intake::{Intake, ListDraft};
use super::mapping::Columns;
use super::preview::Preview;
use crate::app::App;
use crate::german;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::reactive::{Memo, RwSignal};
use crate::view::{View, view};
use caseload::import::{Delimiter, Encoding, ImportPlan, MappingError, Source, Table, plan};
use caseload::{Caseload, history};
use leptos::prelude::*;
use rules::facts::FederalState;
use std::sync::Arc;

/// What taking over would do, or why the columns do not do.
type Planned = Result<Arc<ImportPlan>, MappingError>;

/// The dry run of a list.
#[component]
pub fn ListImport(draft: ListDraft) -> View {
    let app = App::expect();
    let ListDraft { name, table, .. } = draft;
    let mapping = RwSignal::from(draft.mapping);
    let office = RwSignal::from(draft.office);
    let base = Memo::new_with_compare(
        move |_| {
            let present = app.caseload();
            match present {
                Some(present) if !present.customers.is_empty() => present,
                // The list is the beginning, and the office says where it lies.
                Some(_) | None => Arc::new(Caseload::empty(office.get())),
            }
        },
        |old, new| match (old, new) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            (_, _) => true,
        },
    );
    let planned = {
        let table = Arc::clone(&table);
        Memo::new_with_compare(
            move |_| {
                mapping
                    .with(|mapping| plan(&table, mapping, &base.get(), app.today.get()))
                    .map(Arc::new)
            },
            |_: Option<&Planned>, _| true,
        )
    };
    let from = name.clone();
    view! {
        <div class="kd-draft">
            <h3 id="kd-draft-title" tabindex="-1">
                {format!("Liste „{name}“")}
            </h3>
            <p class="kd-muted">{about(&table)}</p>
            <Columns table=Arc::clone(&table) mapping=mapping/>
            {move || {
                let begins = app.caseload().is_none_or(|present| present.customers.is_empty());
                begins.then(|| view! { <Office office=office/> })
            }}
            {move || match planned.get() {
                Ok(plan) => {
                    let actions = take_over(&plan, base, &from);
                    view! {
                        <Preview plan=plan>{actions}</Preview>
                    }
                }
                Err(error) => {
                    view! {
                        <ErrorAlert title="So lässt sich die Liste nicht übernehmen">
                            <p>{error.to_string()}</p>
                        </ErrorAlert>
                    }
                }
            }}
        </div>
    }
}

fn about(table: &Table) -> String {
    let rows = german::counted(table.rows.len(), "Zeile", "Zeilen");
    match &table.source {
        Source::Text {
            encoding,
            delimiter,
        } => {
            let encoding = match encoding {
                Encoding::Utf8 => "UTF-8",
                Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
                Encoding::Windows1252 => "Windows-1252",
            };
            let delimiter = match delimiter {
                Delimiter::Semicolon => "Semikolon",
                Delimiter::Comma => "Komma",
                Delimiter::Tab => "Tabulator",
            };
            format!("{rows} · {encoding} · getrennt durch {delimiter}")
        }
        Source::Workbook { sheet, .. } => format!("{rows} · Blatt „{sheet}“"),
    }
}

/// The office's state, asked for once: with the first list of a new caseload.
#[component]
fn Office(office: RwSignal<FederalState>) -> View {
    let option = move |state: FederalState| {
        view! {
            <option value=state.code() selected=move || office.get() == state>
                {german::state_name(state)}
            </option>
        }
    };
    let choose = move |event| {
        let code = event_target_value(&event);
        let chosen = FederalState::ALL
            .into_iter()
            .find(|state| state.code() == code);
        if let Some(state) = chosen {
            office.set(state);
        }
    };
    view! {
        <div class="kd-office">
            <label for="kd-office">"Bundesland der Dienststelle"</label>
            <select id="kd-office" class="kd-field" data-kd="import-state" on:change=choose>
                {FederalState::ALL.map(option).into_iter().collect::<View>()}
            </select>
            <p class="kd-muted">"Davon hängen die Feiertage ab, also der letzte Termintag."</p>
        </div>
    }
}

fn take_over(plan: &Arc<ImportPlan>, base: Memo<Arc<Caseload>>, from: &str) -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let counts = plan.counts();
    let taken = plan.rows.len() - counts.passed_over;
    let discard = view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            on:click=move |_| {
                intake.clear();
                focus::on_rendered("#kd-file");
            }
        >
            <span class="kern-label">"Verwerfen"</span>
        </button>
    };
    if !plan.changes_something() {
        return view! {
            <div class="kd-buttons">
                <p>
                    {if plan.rows.is_empty() {
                        "Die Liste hat Überschriften, aber keine Zeilen."
                    } else {
                        "Die Liste bringt nichts Neues: Alles, was sich lesen lässt, steht schon so im Bestand."
                    }}
                </p>
                {discard}
            </div>
        };
    }
    let done = format!(
        "Aus „{from}“ übernommen: {}.",
        german::counted(taken, "Zeile", "Zeilen")
    );
    let plan = Arc::clone(plan);
    let accept = move |_| {
        let caseload = Arc::new(plan.apply(&base.get_untracked()));
        let command = history::Command::TakeOverList(caseload);
        match app.change(&command, done.clone()) {
            Ok(()) => {
                intake.clear();
                focus::on_rendered("#kd-undo-title");
            }
            Err(unchanged) => app.toast.set(Some(Toast::plain(unchanged.to_string()))),
        }
    };
    view! {
        <div class="kd-buttons">
            <button
                type="button"
                class="kern-btn kern-btn--primary kd-button"
                data-kd="import-accept"
                on:click=accept
            >
                {Icon::Check.view()}
                <span class="kern-label">
                    {format!("{} übernehmen", german::counted(taken, "Zeile", "Zeilen"))}
                </span>
            </button>
            {discard}
        </div>
    }
}
