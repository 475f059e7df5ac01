//! How hard a passphrase is to guess, while it is typed. Only the verdict is kept, never the text.

use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::sealing::Strength;
use leptos::prelude::*;

/// The verdict as a bar, a word and a hint; nothing as long as nothing is typed.
#[component]
pub fn StrengthMeter(
    /// The verdict; `None` as long as nothing is typed.
    strength: RwSignal<Option<Strength>>,
    /// Id for the field to be described by.
    id: &'static str,
) -> View {
    view! {
        <div class="kd-strength" id=id data-kd="strength">
            {move || strength.get().map(verdict)}
        </div>
    }
}

fn verdict(strength: Strength) -> View {
    view! {
        <span class="kd-strength__bar" data-level=level(strength) aria-hidden="true">
            <i></i>
            <i></i>
            <i></i>
            <i></i>
        </span>
        // Only the word is announced: it changes rarely, the sentence with every key.
        <p>
            <b aria-live="polite">{format!("Stärke: {}", strength.german())}</b>
            ". "
            {strength.german_hint()}
        </p>
    }
}

fn level(strength: Strength) -> &'static str {
    match strength {
        Strength::TooShort { .. } => "0",
        Strength::Weak => "1",
        Strength::Fair => "2",
        Strength::Good => "3",
        Strength::Strong => "4",
    }
}
