//! U25 in calendar months.

use crate::office::{Office, day, u25};
use planner::Optimality;
use rules::edition::Parameter;

const BORN: &str = "2004-05-05";

/// The months in which somebody is planned, with their deadlines.
fn months(office: &Office) -> Vec<String> {
    let plan = office.plan();
    plan.proposals
        .iter()
        .map(|proposal| {
            let late = if proposal.late_days > 0 { " late" } else { "" };
            format!(
                "{} by {}{late}",
                proposal.date.format("%Y-%m"),
                proposal.deadline
            )
        })
        .collect()
}

#[test]
fn every_month_asks_for_a_consultation_of_its_own() {
    // The horizon ends on 28 February; 31 January is a Sunday, the 28th too.
    let office = Office::of([u25("a", BORN, "2026-11-03")]);
    assert_eq!(
        months(&office),
        [
            "2026-12 by 2026-12-31",
            "2027-01 by 2027-01-29",
            "2027-02 by 2027-02-26"
        ]
    );
    // A week less, and February does not end in the horizon.
    assert_eq!(months(&office.weeks(12)).len(), 2);
}

#[test]
fn a_month_that_is_over_before_planning_begins_is_made_up_for_in_the_month_of_the_lead_day() {
    let office = Office::of([u25("a", BORN, "2026-10-03")]);
    assert_eq!(
        months(&office),
        [
            "2026-12 by 2026-11-30 late",
            "2027-01 by 2027-01-29",
            "2027-02 by 2027-02-26"
        ]
    );
    assert_eq!(office.plan().objective.misses, 1);
}

#[test]
fn an_open_appointment_stands_for_its_month() {
    let seen = |date: &str| months(&Office::of([u25("a", BORN, "2026-11-03").with(date)]));
    assert_eq!(
        seen("2026-12-10"),
        ["2027-01 by 2027-01-29", "2027-02 by 2027-02-26"]
    );
    assert_eq!(
        seen("2026-12-01"),
        ["2027-01 by 2027-01-29", "2027-02 by 2027-02-26"]
    );
    assert_eq!(
        seen("2027-01-07"),
        ["2026-12 by 2026-12-31", "2027-02 by 2027-02-26"]
    );
    // Before the month of the deadline it stands for nothing.
    assert_eq!(seen("2026-11-27").len(), 3);
}

#[test]
fn an_appointment_from_the_month_of_the_deadline_on_stands_for_an_overdue_consultation() {
    let seen = |date: &str| months(&Office::of([u25("a", BORN, "2026-10-03").with(date)]));
    assert_eq!(
        seen("2026-11-27"),
        ["2027-01 by 2027-01-29", "2027-02 by 2027-02-26"]
    );
    assert_eq!(
        seen("2026-12-23"),
        ["2027-01 by 2027-01-29", "2027-02 by 2027-02-26"]
    );
    // Yesterday's is no longer open to anything.
    assert_eq!(seen("2026-11-21").len(), 3);
}

#[test]
fn months_that_do_not_end_before_the_birthday_ask_for_nothing() {
    let born = |born: &str| months(&Office::of([u25("a", born, "2026-11-03")])).len();
    assert_eq!(born("2002-02-01"), 2);
    assert_eq!(born("2002-01-31"), 1);
    assert_eq!(born("2002-03-01"), 3);
}

#[test]
fn nobody_is_seen_before_their_month_nor_after_a_later_one() {
    let office = Office::of([u25("a", BORN, "2026-12-01")]);
    // A contact after today counts for nothing, so the clock runs from the entry long ago.
    assert_eq!(months(&office)[0], "2026-12 by 2024-01-31 late");
    let lead = Office::of([u25("a", BORN, "2026-11-03")]).number(Parameter::LeadDays, 0);
    let days = lead.days_of("a");
    assert!(days[0].starts_with("2026-12"), "{days:?}");
}

#[test]
fn nobody_is_seen_twice_on_a_day_even_if_the_first_month_is_late() {
    // Only 11 January is left of December and January, and both months want it.
    let office = Office::of([u25("a", BORN, "2026-11-03")])
        .away("2026-12-01", "2027-01-10")
        .away("2027-01-12", "2027-01-31");
    assert_eq!(
        office.days_of("a"),
        ["2027-01-11", "2027-02-01", "2027-02-02"]
    );
    assert_eq!(
        months(&office),
        [
            "2027-01 by 2027-01-29",
            "2027-02 by 2026-12-31 late",
            "2027-02 by 2027-02-26"
        ]
    );
    let plan = office.plan();
    assert_eq!(plan.optimality, Optimality::Proven);
    assert_eq!(office.accepting(&plan.proposals).plan().proposals, []);
}

#[test]
fn two_appointments_in_a_later_month_stand_for_the_first_month_too() {
    let twice = u25("a", BORN, "2026-11-03")
        .with("2027-01-11")
        .with("2027-01-25");
    assert_eq!(months(&Office::of([twice])), ["2027-02 by 2027-02-26"]);
}

#[test]
fn the_last_working_day_of_a_month_is_that_of_the_office() {
    let office = Office::of([u25("a", BORN, "2026-11-03")]).closed_on("2027-01-29");
    assert_eq!(months(&office)[1], "2027-01 by 2027-01-28");
    assert_eq!(office.plan().horizon.last_day, day("2027-02-28"));
}
