//! The rules by id, each with the heading of the policy that it comes from. The id and the heading
//! are what a result cites as its grounds; the order is by letter, then by number.

use std::fmt;
use std::str::FromStr;

/// A rule of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Case management: exempt from density and lead.
    A1,
    /// Employer acquisition: exempt from density.
    A2,
    /// Profile I or Z: K3.
    A3,
    /// Under 25 and unemployed: U25.
    A4,
    /// Under 25 otherwise: K3.
    A5,
    /// Unemployed and activatable: K1.
    A6,
    /// Only complex needs: K3.
    A7,
    /// Integrated, job-seeking or status not set: K3.
    A8,
    /// Self-employed as main occupation: K1 or K3.
    A9,
    /// In person counts.
    B1,
    /// Video counts.
    B2,
    /// Phone counts with grounds only.
    B3,
    /// Group session counts once a year.
    B4,
    /// Written never counts.
    B5,
    /// A missed appointment is no contact.
    B6,
    /// A contact after today is ignored.
    B7,
    /// A contact before the period of benefit is ignored.
    B8,
    /// A contact of unknown channel is open.
    B9,
    /// Plan updated at each contact.
    C1,
    /// Plan delivered the right way.
    C2,
    /// Documented in time.
    C3,
    /// Usual length or a reason.
    C4,
    /// Next invitation arranged.
    C5,
    /// Category reviewed after every contact.
    C6,
    /// The five steps for every customer.
    C7,
    /// Interval of K1.
    D1,
    /// Interval of K3.
    D2,
    /// Interval of U25.
    D3,
    /// Start of the clock without a contact.
    D4,
    /// How months are added.
    D5,
    /// Latest appointment day.
    D6,
    /// Record-by day.
    D7,
    /// Change on the 25th birthday.
    D8,
    /// A tighter interval agreed by the caseworker.
    D9,
    /// Recorded category against the rules.
    E1,
    /// No category recorded.
    E2,
    /// Profile I without its conditions.
    E3,
    /// Profile Z without a reason.
    E4,
    /// Reason of profile Z ended or ending.
    E5,
    /// K3 marker not set.
    E6,
    /// Category review of K3, reported as C6.
    E7,
    /// 25th birthday ahead.
    E8,
    /// Group open.
    E9,
    /// Recorded in ATV in time.
    F1,
    /// Appointments per day.
    F2,
    /// Weekly quota.
    F3,
    /// Even spread.
    F4,
    /// Outcome on the same day.
    F5,
    /// Legal notice.
    F6,
    /// Gap to refill.
    F7,
    /// Replacement after a no-show.
    F8,
    /// In person after a missed call.
    F9,
    /// The office does not cancel.
    F10,
    /// Absences are entered.
    F11,
    /// Random sample.
    G1,
    /// Realised density.
    G2,
    /// Figures over the last twelve months.
    G3,
}

impl Rule {
    /// Every rule, in order.
    pub const ALL: [Rule; 57] = [
        Rule::A1,
        Rule::A2,
        Rule::A3,
        Rule::A4,
        Rule::A5,
        Rule::A6,
        Rule::A7,
        Rule::A8,
        Rule::A9,
        Rule::B1,
        Rule::B2,
        Rule::B3,
        Rule::B4,
        Rule::B5,
        Rule::B6,
        Rule::B7,
        Rule::B8,
        Rule::B9,
        Rule::C1,
        Rule::C2,
        Rule::C3,
        Rule::C4,
        Rule::C5,
        Rule::C6,
        Rule::C7,
        Rule::D1,
        Rule::D2,
        Rule::D3,
        Rule::D4,
        Rule::D5,
        Rule::D6,
        Rule::D7,
        Rule::D8,
        Rule::D9,
        Rule::E1,
        Rule::E2,
        Rule::E3,
        Rule::E4,
        Rule::E5,
        Rule::E6,
        Rule::E7,
        Rule::E8,
        Rule::E9,
        Rule::F1,
        Rule::F2,
        Rule::F3,
        Rule::F4,
        Rule::F5,
        Rule::F6,
        Rule::F7,
        Rule::F8,
        Rule::F9,
        Rule::F10,
        Rule::F11,
        Rule::G1,
        Rule::G2,
        Rule::G3,
    ];

