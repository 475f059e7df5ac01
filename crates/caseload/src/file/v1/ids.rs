//! Ids are unique among their kind, and what refers to a case refers to one in the file.

use super::super::fault::{Expected, Faults, Noted};
use super::super::fields::Fields;
use super::super::place::Place;
use super::super::value::Id;
use std::collections::HashMap;

/// The ids of one kind that were met so far. The map is only asked, never gone through.
pub(crate) struct Ids<'n> {
    list: &'static str,
    index: HashMap<&'n str, usize>,
}

impl<'n> Ids<'n> {
    /// No ids yet of the objects in this list of the file.
    pub(crate) fn of(list: &'static str) -> Self {
        Ids {
            list,
            index: HashMap::new(),
        }
    }

    /// The ids of a list that has one object only.
    pub(crate) fn only(list: &'static str, id: &'n str) -> Self {
        Ids {
            list,
            index: HashMap::from([(id, 0)]),
        }
    }

    /// Reads the `id` of an object and takes it; one that is taken already is noted.
    pub(crate) fn fresh(
        &mut self,
        fields: &mut Fields<'n, '_>,
        faults: &mut Faults,
    ) -> Result<&'n str, Noted> {
        let Id(id) = fields.required("id", faults)?;
        if let Some(first) = self.index.get(id) {
            let list = Place::FILE.field(self.list, 0);
            let (taken, _) = list.item(*first).field("id", 0).resolve();
            return Err(fields.unexpected("id", Expected::FreshId { taken }, faults));
        }
        self.index.insert(id, fields.index());
        Ok(id)
    }

    /// Reads the `case` of an object: the index of the case that it refers to, and its id.
    pub(crate) fn case(
        &self,
        fields: &mut Fields<'n, '_>,
        faults: &mut Faults,
    ) -> Result<(usize, &'n str), Noted> {
        let Id(id) = fields.required("case", faults)?;
        match self.index.get(id) {
            Some(index) => Ok((*index, id)),
            None => Err(fields.unexpected("case", Expected::KnownCase, faults)),
        }
    }
}
