//! Snapshots: the whole as it stood after a record, so that a start need not read all records.

use super::database::Database;
use super::fault::StoreError;
use super::generation::{self, Generation};
use super::key;
use super::transaction::{Access, Store, answer};
use js_sys::Uint8Array;

impl Database {
    /// Keeps a snapshot that covers the records up to `number`, and removes the oldest beyond the
    /// `keep` of highest number.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the store is of another generation; otherwise any
    /// [`StoreError`].
    pub async fn put_snapshot(
        &self,
        known: &Generation,
        number: u64,
        bytes: &[u8],
        keep: usize,
    ) -> Result<(), StoreError> {
        let key = key::of(number)?;
        self.write(&[Store::Snapshots, Store::Meta], &|transaction| {
            generation::check(transaction, known)?;
            transaction.request(Store::Snapshots, |store| {
                store.put_with_key(&Uint8Array::from(bytes), &key)
            })?;
            let keys = transaction.request(Store::Snapshots, |store| store.get_all_keys())?;
            transaction.then(&keys, move |store, keys| {
                match key::numbers(keys).iter().rev().nth(keep) {
                    Some(&superfluous) => store
                        .delete(key::up_to(superfluous)?.as_ref())
                        .map(drop)
                        .map_err(|exception| StoreError::inside(&exception)),
                    None => Ok(()),
                }
            });
            Ok(())
        })
        .await
    }

    /// The snapshot of this number; `None` if there is none, no bytes if it is not bytes.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn snapshot(&self, number: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let key = key::of(number)?;
        let transaction = self.begin(&[Store::Snapshots], Access::Read)?;
        let request = transaction.request(Store::Snapshots, |store| store.get(&key))?;
        transaction.complete().await?;
        let found = answer(&request)?;
        Ok((!found.is_undefined()).then(|| key::bytes(&found)))
    }
}
