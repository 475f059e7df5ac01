//! How grave a finding is: a word, a shape, and a colour that only repeats them.

use super::icon::Icon;
use rules::Severity;

/// The class that gives a severity its colour.
pub fn tone(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "kd-tone kd-tone--danger",
        Severity::Warning => "kd-tone kd-tone--warning",
        Severity::Info => "kd-tone kd-tone--info",
    }
}

/// Its shape.
pub fn icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::Alarm,
        Severity::Warning => Icon::Warning,
        Severity::Info => Icon::Info,
    }
}

/// "Fehler", "Warnung", "Warnungen".
pub fn label(severity: Severity, count: usize) -> &'static str {
    match (severity, count) {
        (Severity::Error, _) => "Fehler",
        (Severity::Warning, 1) => "Warnung",
        (Severity::Warning, _) => "Warnungen",
        (Severity::Info, 1) => "Hinweis",
        (Severity::Info, _) => "Hinweise",
    }
}
