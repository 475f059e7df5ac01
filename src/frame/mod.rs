//! What surrounds every page: the way to the other pages, the day, whether the work is saved and
//! backed up, the lock, and the places for what the user has to know.

mod backup_age;
mod banners;
mod day;
mod keys_help;
mod lock_button;
mod navigation;
mod ribbon;
mod save_state;
mod search;
mod theme_switch;

use crate::app::App;
use crate::background::spawn_local;
use crate::entry::{Entering, EntryPlace};
use crate::pages::{Desk, Intake, Page};
use crate::parts::focus;
use crate::parts::toast::ToastPlace;
use crate::route::Route;
use crate::stock::Mode;
use crate::undo_key;
use crate::view::{View, view};
use crate::{idle, leaving, ready};
use backup_age::BackupAgeMark;
use banners::Banners;
use day::Day;
use leptos::prelude::*;
use lock_button::LockButton;
use navigation::Navigation;
use ribbon::ExampleRibbon;
use save_state::SaveStateMark;
use search::QuickSearch;
use std::time::Duration;
use theme_switch::ThemeSwitch;

/// How long the page waits for the storage before it says that it can be used.
const STORAGE_PATIENCE: Duration = Duration::from_secs(2);

/// The whole window.
#[component]
pub fn Frame() -> View {
    let app = App::provide();
    Intake::provide();
    Desk::provide();
    Entering::provide(app);
    leaving::guard(app);
    undo_key::listen(app);
    idle::watch(app);
    app.keep_typed();
    spawn_local(async move {
        app.arrive().await;
        ready::announce();
    });
    // A browser whose storage never answers must not keep the page from being used.
    set_timeout(ready::announce, STORAGE_PATIENCE);
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
                <QuickSearch/>
                <Day/>
                <SaveStateMark/>
                <BackupAgeMark/>
                <LockButton/>
                <ThemeSwitch/>
            </header>
            <Navigation/>
            <div class="kd-notices">
                <ExampleRibbon/>
                <Banners/>
            </div>
            <main class="kd-main" id="inhalt" tabindex="-1">
                <Page/>
            </main>
            <EntryPlace/>
            <ToastPlace/>
        </div>
    }
}

/// The mark of the product, the same as in the browser's tab.
#[component]
fn Mark() -> View {
    view! {
        <svg class="kd-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect width="16" height="16" rx="3"></rect>
            <path d="M4 8.5l2.8 2.8L12 5.5"></path>
        </svg>
    }
}
