//! The first look into a database at a start: everything that is small, as it stood at one moment.

use super::database::Database;
use super::fault::StoreError;
use super::key;
use super::transaction::{Access, Store, answer};
use rules::ordering;
use rules::ordering::OrderedMap;
use std::ops::RangeInclusive;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbCursorDirection};

/// What a database holds, without the bytes of records and snapshots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The texts of the meta store.
    pub meta: OrderedMap<String, String>,
    /// The numbers of the snapshots, ascending.
    pub snapshots: Vec<u64>,
    /// The first and the last record number; `None` if there is no record. Numbers between them
    /// may be missing.
    pub records: Option<RangeInclusive<u64>>,
}

impl Database {
    /// Looks at everything small in one transaction.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn load(&self) -> Result<Loaded, StoreError> {
        let numbers = key::not_below(0)?;
        let transaction = self.begin(
            &[Store::Meta, Store::Snapshots, Store::Records],
            Access::Read,
        )?;
        let keys = transaction.request(Store::Meta, |store| store.get_all_keys())?;
        let values = transaction.request(Store::Meta, |store| store.get_all())?;
        let snapshots = transaction.request(Store::Snapshots, |store| store.get_all_keys())?;
        let first = transaction.request(Store::Records, |store| store.get_key(&numbers))?;
        let last = transaction.request(Store::Records, |store| {
            store.open_key_cursor_with_range_and_direction(&numbers, IdbCursorDirection::Prev)
        })?;
        transaction.complete().await?;
        let first = key::number(&answer(&first)?);
        let last = key::number(&position(&answer(&last)?)?);
        Ok(Loaded {
            meta: ordering::map(
                key::pairs(&answer(&keys)?, &answer(&values)?)
                    .iter()
                    .filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?))),
            ),
            snapshots: key::numbers(&answer(&snapshots)?),
            records: first.zip(last).map(|(first, last)| first..=last),
        })
    }
}

/// The key that a cursor stands on; null if there was none to stand on.
pub(super) fn position(cursor: &JsValue) -> Result<JsValue, StoreError> {
    match cursor.dyn_ref::<IdbCursor>() {
        Some(cursor) => cursor
            .key()
            .map_err(|exception| StoreError::inside(&exception)),
        None => Ok(JsValue::NULL),
    }
}
