//! What the plan says in German. The plan is data; here it becomes sentences.

use crate::answer::{MoveForward, Obstacle, PinRefusal, Proposal, RefusedPin, Unplaced, WeekPlan};
use rules::wording::{channel_label, date, days};

/// Why a consultation is proposed for its day: "spätestens 18.12.2026; Tag mit 4 von 8, Woche 22 von
/// 25". What is owed may go beyond what the week was to reach: "Wochenziel 25 erreicht".
pub fn proposal_reason(proposal: &Proposal) -> String {
    let mut reason = match proposal.obstacle {
        None => format!("spätestens {}", date(proposal.deadline)),
        Some(obstacle) => format!(
            "{} nach dem letzten Termintag {}, denn {}",
            days(i64::from(proposal.late_days)),
            date(proposal.deadline),
            obstacle_to_being_on_time(obstacle)
        ),
    };
    let room = &proposal.room;
    reason.push_str(&format!("; Tag mit {} von {}, ", room.on_day, room.most));
    reason.push_str(&if room.in_week > room.target {
        format!("Wochenziel {} erreicht", room.target)
    } else {
        format!("Woche {} von {}", room.in_week, room.target)
    });
    if let Some(missed) = proposal.after_missed_call {
        reason.push_str(&format!(
            "; persönlich mit Rechtsfolgenbelehrung, weil der Termin {} am {} versäumt wurde",
            channel_label(missed.channel),
            date(missed.date)
        ));
    }
    reason
}

fn obstacle_to_being_on_time(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::BeforeLead => "er liegt vor dem ersten planbaren Tag",
        Obstacle::NoAvailableDay => "bis dahin ist kein Tag verfügbar",
        Obstacle::DaysFull => "bis dahin sind alle Tage voll",
    }
}

/// Why an owed consultation has no day.
pub fn unplaced_reason(unplaced: &Unplaced) -> String {
    let at_all = match unplaced.at_all {
        Obstacle::BeforeLead | Obstacle::NoAvailableDay => "ist kein Tag verfügbar",
        Obstacle::DaysFull => "sind alle verfügbaren Tage voll",
    };
    let mut reason = format!(
        "Zwischen {} und {} {at_all}.",
        date(unplaced.from),
        date(unplaced.to)
    );
    if unplaced.on_time == Obstacle::BeforeLead {
        reason.push_str(&format!(
            " Der letzte Termintag {} liegt vor dem ersten planbaren Tag.",
            date(unplaced.deadline)
        ));
    }
    reason
}

/// What a week would need to reach its target; `None` if it does.
pub fn week_need(week: &WeekPlan) -> Option<String> {
    let lack = week.lack;
    let verb = match lack.shortfall() {
        0 => return None,
        1 => "fehlt",
        _ => "fehlen",
    };
    let needed: Vec<String> = [missing_places(week), missing_customers(lack.customers)]
        .into_iter()
        .flatten()
        .collect();
    Some(format!(
        "Ziel {}, es {verb} {}: {}",
        week.target,
        lack.shortfall(),
        needed.join(" und ")
    ))
}

fn missing_places(week: &WeekPlan) -> Option<String> {
    let places = match week.lack.places {
        0 => return None,
        1 => "ein Platz".to_owned(),
        more => format!("{more} Plätze"),
    };
    let free: u32 = week.days.iter().map(|day| day.capacity).sum();
    let room = match (week.days.len(), free) {
        (0, _) => "kein Tag ist verfügbar".to_owned(),
        (1, free) => format!("ein verfügbarer Tag hat {}", free_places(free)),
        (days, free) => format!(
            "{days} verfügbare Tage haben zusammen {}",
            free_places(free)
        ),
    };
    Some(format!("{places} mehr ({room})"))
}

fn free_places(free: u32) -> String {
    match free {
        0 => "keinen freien Platz".to_owned(),
        1 => "einen freien Platz".to_owned(),
        more => format!("{more} freie Plätze"),
    }
}

fn missing_customers(count: u32) -> Option<String> {
    match count {
        0 => None,
        1 => Some("eine Person mehr, die in dieser Woche beraten werden darf".to_owned()),
        more => Some(format!(
            "{more} Personen mehr, die in dieser Woche beraten werden dürfen"
        )),
    }
}

/// That an appointment should be moved forward.
pub fn move_forward(advice: &MoveForward) -> String {
    format!(
        "Der Termin am {} liegt zu spät; vorziehen auf spätestens {}.",
        date(advice.date),
        date(advice.deadline)
    )
}

/// Why a pin was not kept.
pub fn pin_refusal(refused: &RefusedPin) -> String {
    let day = date(refused.pin.date);
    match refused.reason {
        PinRefusal::UnknownCustomer => "Diese Person ist nicht im Bestand.".to_owned(),
        PinRefusal::DayNotAvailable => format!("Am {day} kann nicht geplant werden."),
        PinRefusal::TwiceOnOneDay => format!("Am {day} hat diese Person schon einen Termin."),
        PinRefusal::DayFull => format!("Am {day} ist kein Platz mehr frei."),
    }
}
