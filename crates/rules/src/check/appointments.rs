//! Section F over one customer. How full days and weeks are is asked of the whole caseload, by
//! [`crate::Schedule`].

use super::Dossier;
use crate::appointment_book::AppointmentBook;
use crate::due::Setting;
use crate::finding::Finding;
use crate::policy::{definition, missed_appointments, scheduling};

/// Adds what the rules on appointments object to or point out.
pub(super) fn check(
    dossier: &Dossier<'_>,
    book: &AppointmentBook,
    setting: &Setting,
    findings: &mut Vec<Finding>,
) {
    let Dossier {
        case, appointments, ..
    } = dossier;
    for appointment in *appointments {
        findings.extend(scheduling::not_recorded_in_time(
            appointment,
            case.supervision,
            setting,
        ));
        findings.extend(scheduling::outcome_missing(appointment, setting.today));
        findings.extend(scheduling::on_absence(appointment, setting));
        findings.extend(definition::legal_notice_missing(appointment, setting.today));
        findings.extend(missed_appointments::gap_not_refilled(
            appointment,
            book,
            setting,
        ));
        findings.extend(missed_appointments::slot_not_replaced(
            appointment,
            book,
            setting,
        ));
        findings.extend(missed_appointments::unfit_replacement(
            appointment,
            case.status,
        ));
        findings.extend(missed_appointments::cancelled_by_office(appointment));
    }
    findings.extend(definition::call_missed(appointments));
}
