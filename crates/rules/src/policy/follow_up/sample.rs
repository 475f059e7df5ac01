//! The random sample (G1). Chance comes from a checksum: of the seed, the day and the customer's
//! identifier. Whoever knows these three can draw the same customers again with any tool that
//! computes SHA-256, and nobody can steer who is drawn without showing another seed.

use crate::facts::CaseId;
use crate::group::{Group, Standard};
use crate::ordering::sort_by;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

/// The groups of a sample by group, in its order.
const GROUPS: [Group; 5] = [
    Group::Under(Standard::K1),
    Group::Under(Standard::K3),
    Group::Under(Standard::U25),
    Group::Open,
    Group::Exempt,
];

/// From what customers are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Division {
    /// From all of them together.
    Together,
    /// From each group, as many as its share of the customers.
    ByGroup,
}

/// Whether customers are drawn for whom no standard of density holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExemptCustomers {
    /// They are left out.
    LeftOut,
    /// They are drawn like the others.
    Drawn,
}

/// Which sample is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRequest {
    /// Any text; another one gives another sample.
    pub seed: String,
    /// How many customers; fewer are drawn if there are not so many.
    pub size: usize,
    /// From what they are drawn.
    pub division: Division,
    /// Whether exempt customers are among them.
    pub exempt: ExemptCustomers,
}

/// A customer who was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Who.
    pub case: CaseId,
    /// The group on the day of the sample.
    pub group: Group,
    /// What decided it: a SHA-256 in hexadecimal, small letters.
    pub hash: String,
}

/// G1 — draws from `customers`, given in any order with their groups on `today`. The result is in the
/// order drawn, group after group if it is by group.
pub fn draw_sample<'c>(
    request: &SampleRequest,
    today: NaiveDate,
    customers: impl IntoIterator<Item = (&'c CaseId, Group)>,
) -> Vec<Drawn> {
    let mut ranked = Vec::new();
    for (case, group) in customers {
        if group != Group::Exempt || request.exempt == ExemptCustomers::Drawn {
            ranked.push(Drawn {
                case: case.clone(),
                group,
                hash: hash(&request.seed, today, case),
            });
        }
    }
    sort_by(&mut ranked, |one, other| one.hash.cmp(&other.hash));
    match request.division {
        Division::Together => {
            ranked.truncate(request.size);
            ranked
        }
        Division::ByGroup => first_of_each_group(&ranked, request.size),
    }
}

fn first_of_each_group(ranked: &[Drawn], size: usize) -> Vec<Drawn> {
    let of_group = |group| ranked.iter().filter(move |drawn| drawn.group == group);
    let places = shared_out(size, GROUPS.map(|group| of_group(group).count()));
    GROUPS
        .into_iter()
        .zip(places)
        .flat_map(|(group, places)| of_group(group).take(places).cloned())
        .collect()
}

/// G1 — shares out `size` places in proportion to `counts`, by largest remainder; of equal
/// remainders the earlier one wins. No more places than there are customers.
fn shared_out<const GROUPS: usize>(size: usize, counts: [usize; GROUPS]) -> [usize; GROUPS] {
    let total: usize = counts.iter().sum();
    let size = size.min(total);
    // Sums of many customers times many places do not fit into the page's 32 bits.
    let exact = |count: usize| count as u128 * size as u128;
    let whole = |count: usize| exact(count).checked_div(total as u128).unwrap_or_default();
    let remainder = |count: usize| exact(count).checked_rem(total as u128).unwrap_or_default();
    let mut places = counts.map(|count| usize::try_from(whole(count)).unwrap_or_default());
    let mut by_remainder: Vec<usize> = (0..GROUPS).collect();
    let remainder_at = |place: &usize| counts.get(*place).copied().map(remainder);
    sort_by(&mut by_remainder, |one, other| {
        remainder_at(other).cmp(&remainder_at(one))
    });
    let left = size - places.iter().sum::<usize>();
    for place in by_remainder.into_iter().take(left) {
        if let Some(places) = places.get_mut(place) {
            *places += 1;
        }
    }
    places
}

/// G1 — the SHA-256 of `SEED:TODAY:CASE_ID`.
fn hash(seed: &str, today: NaiveDate, case: &CaseId) -> String {
    let text = format!("{seed}:{today}:{case}");
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 0xf])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{hash, shared_out};
    use crate::facts::CaseId;

    #[test]
    fn the_hash_is_that_of_any_other_tool() {
        // printf '7:2026-11-22:c-0001' | sha256sum
        assert_eq!(
            hash("7", "2026-11-22".parse().unwrap(), &CaseId::from("c-0001")),
            "b821074bdeef7a148e56f375515907005664f0344f8ac75865e491c266bd8365"
        );
    }

    #[test]
    fn places_are_shared_out_by_largest_remainder() {
        for (size, counts, places) in [
            // 6.25, 2.5, 1.25: the half is the largest remainder.
            (10, [25, 10, 5], [6, 3, 1]),
            // Equal remainders: the earlier group.
            (1, [5, 5, 5], [1, 0, 0]),
            (2, [1, 1, 1], [1, 1, 0]),
            (5, [0, 0, 7], [0, 0, 5]),
            (9, [2, 0, 1], [2, 0, 1]),
            (0, [2, 3, 1], [0, 0, 0]),
            (4, [0, 0, 0], [0, 0, 0]),
        ] {
            assert_eq!(shared_out(size, counts), places, "{size} over {counts:?}");
        }
    }

    #[test]
    fn no_group_gives_more_than_it_has_and_all_places_are_used() {
        for size in 0..30 {
            for first in 0..6 {
                for second in 0..6 {
                    for third in 0..6 {
                        let counts = [first, second, third];
                        let places = shared_out(size, counts);
                        let total: usize = counts.iter().sum();
                        assert_eq!(places.iter().sum::<usize>(), size.min(total));
                        let fits = places
                            .iter()
                            .zip(counts)
                            .all(|(places, count)| *places <= count);
                        assert!(fits, "{size} over {counts:?}: {places:?}");
                    }
                }
            }
        }
    }
}
