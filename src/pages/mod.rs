//! One room per page, and the switch between them.

mod case;
mod check;
mod data;
mod due;
mod figures;
mod gate;
mod policy;
mod privacy;
mod transfers;
mod unknown;
mod week;
mod welcome;

pub use data::intake::Intake;
pub use week::desk::Desk;

use crate::app::App;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
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
            Route::Due
            | Route::Week
            | Route::Check
            | Route::Figures
            | Route::Transfers
            | Route::Data
            | Route::Case(_),
            true,
        ) => view! { <gate::GatePage/> },
        (Route::Week, false) => view! { <week::WeekPage/> },
        (Route::Figures, false) => view! { <figures::FiguresPage/> },
        (Route::Check, false) => view! { <check::CheckPage/> },
        (Route::Transfers, false) => view! { <transfers::TransfersPage/> },
        (Route::Due, false) => view! { <due::DuePage/> },
        (Route::Data, false) => view! { <data::DataPage/> },
        (Route::Case(key), false) => view! { <case::CasePage key=key/> },
    })
}
