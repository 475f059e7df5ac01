//! Bringing data in, taking it out, keeping and deleting it. A file is read, shown as what it would
//! change, and only then taken over; one step takes it back.

mod backup;
mod caseload_file;
mod drop_zone;
mod erase;
mod export;
mod failed;
pub mod intake;
mod list;
mod lock;
mod mapping;
mod not_erased;
mod passphrase;
pub mod plain_file;
mod preview;
mod restore;
mod retention;
mod storage;
mod undo;

use crate::app::App;
use crate::own::Gate;
use crate::pages::case::add::AddCase;
use crate::parts::writing;
use crate::reactive::Memo;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
use drop_zone::DropZone;
use export::Export;
use intake::{Intake, Stage};
use leptos::prelude::*;
use restore::Restoring;
use undo::UndoPanel;

/// The page behind `#/daten`.
#[component]
pub fn DataPage() -> View {
    let app = App::expect();
    let intake = Intake::expect();
    provide_context(Restoring::new());
    let is_kept = Memo::new(move |_| app.mode.get() == Mode::Own && app.gate.get() == Gate::Open);
    view! {
        <div class="kd-page kd-data">
            <h1 tabindex="-1">{Route::Data.title()}</h1>
            <UndoPanel/>
            <section class="kd-section" aria-labelledby="kd-import-title">
                <h2 id="kd-import-title">"Einlesen"</h2>
                {writing::notice(app)}
                <DropZone/>
                {move || match intake.stage.get() {
                    Stage::Waiting => View::nothing(),
                    Stage::Reading(name) => reading(&name),
                    Stage::Failed(failure) => failed::view_of(&failure),
                    Stage::List(draft) => view! { <list::ListImport draft=draft/> },
                    Stage::File(draft) => {
                        view! { <caseload_file::FileImport draft=draft/> }
                    }
                    Stage::Backup => restore::not_here(),
                }}
                <div class="kd-row">
                    <AddCase/>
                    <span class="kd-muted">"Oder von Hand, ohne Liste."</span>
                </div>
            </section>
            <Export/>
            {move || is_kept.get().then(|| view! { <restore::Section purpose=restore::Purpose::Restore/> <restore::Section purpose=restore::Purpose::Lend/> <lock::LockSection/> <retention::Retention/> })}
            <storage::StorageSection/>
            {move || is_kept.get().then(|| view! { <erase::EraseAll/> })}
        </div>
    }
}

fn reading(name: &str) -> View {
    view! {
        <p class="kd-reading" role="status">
            {format!("„{name}“ wird gelesen …")}
        </p>
    }
}
