//! A row beside what is recorded: what taking it over would change.

use super::cells::names;
use super::edit::{Change, Edit};
use super::fault::Fault;
use super::note::Hint;
use super::record_index::{self, RecordIndex};
use super::row_facts::{CategorySaid, RowFacts};
use super::row_plan::{ImportRow, Target, Verdict};
use crate::record::{Customer, CustomerNumber};
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{Appointment, Channel, ConsultationKind, Contact, Origin, Outcome};

/// Compares what a row says with what is recorded.
pub(super) fn compare(
    row: usize,
    number: CustomerNumber,
    facts: &RowFacts,
    faults: Vec<Fault>,
    index: &RecordIndex<'_>,
    today: NaiveDate,
) -> ImportRow {
    let recorded = index.customer(number.as_str());
    let bare;
    let customer = match recorded {
        Some(customer) => customer,
        None => {
            bare = Customer::new(index.new_case_id(number.as_str()), number.clone());
            &bare
        }
    };
    let mut comparison = Comparison {
        customer,
        number: number.as_str(),
        index,
        today,
        edits: Vec::new(),
        changes: Vec::new(),
        hints: Vec::new(),
    };
    comparison.person(facts);
    comparison.case(facts);
    comparison.contact(facts);
    comparison.appointment(facts);
    let Comparison {
        edits,
        changes,
        hints,
        ..
    } = comparison;
    let verdict = match recorded {
        _ if !faults.is_empty() => Verdict::Faulty,
        None => Verdict::New,
        Some(_) if changes.is_empty() => Verdict::Unchanged,
        Some(_) => Verdict::Changed,
    };
    ImportRow {
        row,
        name: (!facts.name.is_empty()).then(|| facts.name.clone()),
        verdict,
        changes,
        faults,
        hints,
        target: Some(Target {
            id: customer.id.clone(),
            is_new: recorded.is_none(),
            number: number.clone(),
            edits,
        }),
        number: Some(number),
    }
}

/// Gathers what differs.
struct Comparison<'a> {
    customer: &'a Customer,
    number: &'a str,
    index: &'a RecordIndex<'a>,
    today: NaiveDate,
    edits: Vec<Edit>,
    changes: Vec<Change>,
    hints: Vec<Hint>,
}

