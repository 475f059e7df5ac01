//! One sentence for one event, without anybody's name: for the toast and for the list of what was
//! done.

use super::customer::sheet_lines;
use crate::history::change::{Change, Way};
use crate::history::event::{Course, Deed, Event};
use crate::history::ledger::Ledger;
use crate::record::CustomerNumber;
use rules::facts::CaseId;
use rules::ordering::OrderedMap;

/// What kind of thing was done.
pub fn deed_label(deed: Deed) -> &'static str {
    match deed {
        Deed::ListImported => "Aus Liste übernommen",
        Deed::FileOpened => "Aus Bestandsdatei übernommen",
        Deed::BackupRestored => "Sicherung eingespielt",
        Deed::BackupMerged => "Mit Sicherung zusammengeführt",
        Deed::CustomerAdded => "Fall aufgenommen",
        Deed::CustomerRevised => "Angaben geändert",
        Deed::CustomerClosed => "Fall abgeschlossen",
        Deed::CustomerReopened => "Fall wieder geöffnet",
        Deed::CustomerRemoved => "Fall entfernt",
        Deed::CustomersRevised => "Angaben mehrerer Fälle geändert",
        Deed::ContactRecorded => "Kontakt erfasst",
        Deed::ContactRevised => "Kontakt geändert",
        Deed::ContactRemoved => "Kontakt entfernt",
        Deed::AppointmentMade => "Termin angelegt",
        Deed::AppointmentRevised => "Termin geändert",
        Deed::AppointmentRemoved => "Termin entfernt",
        Deed::OutcomeRecorded => "Ergebnis eines Termins festgehalten",
        Deed::PlanAccepted => "Vorgeschlagene Termine übernommen",
        Deed::FindingCorrected => "Prüfergebnis berichtigt",
        Deed::FindingKept => "Prüfergebnis so gelassen",
        Deed::FindingReopened => "Ausnahme aufgehoben",
        Deed::ParametersChanged => "Örtliche Werte geändert",
        Deed::TransferDone => "Übertrag erledigt",
        Deed::TransferReopened => "Übertrag wieder offen",
        Deed::OfficeRevised => "Arbeitszeiten und Abwesenheiten geändert",
        Deed::HandoverTaken => "Vertretung übernommen",
        Deed::HandoverGivenBack => "Nach Vertretung entfernt",
        Deed::HandoverReturned => "Rückgabe der Vertretung übernommen",
        Deed::Undone(_) => "Rückgängig gemacht",
        Deed::Redone(_) => "Wiederhergestellt",
    }
}

impl Ledger {
    /// One sentence about an event: "Status geändert: 617D000123".
    pub fn summary(&self, event: &Event) -> String {
        match event.deed.course() {
            Course::Back(target) | Course::Again(target) => {
                let label = deed_label(event.deed);
                match self.event(target) {
                    Some(target) => format!("{label} – {}", self.own_summary(target)),
                    None => label.to_owned(),
                }
            }
            Course::Ahead => self.own_summary(event),
        }
    }

    fn own_summary(&self, event: &Event) -> String {
        let label = deed_label(event.deed);
        let what = match about(event.deed) {
            About::Many => return format!("{label}: {}", Counts::of(event).german()),
            About::Appointments => return format!("{label}: {}", appointments(event)),
            About::Facts => revised_facts(event).unwrap_or_else(|| label.to_owned()),
            About::One => label.to_owned(),
        };
        match self.number(event) {
            Some(number) => format!("{what}: {number}"),
            None => what,
        }
    }

    /// The number of the customer that an event is about, if it is about one only.
    fn number<'l>(&'l self, event: &'l Event) -> Option<&'l CustomerNumber> {
        let own = event.changes.iter().find_map(|change| match change {
            Change::Customer(step) => Some(&step.subject().number),
            Change::Sheet(swap) => Some(&swap.after.customer().number),
            Change::Lineage(_)
            | Change::Edition(_)
            | Change::Caseworker(_)
            | Change::Parameters(_)
            | Change::Contact(..)
            | Change::Appointment(..)
            | Change::Exception(_)
            | Change::Transfer(_) => None,
        });
        own.or_else(|| {
            let case = event.changes.iter().find_map(Change::case)?;
            Some(&self.customer(case)?.number)
        })
    }
}

