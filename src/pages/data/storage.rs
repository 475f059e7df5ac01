//! Where the caseload lies and how much room it takes.

use crate::app::App;
use crate::background::spawn_local;
use crate::german;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::stock::{Mode, Place};
use crate::store::estimate::{self, Estimate};
use crate::view::{View, view};
use leptos::prelude::*;

/// The section of the page.
#[component]
pub fn StorageSection() -> View {
    let app = App::expect();
    let room = RwSignal::new(None::<Estimate>);
    spawn_local(async move {
        let found = estimate::estimate().await;
        // The page may have gone while the browser was counting.
        room.try_set(found);
    });
    let recorded = move || {
        let place = match app.mode.get() {
            Mode::Example => Place::Example,
            Mode::Own | Mode::Empty => Place::Own,
        };
        let newest = app.signs.of(place).newest.get();
        german::count(usize::try_from(newest).unwrap_or(usize::MAX))
    };
    let place = move || match app.mode.get() {
        Mode::Example => "in diesem Browser, unverschlüsselt (alles erfunden)",
        Mode::Own | Mode::Empty => "in diesem Browser auf diesem Computer, verschlüsselt",
    };
    let used = move || {
        let room = room.get();
        room.map_or("sagt dieser Browser nicht".to_owned(), |room| {
            format!(
                "{} von höchstens {}",
                german::file_size(room.usage),
                german::file_size(room.quota)
            )
        })
    };
    view! {
        <section class="kd-section" aria-labelledby="kd-storage-title">
            <h2 id="kd-storage-title">"Speicher"</h2>
            <dl class="kd-summary" data-kd="storage">
                <div>
                    <dt>"Ort"</dt>
                    <dd>{place}</dd>
                </div>
                <div>
                    <dt>"Festgehaltene Änderungen"</dt>
                    <dd data-kd="storage-changes">{recorded}</dd>
                </div>
                <div>
                    <dt>"Belegt, alle lokalen Seiten zusammen"</dt>
                    <dd>{used}</dd>
                </div>
            </dl>
            <p>
                <a class="kd-link" href=Route::Privacy.href()>
                    "Was gespeichert wird und wie es geschützt ist"
                </a>
            </p>
        </section>
    }
}
