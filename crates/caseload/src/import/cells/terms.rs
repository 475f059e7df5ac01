//! Cells that hold one of a few terms: status, profile, category, supervision, channel, yes or no.

use super::{Reading, content, is_dash, is_doubted, trim};
use crate::import::fault::FaultKind;
use crate::words::{fold, words};
use rules::facts::{Category, Channel, Profile, Status, Supervision};
use rules::ordering;
use rules::ordering::OrderedSet;

/// Employment status. A dash is a statement here: not set.
pub(in crate::import) fn status(cell: &str) -> Reading<Status> {
    if is_dash(trim(cell)) {
        return Reading::Value(Status::NotSet);
    }
    term(cell, FaultKind::StatusUnreadable, |text| {
        match fold(text).as_str() {
            "al" | "alo" | "arbeitslos" | "arbeitslosgemeldet" => Some(Status::Unemployed),
            "asu" | "arbeitsuchend" | "arbeitssuchend" | "arbeitsuchendgemeldet" => {
                Some(Status::JobSeeking)
            }
            "nichtgesetzt" => Some(Status::NotSet),
            _ => None,
        }
    })
}

/// Profile: its letter, its name, or both.
pub(in crate::import) fn profile(cell: &str) -> Reading<Profile> {
    term(cell, FaultKind::ProfileUnreadable, |text| {
        let named = words(text)
            .iter()
            .filter(|word| !matches!(word.as_str(), "profil" | "profillage"))
            .map(|word| profile_word(word))
            .collect::<Option<Vec<Profile>>>()?;
        only(ordering::set(named))
    })
}

fn profile_word(word: &str) -> Option<Profile> {
    let name = word.strip_suffix("profil").unwrap_or(word);
    let profiles = [
        ("m", "markt", Profile::M),
        ("a", "aktivierungs", Profile::A),
        ("f", "forder", Profile::F),
        ("e", "entwicklungs", Profile::E),
        ("s", "stabilisierungs", Profile::S),
        ("u", "unterstutzungs", Profile::U),
        ("i", "i", Profile::I),
        ("z", "z", Profile::Z),
    ];
    profiles
        .into_iter()
        .find(|(letter, long, _)| name == *letter || name == *long && name != word)
        .map(|(_, _, profile)| profile)
}

/// Category.
pub(in crate::import) fn category(cell: &str) -> Reading<Category> {
    term(cell, FaultKind::CategoryUnreadable, |text| {
        let folded = fold(text);
        let bare = [
            "kategorie",
            "kategoriek",
            "kat",
            "katk",
            "kundengruppe",
            "kkd",
            "k",
            "",
        ]
        .iter()
        .find_map(|prefix| match folded.strip_prefix(prefix)? {
            "1" => Some(Category::K1),
            "3" => Some(Category::K3),
            _ => None,
        });
        bare.or_else(|| only(categories_named(text)))
    })
}

/// What the internal customer code says of category and K3 marker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct CodeReading {
    /// The category; blank means that none is recorded.
    pub(in crate::import) category: Reading<Category>,
    /// Whether the marker is set; `None` if the code leaves it in doubt.
    pub(in crate::import) k3_marker: Option<bool>,
}

/// Reads the internal customer code. K1 and no text both say that the marker is not set; a text
/// that names neither code, or both, or a doubt, leaves category and marker alone.
pub(in crate::import) fn internal_code(cell: &str) -> CodeReading {
    let text = content(cell);
    let mut named = categories_named(text);
    match fold(text).as_str() {
        "k1" => named.insert(Category::K1),
        "k3" => named.insert(Category::K3),
        _ => false,
    };
    let doubted = is_doubted(text) || named.len() > 1;
    let category = match named.first() {
        _ if text.is_empty() => Reading::Blank,
        Some(category) if !doubted => Reading::Value(*category),
        Some(_) | None => Reading::Faulty(FaultKind::InternalCodeUnreadable),
    };
    CodeReading {
        k3_marker: match category {
            Reading::Faulty(_) => None,
            Reading::Blank | Reading::Value(_) => Some(named.contains(&Category::K3)),
        },
        category,
    }
}

fn categories_named(text: &str) -> OrderedSet<Category> {
    words(text)
        .iter()
        .filter_map(|word| match word.as_str() {
            "k1" => Some(Category::K1),
            "k3" => Some(Category::K3),
            _ => None,
        })
        .collect()
}

/// Main supervision; whoever is neither Fallmanagement nor Betriebsakquisiteur is an ordinary
/// caseworker.
pub(in crate::import) fn supervision(cell: &str) -> Reading<Supervision> {
    term(cell, FaultKind::SupervisionUnreadable, |text| {
        let mut named = OrderedSet::new();
        for word in words(text) {
            if word.contains("fallmanag") || matches!(word.as_str(), "fm" | "bfm") {
                named.insert(Supervision::CaseManagement);
            } else if word.contains("betriebsakquis") || word == "bak" {
                named.insert(Supervision::EmployerAcquisition);
            }
        }
        if named.is_empty() {
            Some(Supervision::Regular)
        } else {
            only(named)
        }
    })
}

