//! Small things about the whole: texts under text keys, and the backup file that was chosen once.

use super::database::Database;
use super::fault::StoreError;
use super::file_handle::FileHandle;
use super::transaction::{Access, Store, Transaction, answer};
use wasm_bindgen::JsValue;

impl Database {
    /// Sets texts, all of them or none.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn put_meta(&self, entries: &[(&str, &str)]) -> Result<(), StoreError> {
        self.write(&[Store::Meta], &|transaction| set(transaction, entries))
            .await
    }

    /// Remembers a file for the next start, here alone: it is chosen again quickly. Without this it can still be used until the page
    /// closes, so a failure is no reason to stop.
    ///
    /// # Errors
    /// Any [`StoreError`]; [`StoreError::Broken`] where the browser keeps no file handles.
    pub async fn put_handle(&self, key: &str, file: &FileHandle) -> Result<(), StoreError> {
        let transaction = self.begin(&[Store::Meta], Access::Write)?;
        transaction.request(Store::Meta, |store| {
            store.put_with_key(file.as_js(), &JsValue::from_str(key))
        })?;
        transaction.complete().await
    }

    /// The file remembered under this key, if there is one.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn handle(&self, key: &str) -> Result<Option<FileHandle>, StoreError> {
        let transaction = self.begin(&[Store::Meta], Access::Read)?;
        let request =
            transaction.request(Store::Meta, |store| store.get(&JsValue::from_str(key)))?;
        transaction.complete().await?;
        Ok(FileHandle::from_js(answer(&request)?))
    }
}

/// Requests that texts be set.
pub(super) fn set(transaction: &Transaction, entries: &[(&str, &str)]) -> Result<(), StoreError> {
    for (key, value) in entries {
        transaction.request(Store::Meta, |store| {
            store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))
        })?;
    }
    Ok(())
}
