//! Three-valued facts.
//!
//! A caseworker rarely knows everything about a customer. Most tools answer the gaps with "no" and
//! are wrong without saying so. Here a gap is a value of its own, and the connectives follow
//! Kleene's strong logic: a known part decides wherever it can decide alone, otherwise the answer
//! stays unknown.

/// A fact that somebody recorded, or that nobody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact<T> {
    /// Recorded with this value.
    Known(T),
    /// Not recorded. Never to be read as "no".
    Unknown,
}

#[expect(
    clippy::derivable_impls,
    reason = "the derive would ask for T: Default, which an unknown fact does not need"
)]
impl<T> Default for Fact<T> {
    fn default() -> Self {
        Fact::Unknown
    }
}

impl<T> Fact<T> {
    /// The value as an option, for reading and writing files; rules match on the fact itself.
    pub fn known(self) -> Option<T> {
        match self {
            Fact::Known(value) => Some(value),
            Fact::Unknown => None,
        }
    }

    /// Applies `change` to a known value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Fact::Known(value) => Fact::Known(change(value)),
            Fact::Unknown => Fact::Unknown,
        }
    }

    /// Whether nobody recorded this fact.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Fact::Unknown)
    }
}

impl Fact<bool> {
    /// Both: one known "no" is enough for "no".
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Fact::Known(false), _) | (_, Fact::Known(false)) => Fact::Known(false),
            (Fact::Known(true), Fact::Known(true)) => Fact::Known(true),
            (Fact::Known(true) | Fact::Unknown, Fact::Unknown)
            | (Fact::Unknown, Fact::Known(true)) => Fact::Unknown,
        }
    }

    /// At least one: one known "yes" is enough for "yes".
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Fact::Known(true), _) | (_, Fact::Known(true)) => Fact::Known(true),
            (Fact::Known(false), Fact::Known(false)) => Fact::Known(false),
            (Fact::Known(false) | Fact::Unknown, Fact::Unknown)
            | (Fact::Unknown, Fact::Known(false)) => Fact::Unknown,
        }
    }

    /// Whether this fact could still turn out to be `value`.
    pub fn can_be(self, value: bool) -> bool {
        match self {
            Fact::Known(known) => known == value,
            Fact::Unknown => true,
        }
    }
}

impl<T> From<Option<T>> for Fact<T> {
    fn from(value: Option<T>) -> Self {
        match value {
            Some(value) => Fact::Known(value),
            None => Fact::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fact::{self, Known, Unknown};

    const ALL: [Fact<bool>; 3] = [Known(true), Known(false), Unknown];

    /// What a fact may turn out to be.
    fn completions(fact: Fact<bool>) -> Vec<bool> {
        match fact {
            Known(value) => vec![value],
            Unknown => vec![true, false],
        }
    }

    fn settled(results: &[bool]) -> Fact<bool> {
        if results.iter().all(|result| *result) {
            Known(true)
        } else if results.iter().all(|result| !result) {
            Known(false)
        } else {
            Unknown
        }
    }

    #[test]
    fn connectives_agree_with_trying_every_completion() {
        for left in ALL {
            for right in ALL {
                let (mut both, mut any) = (Vec::new(), Vec::new());
                for l in completions(left) {
                    for r in completions(right) {
                        both.push(l && r);
                        any.push(l || r);
                    }
                }
                assert_eq!(left.and(right), settled(&both), "{left:?} and {right:?}");
                assert_eq!(left.or(right), settled(&any), "{left:?} or {right:?}");
            }
        }
    }
}
