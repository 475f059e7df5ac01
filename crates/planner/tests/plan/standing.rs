//! What stands already takes its place.

use crate::office::{Office, appointment, day, k1, left_behind};
use rules::Fact;
use rules::edition::Parameter;
use rules::facts::{Appointment, Channel, Outcome};

/// An office for one week, with so many customers who are due in it.
fn one_week(due: usize) -> Office {
    Office::of((0..due).map(|number| k1(&format!("{number:02}"), "2026-08-04"))).weeks(1)
}

fn placed(office: &Office) -> Vec<u32> {
    office.plan().weeks[0]
        .days
        .iter()
        .map(|day| day.placed)
        .collect()
}

fn with_on_wednesday(count: usize, change: impl Fn(usize, &mut Appointment)) -> Office {
    let mut office = one_week(24);
    for number in 0..count {
        let mut standing = appointment("2026-12-02", None, None);
        standing.id = format!("t{number}").as_str().into();
        change(number, &mut standing);
        office
            .people
            .push(left_behind(&format!("x{number}"), standing));
    }
    office
}

#[test]
fn appointments_of_closed_customers_fill_their_days() {
    assert_eq!(placed(&one_week(24)), [8, 8, 8]);
    assert_eq!(placed(&with_on_wednesday(3, |_, _| {})), [5, 8, 8]);
    assert_eq!(placed(&with_on_wednesday(9, |_, _| {})), [0, 8, 8]);
}

#[test]
fn cancelled_and_voided_ones_leave_their_place() {
    for outcome in [Outcome::Cancelled, Outcome::Voided] {
        let office = with_on_wednesday(3, |_, standing| standing.outcome = outcome);
        assert_eq!(placed(&office), [8, 8, 8]);
    }
}

#[test]
fn a_group_session_takes_one_place() {
    let office = with_on_wednesday(5, |_, standing| {
        standing.channel = Fact::Known(Channel::Group);
        standing.start = Fact::Known("10:00:00".parse().unwrap());
    });
    assert_eq!(placed(&office), [7, 8, 8]);
}

#[test]
fn the_target_is_what_the_quota_lacks_over_the_whole_week() {
    let mut office = one_week(0);
    assert_eq!(office.plan().weeks[0].target, 25);
    // Monday lies before the first day of planning, but in its week.
    office
        .people
        .push(left_behind("x", appointment("2026-11-30", None, None)));
    office
        .people
        .push(left_behind("y", appointment("2026-12-03", None, None)));
    assert_eq!(office.plan().weeks[0].target, 23);
    assert_eq!(
        office.number(Parameter::WeeklyQuota, 1).plan().weeks[0].target,
        0
    );
}

#[test]
fn the_days_are_filled_evenly_with_what_stands_counted() {
    let mut office = Office::of((0..16).map(|number| k1(&format!("{number:02}"), "2026-08-11")));
    office = office.number(Parameter::WeeklyQuota, 12).weeks(2);
    for number in 0..4 {
        let mut standing = appointment("2026-12-08", None, None);
        standing.id = format!("t{number}").as_str().into();
        office
            .people
            .push(left_behind(&format!("x{number}"), standing));
    }
    let plan = office.plan();
    let day = plan.weeks[1]
        .days
        .iter()
        .find(|there| there.date == day("2026-12-08"))
        .unwrap();
    assert_eq!((day.standing, day.placed), (4, 0));
}
