//! What is wrong with a cell, and what happens because of it.

use std::fmt;

/// Something wrong with one cell. `Display` gives a German sentence with row, column and value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Row as a spreadsheet numbers it.
    pub row: usize,
    /// Name of the column.
    pub column: String,
    /// What stands in the cell.
    pub value: String,
    /// What is wrong with it.
    pub kind: FaultKind,
    /// What happens because of it.
    pub consequence: Consequence,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// There is no customer number.
    NumberMissing,
    /// The customer number stood in an earlier row.
    NumberRepeated {
        /// That row.
        first_row: usize,
    },
    /// The cell stands to the right of the last heading.
    BeyondHeadings,
    /// Somebody put a question mark into a date.
    DateDoubted,
    /// There is no such day.
    DateImpossible,
    /// It is not written like a date.
    DateUnreadable,
    /// The year cannot be meant.
    DateOutOfRange,
    /// A birth after today.
    BirthAhead,
    /// No known status.
    StatusUnreadable,
    /// No known profile.
    ProfileUnreadable,
    /// No known category.
    CategoryUnreadable,
    /// No category in the internal customer code.
    InternalCodeUnreadable,
    /// Not to be said which supervision.
    SupervisionUnreadable,
    /// No known channel.
    ChannelUnreadable,
    /// Neither yes nor no.
    YesNoUnreadable,
}

/// What happens because of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// The fact of a new customer stays unknown.
    StaysUnknown,
    /// The fact of a customer already recorded stays as it is.
    StaysAsRecorded,
    /// The cell is not taken over.
    CellPassedOver,
    /// The row is not taken over.
    RowPassedOver,
}

impl FaultKind {
    /// What is wrong and what would be right, in German, without a full stop.
    fn reason(self) -> String {
        let reason = match self {
            FaultKind::NumberMissing => "Die Kundennummer fehlt",
            FaultKind::NumberRepeated { first_row } => {
                return format!(
                    "Diese Kundennummer steht schon in Zeile {first_row}; die erste Zeile gilt"
                );
            }
            FaultKind::BeyondHeadings => {
                "Rechts der letzten Überschrift steht noch etwas; vielleicht sind Werte der Zeile \
                 verrutscht"
            }
            FaultKind::DateDoubted => "Ein Fragezeichen ist kein Datum",
            FaultKind::DateImpossible => "Diesen Tag gibt es nicht",
            FaultKind::DateUnreadable => "Das ist kein Datum; erwartet wird ein Tag wie 03.09.2026",
            FaultKind::DateOutOfRange => "Dieses Jahr liegt außerhalb von 1900 bis 2100",
            FaultKind::BirthAhead => "Das Geburtsdatum liegt nach heute",
            FaultKind::StatusUnreadable => {
                "Dieser Status ist nicht bekannt; erwartet wird arbeitslos, arbeitsuchend oder \
                 nicht gesetzt"
            }
            FaultKind::ProfileUnreadable => {
                "Diese Profillage ist nicht bekannt; erwartet wird M, A, F, E, S, U, I oder Z"
            }
            FaultKind::CategoryUnreadable => {
                "Diese Kategorie ist nicht bekannt; erwartet wird K1 oder K3 (U25 ergibt sich aus \
                 Geburtsdatum und Status)"
            }
            FaultKind::InternalCodeUnreadable => {
                "Aus dieser Kennung geht keine Kategorie hervor; erwartet wird K1 oder K3"
            }
            FaultKind::SupervisionUnreadable => "Wer die Hauptbetreuung hat, ist nicht eindeutig",
            FaultKind::ChannelUnreadable => {
                "Diese Kontaktart ist nicht bekannt; erwartet wird persönlich, Video, telefonisch, \
                 Gruppe oder schriftlich"
            }
            FaultKind::YesNoUnreadable => "Erwartet wird ja oder nein",
        };
        reason.to_owned()
    }
}

impl Consequence {
    /// What happens, in German, without a full stop.
    fn sentence(self) -> &'static str {
        match self {
            Consequence::StaysUnknown => "Die Angabe bleibt unbekannt",
            Consequence::StaysAsRecorded => "Die Angabe bleibt, wie sie erfasst ist",
            Consequence::CellPassedOver => "Die Zelle wird nicht übernommen",
            Consequence::RowPassedOver => "Die Zeile wird nicht übernommen",
        }
    }
}

impl Fault {
    /// What is wrong, what would be right, and what happens: German, without the place.
    pub fn sentence(&self) -> String {
        format!("{}. {}.", self.kind.reason(), self.consequence.sentence())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zeile {}, Spalte „{}“, ", self.row, self.column)?;
        if self.value.trim().is_empty() {
            f.write_str("leer: ")?;
        } else {
            write!(f, "Wert „{}“: ", self.value.trim())?;
        }
        f.write_str(&self.sentence())
    }
}
