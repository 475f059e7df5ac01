//! The rules over a whole caseload: one result per customer who is not closed.
//!
//! A change touches one customer of thousands, so an overview can be made from the one before it:
//! whoever both caseloads share keeps their result.

use crate::record::{Caseload, Customer};
use crate::sharing::places_before;
use chrono::NaiveDate;
use rules::edition::{Edition, EditionError};
use rules::ordering::sort_by;
use rules::{Dossier, Due, DueState, Setting, due_rank};
use std::sync::Arc;

/// What the rules say about a caseload on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Day, edition and working days it was made for.
    pub setting: Setting,
    /// One entry per customer who is not closed, in the order of the caseload.
    pub entries: Vec<Entry>,
}

/// The result for one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Place of the customer in [`Caseload::customers`].
    pub customer: usize,
    /// What the rules say; shared with the overview before, where it is still the same customer.
    pub due: Arc<Due>,
}

/// Runs the rules over every customer who is not closed on `today`.
///
/// # Errors
/// [`EditionError`] if the caseload's edition does not hold on `today`.
pub fn overview(caseload: &Caseload, today: NaiveDate) -> Result<Overview, EditionError> {
    let setting = setting(caseload, today)?;
    Ok(Overview::made(caseload, setting, |_| None))
}

/// What all customers of a caseload share on `today`.
fn setting(caseload: &Caseload, today: NaiveDate) -> Result<Setting, EditionError> {
    let edition = Edition::in_force(caseload.edition, today, &caseload.parameters)?;
    Ok(Setting::new(today, edition, &caseload.caseworker.office))
}

/// Runs the rules over one customer.
pub fn evaluate(customer: &Customer, setting: &Setting) -> Due {
    rules::evaluate(
        &customer.facts,
        &customer.contacts,
        &customer.appointments,
        setting,
    )
}

/// What checking and figures ask about a customer, with the result for it.
pub(crate) fn dossier<'d>(customer: &'d Customer, due: &'d Due) -> Dossier<'d> {
    Dossier {
        case: &customer.facts,
        contacts: &customer.contacts,
        appointments: &customer.appointments,
        due,
    }
}

impl Overview {
    /// The overview of `caseload` on `today`, equal to that of [`overview()`]; `self` is that of
    /// `before`. Only customers whom the two do not share are judged anew, all of them if the day,
    /// the edition or the office is another.
    ///
    /// # Errors
    /// [`EditionError`] if the caseload's edition does not hold on `today`.
    pub fn renewed(
        &self,
        before: &Caseload,
        caseload: &Caseload,
        today: NaiveDate,
    ) -> Result<Self, EditionError> {
        let setting = setting(caseload, today)?;
        if setting != self.setting {
            return Ok(Self::made(caseload, setting, |_| None));
        }
        let places = places_before(&before.customers, &caseload.customers);
        // Shared customers stand in the same order in both, so their entries come one by one.
        let mut entries = self.entries.iter().peekable();
        Ok(Self::made(caseload, setting, |customer| {
            let place = (*places.get(customer)?)?;
            while entries.next_if(|entry| entry.customer < place).is_some() {}
            let entry = entries.next_if(|entry| entry.customer == place)?;
            Some(Arc::clone(&entry.due))
        }))
    }

    /// Judges everybody who is not closed and of whom nothing is `known`. That is asked about
    /// ascending places.
    fn made(
        caseload: &Caseload,
        setting: Setting,
        mut known: impl FnMut(usize) -> Option<Arc<Due>>,
    ) -> Self {
        let mut entries = Vec::with_capacity(caseload.customers.len());
        for (place, customer) in caseload.customers.iter().enumerate() {
            if !customer.is_closed(setting.today) {
                let due = known(place).unwrap_or_else(|| evaluate(customer, &setting).into());
                entries.push(Entry {
                    customer: place,
                    due,
                });
            }
        }
        Overview { setting, entries }
    }

    /// Puts places of [`Overview::entries`] into the order of the due list; soon done where they are
    /// nearly in it, as those of an overview before.
    pub fn due_order(
        &self,
        caseload: &Caseload,
        places: impl Iterator<Item = usize>,
    ) -> Vec<usize> {
        let mut ranked: Vec<_> = places
            .filter_map(|place| {
                let entry = self.entries.get(place)?;
                let customer = caseload.customers.get(entry.customer);
                let number = customer.map(|customer| &customer.number);
                // Two with one number keep the order of the caseload.
                Some((due_rank(&entry.due), number, place))
            })
            .collect();
        sort_by(&mut ranked, Ord::cmp);
        ranked.into_iter().map(|(.., place)| place).collect()
    }

    /// What the rules say about each customer of `caseload`, in its order; `None` for closed ones.
    pub fn by_customer(&self, caseload: &Caseload) -> Vec<Option<&Due>> {
        let mut results = vec![None; caseload.customers.len()];
        for Entry { customer, due } in &self.entries {
            if let Some(result) = results.get_mut(*customer) {
                *result = Some(due.as_ref());
            }
        }
        results
    }

    /// The entries in the order of the due list.
    pub fn in_due_order(&self, caseload: &Caseload) -> Vec<&Entry> {
        let order = self.due_order(caseload, 0..self.entries.len());
        let entries = order.into_iter().map(|place| self.entries.get(place));
        entries.flatten().collect()
    }

    /// How many customers are in each state, in the order of the states; zeros included.
    pub fn counts(&self) -> [(DueState, usize); 8] {
        let mut counts = DueState::ALL.map(|state| (state, 0));
        for entry in &self.entries {
            for (state, count) in &mut counts {
                *count += usize::from(*state == entry.due.state);
            }
        }
        counts
    }
}
