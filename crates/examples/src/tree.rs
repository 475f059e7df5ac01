//! Reading a table of an example key by key. A key that nobody asked for is an error, because a
//! misspelt fact or expectation would otherwise say nothing.

use crate::value::{Map, Value};
use std::cell::RefCell;

/// The keys of one table, and which of them were asked for.
pub struct Keys<'v> {
    table: &'v Map,
    asked: RefCell<Vec<&'static str>>,
}

impl<'v> Keys<'v> {
    /// The keys of a table.
    pub fn of(value: &'v Value) -> Result<Self, String> {
        value
            .as_object()
            .map(Keys::of_table)
            .ok_or_else(|| format!("{value} is no table"))
    }

    /// The keys of a table.
    pub fn of_table(table: &'v Map) -> Self {
        Keys {
            table,
            asked: RefCell::default(),
        }
    }

    /// The value under a key, if there is one.
    pub fn value(&self, key: &'static str) -> Option<&'v Value> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    /// What `read` makes of the value under a key; `wanted` says what it should be.
    fn read<T>(
        &self,
        key: &'static str,
        wanted: &str,
        read: impl FnOnce(&'v Value) -> Option<T>,
    ) -> Result<Option<T>, String> {
        self.value(key)
            .map(|value| read(value).ok_or_else(|| format!("{key}: {value} is no {wanted}")))
            .transpose()
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Result<Option<&'v str>, String> {
        self.read(key, "text", Value::as_str)
    }

    /// A text that must be there.
    pub fn required(&self, key: &'static str) -> Result<&'v str, String> {
        self.text(key)?.ok_or_else(|| format!("{key} is missing"))
    }

    /// Yes or no.
    pub fn flag(&self, key: &'static str) -> Result<Option<bool>, String> {
        self.read(key, "true or false", Value::as_bool)
    }

    /// A whole number.
    pub fn number(&self, key: &'static str) -> Result<Option<i64>, String> {
        self.read(key, "whole number", Value::as_i64)
    }

    /// A small whole number.
    pub fn small(&self, key: &'static str) -> Result<Option<u16>, String> {
        self.number(key)?
            .map(|number| {
                u16::try_from(number).map_err(|_| format!("{key}: {number} is out of range"))
            })
            .transpose()
    }

    /// The entries of a list; none if there is no list.
    pub fn list(&self, key: &'static str) -> Result<&'v [Value], String> {
        Ok(self.read(key, "list", Value::as_array)?.unwrap_or_default())
    }

    /// The texts of a list.
    pub fn texts(&self, key: &'static str) -> Result<Option<Vec<&'v str>>, String> {
        self.read(key, "list of texts", |value| {
            value.as_array()?.iter().map(Value::as_str).collect()
        })
    }

    /// A table inside this one.
    pub fn table(&self, key: &'static str) -> Result<Option<Keys<'v>>, String> {
        self.value(key).map(Keys::of).transpose()
    }

    /// Refuses keys that nobody asked for.
    pub fn finish(self) -> Result<(), String> {
        let asked = self.asked.borrow();
        match self
            .table
            .iter()
            .map(|(key, _)| key)
            .find(|key| !asked.iter().any(|known| known == key))
        {
            None => Ok(()),
            Some(unknown) => Err(format!("unknown key {unknown}")),
        }
    }
}
