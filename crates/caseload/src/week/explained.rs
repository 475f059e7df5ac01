//! Why a week holds as many appointments as it does: the quota, the days that are left, the places on
//! them. The policy does not cut the quota for holidays or absences (F3); where it is out of reach the
//! caseworker speaks to the team lead, and [`note`] is what there is to say.

use crate::appointing::{OffDay, off_day};
use chrono::{Datelike, NaiveDate, Weekday};
use rules::calendar::IsoWeek;
use rules::wording::{date, days, weekday_date};
use rules::{Setting, WeekFigures};

/// "KW 53 · 28.12.2026 – 03.01.2027".
pub fn title(week: IsoWeek) -> String {
    let mut title = String::from("KW ");
    title.push_str(&week.monday().iso_week().week().to_string());
    title.push_str(" · ");
    title.push_str(&date(week.monday()));
    title.push_str(" – ");
    title.push_str(&date(week.sunday()));
    title
}

/// Days from Monday to Friday on which there can be no appointments, with the reason.
pub fn days_off(week: IsoWeek, setting: &Setting) -> Vec<(NaiveDate, OffDay)> {
    week.days()
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .filter_map(|day| Some((day, off_day(day, setting)?)))
        .collect()
}

/// The sum in steps: the quota, the days, the places, what is scheduled.
pub fn sums(figures: &WeekFigures, setting: &Setting) -> Vec<String> {
    let available = figures.available_days.len();
    let most = setting.max_per_day();
    vec![
        quota(figures, setting),
        left(figures, setting),
        format!(
            "Platz: {} × {most} = {}, erreichbar also {} von {}",
            counted_days(available),
            most.saturating_mul(u32::try_from(available).unwrap_or(u32::MAX)),
            figures.reachable,
            figures.quota
        ),
        format!(
            "Terminiert: {}, es {} {}",
            figures.scheduled,
            if figures.shortfall == 1 {
                "fehlt"
            } else {
                "fehlen"
            },
            figures.shortfall
        ),
    ]
}

/// "Vorgabe: 25 × 50 % = 13".
fn quota(figures: &WeekFigures, setting: &Setting) -> String {
    let full = setting.edition.parameters().weekly_quota.0;
    match setting.office.fte.hundredths() {
        100 => format!("Vorgabe: {} Termine", figures.quota),
        share => format!(
            "Vorgabe: {full} × {share} % = {} Termine (aufgerundet)",
            figures.quota
        ),
    }
}

/// "Tage: 5 Werktage − 2 Feiertage − 3 Tage abwesend = kein Tag".
fn left(figures: &WeekFigures, setting: &Setting) -> String {
    let off = days_off(figures.week, setting);
    let count = |is: fn(&OffDay) -> bool| off.iter().filter(|(_, off)| is(off)).count();
    let parts = [
        (
            count(|off| matches!(off, OffDay::Holiday(_))),
            "Feiertag",
            "Feiertage",
        ),
        (
            count(|off| matches!(off, OffDay::Closure(_))),
            "Schließtag",
            "Schließtage",
        ),
        (
            count(|off| matches!(off, OffDay::Absence(_))),
            "Tag abwesend",
            "Tage abwesend",
        ),
        (
            count(|off| matches!(off, OffDay::OtherWeekday(_))),
            "freier Wochentag",
            "freie Wochentage",
        ),
    ];
    let available = figures.available_days.len();
    let mut text = format!("Tage: {} Werktage", available + off.len());
    for (number, one, many) in parts {
        if number > 0 {
            let what = if number == 1 { one } else { many };
            text.push_str(&format!(" − {number} {what}"));
        }
    }
    text.push_str(" = ");
    text.push_str(&counted_days(available));
    text
}

fn counted_days(count: usize) -> String {
    days(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What there is to say to the team lead about a week whose quota is out of reach; `None` if it is
/// not. It names nobody.
pub fn note(figures: &WeekFigures, setting: &Setting) -> Option<String> {
    if figures.reachable == figures.quota {
        return None;
    }
    let mut note = title(figures.week);
    note.push_str(": Die Wochenvorgabe ist nicht zu erreichen.");
    for line in sums(figures, setting) {
        note.push_str("\n- ");
        note.push_str(&line);
    }
    for (day, off) in days_off(figures.week, setting) {
        note.push_str("\n- ");
        note.push_str(&weekday_date(day));
        note.push_str(": ");
        note.push_str(&off.label());
    }
    note.push_str("\nBitte sprechen Sie mit mir ab, wie wir damit umgehen.");
    Some(note)
}
