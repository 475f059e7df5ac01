//! What the user has to know about the caseload on screen, in one place below the bar: one line
//! each, the gravest first. The place also bears the mark of who may write.

mod clock_behind;
mod damaged;
mod in_memory;
mod other_tab;
mod reminder;
mod returned;
mod unsaved;

use crate::app::App;
use crate::keeping::status::Role;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::view::{Children, View, view};
use leptos::prelude::*;

/// The place.
#[component]
pub fn Banners() -> View {
    let app = App::expect();
    let unsaved = unsaved::failure(app);
    view! {
        <div class="kd-banners" data-kd="role" data-role=move || role(app.role.get())>
            <unsaved::Unsaved failure=unsaved/>
            <damaged::Damaged/>
            <other_tab::OtherTab/>
            <in_memory::InMemory/>
            <returned::Returned/>
            <clock_behind::ClockBehind/>
            <reminder::Reminder unsaved=unsaved/>
        </div>
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Writer => "writer",
        Role::Follower => "follower",
        Role::TakingOver => "taking-over",
        Role::ReadOnly => "read-only",
    }
}

/// How grave it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// Something is at risk; announced at once.
    Danger,
    /// Something should be done soon.
    Warning,
    /// Good to know.
    Info,
}

/// One line with its ways on.
#[component]
fn Banner(
    /// How grave it is.
    weight: Weight,
    /// The drawing beside it.
    icon: Icon,
    /// What it says.
    children: Children,
) -> View {
    let (class, mark, role) = match weight {
        Weight::Danger => ("kd-banner kd-banner--danger", Some("error"), "alert"),
        Weight::Warning => ("kd-banner kd-banner--warning", None, "status"),
        Weight::Info => ("kd-banner kd-banner--info", None, "status"),
    };
    view! {
        <div class=class data-kd=mark role=role tabindex="-1">
            {icon.view()}
            {children()}
        </div>
    }
}

/// Where a backup is made.
fn way_to_backup() -> View {
    view! {
        <div class="kd-banner__ways">
            <a class="kd-link" href=Route::Data.href()>
                "Zur Sicherung"
            </a>
        </div>
    }
}

/// Puts a banner away.
#[component]
fn Dismiss(
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> View {
    view! {
        <button
            type="button"
            class="kd-icon-button kd-banner__close"
            aria-label="Hinweis schließen"
            on:click=move |_| on_press.run(())
        >
            {Icon::Close.view()}
        </button>
    }
}
