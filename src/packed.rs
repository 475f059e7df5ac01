//! Texts that lie beside the program and stay packed until a page asks for them; `start.js` unpacks
//! them, from the one file or from beside the hosted page.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = kontaktdichteText)]
    async fn unpacked(name: &str) -> Result<JsValue, JsValue>;
}

/// The example cases of the rules; `None` if the page is damaged or its server no longer there.
pub async fn examples() -> Option<String> {
    unpacked("examples").await.ok()?.as_string()
}
