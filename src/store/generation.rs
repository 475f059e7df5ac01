//! The generation of a store: a word that changes whenever its records are written anew.
//!
//! Record numbers tell two tabs apart that add at the same time. They cannot tell that the records
//! themselves were replaced, because the new ones are numbered as well. So whoever adds or reads on
//! names the generation that it knows, and is told of a conflict if that is no longer the one.

use super::fault::StoreError;
use super::transaction::{Store, Transaction};
use wasm_bindgen::JsValue;

/// Its key in the meta store.
pub const KEY: &str = "generation";

/// The generation that a tab knows; `None` for a store that was never written anew.
pub type Generation = Option<String>;

/// Ends the transaction without effect unless the store is of this generation.
pub(super) fn check(transaction: &Transaction, known: &Generation) -> Result<(), StoreError> {
    let known = known.clone();
    let found = transaction.request(Store::Meta, |store| store.get(&JsValue::from_str(KEY)))?;
    transaction.then(&found, move |_, found| {
        (found.as_string() == known)
            .then_some(())
            .ok_or(StoreError::Conflict)
    });
    Ok(())
}
