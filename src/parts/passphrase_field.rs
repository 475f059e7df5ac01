//! A field for a passphrase. The text stays in the field until it is used; what is read from it is
//! overwritten when it is dropped, and no signal ever holds it. A password manager may fill it in,
//! because a passphrase from there is better than one that is short enough to remember.

use super::icon::Icon;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::sealing::Passphrase;
use leptos::html;
use leptos::prelude::*;
use std::ops::Deref;

/// What is asked for, as password managers want to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A passphrase that is chosen now.
    New,
    /// One that was chosen before.
    Present,
}

impl Asked {
    fn autocomplete(self) -> &'static str {
        match self {
            Asked::New => "new-password",
            Asked::Present => "current-password",
        }
    }
}

/// What was typed, overwritten on drop.
pub struct Typed(String);

impl Deref for Typed {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Drop for Typed {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        // Otherwise the compiler may leave out a writing that nobody reads.
        std::hint::black_box(&bytes);
    }
}

/// Reads what was typed.
pub fn look(field: NodeRef<html::Input>) -> Typed {
    Typed(
        field
            .get_untracked()
            .map_or_else(String::new, |field| field.value()),
    )
}

/// Reads what was typed and empties the field.
pub fn take(field: NodeRef<html::Input>) -> Typed {
    let typed = look(field);
    if let Some(field) = field.get_untracked() {
        field.set_value("");
    }
    typed
}

/// The new passphrase, if it is long enough and typed twice alike. The fields keep it until the
/// change is made, so that a mistake elsewhere does not cost it.
///
/// # Errors
/// What is wrong, in German.
pub fn agreed(
    new: NodeRef<html::Input>,
    repeat: NodeRef<html::Input>,
) -> Result<Passphrase, String> {
    let text = look(new);
    let wanted = Passphrase::new(&text).map_err(|short| short.german())?;
    if *text == *look(repeat) {
        Ok(wanted)
    } else {
        Err("Die beiden Eingaben der neuen Passphrase sind nicht gleich. Bitte geben Sie sie noch einmal ein; Sie können sich die Eingabe anzeigen lassen.".to_owned())
    }
}

/// The field with its label and the switch that shows the letters.
#[component]
pub fn PassphraseField(
    /// What it asks for, in words.
    label: &'static str,
    /// Id of the field, unique on the page.
    id: &'static str,
    /// Its mark.
    mark: &'static str,
    /// What is asked for.
    asked: Asked,
    /// Where the field comes to be found.
    field: NodeRef<html::Input>,
    /// Ids of what says more about it.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// Whether what was typed is wrong.
    #[prop(optional, into)]
    is_wrong: Signal<bool>,
    /// Called with every change of what was typed.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
) -> View {
    let is_shown = RwSignal::new(false);
    let changed = move |_| {
        if let Some(on_input) = on_input {
            on_input.run(());
        }
    };
    view! {
        <div class="kd-passphrase">
            <label class="kd-passphrase__label" for=id>
                {label}
            </label>
            <input
                node_ref=field
                id=id
                class="kd-field kd-passphrase__field"
                type=move || if is_shown.get() { "text" } else { "password" }
                data-kd=mark
                autocomplete=asked.autocomplete()
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=move || is_wrong.get().then_some("true")
                on:input=changed
            />
            <button
                type="button"
                class="kd-link-button kd-passphrase__switch"
                aria-pressed=move || is_shown.get().to_string()
                aria-controls=id
                on:click=move |_| is_shown.update(|shown| *shown = !*shown)
            >
                {move || {
                    if is_shown.get() {
                        Icon::EyeOff.view()
                    } else {
                        Icon::Eye.view()
                    }
                }}
                "Anzeigen"
            </button>
        </div>
    }
}
