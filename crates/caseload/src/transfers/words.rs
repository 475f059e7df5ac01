//! What an entry says: a title, and the text to paste into the system of record.

use super::{TransferKind, kind, subject_appointment};
use crate::record::{Caseload, Customer, Transfer};
use chrono::NaiveDate;
use rules::Fact;
use rules::calendar::iso_day;
use rules::facts::Appointment;
use rules::wording::{
    category_label, channel_label, date, kind_label, outcome_label, profile_label, time,
    weekday_date,
};

/// What is to be done: "Termin eintragen: Mo 07.12.2026, 09:00 Uhr".
pub fn title(caseload: &Caseload, transfer: &Transfer) -> String {
    let Some(kind) = kind(transfer) else {
        return transfer
            .what
            .clone()
            .unwrap_or_else(|| "Eintrag ohne Angabe".to_owned());
    };
    let about = about(caseload, transfer, kind);
    let what = match kind {
        TransferKind::Appointment => "Termin eintragen",
        TransferKind::Outcome => "Ergebnis kennzeichnen",
        TransferKind::Note => "Beratungsvermerk anlegen",
        TransferKind::Category => "Kategorie ändern",
        TransferKind::K3Marker => "Interne Kundenkennung",
        TransferKind::Profile => "Profillage ändern",
        TransferKind::Absence => "Abwesenheit eintragen",
    };
    match about {
        Some(about) => format!("{what}: {about}"),
        None => what.to_owned(),
    }
}

/// The text to copy: who, and what is to stand there.
pub fn copy_text(caseload: &Caseload, transfer: &Transfer) -> String {
    let who = caseload.customer(&transfer.case).map(|customer| {
        let number = customer.number.as_str();
        match &customer.name {
            Some(name) => format!("{number} {name}"),
            None => number.to_owned(),
        }
    });
    let title = title(caseload, transfer);
    match who {
        Some(who) => format!("{who} – {title}"),
        None => title,
    }
}

/// "bis heute", "bis 27.11.2026", "seit 3 Tagen überfällig".
pub fn due_text(due_on: NaiveDate, today: NaiveDate) -> String {
    match (due_on - today).num_days() {
        0 => "bis heute".to_owned(),
        1 => "bis morgen".to_owned(),
        days if days > 0 => format!("bis {}", date(due_on)),
        -1 => "seit gestern überfällig".to_owned(),
        days => format!("seit {} Tagen überfällig", days.unsigned_abs()),
    }
}

fn about(caseload: &Caseload, transfer: &Transfer, kind: TransferKind) -> Option<String> {
    let of_customer = || caseload.customer(&transfer.case);
    match kind {
        TransferKind::Appointment => subject_appointment(caseload, transfer).map(appointment_words),
        TransferKind::Outcome => subject_appointment(caseload, transfer).map(|appointment| {
            format!(
                "{} – {}",
                when(appointment),
                outcome_label(appointment.outcome)
            )
        }),
        TransferKind::Note => contact_words(of_customer()?, transfer),
        TransferKind::Category => Some(
            of_customer()?
                .facts
                .category
                .map_or("keine", category_label)
                .to_owned(),
        ),
        TransferKind::K3Marker => Some(match of_customer()?.facts.k3_marker_set {
            Fact::Known(true) => "K3 setzen".to_owned(),
            Fact::Known(false) | Fact::Unknown => "K3 entfernen".to_owned(),
        }),
        TransferKind::Profile => Some(match of_customer()?.facts.profile {
            Fact::Known(profile) => profile_label(profile).to_owned(),
            Fact::Unknown => "keine".to_owned(),
        }),
        TransferKind::Absence => absence_words(transfer.subject.as_deref()?),
    }
}

fn contact_words(customer: &Customer, transfer: &Transfer) -> Option<String> {
    let subject = transfer.subject.as_deref()?;
    let mut contacts = customer.contacts.iter();
    let contact = contacts.find(|contact| contact.id.as_str() == subject)?;
    Some(match contact.channel {
        Fact::Known(channel) => format!("{}, {}", date(contact.date), channel_label(channel)),
        Fact::Unknown => date(contact.date),
    })
}

/// The absence in an entry's subject: two days, `2026-12-24-2027-01-01`.
fn absence_words(subject: &str) -> Option<String> {
    const DAY: usize = "2026-12-24".len();
    let (from, rest) = subject.split_at_checked(DAY)?;
    let (from, to) = (iso_day(from)?, iso_day(rest.strip_prefix('-')?)?);
    Some(if from == to {
        date(from)
    } else {
        format!("{} bis {}", date(from), date(to))
    })
}

/// "Mo 07.12.2026, 09:00 Uhr".
fn when(appointment: &Appointment) -> String {
    match appointment.start {
        Fact::Known(start) => format!("{}, {} Uhr", weekday_date(appointment.date), time(start)),
        Fact::Unknown => weekday_date(appointment.date),
    }
}

/// "Mo 07.12.2026, 09:00 Uhr, 45 Minuten, persönlich, Folgegespräch".
pub fn appointment_words(appointment: &Appointment) -> String {
    let mut words = when(appointment);
    if let Fact::Known(minutes) = appointment.duration_minutes {
        words.push_str(&format!(", {minutes} Minuten"));
    }
    if let Fact::Known(channel) = appointment.channel {
        words.push_str(", ");
        words.push_str(channel_label(channel));
    }
    if let Fact::Known(kind) = appointment.kind {
        words.push_str(", ");
        words.push_str(kind_label(kind));
    }
    words
}
