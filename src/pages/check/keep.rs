//! Leaving a finding as it is, with a reason. The reason that was begun stays when the dialog is
//! closed, so that a wrong key costs nothing.

use super::finding::Key;
use crate::app::App;
use crate::parts::alert::ErrorAlert;
use crate::parts::dialog::Dialog;
use crate::parts::focus;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::history::{Deed, Edit};
use caseload::keep;
use leptos::prelude::*;
use rules::wording;

const NO_REASON: &str =
    "Bitte schreiben Sie einen Grund; ohne ihn weiß später niemand, warum es so bleibt.";

/// The dialog for the finding that is to be left, if there is one.
#[component]
pub fn Keep(keeping: RwSignal<Option<Key>>) -> View {
    let app = App::expect();
    let begun = RwSignal::new((None::<Key>, String::new()));
    let refused = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        // Another finding begins with an empty reason.
        let asked = keeping.get();
        refused.set(None);
        if asked.is_some() && begun.with_untracked(|(key, _)| *key != asked) {
            begun.set((asked, String::new()));
        }
    });
    View::of(move || {
        let key = keeping.get()?;
        let what = app.checked.with_untracked(|checked| {
            let (customer, found) = key.find(checked.as_ref()?)?;
            let finding = &found.finding;
            let text = wording::finding(finding, &customer.contacts, &customer.appointments).text;
            Some((customer.name.clone().unwrap_or_default(), text))
        });
        let (name, text) = what?;
        let save = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            let reason = begun.with_untracked(|(_, reason)| reason.trim().to_owned());
            if reason.is_empty() {
                refused.set(Some(NO_REASON.to_owned()));
                focus::on("#kd-keep-reason");
                return;
            }
            match save_reason(app, &key, &reason) {
                Ok(()) => {
                    begun.set((None, String::new()));
                    keeping.set(None);
                    focus::on_rendered(".kd-check h1");
                }
                Err(text) => refused.set(Some(text)),
            }
        };
        let error = move || {
            refused.get().map(|text| {
                view! {
                    <ErrorAlert title="Nicht gespeichert">
                        <p>{text}</p>
                    </ErrorAlert>
                }
            })
        };
        Some(view! {
            <Dialog
                title="So lassen, weil …"
                title_id="kd-keep-title"
                on_close=move |()| keeping.set(None)
            >
                <form class="kd-form" novalidate on:submit=save>
                    <p>
                        <b>{name}</b>
                    </p>
                    <p>{text}</p>
                    <label for="kd-keep-reason">"Grund"</label>
                    <textarea
                        id="kd-keep-reason"
                        class="kd-field kd-check__typed"
                        rows="3"
                        maxlength="500"
                        autocomplete="off"
                        prop:value=move || begun.with(|(_, reason)| reason.clone())
                        on:input=move |event| {
                            begun.update(|(_, reason)| *reason = event_target_value(&event));
                        }
                    ></textarea>
                    <p class="kd-muted">
                        "Das Ergebnis erscheint wieder, sobald sich eine Angabe ändert, auf der es beruht."
                    </p>
                    {error}
                    <div class="kd-buttons">
                        <button
                            type="submit"
                            class="kern-btn kern-btn--primary kd-button"
                            data-kd="keep-save"
                        >
                            <span class="kern-label">"So lassen"</span>
                        </button>
                    </div>
                </form>
            </Dialog>
        })
    })
}

fn save_reason(app: App, key: &Key, reason: &str) -> Result<(), String> {
    let today = app.today.get_untracked();
    let exception = app.checked.with_untracked(|checked| {
        let (customer, found) = key.find(checked.as_ref()?)?;
        Some(keep(customer, &found.finding, reason, today))
    });
    let exception = exception.ok_or("Dieses Ergebnis gibt es nicht mehr.")?;
    let edits = vec![Edit::Exception(Box::new(exception))];
    app.edit(
        Deed::FindingKept,
        edits,
        format!("So gelassen: {}", key.rule),
    )
    .map_err(|unchanged| unchanged.to_string())
}
