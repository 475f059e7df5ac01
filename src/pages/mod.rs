//! One room per page, and the switch between them.

mod data;
mod due;
mod unknown;
mod welcome;

pub use data::intake::Intake;

use crate::app::App;
use crate::route::Route;
use leptos::prelude::*;

/// The page that the address names.
#[component]
pub fn Page() -> impl IntoView {
    let app = App::expect();
    move || match app.route.get() {
        Route::Welcome => view! { <welcome::Welcome/> }.into_any(),
        Route::Due => view! { <due::DuePage/> }.into_any(),
        Route::Data => view! { <data::DataPage/> }.into_any(),
        Route::Unknown => view! { <unknown::Unknown/> }.into_any(),
    }
}
