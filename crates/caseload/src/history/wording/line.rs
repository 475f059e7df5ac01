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
    /// A text that only whoever has to choose between two is shown.
    Long {
        before: Option<String>,
        after: Option<String>,
    },
}

impl Said {
    /// Whether there is something on the two sides, of whatever is not shown.
    fn presence(&self) -> Option<(Presence, Presence)> {
        match self {
            Said::Value { .. } => None,
            Said::Text { before, after } => Some((*before, *after)),
            Said::Long { before, after } => Some((
                Presence::of(before.as_deref()),
                Presence::of(after.as_deref()),
            )),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Absent,
    Present,
}

impl Presence {
    fn of(text: Option<&str>) -> Self {
        match text {
            Some(_) => Presence::Present,
            None => Presence::Absent,
        }
    }
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
        match (&self.said, self.said.presence()) {
            (Said::Value { after, .. }, _) => matches!(after, Word::Gap(_)),
            (Said::Text { .. } | Said::Long { .. }, presence) => {
                presence.is_some_and(|(_, after)| after == Presence::Absent)
            }
        }
    }

    /// As a difference: "Status: hier arbeitslos, in der Sicherung arbeitsuchend".
    pub(crate) fn here_and_there(&self) -> String {
        self.beside("in der Sicherung")
    }

    /// As a difference between here and the deputy, for whoever has to choose: texts in full.
    pub(crate) fn here_and_deputy(&self) -> String {
        const THERE: &str = "bei der Vertretung";
        let Said::Long { before, after } = &self.said else {
            return self.beside(THERE);
        };
        let quoted = |text: &Option<String>| match text {
            Some(text) => format!("„{text}“"),
            None => "nichts".to_owned(),
        };
        let (what, before, after) = (&self.what, quoted(before), quoted(after));
        format!("{what}: hier {before}, {THERE} {after}")
    }

    fn beside(&self, there: &str) -> String {
        let what = &self.what;
        if let Said::Value { before, after } = &self.said {
            return format!("{what}: hier {before}, {there} {after}");
        }
        match self.said.presence() {
            Some((Presence::Absent, _)) => format!("{what}: nur {there}"),
            Some((Presence::Present, Presence::Absent)) => format!("{what}: nur hier"),
            Some((Presence::Present, Presence::Present)) | None => {
                format!("{what}: hier anders als {there}")
            }
        }
    }
}

impl fmt::Display for Line {
    /// As a change over time: "Status: arbeitslos → arbeitsuchend".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = &self.what;
        if let Said::Value { before, after } = &self.said {
            return write!(f, "{what}: {before} → {after}");
        }
        match self.said.presence() {
            Some((Presence::Absent, _)) => write!(f, "{what} hinzugefügt"),
            Some((Presence::Present, Presence::Absent)) => write!(f, "{what} entfernt"),
            Some((Presence::Present, Presence::Present)) | None => write!(f, "{what} geändert"),
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

    /// A text of people, not shown in the history.
    pub(super) fn long(&mut self, what: &str, before: &Option<String>, after: &Option<String>) {
        if before != after {
            let (before, after) = (before.clone(), after.clone());
            self.push(what, Said::Long { before, after });
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
