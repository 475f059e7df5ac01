//! Another tab has the right to write. This one shows what it does and can take over.

use super::{Banner, Weight};
use crate::app::App;
use crate::background::spawn_local;
use crate::keeping::status::Role;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::stock::Mode;
use crate::view::{View, view};
use leptos::prelude::*;

/// The line, unless this tab writes.
#[component]
pub fn OtherTab() -> View {
    let app = App::expect();
    let take_over = move |_| {
        spawn_local(async move {
            app.take_over(app.place()).await;
            focus::on_rendered_unless_typing("main h1");
        });
    };
    let what = move || match app.mode.get() {
        Mode::Empty => None,
        Mode::Example => Some("dieses Beispiel"),
        Mode::Own => Some("diesen Bestand"),
    };
    View::of(move || {
        let what = what()?;
        let text = match app.role.get() {
            Role::Writer | Role::ReadOnly => return None,
            Role::Follower => {
                format!("Ein anderes Fenster bearbeitet {what}; hier sehen Sie mit.")
            }
            Role::TakingOver => format!("Dieses Fenster übernimmt {what} …"),
        };
        let button = (app.role.get() == Role::Follower).then(|| {
            view! {
                <button
                    type="button"
                    class="kd-link-button"
                    data-kd="take-over"
                    on:click=take_over
                >
                    "Hier bearbeiten"
                </button>
            }
        });
        Some(view! {
            <Banner weight=Weight::Info icon=Icon::Windows>
                <p>{text}</p>
                <div class="kd-banner__ways">{button}</div>
            </Banner>
        })
    })
}
