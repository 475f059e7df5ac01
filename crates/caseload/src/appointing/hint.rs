//! What is worth knowing about an appointment, at which field, by which rule, and how to say it.

use crate::record::CustomerNumber;
use crate::typed::{NoDay, NoMinutes, NoTime};
use chrono::{NaiveDate, NaiveTime, Weekday};
use rules::calendar::Holiday;
use rules::wording::{channel_label, date, status_label, time, weekday_name};
use rules::{MissedCall, Rule, Severity, Unfit};
use std::fmt;

/// A field of an appointment that a hint stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AppointmentField {
    /// Its day.
    Date,
    /// Its begin.
    Start,
    /// Its end, where one is typed.
    End,
    /// Its length.
    DurationMinutes,
    /// Its channel.
    Channel,
    /// Whether the invitation carries the legal notice.
    LegalNotice,
    /// Whom it is for.
    Case,
}

impl AppointmentField {
    /// The name of the field's control; for all but the end that of the caseload file.
    pub fn key(self) -> &'static str {
        match self {
            AppointmentField::Date => "date",
            AppointmentField::Start => "start",
            AppointmentField::End => "end",
            AppointmentField::DurationMinutes => "duration_minutes",
            AppointmentField::Channel => "channel",
            AppointmentField::LegalNotice => "legal_notice",
            AppointmentField::Case => "case",
        }
    }
}

/// A hint. `Display` says it in German.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where it stands.
    pub field: AppointmentField,
    /// What it is about.
    pub matter: Matter,
}

/// Why a day is none for appointments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OffDay {
    /// A public holiday.
    Holiday(Holiday),
    /// The office is closed, with the reason that was entered.
    Closure(Option<String>),
    /// Saturday or Sunday.
    Weekend(Weekday),
    /// The caseworker is away, with the reason that was entered.
    Absence(Option<String>),
    /// A weekday on which the caseworker does not work.
    OtherWeekday(Weekday),
}

/// What a hint is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// No day.
    NoDay(NoDay),
    /// No time.
    NoTime(NoTime),
    /// No length.
    NoMinutes(NoMinutes),
    /// It ends before it begins, or at once.
    EndsBeforeStart,
    /// It does not end on its day.
    EndsAfterMidnight,
    /// It is open, and its day has passed.
    InThePast,
    /// Nobody has appointments on its day.
    OffDay(OffDay),
    /// It cannot be recorded in ATV in time any more (F1).
    LeadMissed {
        /// Last day that would have been in time, inclusive.
        by: NaiveDate,
        /// First day for which there is still time, inclusive.
        first: NaiveDate,
    },
    /// The day would have more than it may have (F2).
    DayFull {
        /// Places taken, this one included.
        taken: u32,
        /// The most there may be.
        most: u32,
    },
    /// Another appointment takes that time.
    Overlaps {
        /// Its begin.
        start: NaiveTime,
        /// Whose it is.
        number: CustomerNumber,
    },
    /// It does not lie within the consultation hours, which are these.
    OutsideHours(String),
    /// The customer has another one on that day.
    SecondOnDay,
    /// The customer has another open one.
    Another(NaiveDate),
    /// It lies after the customer's latest day.
    TooLate {
        /// The last day on which there can be one (D6).
        latest_appointment: NaiveDate,
    },
    /// The invitation lacks the legal notice (F6).
    LegalNoticeMissing,
    /// It should be in person after a missed call (F9).
    NotInPerson(MissedCall),
    /// It should carry the legal notice after a missed call (F9).
    NoLegalNotice(MissedCall),
    /// It does not fit into a missed slot (F8).
    UnfitReplacement(Unfit),
}

