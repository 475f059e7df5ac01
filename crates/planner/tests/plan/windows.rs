//! Who is planned, and from when to when: K1, K3, and U25 in the rolling reading.

use crate::office::{Office, day, k1, k3, new_k1, u25};
use planner::Optimality;
use rules::edition::{Parameter, ParameterValue, U25Mode};
use rules::facts::Supervision;

/// Enough customers to fill the targets of the first weeks.
fn crowd(count: usize) -> Vec<crate::office::Person> {
    (0..count)
        .map(|number| k1(&format!("z{number:03}"), "2026-09-01"))
        .collect()
}

#[test]
fn planning_begins_on_the_lead_day_and_ends_on_the_last_sunday() {
    let office = Office::of(crowd(60)).weeks(2);
    let plan = office.plan();
    assert_eq!(plan.horizon.lead_day, day("2026-12-02"));
    assert_eq!(plan.horizon.last_day, day("2026-12-13"));
    let days: Vec<String> = plan.horizon.days.iter().map(ToString::to_string).collect();
    assert_eq!(
        days,
        [
            "2026-12-02",
            "2026-12-03",
            "2026-12-04",
            "2026-12-07",
            "2026-12-08",
            "2026-12-09",
            "2026-12-10",
            "2026-12-11"
        ]
    );
    let first = plan.proposals.first().unwrap().date;
    assert_eq!(first, day("2026-12-02"));
    assert!(
        plan.proposals
            .iter()
            .all(|proposal| days.contains(&proposal.date.to_string()))
    );
    assert_eq!(plan.optimality, Optimality::Proven);
}

#[test]
fn no_day_of_absence_holiday_closure_or_weekend_is_used() {
    // Epiphany is a holiday here.
    let office = Office::of(crowd(300))
        .away("2026-12-24", "2027-01-01")
        .closed_on("2027-01-04");
    let plan = office.plan();
    let setting = office.setting();
    assert!(plan.proposals.len() > 200);
    for proposal in &plan.proposals {
        assert!(setting.is_available(proposal.date), "{}", proposal.date);
    }
    for off in [
        "2026-12-24",
        "2026-12-31",
        "2027-01-01",
        "2027-01-04",
        "2027-01-06",
    ] {
        assert!(!plan.horizon.days.contains(&day(off)), "{off}");
    }
}

#[test]
fn deadlines_are_the_latest_appointment_days() {
    // 15 August and four months is a Tuesday, 13 June and six months a Sunday.
    let office = Office::of([k1("a", "2026-08-15"), k3("b", "2026-06-13")]);
    let deadlines: Vec<String> = office
        .plan()
        .proposals
        .iter()
        .map(|proposal| format!("{} {}", proposal.case, proposal.deadline))
        .collect();
    assert!(
        deadlines.contains(&"a 2026-12-15".to_owned()),
        "{deadlines:?}"
    );
    assert!(
        deadlines.contains(&"b 2026-12-11".to_owned()),
        "{deadlines:?}"
    );
}

#[test]
fn whoever_has_an_open_appointment_is_not_planned() {
    assert_eq!(
        Office::of([k1("a", "2026-08-15").with("2026-12-10")])
            .days_of("a")
            .len(),
        0
    );
    // Also if it lies before the first day of planning, or today.
    assert_eq!(
        Office::of([k1("a", "2026-08-15").with("2026-11-22")])
            .days_of("a")
            .len(),
        0
    );
    // One that has passed stands in nobody's way.
    assert_eq!(
        Office::of([k1("a", "2026-08-15").with("2026-11-21")])
            .days_of("a")
            .len(),
        1
    );
}

#[test]
fn an_appointment_after_the_latest_day_is_to_be_moved_forward() {
    let plan = Office::of([k1("a", "2026-08-15").with("2026-12-20")]).plan();
    assert_eq!(plan.proposals, []);
    let advice = plan.move_forward.first().unwrap();
    assert_eq!(
        (advice.date, advice.deadline),
        (day("2026-12-20"), day("2026-12-15"))
    );
    // Whoever is overdue has nothing left to move it before.
    let plan = Office::of([k1("a", "2026-06-15").with("2026-12-20")]).plan();
    assert_eq!((plan.proposals.len(), plan.move_forward.len()), (0, 0));
}

#[test]
fn exempt_open_and_closed_customers_are_not_planned() {
    let mut exempt = k1("a", "2026-08-15");
    exempt.case.supervision = Supervision::CaseManagement;
    let mut open = k1("b", "2026-08-15");
    open.case.status = rules::Fact::Unknown;
    let mut closed = k1("c", "2026-08-15");
    closed.closed = true;
    let plan = Office::of([exempt, open, closed]).plan();
    assert_eq!((plan.proposals.len(), plan.unplaced.len()), (0, 0));
}

