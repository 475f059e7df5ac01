//! What somebody should know although nothing is wrong: about a row, and about a whole list.

use chrono::NaiveDate;
use rules::facts::{Category, Channel};
use rules::wording::{category_label, channel_label, date};
use std::fmt;

/// Something to know about one row. `Display` gives a German sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The customer is closed in the caseload and stays so.
    CustomerClosed,
    /// The last contact lies after today.
    ContactAhead(NaiveDate),
    /// The next appointment lies before today.
    AppointmentPast(NaiveDate),
    /// The begin of the period of benefit lies after today.
    CareAhead(NaiveDate),
    /// The name lost letters on its way.
    LostLetters,
    /// The name is that of the caseload, with letters lost on its way.
    NameKept(String),
    /// Umlauts of the row are broken.
    Garbled,
    /// Category and internal customer code contradict each other; the category is taken.
    CategoryContradicted(Category),
    /// Another channel is recorded for the contact of that day.
    OtherChannelRecorded(NaiveDate, Channel),
    /// An appointment from an earlier list stays, because somebody worked with it.
    AppointmentKept(NaiveDate),
    /// An appointment of that day is recorded as cancelled or voided, and the list has it again.
    AppointmentRevived(NaiveDate),
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Hint::CustomerClosed => {
                f.write_str("Der Fall ist im Bestand abgeschlossen und bleibt es.")
            }
            Hint::ContactAhead(day) => write!(
                f,
                "Der letzte Kontakt ({}) liegt nach heute und zählt noch nicht.",
                date(*day)
            ),
            Hint::AppointmentPast(day) => write!(
                f,
                "Der nächste Termin ({}) liegt vor heute; bitte das Ergebnis nachtragen.",
                date(*day)
            ),
            Hint::CareAhead(day) => write!(
                f,
                "Der Zugang ({}) liegt nach heute; bitte prüfen.",
                date(*day)
            ),
            Hint::LostLetters => f.write_str(
                "Im Namen steht ein Fragezeichen: Ein Buchstabe ging beim Export verloren.",
            ),
            Hint::NameKept(name) => write!(
                f,
                "Im Namen gingen beim Export Buchstaben verloren; es bleibt bei „{name}“."
            ),
            Hint::Garbled => f.write_str(
                "Umlaute sind entstellt: Die Liste wurde unterwegs in einer falschen Kodierung \
                 gespeichert.",
            ),
            Hint::CategoryContradicted(category) => write!(
                f,
                "Kategorie und Interne Kundenkennung widersprechen sich; übernommen wird {} aus \
                 der Kategorie.",
                category_label(*category)
            ),
            Hint::OtherChannelRecorded(day, channel) => write!(
                f,
                "Für den {} ist schon ein Kontakt erfasst ({}); er bleibt, wie er ist.",
                date(*day),
                channel_label(*channel)
            ),
            Hint::AppointmentKept(day) => write!(
                f,
                "Der Termin am {} aus einer früheren Liste bleibt stehen, weil damit schon \
                 gearbeitet wurde.",
                date(*day)
            ),
            Hint::AppointmentRevived(day) => write!(
                f,
                "Am {} ist schon ein abgesagter oder stornierter Termin erfasst; die Liste nennt \
                 dort einen offenen.",
                date(*day)
            ),
        }
    }
}

/// Something to know about a list as a whole. `Display` gives a German sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Sheets of the workbook that were not read, after the one that was.
    OtherSheets(String, Vec<String>),
    /// Rows above the headings were passed over.
    RowsAboveHeadings(Vec<usize>),
    /// Columns that are not taken over.
    ColumnsPassedOver(Vec<String>),
    /// Rows where a stray quotation mark was taken off.
    StrayQuotes(Vec<usize>),
    /// Rows with broken umlauts; the row of the headings can be among them.
    GarbledRows(Vec<usize>),
    /// Rows with a name that lost letters.
    LostLetters(Vec<usize>),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::OtherSheets(sheet, others) => {
                let others: Vec<String> = others.iter().map(|name| format!("„{name}“")).collect();
                write!(
                    f,
                    "Gelesen wird das Blatt „{sheet}“; die Arbeitsmappe hat noch: {}.",
                    others.join(", ")
                )
            }
            Note::RowsAboveHeadings(rows) => write!(
                f,
                "Über den Überschriften steht noch etwas ({}); es wird nicht übernommen.",
                named_rows(rows)
            ),
            Note::ColumnsPassedOver(columns) => {
                let columns: Vec<String> =
                    columns.iter().map(|column| format!("„{column}“")).collect();
                write!(f, "Nicht übernommene Spalten: {}.", columns.join(", "))
            }
            Note::StrayQuotes(rows) => write!(
                f,
                "Ein Anführungszeichen ohne Gegenstück wurde übergangen ({}).",
                named_rows(rows)
            ),
            Note::GarbledRows(rows) => write!(
                f,
                "Umlaute sind entstellt ({}). Bitte speichern Sie die Liste noch einmal, in Excel \
                 als „CSV UTF-8“, bevor Sie sie übernehmen.",
                named_rows(rows)
            ),
            Note::LostLetters(rows) => write!(
                f,
                "In Namen stehen Fragezeichen, wo beim Export Buchstaben verloren gingen ({}). \
                 Namen, die im Bestand schon richtig stehen, bleiben.",
                named_rows(rows)
            ),
        }
    }
}

/// How many row numbers a sentence names before it only counts.
const NAMED_ROWS: usize = 12;

/// "Zeile 3", "Zeilen 3, 5, 9" or, of many, the first ones and how many more.
fn named_rows(rows: &[usize]) -> String {
    let named: Vec<String> = rows.iter().take(NAMED_ROWS).map(usize::to_string).collect();
    let word = if rows.len() == 1 { "Zeile" } else { "Zeilen" };
    let more = match rows.len().saturating_sub(NAMED_ROWS) {
        0 => String::new(),
        more => format!(" und {more} weitere"),
    };
    format!("{word} {}{more}", named.join(", "))
}

#[cfg(test)]
mod tests {
    use super::named_rows;

    #[test]
    fn rows_are_named_until_there_are_many() {
        assert_eq!(named_rows(&[3]), "Zeile 3");
        assert_eq!(named_rows(&[3, 5]), "Zeilen 3, 5");
        let many: Vec<usize> = (1..=15).collect();
        assert_eq!(
            named_rows(&many),
            "Zeilen 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 und 3 weitere"
        );
    }
}
