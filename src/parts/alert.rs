//! Messages that must not be overlooked: what is wrong, where, and what to do.

use super::icon::Icon;
use crate::view::{Children, View, view};
use leptos::prelude::*;

/// An error. Whoever shows it moves the focus to it where the user would not see it otherwise.
#[component]
pub fn ErrorAlert(
    /// What is wrong, in a few words.
    #[prop(into)]
    title: String,
    /// Where, and what to do.
    children: Children,
) -> View {
    view! {
        <div class="kd-alert kd-alert--danger" data-kd="error" role="alert" tabindex="-1">
            {Icon::Alarm.view()}
            <div class="kd-alert__text">
                <p class="kd-alert__title">{title}</p>
                {children()}
            </div>
        </div>
    }
}

/// Something to know, not an error.
#[component]
pub fn Notice(
    /// What to know.
    children: Children,
) -> View {
    view! {
        <div class="kd-alert kd-alert--info">
            {Icon::Info.view()}
            <div class="kd-alert__text">{children()}</div>
        </div>
    }
}
