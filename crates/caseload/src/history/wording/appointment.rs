//! What differs between two records of one appointment.

use super::line::{Line, Lines};
use super::value::Minutes;
use rules::Fact;
use rules::facts::Appointment;
use rules::wording::date;

/// "Termin am 07.12.2026, 09:00 Uhr".
pub(crate) fn appointment_name(appointment: &Appointment) -> String {
    let day = date(appointment.date);
    match appointment.start {
        Fact::Known(start) => format!("Termin am {day}, {} Uhr", rules::wording::time(start)),
        Fact::Unknown => format!("Termin am {day}"),
    }
}

/// What differs. Empty only if nothing does.
pub(crate) fn appointment_lines(before: &Appointment, after: &Appointment) -> Vec<Line> {
    let Appointment {
        id: _,
        case,
        date: day,
        start,
        duration_minutes,
        channel,
        kind,
        recorded_on,
        invited_on,
        legal_notice,
        outcome,
        cancelled_on,
        cancelled_by,
        replaces,
        refills,
        pinned,
        origin,
    } = after;
    let mut lines = Lines::about(format!("Termin am {}", date(before.date)));
    lines.text("Fall", &before.case.as_str(), &case.as_str(), &"");
    lines.value("Tag", &before.date, day);
    lines.value("Beginn", &before.start, start);
    lines.value(
        "Dauer",
        &before.duration_minutes.map(Minutes),
        &duration_minutes.map(Minutes),
    );
    lines.value("Kontaktart", &before.channel, channel);
    lines.value("Art des Gesprächs", &before.kind, kind);
    lines.optional(
        "in ATV erfasst am",
        &before.recorded_on,
        recorded_on,
        "noch nicht",
    );
    lines.optional(
        "eingeladen am",
        &before.invited_on,
        invited_on,
        "noch nicht",
    );
    lines.value("Rechtsfolgenbelehrung", &before.legal_notice, legal_notice);
    lines.value("Ergebnis", &before.outcome, outcome);
    lines.value("abgesagt am", &before.cancelled_on, cancelled_on);
    lines.value("abgesagt", &before.cancelled_by, cancelled_by);
    lines.text(
        "Ersatz für einen versäumten Termin",
        &before.replaces,
        replaces,
        &None,
    );
    lines.text(
        "Nachbesetzung eines abgesagten Termins",
        &before.refills,
        refills,
        &None,
    );
    lines.value("festgehalten", &before.pinned, pinned);
    lines.value("Herkunft", &before.origin, origin);
    lines.done()
}
