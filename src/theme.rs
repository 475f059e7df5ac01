//! Light or dark. Without a choice the page follows the system; a choice is an attribute of the
//! document that the design tokens listen to, and is remembered.

use crate::settings;
use leptos::prelude::*;

const KEY: &str = "kontaktdichte.theme";
const ATTRIBUTE: &str = "data-kern-theme";

/// What the user wishes to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All choices, in the order in which they are offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The name under which the choice is remembered.
    pub fn key(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The name of the choice on screen.
    pub fn label(self) -> &'static str {
        match self {
            Theme::System => "System",
            Theme::Light => "Hell",
            Theme::Dark => "Dunkel",
        }
    }
}

/// The choice remembered from an earlier visit.
pub fn remembered() -> Theme {
    let key = settings::read(KEY).unwrap_or_default();
    Theme::ALL
        .into_iter()
        .find(|theme| theme.key() == key)
        .unwrap_or_default()
}

/// Shows the page in this theme.
pub fn apply(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither call can fail: the name of the attribute is a valid one.
    drop(match theme {
        Theme::System => root.remove_attribute(ATTRIBUTE),
        Theme::Light | Theme::Dark => root.set_attribute(ATTRIBUTE, theme.key()),
    });
}

/// Shows the page in this theme, from now on.
pub fn choose(theme: Theme) {
    apply(theme);
    settings::write(KEY, theme.key());
}
