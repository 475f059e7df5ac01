//! Appointments that are not recorded, invited or followed up as they should be (section F).

use super::FindingText;
use crate::facts::Appointment;
use crate::wording::{channel_label, date, status_label};
use crate::{AppointmentProblem, Fact, MissedCall, Subject, Unfit};
use chrono::NaiveDate;

const IN_PERSON_WITH_NOTICE: &str = "persönlich, mit Rechtsfolgenbelehrung";
const WITHOUT_NOTICE: &str = "ohne Rechtsfolgenbelehrung";

pub(super) fn finding(
    problem: AppointmentProblem,
    subject: &Subject,
    appointments: &[Appointment],
) -> FindingText {
    let appointment = appointments
        .iter()
        .find(|appointment| *subject == Subject::Appointment(appointment.id.clone()));
    let when = when(appointment);
    match problem {
        AppointmentProblem::RecordedLate { on, by } => recorded_late(on, by, &when),
        AppointmentProblem::NotRecorded { by } => FindingText {
            recorded: None,
            expected: Some(format!("in ATV eingetragen bis {}", date(by))),
            text: format!(
                "Der Termin {when} ist nicht in ATV eingetragen, nötig war das bis {}; bitte tragen Sie ihn sofort ein.",
                date(by)
            ),
        },
        AppointmentProblem::OutcomeMissing => FindingText {
            recorded: None,
            expected: Some("Ergebnis am Tag des Termins".to_owned()),
            text: format!(
                "Der Termin {when} hat noch kein Ergebnis; bitte kennzeichnen Sie ihn in ATV als stattgefunden, nicht stattgefunden, abgesagt, nicht erschienen oder storniert."
            ),
        },
        AppointmentProblem::LegalNoticeMissing => FindingText::new(
            WITHOUT_NOTICE,
            "mit Rechtsfolgenbelehrung",
            format!(
                "Die Einladung zum Termin {when} enthält keine Rechtsfolgenbelehrung; bitte laden Sie noch einmal ein, diesmal mit ihr."
            ),
        ),
        AppointmentProblem::GapNotRefilled { cancelled_on } => {
            gap_not_refilled(cancelled_on, &when)
        }
        AppointmentProblem::SlotNotReplaced { until } => FindingText::new(
            "nicht erschienen oder nicht erreicht, kein Ersatz",
            "Ersatz: eine andere arbeitslose Person, telefonisch",
            format!(
                "Der Termin {when} wurde nicht wahrgenommen; bitte beraten Sie in der freien Zeit eine andere arbeitslose Person telefonisch und erfassen Sie das in ATV (erinnert wird bis {}).",
                date(until)
            ),
        ),
        AppointmentProblem::UnfitReplacement(unfit) => unfit_replacement(unfit, &when),
        AppointmentProblem::NotInPersonAfterMissedCall(call) => FindingText::new(
            appointment.map_or(String::new(), |next| channel_or_unknown(next).to_owned()),
            IN_PERSON_WITH_NOTICE,
            format!(
                "Nach dem verpassten Termin {} ist der nächste {when} wieder nicht persönlich; bitte laden Sie persönlich und mit Rechtsfolgenbelehrung ein.",
                of_call(call)
            ),
        ),
        AppointmentProblem::NoLegalNoticeAfterMissedCall(call) => FindingText::new(
            WITHOUT_NOTICE,
            IN_PERSON_WITH_NOTICE,
            format!(
                "Nach dem verpassten Termin {} enthält die Einladung zum nächsten {when} keine Rechtsfolgenbelehrung; bitte laden Sie noch einmal ein, diesmal mit ihr.",
                of_call(call)
            ),
        ),
        AppointmentProblem::NothingAfterMissedCall => FindingText::new(
            "kein weiterer Termin",
            IN_PERSON_WITH_NOTICE,
            format!(
                "Der Termin {when} wurde verpasst, und danach steht keiner mehr; bitte laden Sie persönlich und mit Rechtsfolgenbelehrung ein."
            ),
        ),
        AppointmentProblem::CancelledByOffice => FindingText::new(
            "von der Dienststelle abgesagt",
            "von Vertretung oder Team übernommen",
            format!(
                "Den Termin {when} hat die Dienststelle abgesagt; bitte fragen Sie bei einem Ausfall erst die Vertretung, dann das Team, dann die Teamleitung, statt abzusagen."
            ),
        ),
        AppointmentProblem::OnAbsence => FindingText::new(
            "offener Termin in Ihrer Abwesenheit",
            "von Vertretung oder Team übernommen, oder an einem anderen Tag",
            format!(
                "Der Termin {when} liegt in Ihrer Abwesenheit; bitte geben Sie ihn an Vertretung oder Team ab, oder verlegen Sie ihn, und hinterlegen Sie die Abwesenheit in ATV."
            ),
        ),
    }
}

fn recorded_late(on: NaiveDate, by: NaiveDate, when: &str) -> FindingText {
    FindingText::new(
        format!("in ATV eingetragen am {}", date(on)),
        format!("in ATV eingetragen bis {}", date(by)),
        format!(
            "Der Termin {when} wurde erst am {} in ATV eingetragen, nötig war das bis {}; bitte tragen Sie Termine künftig früher ein.",
            date(on),
            date(by)
        ),
    )
}

fn gap_not_refilled(cancelled_on: NaiveDate, when: &str) -> FindingText {
    let day = date(cancelled_on);
    FindingText::new(
        format!("abgesagt am {day}, Lücke frei"),
        "Einladung einer anderen Person in die Lücke",
        format!(
            "Der Termin {when} wurde rechtzeitig abgesagt (am {day}), und die Lücke ist noch frei; bitte laden Sie eine andere Person dafür ein."
        ),
    )
}

fn unfit_replacement(unfit: Unfit, when: &str) -> FindingText {
    let (recorded, fault, request) = match unfit {
        Unfit::Channel(channel) => (
            channel_label(channel).to_owned(),
            "ist nicht telefonisch",
            "beraten Sie als Ersatz telefonisch",
        ),
        Unfit::Status(status) => (
            status_label(status).to_owned(),
            "ist für eine Person, die nicht arbeitslos ist",
            "beraten Sie als Ersatz eine arbeitslose Person",
        ),
        Unfit::Both(channel, status) => (
            format!("{}, {}", channel_label(channel), status_label(status)),
            "ist nicht telefonisch und für eine Person, die nicht arbeitslos ist",
            "beraten Sie als Ersatz eine arbeitslose Person telefonisch",
        ),
    };
    FindingText::new(
        recorded,
        "telefonisch, mit einer arbeitslosen Person",
        format!("Der Ersatztermin {when} {fault}; bitte {request}."),
    )
}

/// "am 07.12.2026 (telefonisch)".
fn when(appointment: Option<&Appointment>) -> String {
    match appointment {
        Some(appointment) => format!(
            "am {} ({})",
            date(appointment.date),
            channel_or_unknown(appointment)
        ),
        None => "ohne Tag".to_owned(),
    }
}

fn channel_or_unknown(appointment: &Appointment) -> &'static str {
    match appointment.channel {
        Fact::Known(channel) => channel_label(channel),
        Fact::Unknown => "Kontaktart unbekannt",
    }
}

/// "vom 01.12.2026 (per Video)".
fn of_call(call: MissedCall) -> String {
    format!("vom {} ({})", date(call.date), channel_label(call.channel))
}
