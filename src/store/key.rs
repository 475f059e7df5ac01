//! Record numbers as the database's keys, and what comes back in their place.

use super::fault::StoreError;
use js_sys::{Array, Number, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

/// The largest number that the browser counts exactly: 2^53 − 1.
const LARGEST: u64 = Number::MAX_SAFE_INTEGER as u64;

/// The key for a number.
///
/// # Errors
/// [`StoreError::Broken`] beyond 2^53 − 1, where two numbers would share a key.
pub fn of(number: u64) -> Result<JsValue, StoreError> {
    if number > LARGEST {
        return Err(StoreError::Broken("DataError".to_owned()));
    }
    Ok(JsValue::from_f64(number as f64))
}

/// The range of all numbers not below `first`.
///
/// # Errors
/// [`StoreError::Broken`] beyond 2^53 − 1.
pub fn not_below(first: u64) -> Result<IdbKeyRange, StoreError> {
    IdbKeyRange::bound(&of(first)?, &JsValue::from_f64(Number::MAX_SAFE_INTEGER))
        .map_err(|exception| StoreError::inside(&exception))
}

/// The range of all numbers up to and including `last`.
///
/// # Errors
/// [`StoreError::Broken`] beyond 2^53 − 1.
pub fn up_to(last: u64) -> Result<IdbKeyRange, StoreError> {
    IdbKeyRange::bound(&JsValue::from_f64(0.0), &of(last)?)
        .map_err(|exception| StoreError::inside(&exception))
}

/// The number of a key; `None` for a key that this program never writes.
pub fn number(key: &JsValue) -> Option<u64> {
    let value = key.as_f64()?;
    let whole = value.fract() == 0.0 && (0.0..=Number::MAX_SAFE_INTEGER).contains(&value);
    whole.then_some(value as u64)
}

/// The numbers among the keys of an answer, in their order.
pub fn numbers(keys: &JsValue) -> Vec<u64> {
    Array::from(keys)
        .iter()
        .filter_map(|key| number(&key))
        .collect()
}

/// The bytes of a stored value; empty if it is something else, so that the reader of the bytes
/// reports it as damaged instead of never hearing of it.
pub fn bytes(value: &JsValue) -> Vec<u8> {
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .unwrap_or_default()
}

/// Keys and values of two answers about the same range, side by side.
pub fn pairs(keys: &JsValue, values: &JsValue) -> Vec<(JsValue, JsValue)> {
    Array::from(keys)
        .iter()
        .zip(Array::from(values).iter())
        .collect()
}