    /// The id that results cite.
    pub fn id(self) -> &'static str {
        match self {
            Rule::A1 => "A1",
            Rule::A2 => "A2",
            Rule::A3 => "A3",
            Rule::A4 => "A4",
            Rule::A5 => "A5",
            Rule::A6 => "A6",
            Rule::A7 => "A7",
            Rule::A8 => "A8",
            Rule::A9 => "A9",
            Rule::B1 => "B1",
            Rule::B2 => "B2",
            Rule::B3 => "B3",
            Rule::B4 => "B4",
            Rule::B5 => "B5",
            Rule::B6 => "B6",
            Rule::B7 => "B7",
            Rule::B8 => "B8",
            Rule::B9 => "B9",
            Rule::C1 => "C1",
            Rule::C2 => "C2",
            Rule::C3 => "C3",
            Rule::C4 => "C4",
            Rule::C5 => "C5",
            Rule::C6 => "C6",
            Rule::C7 => "C7",
            Rule::D1 => "D1",
            Rule::D2 => "D2",
            Rule::D3 => "D3",
            Rule::D4 => "D4",
            Rule::D5 => "D5",
            Rule::D6 => "D6",
            Rule::D7 => "D7",
            Rule::D8 => "D8",
            Rule::D9 => "D9",
            Rule::E1 => "E1",
            Rule::E2 => "E2",
            Rule::E3 => "E3",
            Rule::E4 => "E4",
            Rule::E5 => "E5",
            Rule::E6 => "E6",
            Rule::E7 => "E7",
            Rule::E8 => "E8",
            Rule::E9 => "E9",
            Rule::F1 => "F1",
            Rule::F2 => "F2",
            Rule::F3 => "F3",
            Rule::F4 => "F4",
            Rule::F5 => "F5",
            Rule::F6 => "F6",
            Rule::F7 => "F7",
            Rule::F8 => "F8",
            Rule::F9 => "F9",
            Rule::F10 => "F10",
            Rule::F11 => "F11",
            Rule::G1 => "G1",
            Rule::G2 => "G2",
            Rule::G3 => "G3",
        }
    }

    /// The heading of the policy under which the rule stands, letter by letter.
    pub fn heading(self) -> &'static str {
        match self {
            Rule::A1 | Rule::A2 => "Mindeststandards (Schlussabsätze)",
            Rule::A3 | Rule::E3 | Rule::E4 | Rule::E5 => "Profillage I & Z",
            Rule::A4 | Rule::A5 | Rule::D3 | Rule::E8 => "U25-Kunden",
            Rule::A6 | Rule::A8 | Rule::A9 | Rule::B4 | Rule::D1 | Rule::D9 => "Kategorie 1",
            Rule::A7 | Rule::C6 | Rule::D2 | Rule::E6 | Rule::E7 => "Kategorie 3",
            Rule::B1
            | Rule::B2
            | Rule::B3
            | Rule::B5
            | Rule::B7
            | Rule::B8
            | Rule::B9
            | Rule::C1
            | Rule::C2
            | Rule::C3
            | Rule::C4
            | Rule::C5
            | Rule::F6
            | Rule::F9 => "Definition",
            Rule::B6 | Rule::F7 | Rule::F8 | Rule::F10 => "Terminausfallmanagement",
            Rule::C7 => "Zielsetzung",
            Rule::D4
            | Rule::D5
            | Rule::D6
            | Rule::D7
            | Rule::D8
            | Rule::E1
            | Rule::E2
            | Rule::E9 => "Mindeststandards",
            Rule::F1 | Rule::F2 | Rule::F3 | Rule::F4 | Rule::F5 | Rule::F11 => "Terminierung ATV",
            Rule::G1 | Rule::G2 | Rule::G3 => "Nachhaltung",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Text that names no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule(pub String);

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no rule has the id {:?}", self.0)
    }
}

impl std::error::Error for UnknownRule {}

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Rule::ALL
            .into_iter()
            .find(|rule| rule.id() == text)
            .ok_or_else(|| UnknownRule(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn ids_are_read_back_and_in_order() {
        let ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        for rule in Rule::ALL {
            assert_eq!(rule.id().parse(), Ok(rule));
            assert_eq!(rule.to_string(), rule.id());
        }
        let mut by_letter_then_number = ids.clone();
        by_letter_then_number
            .sort_by_key(|id| (id[..1].to_owned(), id[1..].parse::<u8>().unwrap()));
        assert_eq!(ids, by_letter_then_number);
        assert!(Rule::ALL.is_sorted());
    }

    #[test]
    fn every_rule_stands_under_the_heading_that_the_policy_gives_it() {
        let headings = [
            ("A1 A2", "Mindeststandards (Schlussabsätze)"),
            ("A3 E3 E4 E5", "Profillage I & Z"),
            ("A4 A5 D3 E8", "U25-Kunden"),
            ("A6 A8 A9 B4 D1 D9", "Kategorie 1"),
            ("A7 C6 D2 E6 E7", "Kategorie 3"),
            ("B1 B2 B3 B5 B7 B8 B9 C1 C2 C3 C4 C5 F6 F9", "Definition"),
            ("B6 F7 F8 F10", "Terminausfallmanagement"),
            ("C7", "Zielsetzung"),
            ("D4 D5 D6 D7 D8 E1 E2 E9", "Mindeststandards"),
            ("F1 F2 F3 F4 F5 F11", "Terminierung ATV"),
            ("G1 G2 G3", "Nachhaltung"),
        ];
        let mut seen = 0;
        for (ids, heading) in headings {
            for id in ids.split(' ') {
                assert_eq!(id.parse::<Rule>().unwrap().heading(), heading, "{id}");
                seen += 1;
            }
        }
        assert_eq!(seen, Rule::ALL.len());
    }

    #[test]
    fn text_that_is_no_rule_is_refused() {
        for text in ["", "a1", "A10", "F12", "A1 "] {
            let error = text.parse::<Rule>().unwrap_err();
            assert_eq!(error.to_string(), format!("no rule has the id {text:?}"));
        }
    }
}