impl Hint {
    /// How grave it is.
    pub fn severity(&self) -> Severity {
        match self.matter {
            Matter::NoDay(_)
            | Matter::NoTime(_)
            | Matter::NoMinutes(_)
            | Matter::EndsBeforeStart
            | Matter::EndsAfterMidnight
            | Matter::InThePast
            | Matter::OffDay(
                OffDay::Holiday(_) | OffDay::Closure(_) | OffDay::Weekend(_) | OffDay::Absence(_),
            )
            | Matter::DayFull { .. } => Severity::Error,
            Matter::OffDay(OffDay::OtherWeekday(_))
            | Matter::LeadMissed { .. }
            | Matter::Overlaps { .. }
            | Matter::OutsideHours(_)
            | Matter::SecondOnDay
            | Matter::TooLate { .. }
            | Matter::LegalNoticeMissing
            | Matter::NotInPerson(_)
            | Matter::NoLegalNotice(_)
            | Matter::UnfitReplacement(_) => Severity::Warning,
            Matter::Another(_) => Severity::Info,
        }
    }

    /// Whether the appointment cannot be saved like this: it cannot be read, or cannot be at all.
    pub fn is_blocking(&self) -> bool {
        match self.matter {
            Matter::NoDay(_)
            | Matter::NoTime(_)
            | Matter::NoMinutes(_)
            | Matter::EndsBeforeStart
            | Matter::EndsAfterMidnight
            | Matter::InThePast => true,
            Matter::OffDay(_)
            | Matter::LeadMissed { .. }
            | Matter::DayFull { .. }
            | Matter::Overlaps { .. }
            | Matter::OutsideHours(_)
            | Matter::SecondOnDay
            | Matter::Another(_)
            | Matter::TooLate { .. }
            | Matter::LegalNoticeMissing
            | Matter::NotInPerson(_)
            | Matter::NoLegalNotice(_)
            | Matter::UnfitReplacement(_) => false,
        }
    }

    /// The rule behind it, if there is one.
    pub fn rule(&self) -> Option<Rule> {
        match self.matter {
            Matter::NoDay(_)
            | Matter::NoTime(_)
            | Matter::NoMinutes(_)
            | Matter::EndsBeforeStart
            | Matter::EndsAfterMidnight
            | Matter::Overlaps { .. }
            | Matter::OutsideHours(_)
            | Matter::SecondOnDay
            | Matter::Another(_) => None,
            Matter::InThePast => Some(Rule::F5),
            Matter::OffDay(OffDay::Absence(_)) => Some(Rule::F11),
            Matter::OffDay(OffDay::OtherWeekday(_)) => Some(Rule::F3),
            Matter::OffDay(OffDay::Holiday(_) | OffDay::Closure(_) | OffDay::Weekend(_))
            | Matter::TooLate { .. } => Some(Rule::D6),
            Matter::LeadMissed { .. } => Some(Rule::F1),
            Matter::DayFull { .. } => Some(Rule::F2),
            Matter::LegalNoticeMissing => Some(Rule::F6),
            Matter::NotInPerson(_) | Matter::NoLegalNotice(_) => Some(Rule::F9),
            Matter::UnfitReplacement(_) => Some(Rule::F8),
        }
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.matter {
            Matter::NoDay(no_day) => no_day.fmt(f),
            Matter::NoTime(no_time) => no_time.fmt(f),
            Matter::NoMinutes(no_minutes) => no_minutes.fmt(f),
            Matter::EndsBeforeStart => f.write_str(
                "Das Ende liegt nicht nach dem Beginn. Bitte berichtigen Sie eine der beiden Zeiten.",
            ),
            Matter::EndsAfterMidnight => f.write_str(
                "Der Termin ginge über Mitternacht hinaus. Bitte wählen Sie einen früheren Beginn oder eine kürzere Dauer.",
            ),
            Matter::InThePast => f.write_str(
                "Dieser Tag ist vorbei. Bitte wählen Sie einen anderen; hat das Gespräch stattgefunden, erfassen Sie einen Kontakt.",
            ),
            Matter::OffDay(off) => off.fmt(f),
            Matter::LeadMissed { by, first } => write!(
                f,
                "Dafür war der Termin bis {} in ATV einzutragen. Mit Vorlauf geht es ab {}.",
                date(*by),
                date(*first)
            ),
            Matter::DayFull { taken, most } => write!(
                f,
                "Das wäre der {taken}. Termin des Tages; vorgesehen sind höchstens {most}. Bitte wählen Sie einen anderen Tag."
            ),
            Matter::Overlaps { start, number } => write!(
                f,
                "Um {} Uhr steht schon ein Termin ({number}). Bitte wählen Sie eine andere Zeit.",
                time(*start)
            ),
            Matter::OutsideHours(hours) => write!(
                f,
                "Das liegt nicht ganz in Ihren Sprechzeiten ({hours}). Bitte prüfen Sie Beginn und Dauer."
            ),
            Matter::SecondOnDay => {
                f.write_str("Für diese Person steht an dem Tag schon ein Termin.")
            }
            Matter::Another(day) => write!(
                f,
                "Für diese Person steht schon ein Termin am {}.",
                date(*day)
            ),
            Matter::TooLate { latest_appointment } => write!(
                f,
                "Das ist zu spät: Der letzte Termintag ist der {}.",
                date(*latest_appointment)
            ),
            Matter::LegalNoticeMissing => f.write_str(
                "Eine Einladung ins Jobcenter enthält die Rechtsfolgenbelehrung. Bitte nehmen Sie sie auf.",
            ),
            Matter::NotInPerson(call) => write!(
                f,
                "Der letzte Termin ({}) wurde verpasst; der nächste ist persönlich, mit Rechtsfolgenbelehrung.",
                missed(*call)
            ),
            Matter::NoLegalNotice(call) => write!(
                f,
                "Der letzte Termin ({}) wurde verpasst; die Einladung enthält jetzt die Rechtsfolgenbelehrung.",
                missed(*call)
            ),
            Matter::UnfitReplacement(unfit) => unfit_text(*unfit, f),
        }
    }
}

