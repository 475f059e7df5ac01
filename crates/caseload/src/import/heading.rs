//! Which heading means which field.
//!
//! To teach the import another heading, add it to [`SYNONYMS`]. Capitals, dots, spaces, hyphens,
//! commas and the spelling of umlauts do not matter. If two columns of a list have headings of the
//! same field, the one that stands further to the left in the table below is taken.

use super::field::Field;
use crate::words::fold;
use rules::ordering::OrderedMap;
use std::sync::LazyLock;

/// The headings of each field, the most certain first.
const SYNONYMS: [(Field, &[&str]); 16] = [
    (
        Field::Number,
        &[
            "Kundennummer",
            "Kundennr",
            "Kunden-Nr",
            "Kd-Nr",
            "Kd-Nummer",
            "KNR",
            "BG-Kundennummer",
            "BG-Kundennr",
            "Kunden-ID",
        ],
    ),
    (
        Field::Name,
        &[
            "Nachname, Vorname",
            "Nachname + Vorname",
            "Name, Vorname",
            "Familienname, Vorname",
            "Vorname Nachname",
            "Vor- und Nachname",
            "Vor- und Zuname",
            "Name",
            "Name der Kundin/des Kunden",
            "Kundenname",
            "Kundin/Kunde",
            "Kunde",
        ],
    ),
    (Field::LastName, &["Nachname", "Familienname", "Zuname"]),
    (Field::FirstName, &["Vorname", "Vornamen", "Rufname"]),
    (
        Field::BirthDate,
        &[
            "Geburtsdatum",
            "Geburtstag",
            "Geb.-Datum",
            "Geb.-Dat.",
            "geboren",
            "geboren am",
            "geb. am",
            "geb.",
            "GebD",
        ],
    ),
    (
        Field::Status,
        &[
            "Status",
            "AL-Status",
            "Arbeitslosenstatus",
            "Vermittlungsstatus",
            "Bewerberstatus",
            "Kundenstatus",
        ],
    ),
    (Field::Profile, &["Profillage", "Profil", "PL"]),
    (
        Field::Category,
        &["Kategorie", "Kat.", "Kundengruppe", "KKD", "KKD-Kategorie"],
    ),
    (
        Field::InternalCode,
        &[
            "Interne Kundenkennung",
            "Interne Kennung",
            "Kundenkennung",
            "Int. Kundenkennung",
            "IKK",
        ],
    ),
    (
        Field::Supervision,
        &[
            "Hauptbetreuung",
            "Hauptbetreuer",
            "Hauptbetreuer/in",
            "Betreuer",
            "Betreuer/in",
            "Betreuung",
        ],
    ),
    (
        Field::InCareSince,
        &[
            "Zugang am",
            "Zugang",
            "Zugangsdatum",
            "Kunde seit",
            "Kundin/Kunde seit",
            "im Bestand seit",
            "Bestand seit",
            "Leistungsbezug seit",
            "im Leistungsbezug seit",
        ],
    ),
    (
        Field::LastContact,
        &[
            "Letzter Kontakt",
            "Letzter Kontakt am",
            "Kontakt zuletzt",
            "zuletzt Kontakt",
            "letzte Beratung",
            "letzte Beratung am",
            "letztes Gespräch",
            "letztes Beratungsgespräch",
        ],
    ),
    (
        Field::ContactChannel,
        &[
            "Kontaktart",
            "Kontaktform",
            "Form",
            "Form des Kontakts",
            "Art des Kontakts",
            "Beratungsform",
            "Kontaktweg",
        ],
    ),
    (
        Field::NextAppointment,
        &[
            "Nächster Termin",
            "Nächster Termin am",
            "Termin nächster",
            "Folgetermin",
            "Nächste Beratung",
            "Nächstes Gespräch",
        ],
    ),
    (
        Field::DigitalConsent,
        &[
            "JC.digital",
            "Jobcenter.digital",
            "JC.digital-Nutzung",
            "Einwilligung JC.digital",
        ],
    ),
    (
        Field::Note,
        &[
            "Bemerkung",
            "Bemerkungen",
            "Notiz",
            "Notizen",
            "Anmerkung",
            "Anmerkungen",
            "Kommentar",
        ],
    ),
];

/// How certain a heading is: the smaller, the more.
pub(super) type Rank = usize;