/// What a summary goes into.
enum About {
    /// How many customers came, changed and went.
    Many,
    /// How many appointments came.
    Appointments,
    /// Which facts of one customer changed.
    Facts,
    /// Only whom it is about.
    One,
}

fn about(deed: Deed) -> About {
    match deed {
        Deed::ListImported
        | Deed::FileOpened
        | Deed::BackupRestored
        | Deed::BackupMerged
        | Deed::CustomersRevised
        | Deed::HandoverTaken
        | Deed::HandoverGivenBack
        | Deed::HandoverReturned => About::Many,
        Deed::PlanAccepted => About::Appointments,
        Deed::CustomerRevised => About::Facts,
        Deed::CustomerAdded
        | Deed::CustomerClosed
        | Deed::CustomerReopened
        | Deed::CustomerRemoved
        | Deed::ContactRecorded
        | Deed::ContactRevised
        | Deed::ContactRemoved
        | Deed::AppointmentMade
        | Deed::AppointmentRevised
        | Deed::AppointmentRemoved
        | Deed::OutcomeRecorded
        | Deed::FindingCorrected
        | Deed::FindingKept
        | Deed::FindingReopened
        | Deed::ParametersChanged
        | Deed::TransferDone
        | Deed::TransferReopened
        | Deed::OfficeRevised
        | Deed::Undone(_)
        | Deed::Redone(_) => About::One,
    }
}

/// "1 Termin", "25 Termine".
fn appointments(event: &Event) -> String {
    let steps = event.changes.iter();
    let count = steps
        .filter(|change| matches!(change, Change::Appointment(..)))
        .count();
    match count {
        1 => "1 Termin".to_owned(),
        more => format!("{more} Termine"),
    }
}

/// "Status geändert", "Status und Notiz geändert", "3 Angaben geändert".
fn revised_facts(event: &Event) -> Option<String> {
    let lines: Vec<_> = event
        .changes
        .iter()
        .flat_map(|change| {
            if let Change::Sheet(swap) = change {
                sheet_lines(&swap.before, &swap.after)
            } else {
                Vec::new()
            }
        })
        .collect();
    match lines.as_slice() {
        [] => None,
        [one] => Some(format!("{} geändert", one.what())),
        [one, other] => Some(format!("{} und {} geändert", one.what(), other.what())),
        many => Some(format!("{} Angaben geändert", many.len())),
    }
}

/// How many customers an event brought, changed and took.
#[derive(Debug, Default)]
struct Counts {
    came: usize,
    changed: usize,
    went: usize,
}

/// What became of one customer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Came,
    Changed,
    Went,
}

impl Counts {
    fn of(event: &Event) -> Self {
        let mut fates: OrderedMap<&CaseId, Fate> = OrderedMap::new();
        for change in &event.changes {
            let Some(case) = change.case() else {
                continue;
            };
            let fate = match change {
                Change::Customer(step) => match &step.way {
                    Way::Added(_) => Fate::Came,
                    Way::Revised(_) => Fate::Changed,
                    Way::Removed(_) => Fate::Went,
                },
                Change::Sheet(_) | Change::Contact(..) | Change::Appointment(..) => Fate::Changed,
                Change::Lineage(_)
                | Change::Edition(_)
                | Change::Caseworker(_)
                | Change::Parameters(_)
                | Change::Exception(_)
                | Change::Transfer(_) => continue,
            };
            // Whoever is taken out and put in elsewhere only changed.
            let known = fates.entry(case).or_insert(fate);
            if *known == Fate::Went && fate == Fate::Came {
                *known = Fate::Changed;
            }
        }
        let mut counts = Counts::default();
        for fate in fates.values() {
            match fate {
                Fate::Came => counts.came += 1,
                Fate::Changed => counts.changed += 1,
                Fate::Went => counts.went += 1,
            }
        }
        counts
    }

    /// "12 neu, 30 geändert, 2 entfernt"; what is not at all is left out.
    fn german(&self) -> String {
        let named = [
            (self.came, "neu"),
            (self.changed, "geändert"),
            (self.went, "entfernt"),
        ];
        let parts: Vec<String> = named
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        if parts.is_empty() {
            "Angaben außerhalb der Fälle".to_owned()
        } else {
            parts.join(", ")
        }
    }
}
