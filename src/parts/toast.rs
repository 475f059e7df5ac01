//! The note at the edge of the screen that confirms what was done. It goes by itself only if it
//! asks for nothing.

use super::icon::Icon;
use crate::app::App;
use crate::changing::Command;
use crate::view::{View, view};
use leptos::prelude::*;
use std::time::Duration;

const PLAIN_LASTS: Duration = Duration::from_secs(8);
const UNDOABLE_LASTS: Duration = Duration::from_secs(20);

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    text: String,
    offer: Offer,
}

/// What a note offers beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    Nothing,
    Undo,
    Redo,
}

impl Toast {
    /// A note that only informs.
    pub fn plain(text: impl Into<String>) -> Self {
        Toast {
            text: text.into(),
            offer: Offer::Nothing,
        }
    }

    /// A note about something that can be undone right there. The same offer stands on its page
    /// for longer.
    pub fn undoable(text: impl Into<String>) -> Self {
        Toast {
            text: text.into(),
            offer: Offer::Undo,
        }
    }

    /// A note about something that was taken back and can be done again right there.
    pub fn redoable(text: impl Into<String>) -> Self {
        Toast {
            text: text.into(),
            offer: Offer::Redo,
        }
    }

    fn lasts(&self) -> Duration {
        match self.offer {
            Offer::Nothing => PLAIN_LASTS,
            Offer::Undo | Offer::Redo => UNDOABLE_LASTS,
        }
    }
}

/// The place where notes appear. It is always there, so that a screen reader notices a new one.
#[component]
pub fn ToastPlace() -> View {
    let app = App::expect();
    view! {
        <div class="kd-toasts" role="status" aria-live="polite">
            {move || app.toast.get().map(|toast| note(app, toast))}
        </div>
    }
}

fn note(app: App, toast: Toast) -> View {
    let close = move || app.toast.set(None);
    if let Ok(timer) = set_timeout_with_handle(close, toast.lasts()) {
        on_cleanup(move || timer.clear());
    }
    let action = match toast.offer {
        Offer::Nothing => None,
        Offer::Undo => Some(("undo", "Rückgängig", Command::Undo)),
        Offer::Redo => Some(("redo", "Wiederherstellen", Command::Redo)),
    };
    let action = action.map(|(mark, label, command)| {
        view! {
            <button
                type="button"
                class="kd-toast__action"
                data-kd=mark
                on:click=move |_| app.dispatch(command.clone())
            >
                {label}
            </button>
        }
    });
    view! {
        <div class="kd-toast" data-kd="toast">
            {Icon::CheckCircle.view()}
            <p>{toast.text}</p>
            {action}
            <button
                type="button"
                class="kd-toast__close"
                aria-label="Hinweis schließen"
                on:click=move |_| close()
            >
                {Icon::Close.view()}
            </button>
        </div>
    }
}
