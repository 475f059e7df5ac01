//! What a replay could not read, and what that means for the user.

use super::entry::EntryFault;
use super::record::RecordFault;
use std::fmt;

/// What was lost on the way from the store to the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayReport {
    /// Losses: snapshots, the newest first, then events in order.
    pub losses: Vec<Loss>,
    /// How many events could be read.
    pub readable: u64,
    /// How many there should be.
    pub total: u64,
}

/// Something that could not be read, or does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What it is.
    pub part: Part,
    /// Its number, or the first of them.
    pub first: u64,
    /// The last number; the first again unless several are missing.
    pub last: u64,
    /// What is wrong with it.
    pub what: What,
}

/// A part of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// An event.
    Event,
    /// A snapshot.
    Snapshot,
}

/// What is wrong with a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It lies there and cannot be read.
    Unreadable(EntryFault),
    /// It is not there.
    Missing,
    /// It was read and applied as far as possible, but something before it is not as it was.
    Misfit,
}

/// Whether a store can be worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Everything was read.
    Sound,
    /// A part is lost; the rest can be looked at.
    Damaged,
    /// A newer version of the program wrote here. Nothing may be written by this one.
    NewerVersion,
}

impl ReplayReport {
    /// Whether the store can be worked with.
    pub fn verdict(&self) -> Verdict {
        if self.losses.is_empty() {
            Verdict::Sound
        } else if self.losses.iter().any(Loss::is_newer_version) {
            Verdict::NewerVersion
        } else {
            Verdict::Damaged
        }
    }

    /// What it comes to and what to do, for the user: one sentence each.
    pub fn headline(&self) -> String {
        match self.verdict() {
            Verdict::Sound => format!("Alle {} Einträge sind lesbar.", self.total),
            Verdict::NewerVersion => "Dieser Bestand wurde mit einer neueren Fassung von \
                Kontaktdichte geschrieben. Bitte öffnen Sie ihn mit der neuesten \
                kontaktdichte.html; hier wird nichts verändert."
                .to_owned(),
            Verdict::Damaged => {
                let advice = "Bitte sichern Sie zuerst eine Rettungsdatei und stellen Sie dann \
                    die letzte Sicherung wieder her; gelöscht wird nichts.";
                // What follows from a loss is no damage of its own.
                let at_fault: Vec<&Loss> = self
                    .losses
                    .iter()
                    .filter(|loss| !loss.is_misfit())
                    .collect();
                let lead = match at_fault.as_slice() {
                    [] => "Die Einträge passen nicht überall zusammen.".to_owned(),
                    [loss] => loss.german(),
                    several => format!(
                        "Der gespeicherte Bestand ist an {} Stellen beschädigt.",
                        several.len()
                    ),
                };
                format!(
                    "{lead} {} von {} Einträgen sind lesbar. {advice}",
                    self.readable, self.total
                )
            }
        }
    }
}

impl Loss {
    /// Whether nothing is wrong with it, only a newer version of the program wrote it.
    pub fn is_newer_version(&self) -> bool {
        match &self.what {
            What::Unreadable(fault) => fault.is_newer_version(),
            What::Missing | What::Misfit => false,
        }
    }

    fn is_misfit(&self) -> bool {
        match self.what {
            What::Misfit => true,
            What::Unreadable(_) | What::Missing => false,
        }
    }

    /// The loss as a German sentence.
    pub fn german(&self) -> String {
        let Loss {
            part, first, last, ..
        } = self;
        if first != last {
            return format!("Die Einträge {first} bis {last} fehlen.");
        }
        let subject = match part {
            Part::Event => format!("Eintrag {first}"),
            Part::Snapshot => format!("Der Zwischenstand {first}"),
        };
        let what = match &self.what {
            What::Unreadable(EntryFault::Record(fault)) => damage(*fault),
            What::Unreadable(EntryFault::Payload(error)) if error.is_newer_version() => {
                "stammt aus einer neueren Fassung"
            }
            What::Unreadable(EntryFault::Payload(_)) => "hat einen Inhalt, den es nicht geben darf",
            What::Missing => "fehlt",
            What::Misfit => {
                "passt nicht zum Stand davor und wurde nur so weit wie möglich übernommen"
            }
        };
        format!("{subject} {what}.")
    }
}

/// What is wrong with a record, as the end of a sentence.
fn damage(fault: RecordFault) -> &'static str {
    match fault {
        RecordFault::Empty => "ist leer",
        RecordFault::Truncated => "ist unvollständig gespeichert",
        RecordFault::NotARecord => "ist beschädigt: Dort liegt etwas anderes",
        RecordFault::NewerVersion { .. } => "stammt aus einer neueren Fassung",
        RecordFault::WrongKind => "ist beschädigt: Dort liegt ein Eintrag anderer Art",
        RecordFault::WrongProtection => "ist beschädigt: Er ist anders geschützt als der Bestand",
        RecordFault::WrongNumber => "ist beschädigt: Dort liegt ein Eintrag mit anderer Nummer",
        RecordFault::Tampered => "ist beschädigt",
    }
}

impl fmt::Display for ReplayReport {
    /// Writes in English, one loss a line, for `kkd`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for loss in &self.losses {
            writeln!(f, "{loss}")?;
        }
        write!(f, "{} of {} events are readable", self.readable, self.total)
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            Part::Event => "event",
            Part::Snapshot => "snapshot",
        };
        write!(f, "{part} {}", self.first)?;
        if self.first != self.last {
            write!(f, " to {}", self.last)?;
        }
        match &self.what {
            What::Unreadable(fault) => write!(f, ": {fault}"),
            What::Missing => f.write_str(": missing"),
            What::Misfit => f.write_str(": does not fit what was before, applied in part"),
        }
    }
}
