//! One room per page, and the switch between them.

mod case;
mod check;
mod customers;
mod data;
mod due;
mod figures;
mod gate;
mod missed;
mod policy;
mod privacy;
mod today;
mod transfers;
mod unknown;
mod week;
mod welcome;

pub use data::intake::Intake;
pub use week::desk::Desk;

use crate::app::App;
use crate::entry::{Entering, Task};
use crate::parts::writing;
use crate::reactive::Memo;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
use caseload::history::Ledger;
use caseload::{Customer, address_key};
use leptos::prelude::*;

/// The page that the address names, or the way to the caseload that it needs.
#[component]
pub fn Page() -> View {
    let app = App::expect();
    let is_empty = Memo::new(move |_| app.mode.get() == Mode::Empty);
    View::of(move || match (app.route.get(), is_empty.get()) {
        (Route::Welcome, _) => view! { <welcome::Welcome/> },
        (Route::Privacy, _) => view! { <privacy::Privacy/> },
        (Route::Unknown, _) => view! { <unknown::Unknown/> },
        (Route::Policy, _) => view! { <policy::PolicyPage/> },
        (
            Route::Today
            | Route::Due
            | Route::Week
            | Route::Customers
            | Route::Missed
            | Route::Check
            | Route::Figures
            | Route::Transfers
            | Route::Data
            | Route::Case(_),
            true,
        ) => {
            view! { <gate::GatePage/> }
        }
        (Route::Week, false) => view! { <week::WeekPage/> },
        (Route::Figures, false) => view! { <figures::FiguresPage/> },
        (Route::Check, false) => view! { <check::CheckPage/> },
        (Route::Transfers, false) => view! { <transfers::TransfersPage/> },
        (Route::Today, false) => view! { <today::TodayPage/> },
        (Route::Due, false) => view! { <due::DuePage/> },
        (Route::Customers, false) => view! { <customers::CustomersPage/> },
        (Route::Missed, false) => view! { <missed::MissedPage/> },
        (Route::Data, false) => view! { <data::DataPage/> },
        (Route::Case(key), false) => view! { <case::CasePage key=key/> },
    })
}

/// The address of a customer's page.
fn case_route(app: App, customer: &Customer) -> Option<Route> {
    let lineage = app
        .stock
        .with_untracked(|stock| stock.ledger().map(Ledger::lineage))?;
    Some(Route::Case(address_key(lineage, &customer.id)))
}

/// Name and number of a customer; the name leads to their page.
fn case_link(app: App, customer: &Customer) -> View {
    let href = case_route(app, customer).map(|route| route.href().into_owned());
    let number = customer.number.as_str().to_owned();
    let name = customer.name.clone().unwrap_or_else(|| number.clone());
    view! {
        <a class="kd-due__name" href=href>
            {name}
        </a>
        <span class="kd-muted">{number}</span>
    }
}

/// A button that opens a form about a customer.
fn task_button(
    app: App,
    customer: &Customer,
    mark: &'static str,
    label: &'static str,
    task: Task,
) -> View {
    let entering = Entering::expect();
    let name = customer.name.as_deref().unwrap_or(customer.number.as_str());
    act_button(app, mark, label, name, move || entering.open(task.clone()))
}

/// A small button about somebody.
fn act_button(
    app: App,
    mark: &'static str,
    label: &'static str,
    name: &str,
    act: impl Fn() + 'static,
) -> View {
    act_button_unless(writing::is_blocked(app), mark, label, name, act)
}

/// The same where many share the answer to whether something may be changed.
fn act_button_unless(
    blocked: Memo<bool>,
    mark: &'static str,
    label: &'static str,
    name: &str,
    act: impl Fn() + 'static,
) -> View {
    view! {
        <button
            type="button"
            class="kd-why-button"
            data-kd=mark
            aria-label=format!("{label}: {name}")
            disabled=move || blocked.get()
            on:click=move |_| act()
        >
            {label}
        </button>
    }
}
