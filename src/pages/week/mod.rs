//! The week (Woche): what stands on its days, what planning proposes beside it, and when the
//! caseworker works. Cards move by mouse and by keyboard; a move that a rule objects to says so
//! before it is made.

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
use crate::german;
use crate::pages::data::plain_file::Kind;
use crate::pages::missed::absence::AbsenceSection;
use crate::parts::alert::Notice;
use crate::parts::icon::Icon;
use crate::parts::print::PrintButton;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::route::Route;
use crate::view::{View, view};
use caseload::export::icalendar::Naming;
use desk::Desk;
use leptos::prelude::*;
use rules::Rule;
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
            {move || in_absence(app)}
            <div class="kd-toolbar">
                {planned::buttons(desk)}
                <div class="kd-toolbar__add">
                    {calendar_button(app)}
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
            <AbsenceSection/>
            {office::view(desk)}
            <moving::Moving/>
        </div>
    }
}

/// That appointments stand in an absence, and where deputy, team and team lead are asked.
fn in_absence(app: App) -> Option<View> {
    let checked = app.checked.get()?;
    let findings = checked.findings.iter();
    let left = findings.filter(|found| found.kept.is_none() && found.finding.rule == Rule::F11);
    let left = left.count();
    (left > 0).then(|| {
        let count = german::counted(left, "Termin", "Termine");
        view! {
            <Notice>
                <p data-kd="in-absence">
                    {count}
                    " in Ihrer Abwesenheit, noch nicht übernommen. Abgesagt wird nichts: Fragen Sie Vertretung, Team und Teamleitung in dieser Reihenfolge. Die Texte dafür stehen unten bei „Eigene Abwesenheit“."
                </p>
            </Notice>
        }
    })
}

/// The appointments as a calendar that names nobody.
fn calendar_button(app: App) -> View {
    let save = move |_| {
        let handed_over = Kind::Calendar(Naming::Nobody).hand_over(app);
        let text = match handed_over {
            Ok(name) => format!("„{name}“ wurde an den Browser übergeben."),
            Err(_) => "Der Browser hat die Datei nicht angenommen.".to_owned(),
        };
        app.toast.set(Some(Toast::plain(text)));
    };
    view! {
        <button type="button" class="kd-link-button" data-kd="export-ics" on:click=save>
            {Icon::Download.view()}
            "Kalenderdatei"
        </button>
    }
}
