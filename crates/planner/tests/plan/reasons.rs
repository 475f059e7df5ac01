//! What the plan says, in German.

use crate::office::{Office, appointment, k1, left_behind, u25};
use planner::wording::{move_forward, pin_refusal, proposal_reason, unplaced_reason, week_need};
use rules::Fact;
use rules::edition::Parameter;
use rules::facts::{Appointment, Channel, Outcome};

fn first_reason(office: &Office) -> String {
    proposal_reason(office.plan().proposals.first().unwrap())
}

#[test]
fn a_proposal_says_why_this_day() {
    let mut office = Office::of([k1("a", "2026-08-15")]);
    assert_eq!(
        first_reason(&office),
        "spätestens 15.12.2026; Tag mit 1 von 8, Woche 1 von 25"
    );
    office
        .people
        .push(left_behind("x", appointment("2026-12-03", None, None)));
    let office = office
        .away("2026-12-02", "2026-12-02")
        .away("2026-12-04", "2027-01-31");
    assert_eq!(
        first_reason(&office),
        "spätestens 15.12.2026; Tag mit 2 von 8, Woche 1 von 24"
    );
}

#[test]
fn what_is_owed_may_go_beyond_the_target_of_a_week() {
    let office = Office::of([k1("a", "2026-07-10"), k1("b", "2026-07-10")])
        .number(Parameter::WeeklyQuota, 1);
    let plan = office.plan();
    assert_eq!(plan.weeks[0].placed, 2);
    for proposal in &plan.proposals {
        assert!(proposal_reason(proposal).ends_with("von 8, Wochenziel 1 erreicht"));
    }
}

#[test]
fn a_late_one_says_what_stood_in_the_way() {
    let overdue = Office::of([k1("a", "2026-07-10")]);
    assert_eq!(
        first_reason(&overdue),
        "22 Tage nach dem letzten Termintag 10.11.2026, denn er liegt vor dem ersten planbaren Tag; \
         Tag mit 1 von 8, Woche 1 von 25"
    );
    let away = Office::of([k1("a", "2026-08-04")]).away("2026-12-01", "2026-12-06");
    assert_eq!(
        first_reason(&away),
        "3 Tage nach dem letzten Termintag 04.12.2026, denn bis dahin ist kein Tag verfügbar; \
         Tag mit 1 von 8, Woche 1 von 25"
    );
    let full = Office::of([k1("a", "2026-08-04"), k1("b", "2026-08-04")])
        .number(Parameter::MaxPerDay, 1)
        .away("2026-12-02", "2026-12-03");
    assert_eq!(
        proposal_reason(&full.plan().proposals[1]),
        "3 Tage nach dem letzten Termintag 04.12.2026, denn bis dahin sind alle Tage voll; \
         Tag mit 1 von 1, Woche 1 von 25"
    );
}

#[test]
fn whoever_missed_a_call_is_told_why_they_come_in_person() {
    let missed = Appointment {
        channel: Fact::Known(Channel::Video),
        outcome: Outcome::NoShow,
        ..appointment("2026-11-10", Some("09:00"), Some(45))
    };
    let office = Office::of([k1("a", "2026-08-15").with_appointment(missed)]);
    assert_eq!(
        first_reason(&office),
        "spätestens 15.12.2026; Tag mit 1 von 8, Woche 1 von 25; persönlich mit \
         Rechtsfolgenbelehrung, weil der Termin per Video am 10.11.2026 versäumt wurde"
    );
}

#[test]
fn whoever_is_left_out_is_told_why() {
    let reasons = |office: Office| -> Vec<String> {
        let plan = office.plan();
        plan.unplaced.iter().map(unplaced_reason).collect()
    };
    let away = Office::of([k1("a", "2026-08-15")]).away("2026-12-01", "2027-06-01");
    assert_eq!(
        reasons(away),
        ["Zwischen 02.12.2026 und 28.02.2027 ist kein Tag verfügbar."]
    );
    let overdue = Office::of([k1("a", "2026-07-10"), k1("b", "2026-07-10")])
        .number(Parameter::MaxPerDay, 1)
        .away("2026-12-03", "2027-06-01");
    assert_eq!(
        reasons(overdue),
        [
            "Zwischen 02.12.2026 und 28.02.2027 sind alle verfügbaren Tage voll. \
          Der letzte Termintag 10.11.2026 liegt vor dem ersten planbaren Tag."
        ]
    );
    let month = Office::of([u25("a", "2004-05-05", "2026-11-03")]).away("2027-01-01", "2027-01-31");
    assert_eq!(
        reasons(month),
        ["Zwischen 01.01.2027 und 31.01.2027 ist kein Tag verfügbar."]
    );
}

#[test]
fn a_week_says_what_it_would_need() {
    let needs = |office: Office| week_need(&office.weeks(1).plan().weeks[0]);
    let people =
        |count| Office::of((0..count).map(|number| k1(&format!("{number:02}"), "2026-08-04")));
    assert_eq!(
        needs(people(24)).unwrap(),
        "Ziel 25, es fehlt 1: ein Platz mehr (3 verfügbare Tage haben zusammen 24 freie Plätze)"
    );
    assert_eq!(
        needs(people(20)).unwrap(),
        "Ziel 25, es fehlen 5: ein Platz mehr (3 verfügbare Tage haben zusammen 24 freie Plätze) und \
         4 Personen mehr, die in dieser Woche beraten werden dürfen"
    );
    assert_eq!(
        needs(people(24).away("2026-12-01", "2026-12-31")).unwrap(),
        "Ziel 25, es fehlen 25: 25 Plätze mehr (kein Tag ist verfügbar)"
    );
    assert_eq!(
        needs(
            people(7)
                .away("2026-12-03", "2026-12-31")
                .number(Parameter::WeeklyQuota, 8)
        )
        .unwrap(),
        "Ziel 8, es fehlt 1: eine Person mehr, die in dieser Woche beraten werden darf"
    );
    assert_eq!(needs(people(10).number(Parameter::WeeklyQuota, 10)), None);
}

#[test]
fn advice_and_refusals_name_their_days() {
    let plan = Office::of([k1("a", "2026-08-15").with("2026-12-20")])
        .pin("b", "2026-12-05")
        .pin("a", "2026-12-05")
        .plan();
    assert_eq!(
        move_forward(&plan.move_forward[0]),
        "Der Termin am 20.12.2026 liegt zu spät; vorziehen auf spätestens 15.12.2026."
    );
    let refused: Vec<String> = plan.refused_pins.iter().map(pin_refusal).collect();
    assert_eq!(
        refused,
        [
            "Am 05.12.2026 kann nicht geplant werden.",
            "Diese Person ist nicht im Bestand."
        ]
    );
}
