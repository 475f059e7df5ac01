//! Drafts: what somebody has typed and not saved yet, under a key of the form that it belongs to.

use super::database::Database;
use super::fault::StoreError;
use super::key;
use super::transaction::{Access, Store, answer};
use js_sys::Uint8Array;
use rules::ordering;
use rules::ordering::OrderedMap;
use wasm_bindgen::JsValue;

impl Database {
    /// Keeps a draft in place of the one under the same key.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn put_draft(&self, key: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(&[Store::Drafts], &|transaction| {
            transaction.request(Store::Drafts, |store| {
                store.put_with_key(&Uint8Array::from(bytes), &JsValue::from_str(key))
            })?;
            Ok(())
        })
        .await
    }

    /// All drafts by their keys. One that is not bytes comes as no bytes.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn drafts(&self) -> Result<OrderedMap<String, Vec<u8>>, StoreError> {
        let transaction = self.begin(&[Store::Drafts], Access::Read)?;
        let keys = transaction.request(Store::Drafts, |store| store.get_all_keys())?;
        let values = transaction.request(Store::Drafts, |store| store.get_all())?;
        transaction.complete().await?;
        Ok(ordering::map(
            key::pairs(&answer(&keys)?, &answer(&values)?)
                .iter()
                .filter_map(|(key, value)| Some((key.as_string()?, key::bytes(value)))),
        ))
    }

    /// Removes a draft; one that is not there is as good as removed.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn remove_draft(&self, key: &str) -> Result<(), StoreError> {
        self.write(&[Store::Drafts], &|transaction| {
            transaction.request(Store::Drafts, |store| store.delete(&JsValue::from_str(key)))?;
            Ok(())
        })
        .await
    }
}
