//! Words in notes that tell more about somebody than an office needs in a note.
//!
//! Health, religion, sexual life and their like are special data (Art. 9 DSGVO), offences have rules
//! of their own (Art. 10). They belong where VerBIS has a place for them, if at all. A text cannot
//! be understood here; but a word that begins like one of a list is a good reason to ask. The lists
//! are made for notes of a Jobcenter: professions and places of work are left out as far as they
//! can be told apart (Krankenkasse, Pflegehelfer, Arzthelferin), and so is "sucht", which nearly
//! always means that somebody is looking for something.

use crate::words::words;
use std::fmt;

/// What kind of special data a word points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SpecialData {
    /// Health and disability.
    Health,
    /// Addiction.
    Addiction,
    /// Pregnancy and birth.
    Pregnancy,
    /// Religion.
    Religion,
    /// Sexual life and orientation.
    SexualLife,
    /// Offences and punishment.
    Offences,
    /// Ethnic origin.
    Origin,
    /// Political opinion and trade unions.
    Opinion,
}

/// Beginnings of words, folded; one that ends with `=` is a whole word.
const LISTS: [(SpecialData, &str); 8] = [
    (
        SpecialData::Health,
        "krank= kranke= kranken= kranker= krankes= krankheit krankgesch krankmeld krankschr erkrank \
         chronisch arztlich arzttermin arztbesuch arztbrief attest= atteste arbeitsunfah au= \
         erwerbsunfah erwerbsgemind erwerbsminder gesundheitl gesundheitszust gesundheitsprob \
         behinder schwerbehind gdb= pflegegrad pflegebedurf depress depri= psychisch psychiat \
         psychother psychos trauma therapie= therapien therapieplatz diagnos symptom schmerz \
         bandscheib ruckenl ruckenp migran epilep diabet krebs= krebser krebsl tumor chemother hiv= \
         aids= hepatit asthma allerg schlaganfall herzinfarkt herzkr burnout angststor borderline \
         adhs= autis schizo suizid selbstmord magersucht bulimi operiert klinikauf krankenhausauf \
         reha= rehabilit rehama rehakl medikament tablette= tabletten= blind= gehorlos taub= \
         rollstuhl demenz dement=",
    ),
    (
        SpecialData::Addiction,
        "suchtig suchtb suchtg suchth suchtk suchtm suchtp suchtt suchtv alkohol drogen= drogena \
         drogenab drogenb drogenk drogenp drogens drogenth drogenm spielsucht kaufsucht tablettensu \
         methadon substituti entzug entgift cannabis kiff heroin kokain trinker betrunken",
    ),
    (
        SpecialData::Pregnancy,
        "schwanger entbind mutterschutz geburtsterm fehlgeburt abtreib kinderwunsch",
    ),
    (
        SpecialData::Religion,
        "religi muslim moslem islam christlich katholi evangelisch protestant judisch jude= juden= \
         judin buddhis hindu alevit jesid konfession kirchenaus kirchenmit kopftuch ramadan moschee \
         synagoge jehova getauft glaubig= strengglaubig",
    ),
    (
        SpecialData::SexualLife,
        "sexu sexarb sex= schwul lesbe= lesben= lesbisch homosex bisex transgend transsex transident intersex \
         prostitu",
    ),
    (
        SpecialData::Offences,
        "vorbestraf vorstraf straftat straffall strafverf strafanz strafreg strafbefehl strafproz \
         haft= haftentl haftstraf haftbefehl haftling inhaft gefangnis jva= bewahrung= bewahrungsh \
         bewahrungss verurteil diebstahl korperverl",
    ),
    (SpecialData::Origin, "ethni hautfarb roma= sinti= rassi"),
    (
        SpecialData::Opinion,
        "gewerkschaftsm parteimitg afd= cdu= spd= fdp= linksextr rechtsextr reichsburger",
    ),
];

/// A word that looks like special data. `Display` is the warning in German.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// The word as it was written.
    pub word: String,
    /// What it points to.
    pub kind: SpecialData,
}

/// The words of a note that look like special data, in the order of the text, each once.
pub fn special_data(note: &str) -> Vec<Suspicion> {
    let mut found: Vec<Suspicion> = Vec::new();
    for word in note.split(|letter: char| !is_of_a_word(letter)) {
        // A combining mark makes a folded word of one letter less, never of two.
        let Some(folded) = words(word).pop() else {
            continue;
        };
        let Some(kind) = kind(&folded) else { continue };
        if !found.iter().any(|known| known.word == word) {
            found.push(Suspicion {
                word: word.to_owned(),
                kind,
            });
        }
    }
    found
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&letter)
}

fn kind(folded: &str) -> Option<SpecialData> {
    let mut lists = LISTS.into_iter();
    let found = lists.find(|(_, list)| {
        list.split_ascii_whitespace()
            .any(|stem| match stem.strip_suffix('=') {
                Some(whole) => folded == whole,
                None => folded.starts_with(stem),
            })
    });
    found.map(|(kind, _)| kind)
}

