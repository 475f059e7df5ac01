//! The final deletion: what is left of the record takes the place of all that was.
//!
//! A record is never overwritten one by one, so removing a customer for good means writing the
//! rest anew. Either that happens as a whole, or everything stays as it was. And it happens only to
//! the store that was read before: what another tab has added since is never cleared away.

use super::database::Database;
use super::fault::StoreError;
use super::key;
use super::load::position;
use super::transaction::{Store, Transaction};
use js_sys::Uint8Array;
use web_sys::IdbCursorDirection;

/// What the store must hold for the rewriting to take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Present {
    /// Nothing at all.
    Nothing,
    /// Records whose last number is this one; 0 for none.
    UpTo(u64),
}

impl Database {
    /// Replaces all records and snapshots by the given ones, removes all drafts, and sets the
    /// given texts; other entries of the meta store stay.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the store holds something else than `present`, or a number is
    /// given twice; otherwise any [`StoreError`].
    pub async fn rewrite(
        &self,
        present: Present,
        records: &[(u64, Vec<u8>)],
        snapshots: &[(u64, Vec<u8>)],
        meta: &[(&str, &str)],
    ) -> Result<(), StoreError> {
        self.write(&Store::ALL, &|transaction| {
            check(transaction, present)?;
            for store in [Store::Records, Store::Snapshots, Store::Drafts] {
                transaction.request(store, |store| store.clear())?;
            }
            super::records::add(transaction, records)?;
            for (number, bytes) in snapshots {
                let key = key::of(*number)?;
                transaction.request(Store::Snapshots, |store| {
                    store.add_with_key(&Uint8Array::from(bytes.as_slice()), &key)
                })?;
            }
            super::meta::set(transaction, meta)
        })
        .await
    }
}

/// Ends the transaction without effect unless the store holds what it should.
pub(super) fn check(transaction: &Transaction, present: Present) -> Result<(), StoreError> {
    let numbers = key::not_below(0)?;
    let last = transaction.request(Store::Records, |store| {
        store.open_key_cursor_with_range_and_direction(&numbers, IdbCursorDirection::Prev)
    })?;
    let expected = match present {
        Present::Nothing => 0,
        Present::UpTo(number) => number,
    };
    transaction.then(&last, move |_, cursor| {
        let last = key::number(&position(cursor)?).unwrap_or(0);
        (last == expected).then_some(()).ok_or(StoreError::Conflict)
    });
    if present == Present::Nothing {
        let snapshots = transaction.request(Store::Snapshots, |store| store.count())?;
        transaction.then(&snapshots, |_, count| {
            (count.as_f64() == Some(0.0))
                .then_some(())
                .ok_or(StoreError::Conflict)
        });
    }
    Ok(())
}
