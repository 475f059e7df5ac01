//! What stands in the place of a page while the own caseload is not open: the way to it, or why
//! there is none. The address stays as it is, so that behind the gate one is where one wanted to be.

mod erase;
mod locked;
mod set_up;
mod shut;

use crate::app::App;
use crate::own::Gate;
use crate::parts::icon::Icon;
use crate::reactive::Memo;
use crate::view::{View, view};
use leptos::prelude::*;

/// The screen that the gate's state asks for.
#[component]
pub fn GatePage() -> View {
    let app = App::expect();
    // A second look that finds the same leaves alone what was typed in the meantime.
    let gate = Memo::new(move |_| app.gate.get());
    View::of(move || match gate.get() {
        // The look at the storage takes a moment; a word about it would only flicker.
        Gate::Looking | Gate::Open | Gate::Memory => View::nothing(),
        Gate::Vacant => view! { <set_up::SetUp/> },
        Gate::Locked => view! { <locked::Locked/> },
        Gate::Shut(obstacle) => view! { <shut::Shut obstacle=obstacle/> },
    })
}

/// A message at the field that it is about.
fn field_error(id: &'static str, text: String) -> View {
    view! {
        <p id=id class="kd-field-error" data-kd="error" role="alert">
            {Icon::Alarm.view()}
            <span>{text}</span>
        </p>
    }
}
