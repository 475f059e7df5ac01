//! Which entries follow from a change.

use super::{TransferKind, appointment, caseworker, entry, id};
use crate::history::Edit;
use crate::record::{Caseload, Caseworker, Customer, Transfer};
use rules::facts::{Absence, Appointment, Contact, Origin, Outcome};
use rules::{Setting, document_by};

/// The edits of a command with the entries for VerBIS and ATV that follow from them. `caseload` is
/// as it was before.
pub fn with_transfers(edits: Vec<Edit>, caseload: &Caseload, setting: &Setting) -> Vec<Edit> {
    let mut following = Following {
        caseload,
        setting,
        edits: Vec::new(),
    };
    for edit in &edits {
        match edit {
            Edit::Appointment(after) => following.appointment(after),
            Edit::AppointmentRemoved(_, id) => {
                following.drop_open(TransferKind::Appointment, id.as_str());
                following.drop_open(TransferKind::Outcome, id.as_str());
            }
            Edit::Contact(_, after) => following.contact(&after.contact, edit),
            Edit::ContactRemoved(_, id) => following.drop_open(TransferKind::Note, id.as_str()),
            Edit::Sheet(sheet) => following.sheet(sheet.customer()),
            Edit::Caseworker(after) => following.absences(after),
            Edit::Exception(_)
            | Edit::ExceptionRemoved(_)
            | Edit::Transfer(_)
            | Edit::TransferRemoved(_)
            | Edit::Parameters(_)
            | Edit::CustomerRemoved(_) => {}
        }
    }
    let following = following.edits;
    edits.into_iter().chain(following).collect()
}

struct Following<'c> {
    caseload: &'c Caseload,
    setting: &'c Setting,
    edits: Vec<Edit>,
}

impl Following<'_> {
    fn put(&mut self, transfer: Transfer) {
        self.edits.push(Edit::Transfer(Box::new(transfer)));
    }

    /// What was not entered yet need not be entered any more.
    fn drop_open(&mut self, kind: TransferKind, subject: &str) {
        let id = id(kind, subject);
        let mut transfers = self.caseload.transfers.iter();
        if transfers.any(|transfer| transfer.id == id && transfer.done_on.is_none()) {
            self.edits.push(Edit::TransferRemoved(id));
        }
    }

    fn appointment(&mut self, after: &Appointment) {
        let before = self
            .caseload
            .customer(&after.case)
            .and_then(|customer| appointment(customer, after.id.as_str()));
        let subject = after.id.as_str();
        if after.outcome == Outcome::Open {
            if before.is_some_and(|before| before.outcome != Outcome::Open) {
                self.drop_open(TransferKind::Outcome, subject);
            }
            let is_news = before.is_none_or(|before| {
                before.recorded_on != after.recorded_on
                    || (before.date, before.start) != (after.date, after.start)
            });
            // What came with a list stands in ATV already.
            if is_news && after.recorded_on.is_none() && after.origin == Origin::Entered {
                let lead = self.setting.edition.parameters().lead_days;
                // Nothing is overdue before it is there: one made late is due at once.
                let due_on = lead.before(after.date).max(self.setting.today);
                self.put(entry(
                    TransferKind::Appointment,
                    &after.case,
                    subject,
                    due_on,
                ));
            }
        } else if before.is_none_or(|before| before.outcome != after.outcome) {
            if after.recorded_on.is_none() && after.outcome == Outcome::Voided {
                self.drop_open(TransferKind::Appointment, subject);
                return;
            }
            let today = self.setting.today;
            self.put(entry(TransferKind::Outcome, &after.case, subject, today));
        }
    }

    /// The note on a new consultation, due as the rules want it documented.
    fn contact(&mut self, after: &Contact, edit: &Edit) {
        let Edit::Contact(case, _) = edit else { return };
        let is_known = self.caseload.customer(case).is_some_and(|customer| {
            let mut contacts = customer.contacts.iter();
            contacts.any(|known| known.id == after.id)
        });
        if after.documented_on.is_some() {
            self.drop_open(TransferKind::Note, after.id.as_str());
        } else if !is_known && after.origin == Origin::Entered {
            let Setting {
                calendar, edition, ..
            } = self.setting;
            let due_on = document_by(after.date, calendar, edition.parameters());
            self.put(entry(TransferKind::Note, case, after.id.as_str(), due_on));
        }
    }

    fn sheet(&mut self, after: &Customer) {
        let Some(before) = self.caseload.customer(&after.id) else {
            return;
        };
        let (old, new) = (&before.facts, &after.facts);
        let changed = [
            (TransferKind::Category, old.category != new.category),
            (
                TransferKind::K3Marker,
                old.k3_marker_set != new.k3_marker_set,
            ),
            (TransferKind::Profile, old.profile != new.profile),
        ];
        for (kind, is_changed) in changed {
            if is_changed {
                let today = self.setting.today;
                self.put(entry(kind, &after.id, after.id.as_str(), today));
            }
        }
    }

    fn absences(&mut self, after: &Caseworker) {
        let key = |absence: &Absence| format!("{}-{}", absence.from, absence.to);
        let before = &self.caseload.caseworker.office.absences;
        let after = &after.office.absences;
        for absence in after {
            if !before.iter().any(|known| key(known) == key(absence)) {
                let today = self.setting.today;
                let kind = TransferKind::Absence;
                self.put(entry(kind, &caseworker(), &key(absence), today));
            }
        }
        for absence in before {
            if !after.iter().any(|known| key(known) == key(absence)) {
                self.drop_open(TransferKind::Absence, &key(absence));
            }
        }
    }
}
