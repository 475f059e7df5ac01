//! Asks for a backup when it is time for one. Put away, it keeps quiet until the page is opened
//! anew; the age in the bar stays.

use super::{Banner, Dismiss, Weight, way_to_backup};
use crate::app::App;
use crate::clock;
use crate::keeping::status::{Role, SaveFailure};
use crate::own::Gate;
use crate::parts::icon::Icon;
use crate::reactive::{Memo, RwSignal};
use crate::stock::Mode;
use crate::view::{View, view};
use leptos::prelude::*;

/// The line, while a backup is due.
#[component]
pub fn Reminder(unsaved: Memo<Option<SaveFailure>>) -> View {
    let app = App::expect();
    let is_put_away = RwSignal::new(false);
    // A memo, so that the line is not made anew with every change that makes the backup older.
    let without = Memo::new(move |_| {
        // Whoever only follows, has a damaged store or unsaved changes is told something else first.
        let is_open = app.gate.get() == Gate::Open
            && app.mode.get() == Mode::Own
            && app.role.get() == Role::Writer
            && unsaved.with(Option::is_none);
        // The day is followed, because a backup gets old over night.
        let _ = app.clock.get();
        let age = app.backup.get();
        (is_open && !is_put_away.get() && age.is_due(clock::now())).then_some(age.at.is_some())
    });
    View::of(move || {
        without.get().map(|has_earlier| {
            let text = if has_earlier {
                "Seit der letzten Sicherung hat sich einiges geändert."
            } else {
                "Von diesem Bestand gibt es noch keine Sicherung."
            };
            view! {
                <Banner weight=Weight::Info icon=Icon::Shield>
                    <p>
                        <b>"Zeit für eine Sicherung. "</b>
                        {text}
                        " Geht der Browser oder der Computer kaputt, ist sie der einzige Weg zurück."
                    </p>
                    {way_to_backup()}
                    <Dismiss on_press=move |()| is_put_away.set(true)/>
                </Banner>
            }
        })
    })
}
