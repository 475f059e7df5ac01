//! Putting text on the clipboard, so that it can be pasted into another program.

use crate::app::App;
use crate::background::spawn_local;
use crate::parts::toast::Toast;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlTextAreaElement, js_sys};

/// Copies a text and says so in a note.
pub fn copy(app: App, text: String) {
    spawn_local(async move {
        let note = if by_clipboard(&text).await || by_selection(&text) {
            "In die Zwischenablage kopiert."
        } else {
            "Der Browser lässt das Kopieren nicht zu. Bitte markieren Sie den Text und kopieren Sie ihn mit Strg+C."
        };
        app.toast.set(Some(Toast::plain(note)));
    });
}

async fn by_clipboard(text: &str) -> bool {
    // Browsers take the clipboard away from pages that they do not trust.
    let navigator = window().navigator();
    let has_clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    has_clipboard
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// The old way: a field with the text, selected.
fn by_selection(text: &str) -> bool {
    let document = document();
    let field = document
        .create_element("textarea")
        .ok()
        .and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(field), Some(body)) = (field, document.body()) else {
        return false;
    };
    field.set_value(text);
    field.set_class_name("kern-sr-only");
    if body.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let command = document
        .dyn_into::<web_sys::HtmlDocument>()
        .ok()
        .and_then(|document| document.exec_command("copy").ok());
    field.remove();
    command.unwrap_or(false)
}
