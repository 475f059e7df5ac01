//! Where a file comes in: chosen or dropped. The browser's own button would go on saying that no
//! file is chosen, because a file is let go as soon as it is read; so the label is the button.

use super::failed::Failure;
use super::intake::Intake;
use super::restore::Restoring;
use crate::app::App;
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};

/// The field for a file, as large as a target to drop on.
#[component]
pub fn DropZone() -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let restoring: Restoring = expect_context();
    let blocked = writing::is_blocked(app);
    let is_over = RwSignal::new(false);
    let take = move |files: Option<FileList>| {
        let Some(files) = files else { return };
        match (files.length(), files.get(0)) {
            (1, Some(file)) => intake.take(file, app, restoring),
            (0, _) | (_, None) => {}
            (several, Some(_)) => intake.refuse(Failure::of_several_files(several as usize)),
        }
    };
    let on_change = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            take(input.files());
            // The same file can be chosen again after it was corrected.
            input.set_value("");
        }
    };
    let on_drop = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        take(event.data_transfer().and_then(|dropped| dropped.files()));
    };
    view! {
        <div
            class="kd-drop"
            class:kd-drop--over=is_over
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=on_drop
        >
            <div class="kd-drop__choose">
                <input
                    id="kd-file"
                    class="kern-sr-only"
                    type="file"
                    data-kd="import-file"
                    accept=".csv,.txt,.xlsx,.json,text/csv,text/plain,application/json"
                    aria-describedby="kd-file-hint"
                    disabled=move || blocked.get()
                    on:change=on_change
                />
                <label for="kd-file" class="kern-btn kern-btn--primary kd-button">
                    {Icon::Upload.view()}
                    <span class="kern-label">"Datei wählen"</span>
                </label>
                <span>"oder hier ablegen"</span>
            </div>
            <p class="kd-muted" id="kd-file-hint">
                "Eine Liste aus dem Fachverfahren oder aus Excel (.csv, .txt, .xlsx) oder eine Bestandsdatei (.kkd.json). Sie sehen zuerst, was sich ändern würde."
            </p>
        </div>
    }
}
