//! A reason holds exactly as long as the facts that it was given for.

use super::{keep, kept};
use crate::record::{Caseload, Customer, CustomerNumber};
use chrono::NaiveDate;
use rules::facts::{Category, Contact, FederalState, Origin, Status};
use rules::{CategoryProblem, Problem};
use rules::{Fact, Finding, Rule, Severity, Subject};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn finding(rule: Rule, subject: Subject) -> Finding {
    Finding {
        rule,
        severity: Severity::Warning,
        subject,
        problem: Problem::Category(CategoryProblem::K3MarkerNotSet),
        grounds: Vec::new(),
        correction: None,
    }
}

fn caseload() -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    let mut customer = Customer::new("c-1".into(), CustomerNumber::new("617D1").unwrap());
    customer.facts.status = Fact::Known(Status::Unemployed);
    customer.facts.category = Some(Category::K3);
    for id in ["k-1", "k-2"] {
        let contact = Contact::bare(id.into(), today(), Origin::Entered);
        customer.contacts.push(contact);
    }
    caseload.customers.push(customer.into());
    caseload
}

/// Whether the finding is still left as it is after a change.
fn holds(finding: &Finding, change: impl FnOnce(&mut Customer)) -> bool {
    let mut caseload = caseload();
    let mut customer = Customer::clone(caseload.customers.first().unwrap());
    let exception = keep(&customer, finding, "besprochen", today());
    caseload.exceptions.push(exception);
    change(&mut customer);
    kept(&caseload, &customer, finding).is_some()
}

#[test]
fn a_reason_ends_with_a_fact_that_it_rests_on() {
    let marker = finding(Rule::E6, Subject::Case);
    assert!(holds(&marker, |_| {}));
    assert!(holds(&marker, |own| own.note = Some("Anruf".to_owned())));
    assert!(holds(&marker, |own| own.contacts.clear()));
    assert!(!holds(&marker, |own| own.facts.status = Fact::Unknown));
    assert!(!holds(&marker, |own| own.facts.category = None));

    let phases = finding(Rule::C7, Subject::Case);
    assert!(holds(&phases, |own| own.facts.status = Fact::Unknown));
    assert!(!holds(&phases, |own| own.facts.four_phases.goal =
        Fact::Known(true)));

    let contact = finding(Rule::C1, Subject::Contact("k-1".into()));
    let change = |place: usize| {
        move |own: &mut Customer| {
            let contact = own.contacts.get_mut(place).unwrap();
            contact.plan_updated = Fact::Known(false);
        }
    };
    assert!(holds(&contact, change(1)));
    assert!(!holds(&contact, change(0)));
}

#[test]
fn a_reason_is_for_one_rule_and_one_finding() {
    let mut caseload = caseload();
    let customer = caseload.customers.first().unwrap().clone();
    let first = finding(Rule::C1, Subject::Contact("k-1".into()));
    caseload
        .exceptions
        .push(keep(&customer, &first, "besprochen", today()));
    assert!(kept(&caseload, &customer, &first).is_some());
    let second = finding(Rule::C1, Subject::Contact("k-2".into()));
    assert!(kept(&caseload, &customer, &second).is_none());
    let other = finding(Rule::C2, Subject::Contact("k-1".into()));
    assert!(kept(&caseload, &customer, &other).is_none());
    let graver = Finding {
        severity: Severity::Error,
        ..first
    };
    assert!(kept(&caseload, &customer, &graver).is_none());
}

#[test]
fn an_exception_from_elsewhere_holds_for_its_rule() {
    let mut caseload = caseload();
    let customer = caseload.customers.first().unwrap().clone();
    let marker = finding(Rule::E6, Subject::Case);
    let mut exception = keep(&customer, &marker, "besprochen", today());
    exception.id = "x-1".to_owned();
    caseload.exceptions.push(exception);
    assert!(kept(&caseload, &customer, &marker).is_some());
    assert!(kept(&caseload, &customer, &finding(Rule::E1, Subject::Case)).is_none());
}
