//! The dry run of a restore.

use crate::history::wording::line::Line;
use crate::history::wording::{
    caseworker_lines, customer_lines, edition_line, exception_lines, parameters_line,
    transfer_lines,
};
use crate::record::{Caseload, Customer, CustomerNumber};
use rules::facts::CaseId;
use rules::ordering::OrderedMap;
use rules::ordering::{self, sort_by};
use std::sync::Arc;

/// What differs between what is here and a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Customers of whom something differs, by number, then by identifier.
    pub customers: Vec<Compared>,
    /// How many customers are the same.
    pub unchanged: usize,
    /// What differs besides customers: the office, its numbers, exceptions, transfers; in German.
    pub general: Vec<String>,
}

/// One customer of whom something differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Identifier.
    pub case: CaseId,
    /// Number; that of here, if there is one.
    pub number: CustomerNumber,
    /// Name, if it is known; that of here, if there is one.
    pub name: Option<String>,
    /// In what way.
    pub relation: Relation,
}

/// How a customer here relates to the same one in a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// Only in the backup: restoring brings them.
    New,
    /// In both, with what differs: "Status: hier arbeitslos, in der Sicherung arbeitsuchend".
    Changed(Vec<String>),
    /// Only here: restoring takes them away.
    Gone,
}

impl Relation {
    /// Its German name.
    pub fn label(&self) -> &'static str {
        match self {
            Relation::New => "neu",
            Relation::Changed(_) => "geändert",
            Relation::Gone => "entfällt",
        }
    }
}

impl Comparison {
    /// Whether restoring the backup would change nothing that can be seen.
    pub fn is_same(&self) -> bool {
        self.customers.is_empty() && self.general.is_empty()
    }
}

/// How two caseloads are set side by side.
#[derive(Clone, Copy)]
struct Telling {
    line: fn(&Line) -> String,
    /// What is said of entries that are only in the first, only in the second, and different.
    counts: [&'static str; 3],
}

/// What differs between what is here and a backup. The order of customers is not looked at.
pub fn compare(present: &Caseload, backup: &Caseload) -> Comparison {
    let telling = Telling {
        line: Line::here_and_there,
        counts: ["nur hier", "nur in der Sicherung", "verschieden"],
    };
    compared_by(present, backup, telling)
}

/// What a change of the whole caseload makes different: "Status: arbeitslos → arbeitsuchend".
pub fn changes(before: &Caseload, after: &Caseload) -> Comparison {
    let telling = Telling {
        line: Line::to_string,
        counts: ["entfallen", "neu", "geändert"],
    };
    compared_by(before, after, telling)
}

fn compared_by(present: &Caseload, other: &Caseload, telling: Telling) -> Comparison {
    let here = by_id(present);
    let there = by_id(other);
    let mut customers = Vec::new();
    let mut unchanged = 0;
    for customer in here.values() {
        match there.get(&customer.id) {
            None => customers.push(compared(customer, Relation::Gone)),
            Some(other) if other == customer => unchanged += 1,
            Some(other) => {
                let lines = customer_lines(customer, other);
                let lines = lines.iter().map(telling.line).collect();
                let mut changed = compared(customer, Relation::Changed(lines));
                changed.name = changed.name.or_else(|| other.name.clone());
                customers.push(changed);
            }
        }
    }
    let new = there.values().filter(|other| !here.contains_key(&other.id));
    customers.extend(new.map(|customer| compared(customer, Relation::New)));
    sort_by(&mut customers, |one, other| {
        let by_number = one.number.cmp(&other.number);
        by_number.then_with(|| one.case.cmp(&other.case))
    });
    Comparison {
        customers,
        unchanged,
        general: general(present, other, telling),
    }
}

fn by_id(caseload: &Caseload) -> OrderedMap<&CaseId, &Arc<Customer>> {
    let customers = caseload.customers.iter();
    customers.map(|customer| (&customer.id, customer)).collect()
}

fn compared(customer: &Customer, relation: Relation) -> Compared {
    Compared {
        case: customer.id.clone(),
        number: customer.number.clone(),
        name: customer.name.clone(),
        relation,
    }
}

fn general(present: &Caseload, other: &Caseload, telling: Telling) -> Vec<String> {
    let mut general = differing_office(present, other, telling.line);
    general.extend(counted(
        "Ausnahmen",
        [&present.exceptions, &other.exceptions],
        |entry| &entry.id,
        |here, there| !exception_lines(here, there).is_empty(),
        telling,
    ));
    general.extend(counted(
        "Übertragsliste",
        [&present.transfers, &other.transfers],
        |entry| &entry.id,
        |here, there| !transfer_lines(here, there).is_empty(),
        telling,
    ));
    general
}

/// What differs about the edition, the office and its numbers.
pub(super) fn office_lines(present: &Caseload, backup: &Caseload) -> Vec<String> {
    differing_office(present, backup, Line::here_and_there)
}

fn differing_office(
    present: &Caseload,
    other: &Caseload,
    tell: fn(&Line) -> String,
) -> Vec<String> {
    let mut lines = edition_line(present.edition, other.edition);
    lines.extend(caseworker_lines(&present.caseworker, &other.caseworker));
    lines.extend(parameters_line(&present.parameters, &other.parameters));
    lines.iter().map(tell).collect()
}

/// "Ausnahmen: 1 nur hier, 2 nur in der Sicherung, 1 verschieden"; `None` if all are the same.
fn counted<T>(
    what: &str,
    [present, other]: [&[T]; 2],
    key: fn(&T) -> &String,
    differ: fn(&T, &T) -> bool,
    telling: Telling,
) -> Option<String> {
    let mut here: OrderedMap<&String, &T> =
        ordering::map(present.iter().map(|entry| (key(entry), entry)));
    let (mut only_there, mut different) = (0_usize, 0_usize);
    for entry in other {
        match here.remove(key(entry)) {
            None => only_there += 1,
            Some(own) => different += usize::from(differ(own, entry)),
        }
    }
    let counts = [here.len(), only_there, different];
    let parts: Vec<String> = counts
        .into_iter()
        .zip(telling.counts)
        .filter(|(count, _)| *count > 0)
        .map(|(count, side)| format!("{count} {side}"))
        .collect();
    (!parts.is_empty()).then(|| format!("{what}: {}", parts.join(", ")))
}
