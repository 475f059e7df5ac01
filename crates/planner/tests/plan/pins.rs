//! Proposals that the user fixed.

use crate::office::{Office, appointment, day, k1, left_behind, u25};
use planner::PinRefusal;
use rules::edition::Parameter;

fn refusals(office: &Office) -> Vec<(String, PinRefusal)> {
    let refused = office.plan().refused_pins;
    refused
        .iter()
        .map(|refused| (refused.pin.case.to_string(), refused.reason))
        .collect()
}

#[test]
fn a_pin_takes_its_place_and_its_customer_needs_no_other() {
    let office =
        Office::of((0..24).map(|number| k1(&format!("{number:02}"), "2026-08-04"))).weeks(1);
    let pinned = office.clone().pin("05", "2026-12-03");
    assert!(pinned.days_of("05").is_empty());
    let plan = pinned.plan();
    assert_eq!(plan.refused_pins, []);
    assert_eq!(plan.proposals.len(), 23);
    let thursday = plan.weeks[0].days[1];
    assert_eq!(
        (thursday.date, thursday.standing, thursday.placed),
        (day("2026-12-03"), 1, 7)
    );
    assert_eq!(plan.weeks[0].target, 24);
}

#[test]
fn a_pin_in_time_makes_moving_forward_unnecessary() {
    let late = Office::of([k1("a", "2026-08-15").with("2026-12-20")]);
    assert_eq!(late.plan().move_forward.len(), 1);
    assert_eq!(
        late.clone()
            .pin("a", "2026-12-16")
            .plan()
            .move_forward
            .len(),
        1
    );
    assert_eq!(late.pin("a", "2026-12-15").plan().move_forward.len(), 0);
}

#[test]
fn a_pin_stands_for_its_month_only() {
    let office = Office::of([u25("a", "2004-05-05", "2026-11-03")]).pin("a", "2027-01-11");
    let months: Vec<String> = office
        .days_of("a")
        .iter()
        .map(|day| day[..7].to_owned())
        .collect();
    assert_eq!(months, ["2026-12", "2027-02"]);
}

#[test]
fn a_pin_that_contradicts_the_calendar_is_refused_with_a_reason() {
    let office = Office::of([
        k1("a", "2026-08-15"),
        k1("b", "2026-08-15").with("2026-12-09"),
    ])
    .away("2026-12-10", "2026-12-10");
    for (case, date, reason) in [
        ("nobody", "2026-12-03", PinRefusal::UnknownCustomer),
        ("a", "2026-12-01", PinRefusal::DayNotAvailable),
        ("a", "2026-12-05", PinRefusal::DayNotAvailable),
        ("a", "2026-12-10", PinRefusal::DayNotAvailable),
        ("a", "2028-12-11", PinRefusal::DayNotAvailable),
        ("b", "2026-12-09", PinRefusal::TwiceOnOneDay),
    ] {
        let pinned = office.clone().pin(case, date);
        assert_eq!(refusals(&pinned), [(case.to_owned(), reason)], "{date}");
        assert_eq!(pinned.days_of("a"), office.days_of("a"));
    }
}

#[test]
fn of_pins_that_contradict_each_other_the_first_stays() {
    let people = ["a", "b", "c"].map(|id| k1(id, "2026-08-15"));
    let office = Office::of(people).number(Parameter::MaxPerDay, 2);
    let full = office
        .clone()
        .pin("c", "2026-12-03")
        .pin("a", "2026-12-03")
        .pin("b", "2026-12-03");
    assert_eq!(refusals(&full), [("c".to_owned(), PinRefusal::DayFull)]);
    let twice = office.pin("a", "2026-12-03").pin("a", "2026-12-03");
    assert_eq!(
        refusals(&twice),
        [("a".to_owned(), PinRefusal::TwiceOnOneDay)]
    );
}

#[test]
fn closed_customers_cannot_be_pinned() {
    let office = Office::of([left_behind("x", appointment("2026-12-09", None, None))]);
    let pinned = office.pin("x", "2026-12-03");
    assert_eq!(
        refusals(&pinned),
        [("x".to_owned(), PinRefusal::UnknownCustomer)]
    );
}
