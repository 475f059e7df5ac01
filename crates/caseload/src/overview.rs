//! The rules over a whole caseload: one result per customer who is not closed.

use crate::record::{Caseload, Customer};
use chrono::NaiveDate;
use rules::edition::{Edition, EditionError};
use rules::ordering::sort_by;
use rules::{Dossier, Due, DueState, Setting, due_rank};

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
    /// What the rules say.
    pub due: Due,
}

/// Runs the rules over every customer who is not closed on `today`.
///
/// # Errors
/// [`EditionError`] if the caseload's edition does not hold on `today`.
pub fn overview(caseload: &Caseload, today: NaiveDate) -> Result<Overview, EditionError> {
    let edition = Edition::in_force(caseload.edition, today, &caseload.parameters)?;
    let setting = Setting::new(today, edition, &caseload.caseworker.office);
    let entries = caseload
        .customers
        .iter()
        .enumerate()
        .filter(|(_, customer)| !customer.is_closed(today))
        .map(|(index, customer)| Entry {
            customer: index,
            due: evaluate(customer, &setting),
        })
        .collect();
    Ok(Overview { setting, entries })
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
    /// The entries in the order of the due list.
    pub fn in_due_order<'a>(&'a self, caseload: &'a Caseload) -> Vec<&'a Entry> {
        let ranked = self.entries.iter().map(|entry| {
            let number = caseload
                .customers
                .get(entry.customer)
                .map(|customer| &customer.number);
            ((due_rank(&entry.due), number), entry)
        });
        let mut ranked: Vec<_> = ranked.collect();
        sort_by(&mut ranked, |(one, _), (other, _)| one.cmp(other));
        ranked.into_iter().map(|(_, entry)| entry).collect()
    }

    /// How many customers are in each state, in the order of the states; zeros included.
    pub fn counts(&self) -> [(DueState, usize); 8] {
        DueState::ALL.map(|state| {
            (
                state,
                self.entries
                    .iter()
                    .filter(|entry| entry.due.state == state)
                    .count(),
            )
        })
    }
}