/// Beginnings of words that name a channel, folded.
const CHANNEL_BEGINNINGS: [(&str, Channel); 7] = [
    ("personlich", Channel::InPerson),
    ("prasenz", Channel::InPerson),
    ("video", Channel::Video),
    ("viko", Channel::Video),
    ("telefon", Channel::Phone),
    ("grupp", Channel::Group),
    ("schriftlich", Channel::Written),
];

/// Whole words that name a channel, folded.
const CHANNEL_WORDS: [(&str, Channel); 14] = [
    ("pers", Channel::InPerson),
    ("vorort", Channel::InPerson),
    ("vorsprache", Channel::InPerson),
    ("tel", Channel::Phone),
    ("anruf", Channel::Phone),
    ("fernmundlich", Channel::Phone),
    ("email", Channel::Written),
    ("mail", Channel::Written),
    ("brief", Channel::Written),
    ("post", Channel::Written),
    ("postalisch", Channel::Written),
    ("postweg", Channel::Written),
    ("anschreiben", Channel::Written),
    ("nachricht", Channel::Written),
];

/// Channel of a contact. Two of them in one cell, or a "nicht", are no answer.
pub(in crate::import) fn channel(cell: &str) -> Reading<Channel> {
    term(cell, FaultKind::ChannelUnreadable, |text| {
        let mut spoken = words(text);
        if spoken
            .iter()
            .any(|word| matches!(word.as_str(), "nicht" | "kein" | "keine"))
        {
            return None;
        }
        spoken.push(fold(text));
        only(ordering::set(
            spoken.iter().filter_map(|word| channel_word(word)),
        ))
    })
}

fn channel_word(word: &str) -> Option<Channel> {
    let begins = CHANNEL_BEGINNINGS
        .iter()
        .find(|(begin, _)| word.starts_with(begin));
    let named = begins.or_else(|| CHANNEL_WORDS.iter().find(|(whole, _)| word == *whole));
    named.map(|(_, channel)| *channel)
}

/// Yes or no.
pub(in crate::import) fn yes_or_no(cell: &str) -> Reading<bool> {
    term(cell, FaultKind::YesNoUnreadable, |text| {
        match fold(text).as_str() {
            "ja" | "j" | "x" | "wahr" | "1" => Some(true),
            "nein" | "n" | "falsch" | "0" => Some(false),
            _ => None,
        }
    })
}

/// A cell that holds a term, or cannot be read because of `unreadable`.
fn term<T>(cell: &str, unreadable: FaultKind, read: impl FnOnce(&str) -> Option<T>) -> Reading<T> {
    let text = content(cell);
    if text.is_empty() {
        return Reading::Blank;
    }
    let value = if is_doubted(text) { None } else { read(text) };
    value.map_or(Reading::Faulty(unreadable), Reading::Value)
}

