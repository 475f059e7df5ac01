//! Words that are tried first: those of every list, and those of this office.

/// In lower case. Spellings with `ae` for `ä` stand beside each other because both are typed.
const WORDS: [&str; 127] = [
    "passwort",
    "password",
    "passphrase",
    "kennwort",
    "geheim",
    "secret",
    "zugang",
    "anmeldung",
    "login",
    "admin",
    "administrator",
    "benutzer",
    "master",
    "test",
    "start",
    "computer",
    "internet",
    "windows",
    "office",
    "microsoft",
    "excel",
    "drucker",
    "server",
    "laptop",
    "welcome",
    "willkommen",
    "hallo",
    "hello",
    "servus",
    "moin",
    "schatz",
    "schatzi",
    "liebe",
    "ichliebedich",
    "iloveyou",
    "letmein",
    "dragon",
    "monkey",
    "sunshine",
    "princess",
    "superman",
    "pokemon",
    "fussball",
    "fußball",
    "football",
    "bayern",
    "schalke",
    "dortmund",
    "borussia",
    "werder",
    "jobcenter",
    "kontaktdichte",
    "arbeitsagentur",
    "arbeitsamt",
    "agentur",
    "bundesagentur",
    "arbeit",
    "arbeitslos",
    "buergergeld",
    "bürgergeld",
    "hartz",
    "verbis",
    "vermittlung",
    "vermittler",
    "fallmanager",
    "fallmanagement",
    "integration",
    "beratung",
    "kunde",
    "kunden",
    "termin",
    "bestand",
    "behörde",
    "behoerde",
    "verwaltung",
    "urlaub",
    "feierabend",
    "wochenende",
    "kaffee",
    "chef",
    "büro",
    "buero",
    "sommer",
    "winter",
    "herbst",
    "frühling",
    "fruehling",
    "januar",
    "februar",
    "märz",
    "maerz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "weihnachten",
    "ostern",
    "deutschland",
    "germany",
    "berlin",
    "hamburg",
    "münchen",
    "muenchen",
    "köln",
    "koeln",
    "frankfurt",
    "stuttgart",
    "leipzig",
    "dresden",
    "hannover",
    "nürnberg",
    "nuernberg",
    "bremen",
    "mannheim",
    "baden",
];

/// Length of the longest word with which `rest` (in lower case) begins, digits and signs read as
/// the letters that they stand for in `p@ssw0rt`; 0 if none.
pub(super) fn prefix(rest: &[char]) -> usize {
    WORDS
        .iter()
        .map(|word| {
            let mut length = 0;
            let mut rest = rest.iter();
            let fits = word.chars().all(|letter| {
                length += 1;
                rest.next().is_some_and(|typed| stands_for(*typed, letter))
            });
            if fits { length } else { 0 }
        })
        .max()
        .unwrap_or(0)
}

fn stands_for(typed: char, letter: char) -> bool {
    typed == letter
        || matches!(
            (typed, letter),
            ('0', 'o')
                | ('1' | '!', 'i' | 'l')
                | ('3', 'e')
                | ('4' | '@', 'a')
                | ('5' | '$', 's')
                | ('7' | '+', 't')
                | ('8', 'b')
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_disguise() {
        for (text, length) in [
            ("passwort", 8),
            ("p@$$w0r7 von mir", 8),
            ("fallmanagement", 14),
            ("fallmanager", 11),
            ("mein passwort", 0),
            ("passwor", 0),
            ("", 0),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(prefix(&chars), length, "{text}");
        }
    }

    #[test]
    fn words_are_written_as_they_are_compared() {
        for word in WORDS {
            assert_eq!(word, word.to_lowercase());
        }
    }
}
