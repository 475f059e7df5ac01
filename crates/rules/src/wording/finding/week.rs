//! What is not as it should be with a week, in words (rules F2 to F4). A day or week that is over is
//! told without a request: nobody can change it any more.

use super::FindingText;
use crate::wording::{days, weekday_date};
use crate::{DayCount, Setting, WeekFigures, WeekProblem};

/// Says a problem of a week.
pub fn week_finding(problem: WeekProblem, figures: &WeekFigures, setting: &Setting) -> FindingText {
    let said = match problem {
        WeekProblem::TooManyOnDay(counted) => too_many_on_a_day(counted, setting),
        WeekProblem::BelowQuota => below_quota(figures, setting),
        WeekProblem::Uneven { fullest, emptiest } => uneven(fullest, emptiest),
    };
    let Said {
        recorded,
        expected,
        fault,
        request,
    } = said;
    let last_day = problem.day().unwrap_or(figures.week.sunday());
    let text = if last_day < setting.today {
        format!("{fault}.")
    } else {
        format!("{fault}; bitte {request}.")
    };
    FindingText::new(recorded, expected, text)
}

/// A finding before its sentence is put together.
struct Said {
    recorded: String,
    expected: String,
    fault: String,
    request: String,
}

/// F2 — too many on one day.
fn too_many_on_a_day(counted: DayCount, setting: &Setting) -> Said {
    let most = setting.max_per_day();
    let expected = format!("höchstens {most}");
    Said {
        recorded: appointments(counted.count),
        fault: format!("{}, vorgesehen sind {expected}", day_and_count(counted)),
        request: format!(
            "verlegen Sie {}",
            appointments(counted.count.saturating_sub(most))
        ),
        expected,
    }
}

/// F3 — below the quota. Where the days do not suffice the sentence works it out and sends to the
/// team lead.
fn below_quota(figures: &WeekFigures, setting: &Setting) -> Said {
    let WeekFigures {
        quota,
        scheduled,
        reachable,
        shortfall,
        ..
    } = *figures;
    let verb = if shortfall == 1 { "fehlt" } else { "fehlen" };
    let mut fault = format!("{scheduled} von {quota} Terminen vergeben, es {verb} {shortfall}");
    let request = if reachable == quota {
        "vergeben Sie weitere Termine"
    } else {
        let available = i64::try_from(figures.available_days.len()).unwrap_or(i64::MAX);
        fault.push_str(&format!(
            " (erreichbar: {} × {} = {reachable})",
            days(available),
            setting.max_per_day()
        ));
        if scheduled < reachable {
            "vergeben Sie weitere Termine und sprechen Sie mit der Teamleitung"
        } else {
            "sprechen Sie mit der Teamleitung"
        }
    };
    Said {
        recorded: appointments(scheduled),
        expected: appointments(quota),
        fault,
        request: request.to_owned(),
    }
}

/// F4 — unevenly filled days.
fn uneven(fullest: DayCount, emptiest: DayCount) -> Said {
    Said {
        recorded: format!("{} bis {}", emptiest.count, appointments(fullest.count)),
        expected: "gleichmäßig auf die verfügbaren Tage verteilt".to_owned(),
        fault: format!("{}, {}", day_and_count(fullest), day_and_count(emptiest)),
        request: "verteilen Sie die Termine gleichmäßiger auf die Tage".to_owned(),
    }
}

/// "Mo 07.12.2026: 9 Termine".
fn day_and_count(counted: DayCount) -> String {
    format!(
        "{}: {}",
        weekday_date(counted.day),
        appointments(counted.count)
    )
}

/// "kein Termin", "1 Termin", "9 Termine".
fn appointments(count: u32) -> String {
    match count {
        0 => "kein Termin".to_owned(),
        1 => "1 Termin".to_owned(),
        more => format!("{more} Termine"),
    }
}
