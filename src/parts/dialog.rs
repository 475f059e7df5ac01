//! A modal dialog of the browser itself: it keeps the focus inside, closes on Escape, and gives the
//! focus back to what opened it.

use super::icon::Icon;
use crate::view::{Children, View, view};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// A dialog that is open as long as it is rendered; `on_close` must take it away.
#[component]
pub fn Dialog(
    /// Heading of the dialog.
    #[prop(into)]
    title: String,
    /// Id of the heading, unique on the page.
    title_id: &'static str,
    /// Called when the user closes it, in whatever way.
    #[prop(into)]
    on_close: Callback<()>,
    /// What stands in it.
    children: Children,
) -> View {
    let dialog = NodeRef::<html::Dialog>::new();
    dialog.on_load(|dialog| {
        // It fails only for a dialog that is open already.
        drop(dialog.show_modal());
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // A click on the dialog itself, not on something in it, is a click on the dimmed page behind.
    let on_backdrop = move |event: web_sys::MouseEvent| {
        if event.target() == event.current_target() {
            close();
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="kd-dialog"
            aria-labelledby=title_id
            on:close=move |_| on_close.run(())
            on:click=on_backdrop
        >
            <div class="kd-dialog__inner">
                <header class="kd-dialog__header">
                    <h2 id=title_id tabindex="-1" autofocus=true>
                        {title}
                    </h2>
                    <button
                        type="button"
                        class="kd-icon-button"
                        aria-label="Schließen"
                        on:click=move |_| close()
                    >
                        {Icon::Close.view()}
                    </button>
                </header>
                <div class="kd-dialog__body">{children()}</div>
            </div>
        </dialog>
    }
}

/// Closes the dialog that is open, as its own button does.
pub fn close_open() {
    let open = document().query_selector("dialog[open]").ok().flatten();
    if let Some(dialog) = open.and_then(|open| open.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