/// The field of a heading, and how certain that is. What stands in brackets behind it, such as the
/// format of a date, does not matter.
pub(super) fn field(heading: &str) -> Option<(Field, Rank)> {
    let whole = look_up(&fold(heading));
    whole.or_else(|| {
        let (before, _) = heading.split_once(['(', '['])?;
        look_up(&fold(before))
    })
}

/// The synonyms folded once, because trying out delimiters asks about thousands of cells.
static FOLDED: LazyLock<OrderedMap<String, (Field, Rank)>> = LazyLock::new(|| {
    let mut folded = OrderedMap::new();
    for (field, synonyms) in SYNONYMS {
        for (rank, synonym) in synonyms.iter().enumerate() {
            folded.entry(fold(synonym)).or_insert((field, rank));
        }
    }
    folded
});

fn look_up(folded: &str) -> Option<(Field, Rank)> {
    FOLDED.get(folded).copied()
}

/// How many cells of a row are headings.
pub(super) fn recognised(cells: &[String]) -> usize {
    cells.iter().filter(|cell| field(cell).is_some()).count()
}

/// Whether a row has the heading of the customer number.
pub(super) fn names_the_number(cells: &[String]) -> bool {
    cells
        .iter()
        .any(|cell| field(cell).is_some_and(|(field, _)| field == Field::Number))
}

#[cfg(test)]
mod tests {
    use super::{SYNONYMS, field};
    use crate::import::Field;
    use crate::words::fold;
    use rules::ordering::OrderedMap;

    #[test]
    fn headings_are_recognised_whatever_their_spelling() {
        let table = [
            ("Kundennr.", Field::Number),
            ("KUNDEN-NR.", Field::Number),
            ("Kd-Nr", Field::Number),
            ("BG-Kundennummer", Field::Number),
            ("Nachname, Vorname", Field::Name),
            ("Nachname,Vorname", Field::Name),
            ("NAME", Field::Name),
            ("Nachname", Field::LastName),
            ("Vorname", Field::FirstName),
            ("Geb.-Datum", Field::BirthDate),
            ("geboren", Field::BirthDate),
            ("Geburtsdatum (TT.MM.JJJJ)", Field::BirthDate),
            ("AL-Status", Field::Status),
            ("Profillage", Field::Profile),
            ("Kategorie", Field::Category),
            ("Kundengruppe", Field::Category),
            ("KKD", Field::Category),
            ("Interne\nKundenkennung", Field::InternalCode),
            ("Betreuer", Field::Supervision),
            ("Hauptbetreuung", Field::Supervision),
            ("Zugang am", Field::InCareSince),
            ("Kunde seit", Field::InCareSince),
            ("im Bestand seit", Field::InCareSince),
            ("LETZTER KONTAKT", Field::LastContact),
            ("Kontakt zuletzt", Field::LastContact),
            ("letzte Beratung", Field::LastContact),
            ("Form", Field::ContactChannel),
            ("Nächster Termin", Field::NextAppointment),
            ("Naechster Termin", Field::NextAppointment),
            ("NACHSTER  TERMIN:", Field::NextAppointment),
            ("Na\u{308}chster Termin", Field::NextAppointment),
            ("JC.digital", Field::DigitalConsent),
            ("JC digital", Field::DigitalConsent),
            ("Notiz", Field::Note),
        ];
        for (heading, expected) in table {
            let found = field(heading).map(|(field, _)| field);
            assert_eq!(found, Some(expected), "{heading}");
        }
    }

    #[test]
    fn other_headings_are_not_guessed() {
        for heading in [
            "",
            "  ",
            "(am)",
            "Team",
            "Datum",
            "Namenszusatz",
            "617D123456",
        ] {
            assert_eq!(field(heading), None, "{heading}");
        }
    }

    #[test]
    fn no_heading_stands_for_two_fields() {
        let mut seen: OrderedMap<String, Field> = OrderedMap::new();
        for (field, synonyms) in SYNONYMS {
            for synonym in synonyms {
                let before = seen.insert(fold(synonym), field);
                assert!(before.is_none_or(|other| other == field), "{synonym}");
            }
        }
    }

    #[test]
    fn every_field_has_headings() {
        let fields: Vec<Field> = SYNONYMS.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, Field::ALL);
    }
}
