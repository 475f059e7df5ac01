//! Records: bytes under ascending numbers, added and read, never overwritten.

use super::database::Database;
use super::fault::StoreError;
use super::generation::{self, Generation};
use super::key;
use super::transaction::{Access, Store, Transaction, answer};
use js_sys::Uint8Array;

impl Database {
    /// Adds records, all of them or none. When this returns they are on disk.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if one of the numbers is taken or the store is of another
    /// generation; otherwise any [`StoreError`].
    pub async fn append(
        &self,
        known: &Generation,
        records: &[(u64, Vec<u8>)],
    ) -> Result<(), StoreError> {
        self.write(&[Store::Records, Store::Meta], &|transaction| {
            generation::check(transaction, known)?;
            add(transaction, records)
        })
        .await
    }

    /// All records whose number is not below `from`, in ascending order. One that is not bytes
    /// comes as no bytes.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the store is of another generation; otherwise any
    /// [`StoreError`].
    pub async fn records(
        &self,
        known: &Generation,
        from: u64,
    ) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let range = key::not_below(from)?;
        let transaction = self.begin(&[Store::Records, Store::Meta], Access::Read)?;
        generation::check(&transaction, known)?;
        let keys =
            transaction.request(Store::Records, |store| store.get_all_keys_with_key(&range))?;
        let values = transaction.request(Store::Records, |store| store.get_all_with_key(&range))?;
        transaction.complete().await?;
        Ok(key::pairs(&answer(&keys)?, &answer(&values)?)
            .iter()
            .filter_map(|(key, value)| Some((key::number(key)?, key::bytes(value))))
            .collect())
    }
}

/// Requests the addition of records.
pub(super) fn add(transaction: &Transaction, records: &[(u64, Vec<u8>)]) -> Result<(), StoreError> {
    for (number, bytes) in records {
        let key = key::of(*number)?;
        transaction.request(Store::Records, |store| {
            store.add_with_key(&Uint8Array::from(bytes.as_slice()), &key)
        })?;
    }
    Ok(())
}
