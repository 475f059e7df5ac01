//! The week (Woche): what stands on its days, what planning proposes beside it, and when the
//! caseworker works. Cards move by mouse and by keyboard; a move that a rule objects to says so
//! before it is made.

mod absence;
mod board;
mod card;
pub mod desk;
mod held;
mod moving;
mod office;
mod planned;
mod strip;
mod sums;

use crate::app::App;
use crate::parts::print::PrintButton;
use crate::parts::writing;
use crate::route::Route;
use crate::view::{View, view};
use desk::Desk;
use leptos::prelude::*;
use rules::wording::date;

/// The page.
#[component]
pub fn WeekPage() -> View {
    let app = App::expect();
    let desk = Desk::expect();
    view! {
        <div class="kd-page kd-week">
            <div class="kd-due__head">
                <h1 tabindex="-1">{Route::Week.title()}</h1>
                <p class="kd-due__for">"Stand " {move || date(app.today.get())}</p>
            </div>
            {writing::notice(app)}
            {move || strip::view(desk)}
            {move || absence::view(desk)}
            <div class="kd-toolbar">
                {planned::buttons(desk)}
                <div class="kd-toolbar__add">
                    <PrintButton/>
                </div>
            </div>
            <p class="kd-week__said" role="status" data-kd="week-said">
                {desk.said}
            </p>
            {board::view(desk)}
            <p class="kd-muted kd-week__keys">
                "Karten lassen sich mit der Maus verschieben. Mit der Tastatur: Enter öffnet eine Karte; M nimmt sie auf, Pfeil links und rechts wählen den Tag, Enter legt sie ab, Esc lässt sie, wo sie ist."
            </p>
            {move || sums::view(desk)}
            {move || planned::result(desk)}
            {office::view(desk)}
            <moving::Moving/>
        </div>
    }
}
