//! Figures over a whole caseload: who is in them on which day, closed customers above all.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::{
    Caseload, Customer, CustomerNumber, FollowUp, follow_up, overview, sample, schedule,
};
use chrono::NaiveDate;
use rules::calendar::IsoWeek;
use rules::facts::{
    Appointment, Case, CaseId, Channel, Contact, ContactId, FederalState, Origin, Outcome, Profile,
    Status,
};
use rules::{Density, Division, ExemptCustomers, Fact, SampleRequest, Share};

const TODAY: &str = "2026-11-22";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A K1 customer since 2025, seen in person on these days.
fn seen(id: &str, days: &[&str]) -> Customer {
    let facts = Case {
        birth_date: Fact::Known(day("1985-03-10")),
        in_care_since: Fact::Known(day("2025-01-01")),
        status: Fact::Known(Status::Unemployed),
        profile: Fact::Known(Profile::F),
        progress_expected: Fact::Known(true),
        ..Case::default()
    };
    let contacts = days.iter().map(|date| Contact {
        channel: Fact::Known(Channel::InPerson),
        ..Contact::bare(ContactId::from(*date), day(date), Origin::Entered)
    });
    Customer {
        facts,
        contacts: contacts.collect(),
        ..Customer::new(CaseId::from(id), CustomerNumber::new(id).unwrap())
    }
}

/// The customer, closed on a day.
fn closed(customer: Customer, on: &str) -> Customer {
    Customer {
        closed_on: Some(day(on)),
        ..customer
    }
}

/// An appointment that was held.
fn held(date: &str) -> Appointment {
    Appointment {
        outcome: Outcome::Held,
        ..Appointment::bare("t".into(), "c".into(), day(date), Origin::Entered)
    }
}

fn caseload(customers: Vec<Customer>) -> Caseload {
    Caseload {
        customers: customers.into_iter().map(Into::into).collect(),
        ..Caseload::empty(FederalState::BW)
    }
}

fn figures(caseload: &Caseload) -> FollowUp {
    follow_up(caseload, &overview(caseload, day(TODAY)).unwrap())
}

fn at(figures: &FollowUp, last_day: &str) -> Option<Density> {
    let month = figures
        .months
        .iter()
        .find(|month| month.last_day == day(last_day));
    month.unwrap().density
}

fn share(part: u32, of: u32) -> Share {
    Share { part, of }
}

#[test]
fn the_density_follows_who_was_in_care_at_each_end_of_a_month() {
    let all = caseload(vec![
        seen("stays", &["2026-06-10", "2026-11-02"]),
        closed(seen("left", &["2026-06-10"]), "2026-10-31"),
    ]);
    let figures = figures(&all);
    assert_eq!(figures.now.all, share(1, 1));
    assert_eq!(figures.months.len(), 12);
    // Both were seen four months ago or less.
    assert_eq!(
        at(&figures, "2026-09-30").map(|then| then.all),
        Some(share(2, 2))
    );
    // Whoever is closed on the last day of a month is not in care on it.
    assert_eq!(
        at(&figures, "2026-10-31").map(|then| then.k1),
        Some(share(0, 1))
    );
}

#[test]
fn there_is_no_figure_before_the_edition() {
    let all = caseload(vec![seen("c", &["2025-10-01"])]);
    let overview = overview(&all, day("2026-01-15")).unwrap();
    let figures = follow_up(&all, &overview);
    assert_eq!(at(&figures, "2025-10-31"), None);
    assert_eq!(
        at(&figures, "2025-11-30").map(|then| then.all),
        Some(share(1, 1))
    );
}

#[test]
fn work_with_customers_closed_since_stays_in_the_figures_of_the_year() {
    let mut left = closed(seen("left", &["2026-06-10"]), "2026-08-01");
    left.appointments = vec![held("2026-06-10")];
    let figures = figures(&caseload(vec![left]));
    assert_eq!(figures.year.channels.in_person, share(1, 1));
    assert_eq!(figures.year.attendance, share(1, 1));
    assert_eq!(figures.now.all, share(0, 0));
}

#[test]
fn slots_of_closed_customers_are_taken_all_the_same() {
    let mut left = closed(seen("left", &[]), "2026-11-01");
    left.appointments = vec![held("2026-12-07")];
    let all = caseload(vec![left]);
    let setting = overview(&all, day(TODAY)).unwrap().setting;
    let schedule = schedule(&all, &setting);
    assert_eq!(schedule.taken(day("2026-12-07")), 1);
    assert_eq!(schedule.scheduled(IsoWeek::of(day("2026-12-07"))), 1);
}

#[test]
fn closed_customers_are_never_drawn() {
    let all = caseload(vec![
        closed(seen("left", &[]), TODAY),
        seen("stays", &[]),
        closed(seen("leaves", &[]), "2026-11-23"),
    ]);
    let overview = overview(&all, day(TODAY)).unwrap();
    let request = SampleRequest {
        seed: "7".to_owned(),
        size: 10,
        division: Division::Together,
        exempt: ExemptCustomers::Drawn,
    };
    let drawn = sample(&all, &overview, &request);
    let mut ids: Vec<&str> = drawn.iter().map(|drawn| drawn.case.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["leaves", "stays"]);
}
