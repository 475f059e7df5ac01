//! Who falls under which standard: table A, row by row, over everything that is known.
//!
//! The rows stand in the modules of their headings; here is only their order, the first that
//! applies decides. Where facts are unknown, every completion goes through the table. If all of
//! them end in one standard the group is settled; otherwise a recorded category may stand in for
//! what is missing, and the result says that it did.

use crate::Rule;
use crate::completions::{Circumstances, Completions};
use crate::facts::{Case, Category};
use crate::missing::CaseFact;
use crate::ordering::sort_by;
use crate::policy::{category_1, category_3, exemptions, profiles, u25};

/// A standard of contact density.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standard {
    /// Unemployed and under the youth age: a contact every calendar month.
    U25,
    /// Kategorie 1.
    K1,
    /// Kategorie 3.
    K3,
}

/// What table A says about a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Under this standard.
    Under(Standard),
    /// No standard of density holds.
    Exempt,
    /// Facts are missing that decide it.
    Open,
}

impl Group {
    /// The name used in files and marks.
    pub fn key(self) -> &'static str {
        match self {
            Group::Under(Standard::K1) => "k1",
            Group::Under(Standard::K3) => "k3",
            Group::Under(Standard::U25) => "u25",
            Group::Exempt => "exempt",
            Group::Open => "open",
        }
    }
}

/// What a group rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CountedAs {
    /// The rules settle it.
    Rules,
    /// Facts are missing; the recorded category stands in for them.
    Assigned,
}

impl CountedAs {
    /// The name used in files.
    pub fn key(self) -> &'static str {
        match self {
            CountedAs::Rules => "rules",
            CountedAs::Assigned => "assigned",
        }
    }
}

/// A row of table A that applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    pub rule: Rule,
    pub standard: Standard,
}

/// The rows about standards but the last, in the order of table A; the first that applies decides.
const TABLE: [fn(Circumstances) -> Option<Row>; 7] = [
    profiles::profile_i_or_z,
    category_1::integrated,
    u25::unemployed_youth,
    u25::other_youth,
    category_1::self_employed,
    category_1::not_unemployed,
    category_3::only_complex_needs,
];

/// The group of a customer and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grouping {
    pub group: Group,
    pub counted_as: Option<CountedAs>,
    /// Rows that apply in some completion leading to the settled group, in table order.
    pub grounds: Vec<Rule>,
    /// Unknown facts on which the group hangs; empty if it is settled.
    pub missing: Vec<CaseFact>,
    /// Standards that are still possible, in order; empty for exempt customers.
    pub possible: Vec<Standard>,
}

/// The group of a customer, from the facts of the case that hold on the day asked about.
pub(crate) fn group_of(case: &Case, completions: &Completions) -> Grouping {
    if let Some(rule) = exemptions::exempt(case.supervision) {
        return Grouping {
            group: Group::Exempt,
            counted_as: Some(CountedAs::Rules),
            grounds: vec![rule],
            missing: Vec::new(),
            possible: Vec::new(),
        };
    }
    let rows: Vec<Row> = completions.results(first_row);
    let mut possible: Vec<Standard> = rows.iter().map(|row| row.standard).collect();
    sort_by(&mut possible, Ord::cmp);
    possible.dedup();
    if let [standard] = possible.as_slice() {
        return Grouping {
            group: Group::Under(*standard),
            counted_as: Some(CountedAs::Rules),
            grounds: in_table_order(&rows),
            missing: Vec::new(),
            possible,
        };
    }
    let assigned = case
        .category
        .and_then(|category| assigned_standard(category, &possible));
    Grouping {
        group: assigned.map_or(Group::Open, Group::Under),
        counted_as: assigned.map(|_| CountedAs::Assigned),
        grounds: Vec::new(),
        missing: completions.undecided(|known| first_row(known).standard),
        possible,
    }
}

pub(crate) fn first_row(known: Circumstances) -> Row {
    TABLE
        .iter()
        .find_map(|row| row(known))
        .unwrap_or_else(category_1::unemployed_and_activatable)
}

/// The standard that a recorded category stands for while the group is open: itself if it is
/// possible, and K1 also for U25, for which no category is prescribed.
fn assigned_standard(category: Category, possible: &[Standard]) -> Option<Standard> {
    let candidates: &[Standard] = match category {
        Category::K1 => &[Standard::K1, Standard::U25],
        Category::K3 => &[Standard::K3],
    };
    candidates
        .iter()
        .copied()
        .find(|standard| possible.contains(standard))
}

fn in_table_order(rows: &[Row]) -> Vec<Rule> {
    const ORDER: [Rule; 7] = [
        Rule::A3,
        Rule::A4,
        Rule::A5,
        Rule::A9,
        Rule::A8,
        Rule::A7,
        Rule::A6,
    ];
    ORDER
        .into_iter()
        .filter(|rule| rows.iter().any(|row| row.rule == *rule))
        .collect()
}
