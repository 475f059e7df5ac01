//! Appointments for a calendar: RFC 5545, one event for each.
//!
//! A calendar is often shared, shown on a wall or kept on a telephone, so an event says no more than
//! it must: by default neither name nor number. What tells one event from another is its UID, made
//! from the appointment's id with a key that only this caseload has; ids of lists contain customer
//! numbers, and those can be found by trying. The same appointment keeps its UID, so a program that
//! reads the file again moves the event that it has, and one that was cancelled or voided is marked
//! so instead of being left out.
//!
//! Times are local times of Europe/Berlin with the rules of that zone in the file. An appointment
//! without a start takes its day; one without a length has no end, because none is known.

mod lines;

use crate::address::keyed;
use crate::history::CaseloadId;
use crate::record::{Caseload, Customer};
use crate::sealing::spelt;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use lines::Lines;
use rules::Fact;
use rules::facts::{Appointment, AppointmentId, ConsultationKind, Outcome};
use rules::ordering::sort_by_key;
use rules::wording::channel_label;

/// Whom an event names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Naming {
    /// Nobody.
    #[default]
    Nobody,
    /// The customer number.
    Number,
    /// The name; the number of whom no name is known.
    Name,
}

/// Which appointments go into the calendar; never those of closed customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection<'s> {
    /// All of them.
    All,
    /// Those from a day on, inclusive.
    From(NaiveDate),
    /// These.
    These(&'s [AppointmentId]),
}

/// What the file shall be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'s> {
    /// Which appointments.
    pub selection: Selection<'s>,
    /// Whom they name.
    pub naming: Naming,
    /// Which caseload it is; UIDs are made with it.
    pub lineage: CaseloadId,
    /// The moment of writing.
    pub stamp: DateTime<Utc>,
}

/// The calendar of a caseload on `today`, by day, start and id.
pub fn write(caseload: &Caseload, today: NaiveDate, options: &Options<'_>) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN:VCALENDAR");
    lines.raw("VERSION:2.0");
    lines.raw("PRODID:-//Kontaktdichte//Termine//DE");
    lines.raw("METHOD:PUBLISH");
    lines.raw("X-WR-CALNAME:Kontaktdichte");
    for line in BERLIN {
        lines.raw(line);
    }
    let stamp = utc(options.stamp);
    for (customer, appointment) in selected(caseload, today, options.selection) {
        event(&mut lines, customer, appointment, options, &stamp);
    }
    lines.raw("END:VCALENDAR");
    lines.done()
}

/// Summer time of the European Union, as it has been since 1996.
const BERLIN: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

fn selected<'c>(
    caseload: &'c Caseload,
    today: NaiveDate,
    selection: Selection<'_>,
) -> Vec<(&'c Customer, &'c Appointment)> {
    let mut found = Vec::new();
    for customer in &caseload.customers {
        if customer.is_closed(today) {
            continue;
        }
        for appointment in &customer.appointments {
            let is_wanted = match selection {
                Selection::All => true,
                Selection::From(day) => appointment.date >= day,
                Selection::These(ids) => ids.contains(&appointment.id),
            };
            if is_wanted {
                found.push((customer.as_ref(), appointment));
            }
        }
    }
    sort_by_key(&mut found, |(_, appointment)| {
        (appointment.date, appointment.start, appointment.id.clone())
    });
    found
}

fn event(
    lines: &mut Lines,
    customer: &Customer,
    appointment: &Appointment,
    options: &Options<'_>,
    stamp: &str,
) {
    lines.raw("BEGIN:VEVENT");
    let uid = keyed(options.lineage, &["termin", appointment.id.as_str()]);
    lines.raw(&format!("UID:{uid}@kontaktdichte"));
    lines.raw(&format!("DTSTAMP:{stamp}"));
    match appointment.start {
        Fact::Known(start) => {
            let begin = appointment.date.and_time(start);
            lines.raw(&local("DTSTART", begin));
            if let Fact::Known(minutes) = appointment.duration_minutes {
                let end = begin + TimeDelta::minutes(minutes.into());
                lines.raw(&local("DTEND", end));
            }
        }
        Fact::Unknown => {
            let day = plain(&appointment.date.to_string());
            lines.raw(&format!("DTSTART;VALUE=DATE:{day}"));
            lines.raw("TRANSP:TRANSPARENT");
        }
    }
    lines.text("SUMMARY", &summary(customer, appointment, options.naming));
    lines.raw(match appointment.outcome {
        Outcome::Open | Outcome::Held | Outcome::NotHeld | Outcome::NoShow => "STATUS:CONFIRMED",
        Outcome::Cancelled | Outcome::Voided => "STATUS:CANCELLED",
    });
    lines.raw("CLASS:PRIVATE");
    lines.raw("END:VEVENT");
}

/// "617D000001: Folgegespräch, persönlich".
fn summary(customer: &Customer, appointment: &Appointment, naming: Naming) -> String {
    let kind = match appointment.kind {
        Fact::Known(ConsultationKind::First) => "Erstgespräch",
        Fact::Known(ConsultationKind::FollowUp) => "Folgegespräch",
        Fact::Unknown => "Termin",
    };
    let mut summary = match naming {
        Naming::Nobody => String::new(),
        Naming::Number => format!("{}: ", customer.number),
        Naming::Name => {
            let number = customer.number.as_str();
            format!("{}: ", customer.name.as_deref().unwrap_or(number))
        }
    };
    summary.push_str(kind);
    if let Fact::Known(channel) = appointment.channel {
        summary.push_str(", ");
        summary.push_str(channel_label(channel));
    }
    summary
}

fn local(property: &str, at: NaiveDateTime) -> String {
    let at = plain(&spelt(at));
    format!("{property};TZID=Europe/Berlin:{at}")
}

fn utc(at: DateTime<Utc>) -> String {
    format!("{}Z", plain(&spelt(at.naive_utc())))
}

/// A day or a moment without what stands between its numbers: `20261207T090000`.
fn plain(text: &str) -> String {
    let is_number_or_t = |letter: &char| !matches!(letter, '-' | ':');
    text.chars().filter(is_number_or_t).collect()
}
