//! Figures (Auswertung). One so far: whether the caseload can be carried, with the sum behind it and
//! what would be if.

mod capacity;

use crate::app::App;
use crate::parts::print::PrintButton;
use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::wording::date;

/// The page.
#[component]
pub fn FiguresPage() -> View {
    let app = App::expect();
    view! {
        <div class="kd-page kd-figures">
            <div class="kd-due__head">
                <h1 tabindex="-1">{Route::Figures.title()}</h1>
                <p class="kd-due__for">"Stand " {move || date(app.today.get())}</p>
            </div>
            <div class="kd-toolbar">
                <div class="kd-toolbar__add">
                    <PrintButton/>
                </div>
            </div>
            <capacity::CapacitySection/>
        </div>
    }
}
