//! Passphrase and lock of the own caseload.

use super::passphrase::ChangePassphrase;
use crate::app::App;
use crate::german;
use crate::idle;
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::remembered::{self, LOCK_MINUTES};
use crate::view::{View, view};
use leptos::prelude::*;

/// The section of the page.
#[component]
pub fn LockSection() -> View {
    let app = App::expect();
    let present = remembered::lock_minutes();
    let choose = move |event| {
        if let Ok(minutes) = event_target_value(&event).parse() {
            remembered::set_lock_minutes(minutes);
        }
    };
    let option = move |minutes: u64| {
        let count = usize::try_from(minutes).unwrap_or(usize::MAX);
        view! {
            <option value=minutes.to_string() selected=minutes == present>
                {german::counted(count, "Minute", "Minuten")}
            </option>
        }
    };
    view! {
        <section class="kd-section" aria-labelledby="kd-lock-title">
            <h2 id="kd-lock-title">"Passphrase und Sperre"</h2>
            <div class="kd-row">
                <label for="kd-lock-minutes">"Von selbst sperren nach"</label>
                <select
                    id="kd-lock-minutes"
                    class="kd-field"
                    data-kd="lock-minutes"
                    on:change=choose
                >
                    {LOCK_MINUTES.map(option).into_iter().collect::<View>()}
                </select>
                <span>"ohne Eingabe"</span>
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    data-kd="lock-now"
                    on:click=move |_| idle::lock(app)
                >
                    {Icon::Lock.view()}
                    <span class="kern-label">"Jetzt sperren"</span>
                </button>
            </div>
            {writing::notice(app)}
            <ChangePassphrase/>
        </section>
    }
}
