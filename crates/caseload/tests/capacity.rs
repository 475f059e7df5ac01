//! What a caseload asks of a year against what the year can hold.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::capacity::{Assumptions, assumptions, capacity, steps, verdict};
use caseload::{Caseload, overview};
use chrono::NaiveDate;
use rules::edition::{LocalParameter, Parameter, ParameterValue};
use rules::facts::{Absence, FederalState, Fte};
use rules::{Setting, Share};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn setting(change: impl FnOnce(&mut Caseload)) -> Setting {
    let mut caseload = Caseload::empty(FederalState::HE);
    change(&mut caseload);
    overview(&caseload, day("2026-11-20")).unwrap().setting
}

fn as_usual() -> Setting {
    setting(|_| ())
}

fn assumed(u25: u32, k1: u32, k3: u32) -> Assumptions {
    Assumptions {
        u25,
        k1,
        k3,
        fte: Fte::FULL,
        attendance: Share { part: 3, of: 4 },
    }
}

#[test]
fn the_demand_follows_from_the_standards_and_attendance() {
    let sum = capacity(&assumed(10, 100, 51), &as_usual());
    let consultations = sum.groups.map(|group| group.consultations);
    assert_eq!(consultations, [120, 300, 102]);
    assert_eq!(sum.consultations, 522);
    assert_eq!(sum.demand, Some(696));
    let other = setting(|caseload| {
        caseload.parameters.push(LocalParameter {
            parameter: Parameter::K1Months,
            value: ParameterValue::Number(5),
            since: day("2026-01-01"),
            reason: None,
        });
    });
    assert_eq!(capacity(&assumed(0, 1, 0), &other).consultations, 3, "2.4");
}

#[test]
fn a_year_holds_the_quota_as_far_as_it_fits_on_its_days() {
    let year = capacity(&assumed(1, 1, 1), &as_usual());
    assert_eq!(year.from, day("2026-11-23"));
    assert_eq!(year.to, day("2027-11-21"));
    assert_eq!((year.weeks.len(), year.quota), (52, 25));
    // Five days hold 40, so up to one holiday a week costs nothing; two leave 24.
    let short: Vec<(String, u32)> = year
        .weeks
        .iter()
        .filter(|sum| sum.reachable < 25)
        .map(|sum| (sum.week.to_string(), sum.reachable))
        .collect();
    assert_eq!(short, []);
    assert_eq!((year.supply, year.lost), (1300, 0));

    let away = setting(|caseload| {
        caseload.caseworker.office.absences.push(Absence {
            from: day("2026-11-25"),
            to: day("2026-12-13"),
            reason: None,
        });
    });
    let year = capacity(&assumed(1, 1, 1), &away);
    let first: Vec<u32> = year.weeks.iter().take(4).map(|sum| sum.reachable).collect();
    assert_eq!(first, [16, 0, 0, 25]);
    assert_eq!((year.supply, year.lost), (1241, 59));
}

#[test]
fn the_share_of_a_post_is_that_of_the_assumptions() {
    let mut half = assumed(0, 1, 0);
    half.fte = Fte::from_hundredths(50).unwrap();
    let year = capacity(&half, &as_usual());
    assert_eq!((year.quota, year.supply), (13, 676));
}

#[test]
fn it_says_how_many_a_post_carries_and_when_it_breaks() {
    // 325 × 3 ÷ ¾ = 1300: exactly what the year holds.
    let just = capacity(&assumed(0, 325, 0), &as_usual());
    assert_eq!((just.demand, just.carries), (Some(1300), Some(325)));
    assert_eq!(just.breaks, None);
    assert!(
        verdict(&just).starts_with("Es reicht: "),
        "{}",
        verdict(&just)
    );

    let one_more = capacity(&assumed(0, 326, 0), &as_usual());
    assert_eq!((one_more.demand, one_more.carries), (Some(1304), Some(325)));
    assert_eq!(
        one_more.breaks.map(|week| week.to_string()),
        Some("2026-W48".to_owned())
    );
    let text = verdict(&one_more);
    assert!(text.starts_with("Es reicht nicht: "), "{text}");
    assert!(text.contains("trägt die Stelle 325"), "{text}");
}

