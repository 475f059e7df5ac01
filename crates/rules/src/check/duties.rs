//! Section C over one customer, and what B4 and B7 report about contacts.

use super::Dossier;
use crate::due::Setting;
use crate::finding::Finding;
use crate::policy::{category_1, category_3, definition, objectives};

/// Adds what the rules on contacts object to. Contacts that B7 or B8 sets aside are asked nothing
/// else.
pub(super) fn check(dossier: &Dossier<'_>, setting: &Setting, findings: &mut Vec<Finding>) {
    let Dossier {
        case,
        contacts,
        due,
        ..
    } = dossier;
    let parameters = setting.edition.parameters();
    for (contact, judgement) in contacts.iter().zip(&due.judgements) {
        if judgement.is_set_aside() {
            findings.extend(definition::lies_ahead(contact, judgement, setting.today));
            continue;
        }
        findings.extend(category_1::group_session_not_counted(
            contact, judgement, due, parameters,
        ));
        findings.extend(definition::plan_not_updated(contact, judgement));
        findings.extend(definition::plan_not_delivered(
            contact,
            judgement,
            case.digital_consent,
        ));
        findings.extend(definition::not_documented_in_time(contact, setting));
        findings.extend(definition::unusual_length(contact, parameters));
    }
    findings.extend(definition::next_invitation_missing(dossier));
    findings.extend(category_3::category_not_reviewed(dossier));
    findings.extend(objectives::phases_lacking(case.four_phases));
}
