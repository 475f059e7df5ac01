//! What differs between two records of one exception, or of one transfer.

use super::line::{Line, Lines};
use super::value::Spoken;
use crate::record::{Exception, Transfer};
use rules::Fact;

/// "Ausnahme zu Regel E6".
pub(crate) fn exception_name(exception: &Exception) -> String {
    format!("Ausnahme zu Regel {}", exception.rule.id())
}

/// What differs. Empty only if nothing does.
pub(crate) fn exception_lines(before: &Exception, after: &Exception) -> Vec<Line> {
    let Exception {
        id: _,
        case,
        rule,
        reason,
        noted_on,
    } = after;
    let mut lines = Lines::about(exception_name(before));
    lines.text("Fall", &before.case.as_str(), &case.as_str(), &"");
    lines.text("Regel", &before.rule.id(), &rule.id(), &"");
    lines.optional("Grund", &before.reason, reason, "keiner");
    lines.optional("vermerkt am", &before.noted_on, noted_on, "unbekannt");
    lines.done()
}

/// "Übertrag nach ATV".
pub(crate) fn transfer_name(transfer: &Transfer) -> String {
    match transfer.system {
        Fact::Known(system) => format!("Übertrag nach {}", system.word()),
        Fact::Unknown => "Übertrag (Fachverfahren unbekannt)".to_owned(),
    }
}

/// What differs. Empty only if nothing does.
pub(crate) fn transfer_lines(before: &Transfer, after: &Transfer) -> Vec<Line> {
    let Transfer {
        id: _,
        case,
        system,
        what,
        subject,
        due_on,
        done_on,
    } = after;
    let mut lines = Lines::about(transfer_name(before));
    lines.text("Fall", &before.case.as_str(), &case.as_str(), &"");
    lines.value("Fachverfahren", &before.system, system);
    lines.text("Inhalt", &before.what, what, &None);
    lines.text("Bezug", &before.subject, subject, &None);
    lines.optional("fällig am", &before.due_on, due_on, "ohne Tag");
    lines.optional("erledigt am", &before.done_on, done_on, "noch nicht");
    lines.done()
}
