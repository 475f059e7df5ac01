//! Putting a finding right in the record.

use crate::history::{ContactEntry, Edit, Sheet};
use crate::record::Customer;
use rules::facts::Contact;
use rules::{Correction, Fact, Finding, Subject};

/// The change of the record that puts a finding about a customer right; `None` if the finding
/// proposes none, or if what it is about is not there any more. The entry for VerBIS that follows
/// is added by [`crate::transfers::with_transfers`].
pub fn correcting(customer: &Customer, finding: &Finding) -> Option<Edit> {
    match finding.correction? {
        Correction::Category(category) => {
            Some(revised(customer, |own| own.facts.category = Some(category)))
        }
        Correction::K3MarkerSet => Some(revised(customer, |own| {
            own.facts.k3_marker_set = Fact::Known(true);
        })),
        Correction::CategoryReviewed => of_contact(customer, finding, |contact| {
            contact.category_reviewed = Fact::Known(true);
        }),
        Correction::DurationReasonDocumented => of_contact(customer, finding, |contact| {
            contact.duration_reason_documented = Fact::Known(true);
        }),
    }
}

fn revised(customer: &Customer, change: impl FnOnce(&mut Customer)) -> Edit {
    let mut after = Sheet::of(customer).customer().clone();
    change(&mut after);
    Edit::Sheet(Box::new(Sheet::of(&after)))
}

fn of_contact(
    customer: &Customer,
    finding: &Finding,
    change: impl FnOnce(&mut Contact),
) -> Option<Edit> {
    let Subject::Contact(id) = &finding.subject else {
        return None;
    };
    let mut contacts = customer.contacts.iter();
    let mut contact = contacts.find(|contact| contact.id == *id)?.clone();
    change(&mut contact);
    let topics = customer.topics.get(id).cloned();
    let entry = ContactEntry { contact, topics };
    Some(Edit::Contact(customer.id.clone(), Box::new(entry)))
}
