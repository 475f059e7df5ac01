//! Joining a return with what the owner has now.

use super::three_way::joined;
use super::{Return, part};
use crate::comparison::{ELSEWHERE, Owners};
use crate::file::ReadError;
use crate::history::wording::line::Line;
use crate::history::wording::{
    customer_lines, exception_lines, exception_name, listed, transfer_lines, transfer_name,
};
use crate::record::{Caseload, Customer, CustomerNumber};
use rules::facts::CaseId;
use std::borrow::Cow;
use std::sync::Arc;

/// Whose version of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The owner's, as it is here.
    Owner,
    /// The deputy's, as it came back.
    Deputy,
}

/// What joining a return with what is here results in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The owner's caseload with the return in it.
    pub caseload: Caseload,
    /// Customers of whom both sides changed something differently, in the order of the return.
    pub contested: Vec<Contested>,
    /// What of the return cannot be taken at all.
    pub not_taken: Vec<NotTaken>,
}

/// A customer of whom both sides changed something differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// Identifier of the case.
    pub case: CaseId,
    /// Its number.
    pub number: CustomerNumber,
    /// What differs, in German: "Status: hier arbeitslos, bei der Vertretung arbeitsuchend".
    pub lines: Vec<String>,
    /// Whose stand.
    pub side: Side,
}

/// Something that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// Number of the customer.
    pub number: CustomerNumber,
    /// What and why, in German.
    pub line: String,
}

/// Joins a return with what the owner has now: whatever one of them changed since the hand-over is
/// taken. Where both changed the same differently, the owner's stands, and the deputy's for customers
/// in `for_deputy`. Joining a second time changes nothing more, and customers who were not lent stay as
/// they are. Nobody comes into the caseload, or goes out of it, but whom the owner removed while the
/// deputy changed something: those come back if they are in `for_deputy`.
///
/// # Errors
/// [`ReadError`] if what comes out is no caseload; of a sound file it always is.
pub fn returned(
    back: &Return,
    owner: &Caseload,
    for_deputy: &[CaseId],
) -> Result<Merge, ReadError> {
    let mut taking = Taking {
        back,
        owners: Owners::of(owner),
        own: owner.clone(),
        cases: Vec::new(),
        contested: Vec::new(),
        not_taken: Vec::new(),
    };
    let customers = back.now.customers.iter();
    let mut now = Vec::new();
    for other in customers {
        if let Some(was) = back.lent.base.customer(&other.id)
            && let Some(part) = taking.customer(was, other, owner.customer(&other.id), for_deputy)
        {
            taking.cases.push(other.id.clone());
            now.push(part);
        }
    }
    let base = part(&back.lent.base, &taking.cases);
    let mut deputy = part(&back.now, &taking.cases);
    deputy.customers = now;
    taking.entries(&mut deputy);

    let Taking {
        own,
        cases,
        mut contested,
        not_taken,
        ..
    } = taking;
    let the_other_way: Vec<CaseId> = cases
        .iter()
        .filter(|case| !for_deputy.contains(case))
        .cloned()
        .collect();
    let caseload = joined(&base, &own, &deputy, for_deputy)?;
    let other = joined(&base, &own, &deputy, &the_other_way)?;
    for case in &cases {
        let (side, lines) = if for_deputy.contains(case) {
            (Side::Deputy, differences(&other, &caseload, case))
        } else {
            (Side::Owner, differences(&caseload, &other, case))
        };
        if let Some(customer) = caseload.customer(case)
            && !lines.is_empty()
        {
            contested.push(Contested {
                case: case.clone(),
                number: customer.number.clone(),
                lines: lines.iter().map(Line::here_and_deputy).collect(),
                side,
            });
        }
    }
    Ok(Merge {
        caseload,
        contested,
        not_taken,
    })
}

/// A return on its way in.
struct Taking<'b> {
    back: &'b Return,
    owners: Owners<'b>,
    /// The owner's caseload, with customers who come back as they were lent.
    own: Caseload,
    cases: Vec<CaseId>,
    contested: Vec<Contested>,
    not_taken: Vec<NotTaken>,
}

