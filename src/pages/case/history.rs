//! What was changed about a customer, the newest first, and the way back.

use crate::app::App;
use crate::changing::Command;
use crate::clock;
use crate::german;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::reactive::{Memo, RwSignal};
use crate::view::{View, view};
use caseload::history::Moment;
use caseload::history::wording::{HistoryLine, Standing};
use leptos::prelude::*;
use rules::facts::CaseId;

/// Lines shown before the rest is asked for.
const SHOWN: usize = 50;

/// How much of the history is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Newest,
    All,
}

/// The list of changes.
#[component]
pub fn History(case: CaseId) -> View {
    let app = App::expect();
    let extent = RwSignal::new(Extent::Newest);
    let lines = Memo::new(move |_| {
        app.stock.with(|stock| {
            let ledger = stock.ledger();
            ledger.map_or(Vec::new(), |ledger| ledger.history_of(&case))
        })
    });
    let list = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! {
                <p class="kd-muted">
                    "An diesem Fall wurde noch nichts geändert. Jede Änderung steht hier mit Zeitpunkt und vorherigem Wert."
                </p>
            };
        }
        let hidden = match extent.get() {
            Extent::Newest => lines.len().saturating_sub(SHOWN),
            Extent::All => 0,
        };
        let shown = lines.len() - hidden;
        let more = (hidden > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="kd-link-button"
                    data-kd="history-all"
                    on:click=move |_| extent.set(Extent::All)
                >
                    {format!("{} zeigen", german::counted(hidden, "ältere Änderung", "ältere Änderungen"))}
                </button>
            }
        });
        view! {
            <ol class="kd-history">
                {lines.into_iter().take(shown).map(|line| entry(app, line)).collect::<View>()}
            </ol>
            {more}
        }
    };
    view! {
        <section class="kd-section kd-case__history" aria-labelledby="kd-case-history">
            <h2 id="kd-case-history" tabindex="-1">
                "Verlauf"
            </h2>
            {move || turns(app)}
            {list}
        </section>
    }
}

/// What undo and redo would do, whomever it is about.
fn turns(app: App) -> View {
    let blocked = writing::is_blocked(app);
    let button = move |mark: &'static str, word: &str, what: String, command: Command| {
        view! {
            <button
                type="button"
                class="kd-link-button"
                data-kd=mark
                disabled=move || blocked.get()
                on:click=move |_| {
                    app.dispatch(command.clone());
                    focus::on_rendered("#kd-case-history");
                }
            >
                {Icon::Undo.view()}
                {format!("{word}: {what}")}
            </button>
        }
    };
    let undo = app.undoable.get();
    let redo = app.redoable.get();
    View::of((undo.is_some() || redo.is_some()).then(|| {
        view! {
            <p class="kd-case__turns">
                {undo.map(|what| button("undo-last", "Rückgängig", what, Command::Undo))}
                {redo.map(|what| button("redo-last", "Wiederherstellen", what, Command::Redo))}
            </p>
        }
    }))
}

fn entry(app: App, line: HistoryLine) -> View {
    let HistoryLine {
        at,
        lines,
        state,
        turns,
        ..
    } = line;
    let turned = turns
        .last()
        .map(|turn| format!("{} am {}", turn.label(), moment(turn.at())));
    let is_out = matches!(state, Standing::Redoable { .. } | Standing::Undone);
    let standing = match state {
        Standing::Undoable { newer: 0 } => Some("rückgängig möglich".to_owned()),
        Standing::Undoable { newer } => Some(format!(
            "rückgängig möglich, nach {}",
            german::counted(newer, "neueren Änderung", "neueren Änderungen")
        )),
        Standing::Redoable { earlier: 0 } => Some("wiederherstellbar".to_owned()),
        Standing::Redoable { earlier } => Some(format!(
            "wiederherstellbar, nach {}",
            german::counted(earlier, "früheren Änderung", "früheren Änderungen")
        )),
        Standing::Undone | Standing::Fixed => None,
    };
    let remarks: Vec<String> = turned.into_iter().chain(standing).collect();
    let blocked = writing::is_blocked(app);
    let action = match state {
        Standing::Undoable { newer: 0 } => Some(("undo", "Rückgängig", Command::Undo)),
        Standing::Redoable { earlier: 0 } => Some(("redo", "Wiederherstellen", Command::Redo)),
        Standing::Undoable { .. }
        | Standing::Redoable { .. }
        | Standing::Undone
        | Standing::Fixed => None,
    };
    let action = action.map(|(mark, label, command)| {
        view! {
            <button
                type="button"
                class="kd-why-button"
                data-kd=mark
                disabled=move || blocked.get()
                on:click=move |_| {
                    app.dispatch(command.clone());
                    focus::on_rendered("#kd-case-history");
                }
            >
                {label}
            </button>
        }
    });
    view! {
        <li class="kd-history__entry" class:kd-history__entry--out=is_out data-kd="history-line">
            <span class="kd-history__at">{moment(at)}</span>
            <ul class="kd-history__what">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<View>()}
            </ul>
            <div class="kd-history__state">
                <span>{remarks.join(" · ")}</span>
                {action}
            </div>
        </li>
    }
}

/// "15.11.2026 14:32", as this computer's clock has it.
fn moment(at: Moment) -> String {
    clock::local(at).map_or_else(|| "Zeitpunkt unbekannt".to_owned(), rules::wording::moment)
}