impl SpecialData {
    /// What the word sounds like: "nach einer Angabe zur Gesundheit".
    fn about(self) -> &'static str {
        match self {
            SpecialData::Health => "zur Gesundheit",
            SpecialData::Addiction => "zu einer Sucht",
            SpecialData::Pregnancy => "zu einer Schwangerschaft",
            SpecialData::Religion => "zur Religion",
            SpecialData::SexualLife => "zum Sexualleben",
            SpecialData::Offences => "zu Straftaten",
            SpecialData::Origin => "zur ethnischen Herkunft",
            SpecialData::Opinion => "zur politischen Meinung",
        }
    }
}

impl fmt::Display for Suspicion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "„{}“ klingt nach einer Angabe {}. So etwas gehört nicht in diese Notiz; ist es für die \
             Beratung nötig, halten Sie es nur in VerBIS fest.",
            self.word,
            self.kind.about()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{LISTS, SpecialData, special_data};
    use crate::words::fold;

    /// The words found in a note.
    fn found(note: &str) -> Vec<String> {
        special_data(note)
            .into_iter()
            .map(|suspicion| suspicion.word)
            .collect()
    }

    #[test]
    fn words_of_every_kind_are_found_in_every_spelling() {
        use SpecialData::{
            Addiction, Health, Offences, Opinion, Origin, Pregnancy, Religion, SexualLife,
        };
        let table = [
            ("Ist seit Mai krankgeschrieben", Health, "krankgeschrieben"),
            ("AU bis 14.12.", Health, "AU"),
            ("DEPRESSION, in Behandlung", Health, "DEPRESSION"),
            ("Rückenprobleme", Health, "Rückenprobleme"),
            ("Rueckenleiden", Health, "Rueckenleiden"),
            ("Ru\u{308}ckenleiden", Health, "Ru\u{308}ckenleiden"),
            ("GdB 50", Health, "GdB"),
            ("Ärztliches Gutachten", Health, "Ärztliches"),
            ("ist süchtig", Addiction, "süchtig"),
            ("geht zur Suchtberatung", Addiction, "Suchtberatung"),
            ("Alkoholproblem", Addiction, "Alkoholproblem"),
            ("Frau ist schwanger", Pregnancy, "schwanger"),
            ("Mutterschutz ab März", Pregnancy, "Mutterschutz"),
            ("trägt Kopftuch", Religion, "Kopftuch"),
            ("gläubig", Religion, "gläubig"),
            ("homosexuell", SexualLife, "homosexuell"),
            ("vorbestraft wegen Diebstahl", Offences, "vorbestraft"),
            ("saß im Gefängnis", Offences, "Gefängnis"),
            ("JVA Heilbronn", Offences, "JVA"),
            ("ethnische Minderheit", Origin, "ethnische"),
            ("Gewerkschaftsmitglied", Opinion, "Gewerkschaftsmitglied"),
        ];
        for (note, kind, word) in table {
            let suspicions = special_data(note);
            let first = suspicions.first();
            assert_eq!(first.map(|first| first.kind), Some(kind), "{note}");
            assert_eq!(first.map(|first| first.word.as_str()), Some(word), "{note}");
        }
    }

    #[test]
    fn everyday_notes_give_no_alarm() {
        for note in [
            "",
            "Sucht Arbeit als Koch, sucht auch in Teilzeit. Suche läuft.",
            "Krankenkasse: AOK; Krankenversicherung geklärt",
            "Krankenschwester, zuletzt im Krankenhaus",
            "Ausbildung zur Gesundheits- und Krankenpflegerin, Pflegehelfer, Arzthelferin",
            "Drogerie, Drogeriefachmarkt",
            "Frau Christ, Herr Christian Judt, Judith Sinther, Sextett",
            "Haftpflichtversicherung, Haftung, Aufbewahrung",
            "Führerschein, Führungszeugnis beantragt",
            "Kinderbetreuung ab September, Elternzeit bis Mai",
            "Auto vorhanden, Auszug geplant, Aufstocker",
            "Beratung zum Einstiegsgeld, Bildungsgutschein ausgehändigt",
            "Verkehrsanbindung schlecht, Arbeitszeit abhängig von der Kita",
            "Romantik, Sinn, Rasenpflege, Blindbewerbung, Quereinsteiger",
            "Gläubiger angeschrieben, Anlage nicht lesbar, dementsprechend neuer Termin",
        ] {
            assert_eq!(found(note), [""; 0], "{note}");
        }
    }

    #[test]
    fn every_beginning_is_folded_and_finds_itself() {
        for (kind, list) in LISTS {
            for stem in list.split_ascii_whitespace() {
                let plain = stem.trim_end_matches('=');
                assert_eq!(fold(plain), plain, "not folded");
                assert_eq!(super::kind(plain), Some(kind), "{plain}");
            }
        }
    }

    #[test]
    fn each_word_is_told_once_in_the_order_of_the_text() {
        assert_eq!(
            found("Therapie wegen Depressionen; Therapie beendet."),
            ["Therapie", "Depressionen"]
        );
    }

    #[test]
    fn the_warning_names_the_word_and_what_to_do() {
        let suspicions = special_data("Depression");
        assert_eq!(
            suspicions.first().unwrap().to_string(),
            "„Depression“ klingt nach einer Angabe zur Gesundheit. So etwas gehört nicht in diese \
             Notiz; ist es für die Beratung nötig, halten Sie es nur in VerBIS fest."
        );
    }
}