#[test]
fn it_breaks_where_the_appointments_never_suffice_again() {
    // Away in autumn: until then there is room to spare.
    let autumn = setting(|caseload| {
        caseload.caseworker.office.absences.push(Absence {
            from: day("2027-09-06"),
            to: day("2027-10-03"),
            reason: None,
        });
    });
    let year = capacity(&assumed(0, 308, 0), &autumn);
    assert_eq!((year.demand, year.supply), (Some(1232), 1200));
    let breaks = year.breaks.unwrap();
    assert_eq!(breaks.to_string(), "2027-W38");
    let sum = year.weeks.iter().find(|sum| sum.week == breaks).unwrap();
    assert!(sum.supply < sum.demand);
    // A dent that closes again breaks nothing.
    let spring = setting(|caseload| {
        caseload.caseworker.office.absences.push(Absence {
            from: day("2026-11-23"),
            to: day("2026-12-20"),
            reason: None,
        });
    });
    assert_eq!(capacity(&assumed(0, 290, 0), &spring).breaks, None);
}

#[test]
fn without_anything_to_go_on_it_still_answers() {
    let nobody = capacity(&assumed(0, 0, 0), &as_usual());
    assert_eq!(
        (nobody.demand, nobody.carries, nobody.breaks),
        (Some(0), None, None)
    );
    let mut never = assumed(0, 10, 0);
    never.attendance = Share { part: 0, of: 4 };
    let sum = capacity(&never, &as_usual());
    assert_eq!((sum.demand, sum.carries), (None, Some(0)));
    assert!(verdict(&sum).contains("kein Termin"));
    let mut unknown = assumed(0, 10, 0);
    unknown.attendance = Share::default();
    assert_eq!(capacity(&unknown, &as_usual()).demand, Some(30));
    let idle = setting(|caseload| caseload.caseworker.office.working_days.clear());
    let sum = capacity(&assumed(0, 10, 0), &idle);
    assert_eq!((sum.supply, sum.lost, sum.carries), (0, 1300, Some(0)));
}

#[test]
fn every_step_can_be_done_again() {
    let lines = steps(&capacity(&assumed(10, 100, 51), &as_usual()));
    let told: Vec<String> = lines
        .iter()
        .map(|line| format!("{}: {} = {}", line.what, line.how, line.result))
        .collect();
    assert_eq!(
        told,
        [
            "U25: 10 × 12 Monate ÷ 1 = 120",
            "K1: 100 × 12 Monate ÷ 4 = 300",
            "K3: 51 × 12 Monate ÷ 6 = 102",
            "Beratungen im Jahr: 120 + 300 + 102 = 522",
            "Termine, die dafür nötig sind: 522 × 4 ÷ 3; 3 von 4 Terminen kommen zustande = 696",
            "Plätze im Jahr nach der Wochenvorgabe: 52 Wochen × 25 = 1300",
            "weniger an Feiertagen, Schließungen und Abwesenheit: Wochen, in denen die Vorgabe nicht auf die Tage passt = 0",
            "Plätze im Jahr: 1300 − 0 = 1300",
            "Es bleiben: 1300 − 696 = 604",
        ]
    );
}

#[test]
fn the_caseload_itself_is_what_is_assumed_first() {
    let today = day("2026-11-20");
    let caseload = training::example_caseload(4, today, 320);
    let overview = overview(&caseload, today).unwrap();
    let found = assumptions(&caseload, &overview);
    let year = caseload::follow_up(&caseload, &overview).year;
    assert_eq!(found.attendance, year.attendance);
    assert!(found.attendance.of > 0);
    let under: usize = overview
        .entries
        .iter()
        .filter(|entry| matches!(entry.due.group, rules::Group::Under(_)))
        .count();
    assert_eq!(usize::try_from(found.customers()).unwrap(), under);
    assert_eq!(found.fte, caseload.caseworker.office.fte);
}
