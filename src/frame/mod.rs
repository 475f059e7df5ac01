//! What surrounds every page: the way to the other pages, the day, whether the work is saved, and
//! the place for notes.

mod day;
mod navigation;
mod save_state;
mod theme_switch;

use crate::app::{App, Command};
use crate::leaving;
use crate::pages::{Intake, Page};
use crate::parts::focus;
use crate::parts::toast::ToastPlace;
use crate::route::Route;
use crate::stock::Mode;
use crate::undo_key;
use day::Day;
use leptos::prelude::*;
use navigation::Navigation;
use save_state::SaveState;
use theme_switch::ThemeSwitch;

/// The whole window.
#[component]
pub fn Frame() -> impl IntoView {
    let app = App::provide();
    Intake::provide();
    leaving::guard(app);
    undo_key::listen(app);
    Effect::new(move |_| {
        document().set_title(&format!("{} · Kontaktdichte", app.route.get().title()))
    });
    let skip = |event: web_sys::MouseEvent| {
        // The address names a page, so the link must not change it.
        event.prevent_default();
        focus::on("#inhalt");
    };
    view! {
        <a class="kd-skip" href="#inhalt" on:click=skip>
            "Zum Inhalt springen"
        </a>
        <div class="kd-frame" class:kd-frame--example=move || app.mode.get() == Mode::Example>
            <header class="kd-bar">
                <a class="kd-brand" href=Route::Welcome.href()>
                    <Mark/>
                    "Kontaktdichte"
                </a>
                <Day/>
                <SaveState/>
                <ThemeSwitch/>
            </header>
            <Navigation/>
            <ExampleRibbon/>
            <main class="kd-main" id="inhalt" tabindex="-1">
                <Page/>
            </main>
        </div>
        <ToastPlace/>
    }
}

/// The mark of the product, the same as in the browser's tab.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="kd-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect width="16" height="16" rx="3"></rect>
            <path d="M4 8.5l2.8 2.8L12 5.5"></path>
        </svg>
    }
}

/// Says on every page of the example that nobody here exists.
#[component]
fn ExampleRibbon() -> impl IntoView {
    let app = App::expect();
    let intake = Intake::expect();
    let leave = move |_| {
        // What lies ready for the example is not meant for the own caseload.
        intake.clear();
        app.dispatch(Command::OpenOwn);
        Route::Welcome.go();
    };
    move || {
        (app.mode.get() == Mode::Example).then(|| {
            let mixed = app.example_is_mixed.get();
            view! {
                <aside class="kd-ribbon" aria-label="Beispiel">
                    <p>
                        <b>{if mixed { "Beispiel mit Eingelesenem" } else { "Erfunden: Beispiel" }}</b>
                        <span class="kd-ribbon__more">
                            {if mixed {
                                " – getrennt von Ihrem Bestand und nach dem Neuladen fort. Der Tag lässt sich oben verstellen."
                            } else {
                                " – keine dieser Personen gibt es. Der Tag lässt sich oben verstellen."
                            }}
                        </span>
                    </p>
                    <button type="button" class="kd-link-button" on:click=leave>
                        "Beispiel verlassen"
                    </button>
                </aside>
            }
        })
    }
}
