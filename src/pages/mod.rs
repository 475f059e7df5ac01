//! One room per page, and the switch between them.

mod case;
mod data;
mod due;
mod gate;
mod privacy;
mod unknown;
mod welcome;

pub use data::intake::Intake;

use crate::app::App;
use crate::route::Route;
use crate::stock::Mode;
use leptos::prelude::*;

/// The page that the address names, or the way to the caseload that it needs.
#[component]
pub fn Page() -> impl IntoView {
    let app = App::expect();
    let is_empty = Memo::new(move |_| app.mode.get() == Mode::Empty);
    move || match (app.route.get(), is_empty.get()) {
        (Route::Welcome, _) => view! { <welcome::Welcome/> }.into_any(),
        (Route::Privacy, _) => view! { <privacy::Privacy/> }.into_any(),
        (Route::Unknown, _) => view! { <unknown::Unknown/> }.into_any(),
        (Route::Due | Route::Data | Route::Case(_), true) => view! { <gate::GatePage/> }.into_any(),
        (Route::Due, false) => view! { <due::DuePage/> }.into_any(),
        (Route::Data, false) => view! { <data::DataPage/> }.into_any(),
        (Route::Case(key), false) => view! { <case::CasePage key=key/> }.into_any(),
    }
}
