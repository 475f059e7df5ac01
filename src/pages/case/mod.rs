//! One customer: where they stand, what is recorded about them, and what was changed when.

pub mod add;
mod control;
mod course;
mod doing;
mod effect;
pub mod fields;
mod form;
mod head;
mod history;
mod layout;
mod reading;
mod strip;

use crate::app::App;
use crate::reactive::Memo;
use crate::route::Route;
use crate::stock::Place;
use crate::view::{View, view};
use caseload::history::Sheet;
use caseload::{Customer, address_key, customer_at};
use form::Form;
use layout::CaseForm;
use leptos::prelude::*;
use rules::facts::CaseId;
use std::sync::Arc;

/// The page behind `#/fall/KEY`.
#[component]
pub fn CasePage(
    /// The key that stands for the customer in addresses.
    key: String,
) -> View {
    let app = App::expect();
    let address = key.clone();
    let case = Memo::new(move |before: Option<&Option<Meant>>| {
        app.stock.with(|stock| {
            let place = stock.shown();
            let ledger = stock.ledger()?;
            let customers = &ledger.caseload().customers;
            // Keys are looked through once; afterwards the customer is known.
            let known = before.and_then(Option::as_ref).filter(|meant| {
                meant.place == place && customers.iter().any(|customer| customer.id == meant.case)
            });
            known.cloned().or_else(|| {
                let customer = customer_at(ledger.caseload(), ledger.lineage(), &key)?;
                Some(Meant {
                    place,
                    case: customer.id.clone(),
                    key: address_key(ledger.lineage(), &customer.id),
                })
            })
        })
    });
    // A case id in the address may hold a customer number, which the browser would remember.
    if let Some(meant) = case.get_untracked()
        && meant.key != address
    {
        Route::Case(meant.key).replace();
    }
    View::of(move || match case.get() {
        Some(Meant { case, .. }) => view! { <Found case=case/> },
        None => not_found(),
    })
}

/// Whom the address means.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Meant {
    place: Place,
    case: CaseId,
    key: String,
}

#[component]
fn Found(case: CaseId) -> View {
    let app = App::expect();
    let sheet = {
        let case = case.clone();
        Memo::new(move |_| of_case(app, &case, |customer| Arc::new(Sheet::of(customer))))
    };
    let form = Form::of(app, case.clone(), sheet);
    view! {
        <div class="kd-page kd-case" data-kd="case-page" data-case=case.as_str().to_owned()>
            <head::Head case=case.clone()/>
            {doing::doing(app, &case)}
            {course::course(app, case.clone())}
            <CaseForm form=form/>
            <history::History case=case/>
        </div>
    }
}

/// What somebody wants to know of a customer on screen, followed as it changes.
fn of_case<T>(app: App, case: &CaseId, tell: impl Fn(&Customer) -> T) -> Option<T> {
    app.stock.with(|stock| {
        let mut customers = stock.caseload()?.customers.iter();
        let customer = customers.find(|customer| customer.id == *case)?;
        Some(tell(customer))
    })
}

fn not_found() -> View {
    view! {
        <div class="kd-page kd-page--narrow">
            <h1 tabindex="-1">"Fall nicht gefunden"</h1>
            <p>
                "Unter dieser Adresse ist im geöffneten Bestand niemand erfasst. Vielleicht wurde der Fall rückgängig gemacht oder gelöscht, oder die Adresse stammt aus einem anderen Bestand."
            </p>
            <p class="kd-links">
                <a class="kd-link" href=Route::Due.href()>
                    "Zur Liste der Fälligkeiten"
                </a>
            </p>
        </div>
    }
}