#[test]
fn a_category_that_stands_in_for_the_group_is_planned() {
    let mut assigned = k1("a", "2026-08-15");
    assigned.case.status = rules::Fact::Unknown;
    assigned.case.category = Some(rules::facts::Category::K1);
    assert_eq!(Office::of([assigned]).days_of("a").len(), 1);
}

#[test]
fn between_two_contacts_lies_a_gap() {
    // Seen two days ago: not before 18 December, however empty the days before are.
    let seen_lately = Office::of([k1("a", "2026-11-20")]);
    assert_eq!(seen_lately.plan().horizon.lead_day, day("2026-12-02"));
    assert_eq!(seen_lately.days_of("a"), ["2026-12-18"]);
    let shorter = seen_lately.number(Parameter::MinGapDays, 14);
    assert_eq!(shorter.days_of("a"), ["2026-12-04"]);
}

#[test]
fn the_gap_yields_to_the_deadline() {
    let agreed = || k1("a", "2026-11-20").agreed("2026-12-08");
    assert_eq!(Office::of([agreed()]).days_of("a"), ["2026-12-08"]);
    // With the caseworker away until the deadline, as far as a day on time is left.
    let away = Office::of([agreed()]).away("2026-12-05", "2026-12-20");
    assert_eq!(away.days_of("a"), ["2026-12-04"]);
}

#[test]
fn optional_consultations_fill_a_week_up_to_its_target_and_not_beyond() {
    // Deadlines after the horizon.
    let people = (0..40).map(|number| k1(&format!("{number:02}"), "2026-10-01"));
    let plan = Office::of(people).weeks(1).plan();
    assert_eq!(plan.horizon.last_day, day("2026-12-06"));
    assert_eq!(plan.proposals.len(), 24);
    assert_eq!(plan.weeks[0].lack.shortfall(), 1);
    let people = (0..40).map(|number| k1(&format!("{number:02}"), "2026-10-01"));
    let plan = Office::of(people)
        .weeks(1)
        .number(Parameter::WeeklyQuota, 10)
        .plan();
    assert_eq!(plan.proposals.len(), 10);
    assert_eq!(plan.unplaced, []);
}

#[test]
fn owed_consultations_go_beyond_the_target() {
    let people = (0..30).map(|number| k1(&format!("{number:02}"), "2026-08-04"));
    let plan = Office::of(people).number(Parameter::WeeklyQuota, 1).plan();
    assert_eq!(plan.objective.misses, 6);
    assert_eq!(plan.weeks[0].placed, 24);
}

#[test]
fn young_customers_in_the_rolling_reading_are_planned_like_the_others() {
    let rolling = ParameterValue::U25Mode(U25Mode::Rolling);
    let office =
        Office::of([u25("a", "2004-05-05", "2026-11-10")]).parameter(Parameter::U25Mode, rolling);
    // A month later, and not sooner than the gap allows.
    assert_eq!(office.days_of("a"), ["2026-12-08"]);
    assert_eq!(office.plan().proposals[0].deadline, day("2026-12-10"));
}

#[test]
fn only_the_earliest_consultation_of_somebody_new_is_a_first_one() {
    let mut young = new_k1("a", "2026-11-16");
    young.case.birth_date = rules::Fact::Known(day("2004-05-05"));
    let plan = Office::of([young, k1("b", "2026-08-15")]).plan();
    let kinds: Vec<(String, u16)> = plan
        .proposals
        .iter()
        .map(|proposal| {
            (
                format!("{} {:?}", proposal.case, proposal.kind),
                proposal.duration.0,
            )
        })
        .collect();
    let of_a: Vec<&(String, u16)> = kinds
        .iter()
        .filter(|(said, _)| said.starts_with('a'))
        .collect();
    assert_eq!(of_a[0], &("a First".to_owned(), 60));
    assert_eq!(of_a.len(), 3);
    assert!(
        of_a[1..]
            .iter()
            .all(|kind| **kind == ("a FollowUp".to_owned(), 45))
    );
    assert!(kinds.contains(&("b FollowUp".to_owned(), 45)));
}

#[test]
fn those_who_have_waited_longer_come_first() {
    let plan = Office::of([k1("a", "2026-09-20"), k1("b", "2026-08-20")]).plan();
    let order: Vec<&str> = plan
        .proposals
        .iter()
        .map(|proposal| proposal.case.as_str())
        .collect();
    assert_eq!(order, ["b", "a"]);
}
