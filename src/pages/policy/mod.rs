//! The policy as this program reads it: every rule in plain words with its heading and its numbers,
//! the places at which the policy leaves something open, and the examples that the rules are tested
//! with, run here and now.

mod examples;
mod number;
mod number_form;
mod preview;
mod questions;
mod rules_list;

use crate::app::App;
use crate::parts::print::PrintButton;
use crate::parts::writing;
use crate::reactive::Memo;
use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::edition::{Edition, EditionId};
use rules::wording::date;

/// The page.
#[component]
pub fn PolicyPage() -> View {
    let app = App::expect();
    let edition = Memo::new(move |_| edition_on_screen(app));
    view! {
        <div class="kd-page kd-policy">
            <div class="kd-due__head">
                <h1 tabindex="-1">{Route::Policy.title()}</h1>
                <p class="kd-due__for">{move || in_force(edition.get().as_ref())}</p>
            </div>
            <p class="kd-lead">
                "So liest dieses Programm das Kundenkontaktdichtekonzept. Kennbuchstabe und Überschrift stehen bei jedem Ergebnis; hier steht, was dahinter steckt."
            </p>
            <div class="kd-toolbar">
                <div class="kd-toolbar__add">
                    <PrintButton/>
                </div>
            </div>
            {writing::notice(app)}
            <number::Numbers edition=edition/>
            {move || edition.get().map(|edition| rules_list::sections(&edition))}
            {questions::section()}
            <examples::ExampleCases/>
        </div>
    }
}

/// The edition that judges what is on screen, or the policy's own where nothing is.
fn edition_on_screen(app: App) -> Option<Edition> {
    let own = app.evaluation.with(|evaluated| {
        let evaluation = evaluated.as_ref()?.as_ref().ok()?;
        Some(evaluation.overview.setting.edition.clone())
    });
    own.or_else(|| Edition::in_force(EditionId::CURRENT, app.today.get(), &[]).ok())
}

fn in_force(edition: Option<&Edition>) -> String {
    let id = EditionId::CURRENT;
    let since = date(id.valid_from());
    let text = format!("Ausgabe {}, in Kraft seit {since}", id.key());
    match edition {
        Some(edition) if !edition.local().is_empty() => format!("{text}, örtlich geändert"),
        Some(_) => text,
        None => format!("{text}; für heute noch nicht"),
    }
}
