//! The due list: whom to see, by when, and why. The rules make every entry and their order; this
//! page counts, filters, sorts and shows them.

mod chips;
mod list;
mod looking;
mod order;
mod row;
mod rows;
mod table;
mod toolbar;
pub(super) mod why;
mod window;

use crate::app::App;
use crate::parts::alert::ErrorAlert;
use crate::parts::icon::Icon;
use crate::reactive::{Memo, RwSignal};
use crate::route::Route;
use crate::view::{View, view};
use caseload::history::Ledger;
use leptos::prelude::*;
use list::List;
use looking::Looking;
use rules::edition::EditionError;
use rules::facts::CaseId;
use rules::wording::date;
use std::sync::Arc;

/// The page behind `#/faellig`.
#[component]
pub fn DuePage() -> View {
    let app = App::expect();
    let fate = Memo::new(move |_| {
        app.evaluation.with(|evaluated| match evaluated {
            None => Fate::Empty,
            Some(Ok(evaluation)) if evaluation.caseload.customers.is_empty() => Fate::Empty,
            Some(Ok(_)) => Fate::Evaluated,
            Some(Err(error)) => Fate::NoEdition(error.clone()),
        })
    });
    view! {
        <div class="kd-page kd-due">
            {move || match fate.get() {
                Fate::Empty => view! { <Empty/> },
                Fate::Evaluated => view! { <Evaluated/> },
                Fate::NoEdition(error) => no_edition(error),
            }}
        </div>
    }
}

/// What the page can show. It changes rarely, so that a new evaluation does not take the user's
/// filters away.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    Empty,
    Evaluated,
    NoEdition(EditionError),
}

#[component]
fn Empty() -> View {
    view! {
        <h1 tabindex="-1">{Route::Due.title()}</h1>
        <p class="kd-lead" data-kd="due-empty">
            "Ihr Bestand ist noch leer. Lesen Sie eine Liste ein, dann steht hier, wen Sie bis wann sehen müssen."
        </p>
        <div class="kd-buttons">
            <a class="kern-btn kern-btn--primary kd-button" href=Route::Data.href()>
                {Icon::Upload.view()}
                <span class="kern-label">"Zum Einlesen"</span>
            </a>
        </div>
    }
}

fn no_edition(error: EditionError) -> View {
    let text = match error {
        EditionError::BeforeValidity { today, valid_from } => format!(
            "Heute ist für dieses Programm der {}. Das Konzept gilt erst ab {}. Bitte prüfen Sie das Datum dieses Computers.",
            date(today),
            date(valid_from)
        ),
        EditionError::OutOfDomain(wrong) => format!(
            "Die örtliche Änderung „{}“ liegt außerhalb des Erlaubten. Bitte berichtigen Sie sie in der Bestandsdatei und lesen Sie die Datei neu ein.",
            wrong.parameter.key()
        ),
    };
    view! {
        <h1 tabindex="-1">{Route::Due.title()}</h1>
        <ErrorAlert title="Für diesen Tag lässt sich nichts berechnen">
            <p>{text}</p>
        </ErrorAlert>
    }
}

#[component]
fn Evaluated() -> View {
    let app = App::expect();
    let list = Memo::new_with_compare(
        move |before: Option<&Option<Arc<List>>>| {
            let before = before.and_then(|before| before.as_deref());
            let lineage = app
                .stock
                .with_untracked(|stock| stock.ledger().map(Ledger::lineage))?;
            app.evaluated()
                .map(|evaluation| Arc::new(List::of(evaluation, lineage, before)))
        },
        |_, _| true,
    );
    let looking = Looking::new();
    let shown = Memo::new(move |_| list.with(|list| looking.shown(list.as_deref())));
    let asked = RwSignal::new(None::<CaseId>);
    view! {
        <div class="kd-due__head">
            <h1 tabindex="-1">{Route::Due.title()}</h1>
            <p class="kd-due__for">
                "Stand "
                {move || date(app.today.get())}
                <span class="kd-print-only">" · Kundenkontaktdichtekonzept Nr. 2025-04"</span>
            </p>
        </div>
        <chips::Chips list=list looking=looking/>
        <toolbar::Toolbar list=list looking=looking shown=shown/>
        <table::Table list=list looking=looking shown=shown asked=asked/>
        <why::Why list=list asked=asked/>
    }
}
