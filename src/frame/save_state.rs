//! Says whether the work is saved. In this version it never is: a caseload lives in memory until
//! it is written to a file.

use crate::app::App;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::stock::Safety;
use leptos::prelude::*;

/// The state of saving, with the way to the file.
#[component]
pub fn SaveState() -> impl IntoView {
    let app = App::expect();
    let hint = move || match app.safety.get() {
        Safety::NothingToLose => "Der Bestand liegt nur im Arbeitsspeicher. Zum Sichern als Datei",
        Safety::OnlyInMemory => {
            "Ihre Änderungen liegen nur im Arbeitsspeicher. Zum Sichern als Datei"
        }
    };
    view! {
        <a
            class="kd-save-state"
            class:kd-save-state--at-risk=move || app.safety.get() == Safety::OnlyInMemory
            data-kd="save-state"
            data-state="memory"
            href=Route::Data.href()
            title=hint
        >
            {Icon::Info.view()}
            <span>"Nicht gespeichert"</span>
        </a>
    }
}