/// "01.12.2026, per Video".
fn missed(call: MissedCall) -> String {
    let mut text = date(call.date);
    text.push_str(", ");
    text.push_str(channel_label(call.channel));
    text
}

fn unfit_text(unfit: Unfit, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match unfit {
        Unfit::Status(status) => write!(
            f,
            "In der frei gewordenen Zeit wird eine arbeitslose Person beraten; diese ist {}.",
            status_label(status)
        ),
        Unfit::Channel(channel) => write!(
            f,
            "In der frei gewordenen Zeit wird telefonisch beraten, nicht {}.",
            channel_label(channel)
        ),
        Unfit::Both(..) => f.write_str(
            "In der frei gewordenen Zeit wird eine arbeitslose Person telefonisch beraten.",
        ),
    }
}

impl OffDay {
    /// What the day is, in a few words: "Feiertag (Neujahr)", "abwesend (Urlaub)".
    pub fn label(&self) -> String {
        let (what, reason) = match self {
            OffDay::Holiday(holiday) => return format!("Feiertag ({})", holiday.name()),
            OffDay::Closure(reason) => ("geschlossen", reason),
            OffDay::Absence(reason) => ("abwesend", reason),
            OffDay::Weekend(_) => ("Wochenende", &None),
            OffDay::OtherWeekday(_) => ("kein Arbeitstag", &None),
        };
        what.to_owned() + &in_brackets(reason)
    }
}

impl fmt::Display for OffDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ANOTHER: &str = "Bitte wählen Sie einen anderen Tag.";
        match self {
            OffDay::Holiday(holiday) => {
                write!(
                    f,
                    "Der Tag ist ein Feiertag ({}). {ANOTHER}",
                    holiday.name()
                )
            }
            OffDay::Closure(reason) => {
                write!(
                    f,
                    "Die Dienststelle ist geschlossen{}. {ANOTHER}",
                    in_brackets(reason)
                )
            }
            OffDay::Weekend(weekday) => {
                write!(f, "Der Tag ist ein {}. {ANOTHER}", weekday_name(*weekday))
            }
            OffDay::Absence(reason) => {
                write!(
                    f,
                    "Sie sind an dem Tag abwesend{}. {ANOTHER}",
                    in_brackets(reason)
                )
            }
            OffDay::OtherWeekday(weekday) => write!(
                f,
                "Der {} ist nicht Ihr Arbeitstag. {ANOTHER}",
                weekday_name(*weekday)
            ),
        }
    }
}

fn in_brackets(reason: &Option<String>) -> String {
    match reason {
        Some(reason) => format!(" ({reason})"),
        None => String::new(),
    }
}
