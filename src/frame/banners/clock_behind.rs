//! The newest record is from a time that this computer has not reached. Days are judged from the
//! computer's clock, so somebody should look at it.

use super::{Banner, Dismiss, Weight};
use crate::app::App;
use crate::clock;
use crate::parts::icon::Icon;
use crate::stock::Mode;
use crate::view::{View, view};
use caseload::history::Moment;
use leptos::prelude::*;
use rules::wording::{date, time};

/// The line, until it is put away.
#[component]
pub fn ClockBehind() -> View {
    let app = App::expect();
    View::of(move || {
        let latest = app.clock_behind.get()?;
        (app.mode.get() == Mode::Own).then(|| {
            view! {
                <Banner weight=Weight::Warning icon=Icon::Clock>
                    <p>
                        <b>"Die Uhr dieses Computers geht offenbar nach. "</b>
                        {format!(
                            "Die letzte Änderung wurde am {} festgehalten, die Uhr zeigt {}. Fälligkeiten richten sich nach der Uhr: Bitte stellen Sie sie richtig oder sagen Sie der IT Bescheid. Am Bestand hat sich nichts geändert.",
                            told(latest),
                            told(clock::now()),
                        )}
                    </p>
                    <Dismiss on_press=move |()| app.clock_behind.set(None)/>
                </Banner>
            }
        })
    })
}

fn told(moment: Moment) -> String {
    clock::local(moment).map_or_else(
        || "einem unbekannten Tag".to_owned(),
        |local| format!("{}, {} Uhr", date(local.date()), time(local.time())),
    )
}