impl Comparison<'_> {
    /// Keeps an edit if it changes something.
    fn edit(&mut self, edit: Edit) {
        if let Some(change) = edit.change(self.customer) {
            self.changes.push(change);
            self.edits.push(edit);
        }
    }

    fn person(&mut self, facts: &RowFacts) {
        if self.customer.is_closed(self.today) {
            self.hints.push(Hint::CustomerClosed);
        }
        if facts.garbled {
            self.hints.push(Hint::Garbled);
        }
        let recorded = self.customer.name.as_deref();
        match recorded.filter(|name| names::is_garbled_form_of(&facts.name, name)) {
            Some(name) => self.hints.push(Hint::NameKept(name.to_owned())),
            None => {
                if names::has_lost_letters(&facts.name) {
                    self.hints.push(Hint::LostLetters);
                }
                let is_recorded =
                    recorded.is_some_and(|name| names::says_the_same(&facts.name, name));
                if !facts.name.is_empty() && !is_recorded {
                    self.edit(Edit::Name(facts.name.clone()));
                }
            }
        }
        let recorded = self.customer.note.as_deref();
        let is_recorded = recorded.is_some_and(|note| names::reads_the_same(&facts.note, note));
        if !facts.note.is_empty() && !is_recorded {
            self.edit(Edit::Note(facts.note.clone()));
        }
    }

    fn case(&mut self, facts: &RowFacts) {
        if let CategorySaid::Contradicted(category) = facts.category {
            self.hints.push(Hint::CategoryContradicted(category));
        }
        if let Some(day) = facts.in_care_since.filter(|day| *day > self.today) {
            self.hints.push(Hint::CareAhead(day));
        }
        let category = match facts.category {
            CategorySaid::Nothing => None,
            CategorySaid::None => Some(Edit::Category(None)),
            CategorySaid::Is(category) | CategorySaid::Contradicted(category) => {
                Some(Edit::Category(Some(category)))
            }
        };
        let said = [
            facts.birth_date.map(Edit::BirthDate),
            facts.status.map(Edit::Status),
            facts.profile.map(Edit::Profile),
            category,
            facts.k3_marker.map(Edit::K3Marker),
            facts.supervision.map(Edit::Supervision),
            facts.in_care_since.map(Edit::InCareSince),
            facts.digital_consent.map(Edit::DigitalConsent),
        ];
        for edit in said.into_iter().flatten() {
            self.edit(edit);
        }
    }

    /// A contact of that day is not recorded twice. One that came from this list before takes over
    /// the channel that the list has now.
    fn contact(&mut self, facts: &RowFacts) {
        let Some(day) = facts.last_contact else {
            return;
        };
        if day > self.today {
            self.hints.push(Hint::ContactAhead(day));
        }
        let contacts = || self.customer.contacts.iter();
        let own_id = record_index::contact_id(self.number, day);
        let own = contacts().find(|contact| contact.id.as_str() == own_id);
        let same_day = own.or_else(|| contacts().find(|contact| contact.date == day));
        let Some(recorded) = same_day else {
            let id = self.index.new_contact_id(self.number, day);
            let mut contact = Contact::bare(id, day, Origin::List);
            contact.kind = Fact::Known(ConsultationKind::FollowUp);
            contact.channel = facts.channel.into();
            self.edit(Edit::AddContact(contact));
            return;
        };
        match (facts.channel, recorded.channel) {
            (Some(channel), _) if recorded.id.as_str() == own_id => {
                self.edit(Edit::ContactChannel(recorded.id.clone(), channel));
            }
            (Some(channel), Fact::Known(other)) if !self.has_contact(day, channel) => {
                self.hints.push(Hint::OtherChannelRecorded(day, other));
            }
            (Some(_) | None, Fact::Known(_) | Fact::Unknown) => {}
        }
    }

    fn has_contact(&self, day: NaiveDate, channel: Channel) -> bool {
        self.customer
            .contacts
            .iter()
            .any(|contact| contact.date == day && contact.channel == Fact::Known(channel))
    }

    fn appointment(&mut self, facts: &RowFacts) {
        let Some(day) = facts.next_appointment else {
            return;
        };
        let id = self.index.new_appointment_id(self.number, day);
        if day < self.today {
            self.hints.push(Hint::AppointmentPast(day));
        } else {
            self.supersede(day);
        }
        let same_day: Vec<&Appointment> = self
            .customer
            .appointments
            .iter()
            .filter(|appointment| appointment.date == day)
            .collect();
        if same_day.iter().any(|appointment| settles(appointment)) {
            return;
        }
        if !same_day.is_empty() {
            self.hints.push(Hint::AppointmentRevived(day));
        }
        self.edit(Edit::AddAppointment(Appointment::bare(
            id,
            self.customer.id.clone(),
            day,
            Origin::List,
        )));
    }

    /// The next appointment of an earlier list gives way to that of this one, unless somebody has
    /// worked with it since.
    fn supersede(&mut self, day: NaiveDate) {
        let earlier: Vec<&Appointment> = self
            .customer
            .appointments
            .iter()
            .filter(|appointment| {
                appointment.origin == Origin::List
                    && appointment.outcome == Outcome::Open
                    && appointment.date >= self.today
                    && appointment.date != day
            })
            .collect();
        for appointment in earlier {
            if is_as_imported(appointment) && !self.index.is_referred_to(&appointment.id) {
                self.edit(Edit::RemoveAppointment(appointment.id.clone()));
            } else {
                self.hints.push(Hint::AppointmentKept(appointment.date));
            }
        }
    }
}

/// Whether nobody has touched an appointment since a list brought it.
fn is_as_imported(appointment: &Appointment) -> bool {
    let Appointment { id, case, date, .. } = appointment;
    *appointment == Appointment::bare(id.clone(), case.clone(), *date, Origin::List)
}

/// Whether an appointment leaves no room for an open one from a list on the same day. One from a
/// list does, whatever came of it: the list would only bring it back.
fn settles(appointment: &Appointment) -> bool {
    match appointment.outcome {
        Outcome::Open | Outcome::Held | Outcome::NotHeld | Outcome::NoShow => true,
        Outcome::Cancelled | Outcome::Voided => appointment.origin == Origin::List,
    }
}
