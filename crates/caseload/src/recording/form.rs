//! A contact while it is typed.

use super::fault::{ContactFault, ContactField, ContactProblem};
use crate::history::ContactEntry;
use crate::record::Customer;
use crate::typed::{self, Leaning, NoDay};
use chrono::NaiveDate;
use rules::facts::{Appointment, Contact, ContactId, Origin};
use rules::wording::date;
use rules::{Due, Fact, Severity};

/// A contact as it stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactForm {
    /// What was chosen. What is typed takes the place of its day, its length, the day of its
    /// documentation and the day agreed for the next one.
    pub chosen: Contact,
    /// Its day, as typed.
    pub date: String,
    /// Its length, as typed.
    pub duration_minutes: String,
    /// The day of its documentation, as typed.
    pub documented_on: String,
    /// The day agreed for the next one, as typed.
    pub next_contact_by: String,
    /// What it was about.
    pub topics: String,
}

/// A contact as it was read from the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactDraft {
    /// The contact; `None` as long as it has no day.
    pub entry: Option<ContactEntry>,
    /// What is wrong, in the order of the fields.
    pub faults: Vec<ContactFault>,
}

impl ContactDraft {
    /// The contact, if nothing keeps it from being saved.
    pub fn to_save(&self) -> Option<&ContactEntry> {
        let mut faults = self.faults.iter();
        let is_wrong = faults.any(|fault| fault.severity() == Severity::Error);
        self.entry.as_ref().filter(|_| !is_wrong)
    }
}

impl ContactForm {
    /// The form of a new contact with a customer of whom the rules say `due`: today, and a first
    /// consultation or a follow-up as it is due.
    pub fn new(id: ContactId, due: &Due, today: NaiveDate) -> Self {
        let mut contact = Contact::bare(id, today, Origin::Entered);
        contact.kind = Fact::Known(due.next_kind());
        ContactForm::of(&ContactEntry {
            contact,
            topics: None,
        })
    }

    /// The form of the contact at an appointment that was held.
    pub fn of_held(id: ContactId, appointment: &Appointment) -> Self {
        let mut contact = Contact::bare(id, appointment.date, Origin::Entered);
        contact.channel = appointment.channel;
        contact.kind = appointment.kind;
        contact.duration_minutes = appointment.duration_minutes;
        ContactForm::of(&ContactEntry {
            contact,
            topics: None,
        })
    }

    /// The form of a contact that is recorded already.
    pub fn of(entry: &ContactEntry) -> Self {
        let contact = &entry.contact;
        let day = |day: Option<NaiveDate>| day.map_or(String::new(), date);
        ContactForm {
            date: date(contact.date),
            duration_minutes: match contact.duration_minutes {
                Fact::Known(minutes) => minutes.to_string(),
                Fact::Unknown => String::new(),
            },
            documented_on: day(contact.documented_on),
            next_contact_by: day(contact.next_contact_by),
            topics: entry.topics.clone().unwrap_or_default(),
            chosen: contact.clone(),
        }
    }

    /// Reads what was typed about a contact with `customer`.
    pub fn read(&self, customer: &Customer, today: NaiveDate) -> ContactDraft {
        let mut reading = Reading {
            today,
            faults: Vec::new(),
        };
        let day = reading.day(ContactField::Date, &self.date, Leaning::Back);
        if self.date.trim().is_empty() {
            reading.fault(ContactField::Date, ContactProblem::NoDay(NoDay::Empty));
        }
        let minutes = typed::minutes(&self.duration_minutes).unwrap_or_else(|no_minutes| {
            let problem = ContactProblem::NoMinutes(no_minutes);
            reading.fault(ContactField::DurationMinutes, problem);
            None
        });
        let documented_on = reading.day(
            ContactField::DocumentedOn,
            &self.documented_on,
            Leaning::Back,
        );
        let next_contact_by = reading.day(
            ContactField::NextContactBy,
            &self.next_contact_by,
            Leaning::Ahead,
        );
        let Some(day) = day else {
            return ContactDraft {
                entry: None,
                faults: reading.faults,
            };
        };
        let contact = Contact {
            date: day,
            duration_minutes: minutes.into(),
            documented_on,
            next_contact_by,
            ..self.chosen.clone()
        };
        reading.implausible(&contact, customer);
        let topics = self.topics.trim();
        ContactDraft {
            entry: Some(ContactEntry {
                contact,
                topics: (!topics.is_empty()).then(|| topics.to_owned()),
            }),
            faults: reading.faults,
        }
    }
}

/// What has come to light so far.
struct Reading {
    today: NaiveDate,
    faults: Vec<ContactFault>,
}

impl Reading {
    fn fault(&mut self, field: ContactField, problem: ContactProblem) {
        self.faults.push(ContactFault { field, problem });
    }

    /// A day that may be left out.
    fn day(&mut self, field: ContactField, text: &str, leaning: Leaning) -> Option<NaiveDate> {
        match typed::day(text, leaning, self.today) {
            Ok(day) => Some(day),
            Err(NoDay::Empty) => None,
            Err(no_day) => {
                self.fault(field, ContactProblem::NoDay(no_day));
                None
            }
        }
    }

    /// Days of the calendar that still cannot be meant, or that the rules ignore.
    fn implausible(&mut self, contact: &Contact, customer: &Customer) {
        let day = contact.date;
        if day > self.today {
            self.fault(ContactField::Date, ContactProblem::LiesAhead { day });
        }
        if let Fact::Known(since) = customer.facts.in_care_since
            && day < since
        {
            self.fault(ContactField::Date, ContactProblem::BeforeCare { since });
        }
        if let Some(documented) = contact.documented_on {
            if documented < day {
                self.fault(ContactField::DocumentedOn, ContactProblem::DocumentedBefore);
            }
            if documented > self.today {
                self.fault(ContactField::DocumentedOn, ContactProblem::DocumentedAhead);
            }
        }
        if contact.next_contact_by.is_some_and(|by| by <= day) {
            self.fault(ContactField::NextContactBy, ContactProblem::AgreedNotAfter);
        }
    }
}
