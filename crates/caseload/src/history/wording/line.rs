//! One fact that differs, and the two ways to say so.

use super::value::{Spoken, Word};
use std::fmt;

/// One thing that is not the same before and after, or here and in a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    what: String,
    said: Said,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// A value short enough to be shown.
    Value { before: Word, after: Word },
    /// Something too long to be shown.
    Text { before: Presence, after: Presence },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Absent,
    Present,
}

impl Line {
    /// Something that is there only afterwards, or only in the backup.
    pub(crate) fn came(what: String) -> Self {
        Line {
            what,
            said: Said::Text {
                before: Presence::Absent,
                after: Presence::Present,
            },
        }
    }

    /// Something that was there only before, or is only here.
    pub(crate) fn went(what: String) -> Self {
        Line {
            what,
            said: Said::Text {
                before: Presence::Present,
                after: Presence::Absent,
            },
        }
    }

    /// Something that is there on both sides and differs.
    pub(crate) fn differs(what: &str) -> Self {
        Line {
            what: what.to_owned(),
            said: Said::Text {
                before: Presence::Present,
                after: Presence::Present,
            },
        }
    }

    /// What it is about: "Status", "Kontakt vom 14.09.2026, Kontaktart".
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    /// Whether nothing is known afterwards, or in the backup.
    pub(crate) fn ends_in_a_gap(&self) -> bool {
        match &self.said {
            Said::Value { after, .. } => matches!(after, Word::Gap(_)),
            Said::Text { after, .. } => *after == Presence::Absent,
        }
    }

    /// As a difference: "Status: hier arbeitslos, in der Sicherung arbeitsuchend".
    pub(crate) fn here_and_there(&self) -> String {
        let what = &self.what;
        match &self.said {
            Said::Value { before, after } => {
                format!("{what}: hier {before}, in der Sicherung {after}")
            }
            Said::Text { before, after } => match (before, after) {
                (Presence::Absent, _) => format!("{what}: nur in der Sicherung"),
                (Presence::Present, Presence::Absent) => format!("{what}: nur hier"),
                (Presence::Present, Presence::Present) => {
                    format!("{what}: hier anders als in der Sicherung")
                }
            },
        }
    }
}

impl fmt::Display for Line {
    /// As a change over time: "Status: arbeitslos → arbeitsuchend".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = &self.what;
        match &self.said {
            Said::Value { before, after } => write!(f, "{what}: {before} → {after}"),
            Said::Text { before, after } => match (before, after) {
                (Presence::Absent, _) => write!(f, "{what} hinzugefügt"),
                (Presence::Present, Presence::Absent) => write!(f, "{what} entfernt"),
                (Presence::Present, Presence::Present) => write!(f, "{what} geändert"),
            },
        }
    }
}

/// Gathers what differs between two records of one thing.
pub(super) struct Lines {
    about: String,
    lines: Vec<Line>,
}

impl Lines {
    /// Lines about the only thing that is meant.
    pub(super) fn plain() -> Self {
        Lines::about(String::new())
    }

    /// Lines about one of several things; each begins with its name.
    pub(super) fn about(about: String) -> Self {
        Lines {
            about,
            lines: Vec::new(),
        }
    }

    fn push(&mut self, what: &str, said: Said) {
        let what = if self.about.is_empty() {
            what.to_owned()
        } else {
            format!("{}, {what}", self.about)
        };
        self.lines.push(Line { what, said });
    }

    /// A value.
    pub(super) fn value<T: Spoken + PartialEq>(&mut self, what: &str, before: &T, after: &T) {
        if before != after {
            let (before, after) = (before.word(), after.word());
            self.push(what, Said::Value { before, after });
        }
    }

    /// A value that need not be there; `gap` is what is said then.
    pub(super) fn optional<T: Spoken + PartialEq>(
        &mut self,
        what: &str,
        before: &Option<T>,
        after: &Option<T>,
        gap: &'static str,
    ) {
        if before != after {
            let word = |value: &Option<T>| value.as_ref().map_or(Word::Gap(gap), Spoken::word);
            let (before, after) = (word(before), word(after));
            self.push(what, Said::Value { before, after });
        }
    }

    /// Something too long to be shown, absent if it equals `nothing`.
    pub(super) fn text<T: PartialEq>(&mut self, what: &str, before: &T, after: &T, nothing: &T) {
        if before != after {
            let presence = |value: &T| {
                if value == nothing {
                    Presence::Absent
                } else {
                    Presence::Present
                }
            };
            let (before, after) = (presence(before), presence(after));
            self.push(what, Said::Text { before, after });
        }
    }

    /// Lines of a part.
    pub(super) fn extend(&mut self, lines: Vec<Line>) {
        self.lines.extend(lines);
    }

    /// All lines so far.
    pub(super) fn done(self) -> Vec<Line> {
        self.lines
    }
}