/// The one element of a set, if there is exactly one.
fn only<T: Ord + Copy>(set: OrderedSet<T>) -> Option<T> {
    match set.len() {
        1 => set.first().copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares readings cell by cell; `None` stands for a cell that cannot be read.
    fn check<T: PartialEq + std::fmt::Debug + Clone>(
        read: fn(&str) -> Reading<T>,
        table: &[(&str, Option<T>)],
    ) {
        for (cell, expected) in table {
            match (read(cell), expected) {
                (Reading::Value(value), Some(expected)) => assert_eq!(value, *expected, "{cell}"),
                (Reading::Faulty(_), None) => {}
                (other, expected) => panic!("{cell:?}: {other:?} instead of {expected:?}"),
            }
        }
        assert_eq!(read("  "), Reading::Blank);
    }

    #[test]
    fn status_terms() {
        use Status::{JobSeeking, NotSet, Unemployed};
        check(
            status,
            &[
                ("arbeitslos", Some(Unemployed)),
                ("AL", Some(Unemployed)),
                ("arbeitsuchend", Some(JobSeeking)),
                ("Arbeitssuchend ", Some(JobSeeking)),
                ("ASU", Some(JobSeeking)),
                ("nicht gesetzt", Some(NotSet)),
                ("–", Some(NotSet)),
                ("-", Some(NotSet)),
                ("nicht arbeitslos", None),
                ("AL?", None),
                ("?", None),
            ],
        );
    }

    #[test]
    fn profile_terms() {
        use Profile::{A, E, F, I, M, S, U, Z};
        check(
            profile,
            &[
                ("M", Some(M)),
                ("a", Some(A)),
                ("Förderprofil", Some(F)),
                ("Foerderprofil", Some(F)),
                ("F - Förderprofil", Some(F)),
                ("Entwicklungsprofil (E)", Some(E)),
                ("Stabilisierungsprofil", Some(S)),
                ("UNTERSTÜTZUNGSPROFIL", Some(U)),
                ("Marktprofil", Some(M)),
                ("Aktivierungsprofil", Some(A)),
                ("Profillage I", Some(I)),
                ("Profil Z", Some(Z)),
                ("I/Z", None),
                ("F?", None),
                ("X", None),
                ("Profil", None),
                ("Markt", None),
            ],
        );
        assert_eq!(profile("-"), Reading::Blank);
    }

    #[test]
    fn category_terms() {
        use Category::{K1, K3};
        check(
            category,
            &[
                ("K1", Some(K1)),
                ("k3", Some(K3)),
                ("K 1", Some(K1)),
                ("3", Some(K3)),
                ("Kategorie 1", Some(K1)),
                ("Kat. 3", Some(K3)),
                ("Kategorie K3", Some(K3)),
                ("KKD K1", Some(K1)),
                ("K1 (neu)", Some(K1)),
                ("K1/K3", None),
                ("K2", None),
                ("13", None),
                ("U25", None),
                ("K3?", None),
            ],
        );
    }

    #[test]
    fn the_internal_code_says_category_and_marker() {
        let faulty = || Reading::Faulty(FaultKind::InternalCodeUnreadable);
        let table = [
            ("K3", Reading::Value(Category::K3), Some(true)),
            ("k 3", Reading::Value(Category::K3), Some(true)),
            ("K3 Fachdienst", Reading::Value(Category::K3), Some(true)),
            ("K1", Reading::Value(Category::K1), Some(false)),
            ("Gruppe: K1", Reading::Value(Category::K1), Some(false)),
            ("", Reading::Blank, Some(false)),
            (" – ", Reading::Blank, Some(false)),
            ("Reha", faulty(), None),
            ("K2", faulty(), None),
            ("K3?", faulty(), None),
            ("?", faulty(), None),
            ("K1/K3", faulty(), None),
        ];
        for (cell, category, k3_marker) in table {
            let expected = CodeReading {
                category,
                k3_marker,
            };
            assert_eq!(internal_code(cell), expected, "{cell}");
        }
    }

    #[test]
    fn supervision_terms() {
        use Supervision::{CaseManagement, EmployerAcquisition, Regular};
        check(
            supervision,
            &[
                ("Fallmanagement", Some(CaseManagement)),
                (
                    "Beschäftigungsorientiertes Fallmanagement",
                    Some(CaseManagement),
                ),
                ("Fallmanagerin Nord", Some(CaseManagement)),
                ("FM", Some(CaseManagement)),
                ("bFM 2", Some(CaseManagement)),
                ("BAK", Some(EmployerAcquisition)),
                ("Betriebsakquisiteur", Some(EmployerAcquisition)),
                ("Betriebsakquisiteurin", Some(EmployerAcquisition)),
                ("IFK 1", Some(Regular)),
                ("Bakker", Some(Regular)),
                ("FM/BAK", None),
                ("FM?", None),
            ],
        );
    }

    #[test]
    fn channel_terms() {
        use Channel::{Group, InPerson, Phone, Video, Written};
        check(
            channel,
            &[
                ("persönlich", Some(InPerson)),
                ("PERSOENLICH", Some(InPerson)),
                ("Vor-Ort", Some(InPerson)),
                ("Videokommunikation", Some(Video)),
                ("Video", Some(Video)),
                ("Videotelefonie", Some(Video)),
                ("Viko", Some(Video)),
                ("telefonisch", Some(Phone)),
                ("Tel.", Some(Phone)),
                ("Telefon", Some(Phone)),
                ("Gruppe", Some(Group)),
                ("Gruppenberatung", Some(Group)),
                ("schriftlich", Some(Written)),
                ("E-Mail", Some(Written)),
                ("Email", Some(Written)),
                ("Brief", Some(Written)),
                ("per Post", Some(Written)),
                ("Telefon/Video", None),
                ("telefonisch nicht erreicht", None),
                ("tel?", None),
                ("Brieftaube", None),
                ("sonstiges", None),
            ],
        );
    }

    #[test]
    fn yes_and_no() {
        check(
            yes_or_no,
            &[
                ("ja", Some(true)),
                ("J", Some(true)),
                ("x", Some(true)),
                ("WAHR", Some(true)),
                ("nein", Some(false)),
                ("N", Some(false)),
                ("FALSCH", Some(false)),
                ("vielleicht", None),
                ("?", None),
            ],
        );
        assert_eq!(yes_or_no("–"), Reading::Blank);
    }
}
