//! Bringing data in and taking it out. A file is read, shown as what it would change, and only then
//! taken over; one step takes it back.

mod caseload_file;
mod drop_zone;
mod export;
mod failed;
pub mod intake;
mod list;
mod mapping;
mod preview;
mod undo;

use crate::route::Route;
use drop_zone::DropZone;
use export::Export;
use intake::{Intake, Stage};
use leptos::prelude::*;
use undo::UndoPanel;

/// The page behind `#/daten`.
#[component]
pub fn DataPage() -> impl IntoView {
    let intake = Intake::expect();
    view! {
        <div class="kd-page kd-data">
            <h1 tabindex="-1">{Route::Data.title()}</h1>
            <UndoPanel/>
            <section class="kd-section" aria-labelledby="kd-import-title">
                <h2 id="kd-import-title">"Einlesen"</h2>
                <DropZone/>
                {move || match intake.stage.get() {
                    Stage::Waiting => ().into_any(),
                    Stage::Reading(name) => reading(&name).into_any(),
                    Stage::Failed(failure) => failed::view_of(&failure).into_any(),
                    Stage::List(draft) => view! { <list::ListImport draft=draft/> }.into_any(),
                    Stage::File(draft) => {
                        view! { <caseload_file::FileImport draft=draft/> }.into_any()
                    }
                }}
            </section>
            <Export/>
        </div>
    }
}

fn reading(name: &str) -> impl IntoView + use<> {
    view! {
        <p class="kd-reading" role="status">
            {format!("„{name}“ wird gelesen …")}
        </p>
    }
}
