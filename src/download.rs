//! Hands bytes to the browser as a file to save.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser may still be copying when the click returns; the address lives this much longer.
const ADDRESS_LIVES: Duration = Duration::from_secs(60);

/// The browser refused to take the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// Offers `bytes` for download under `name`.
///
/// # Errors
/// [`Refused`] if the browser cannot make a file of them, for instance for want of memory.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), Refused> {
    offer(name, media_type, bytes).map_err(|_: JsValue| Refused)
}

/// What is said of a file that was offered.
pub fn told(name: &str) -> String {
    format!(
        "„{name}“ wurde an den Browser übergeben. Bitte prüfen Sie, ob sie im Ordner für Downloads liegt."
    )
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            // An address that is gone already needs no removal.
            drop(Url::revoke_object_url(&address));
        },
        ADDRESS_LIVES,
    );
    Ok(())
}