impl Taking<'_> {
    /// What of a customer can be taken; `None` if nothing can, or nothing has to be.
    fn customer(
        &mut self,
        was: &Customer,
        other: &Arc<Customer>,
        own: Option<&Customer>,
        for_deputy: &[CaseId],
    ) -> Option<Arc<Customer>> {
        let Some(own) = own else {
            return self.removed(was, other, for_deputy);
        };
        let (part, lines) = self.owners.part_of(other);
        for line in lines {
            self.refuse(own, line);
        }
        let mut part = match part {
            Cow::Borrowed(_) => Arc::clone(other),
            Cow::Owned(part) => Arc::new(part),
        };
        if other.number != own.number && self.owners.has_number(&other.number, &own.id) {
            let line = format!("Kundennummer {}: ist hier schon vergeben", other.number);
            self.refuse(own, line);
            Arc::make_mut(&mut part).number.clone_from(&was.number);
        }
        Some(part)
    }

    /// A customer whom the owner has removed meanwhile.
    fn removed(
        &mut self,
        was: &Customer,
        other: &Arc<Customer>,
        for_deputy: &[CaseId],
    ) -> Option<Arc<Customer>> {
        let case = std::slice::from_ref(&was.id);
        let [before, after] = [&self.back.lent.base, &self.back.now].map(|all| part(all, case));
        let is_same = before.customers == after.customers
            && before.exceptions == after.exceptions
            && before.transfers == after.transfers;
        if is_same {
            return None;
        }
        if self.owners.has_number(&other.number, &other.id)
            || !self.owners.part_of(other).1.is_empty()
        {
            let line = "Fall: hier entfernt, Nummer oder Kennungen sind inzwischen anders vergeben";
            self.refuse(was, line.to_owned());
            return None;
        }
        let side = if for_deputy.contains(&was.id) {
            Side::Deputy
        } else {
            Side::Owner
        };
        self.contested.push(Contested {
            case: was.id.clone(),
            number: was.number.clone(),
            lines: vec!["Fall: hier entfernt, bei der Vertretung geändert".to_owned()],
            side,
        });
        match side {
            Side::Owner => None,
            Side::Deputy => {
                self.own.customers.extend(before.customers);
                self.own.exceptions.extend(before.exceptions);
                self.own.transfers.extend(before.transfers);
                Some(Arc::clone(other))
            }
        }
    }

    /// Leaves out exceptions and transfers under identifiers that are somebody else's here.
    fn entries(&mut self, deputy: &mut Caseload) {
        let mut refused = Vec::new();
        deputy.exceptions.retain(|entry| {
            let is_free = self.owners.leave_entry(&entry.id, &entry.case);
            if !is_free {
                refused.push((entry.case.clone(), exception_name(entry)));
            }
            is_free
        });
        deputy.transfers.retain(|entry| {
            let is_free = self.owners.leave_entry(&entry.id, &entry.case);
            if !is_free {
                refused.push((entry.case.clone(), transfer_name(entry)));
            }
            is_free
        });
        for (case, name) in refused {
            if let Some(customer) = deputy.customer(&case) {
                self.refuse(customer, format!("{name}: {ELSEWHERE}"));
            }
        }
    }

    fn refuse(&mut self, customer: &Customer, line: String) {
        self.not_taken.push(NotTaken {
            number: customer.number.clone(),
            line,
        });
    }
}

/// What differs about a customer, belongings included.
fn differences(before: &Caseload, after: &Caseload, case: &CaseId) -> Vec<Line> {
    let only = std::slice::from_ref(case);
    let (before, after) = (part(before, only), part(after, only));
    let mut lines = match (before.customers.as_slice(), after.customers.as_slice()) {
        ([before], [after]) => customer_lines(before, after),
        _ => Vec::new(),
    };
    lines.extend(listed(
        &before.exceptions,
        &after.exceptions,
        |entry| &entry.id,
        exception_name,
        exception_lines,
    ));
    lines.extend(listed(
        &before.transfers,
        &after.transfers,
        |entry| &entry.id,
        transfer_name,
        transfer_lines,
    ));
    lines
}
