//! Times inside a day.

use crate::office::{Office, TODAY, appointment, day, k1, left_behind, new_k1};
use chrono::NaiveTime;
use planner::{Optimality, Plan};
use rules::edition::Parameter;
use rules::facts::ConsultationKind;

fn due_in_the_first_week(count: usize) -> Vec<crate::office::Person> {
    (0..count)
        .map(|number| k1(&format!("{number:02}"), "2026-08-04"))
        .collect()
}

/// No two consultations of a day overlap, and none lies outside of 8 to 12 and 13 to 16:30.
fn check_usual_hours(plan: &Plan) {
    let minute = |time: NaiveTime| u16::try_from((time - NaiveTime::MIN).num_minutes()).unwrap();
    let mut before: Option<(chrono::NaiveDate, u16)> = None;
    for proposal in &plan.proposals {
        let (from, to) = (
            minute(proposal.start),
            minute(proposal.start) + proposal.duration.0,
        );
        assert!(
            (480..=720).contains(&from) && to <= 720 || from >= 780 && to <= 990,
            "{proposal:?}"
        );
        if let Some((date, end)) = before {
            assert!(date < proposal.date || end <= from, "{proposal:?}");
        }
        before = Some((proposal.date, to));
    }
}

#[test]
fn consultations_lie_one_after_the_other_in_the_hours() {
    let plan = Office::of(due_in_the_first_week(24)).weeks(1).plan();
    let starts: Vec<String> = plan.proposals[..8]
        .iter()
        .map(|proposal| proposal.start.format("%H:%M").to_string())
        .collect();
    assert_eq!(
        starts,
        [
            "08:00", "08:45", "09:30", "10:15", "11:00", "13:00", "13:45", "14:30"
        ]
    );
    check_usual_hours(&plan);
    assert_eq!(plan.limited_days, []);
}

#[test]
fn what_stands_and_the_break_are_respected() {
    let mut office = Office::of(due_in_the_first_week(6))
        .weeks(1)
        .away("2026-12-03", "2026-12-31");
    let there = [("08:30", Some(60)), ("13:30", None)];
    for (start, minutes) in there {
        let standing = appointment("2026-12-02", Some(start), minutes);
        office.people.push(left_behind(start, standing));
    }
    let plan = office.plan();
    let starts: Vec<String> = plan
        .proposals
        .iter()
        .map(|proposal| proposal.start.format("%H:%M").to_string())
        .collect();
    assert_eq!(
        starts,
        ["09:30", "10:15", "11:00", "14:15", "15:00", "15:45"]
    );
    check_usual_hours(&plan);
}

#[test]
fn an_appointment_without_start_or_length_takes_as_long_as_a_follow_up() {
    let office = Office::of(due_in_the_first_week(3))
        .weeks(1)
        .away("2026-12-03", "2026-12-31")
        .hours(&[("08:00", "10:15")]);
    assert_eq!(office.plan().proposals.len(), 3);
    let mut with_one = office.clone();
    with_one
        .people
        .push(left_behind("x", appointment("2026-12-02", None, None)));
    let plan = with_one.plan();
    assert_eq!(
        (plan.proposals.len(), plan.limited_days),
        (2, vec![day("2026-12-02")])
    );
}

#[test]
fn short_hours_limit_a_day_and_the_plan_is_still_the_best() {
    let office = Office::of(due_in_the_first_week(24))
        .weeks(1)
        .hours(&[("08:00", "12:00")]);
    let plan = office.plan();
    assert_eq!(plan.proposals.len(), 15);
    assert_eq!(plan.limited_days, plan.horizon.days);
    assert_eq!(plan.optimality, Optimality::Proven);
    assert_eq!(plan.unplaced.len(), 9);
}

#[test]
fn hours_that_suffice_limit_nothing() {
    let office = Office::of(due_in_the_first_week(9))
        .weeks(1)
        .hours(&[("08:00", "12:00")]);
    assert_eq!(office.plan().limited_days, []);
}

#[test]
fn a_mixture_that_does_not_fit_is_cut_and_said_to_be_unproven() {
    // Eight places, but only seven first consultations fit into 240 and 210 minutes.
    let people = (0..24).map(|number| new_k1(&format!("{number:02}"), "2026-08-04"));
    let plan = Office::of(people).weeks(1).plan();
    assert_eq!(plan.proposals.len(), 21);
    assert!(
        plan.proposals
            .iter()
            .all(|proposal| proposal.kind == ConsultationKind::First)
    );
    assert_eq!(plan.limited_days.len(), 3);
    assert_eq!(plan.optimality, Optimality::Unproven);
    check_usual_hours(&plan);
}

#[test]
fn a_cut_that_costs_nothing_leaves_the_proof() {
    // Three hours hold four follow-ups, but only three if a first consultation is among them. Nobody
    // has waited, so it does not matter on which day the fourth is.
    let firsts = (0..3).map(|number| new_k1(&format!("b{number}"), TODAY));
    let others = (0..4).map(|number| k1(&format!("a{number}"), TODAY));
    let office = Office::of(firsts.chain(others))
        .weeks(1)
        .away("2026-12-02", "2026-12-02")
        .hours(&[("08:00", "11:00")])
        .number(Parameter::MinGapDays, 0)
        .number(Parameter::WeeklyQuota, 7);
    let plan = office.plan();
    assert_eq!(plan.proposals.len(), 7);
    assert_eq!(plan.limited_days.len(), 1);
    assert_eq!(plan.optimality, Optimality::Proven);
}

#[test]
fn without_hours_nothing_is_proposed() {
    for hours in [&[][..], &[("08:00", "08:30")]] {
        let plan = Office::of(due_in_the_first_week(3))
            .weeks(2)
            .hours(hours)
            .plan();
        assert_eq!(plan.proposals, []);
        assert_eq!(plan.unplaced.len(), 3);
        assert!(!plan.limited_days.is_empty());
    }
}
