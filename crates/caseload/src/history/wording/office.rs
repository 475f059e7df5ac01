//! What differs in the caseload besides its customers.

use super::line::{Line, Lines};
use crate::record::Caseworker;
use rules::edition::{EditionId, LocalParameter};
use rules::facts::OfficeDays;

/// The edition of the policy, if it differs.
pub(crate) fn edition_line(before: EditionId, after: EditionId) -> Vec<Line> {
    let mut lines = Lines::plain();
    lines.value("Ausgabe des Konzepts", &before, &after);
    lines.done()
}

/// The numbers that the office changed, if they differ.
pub(crate) fn parameters_line(before: &[LocalParameter], after: &[LocalParameter]) -> Vec<Line> {
    let mut lines = Lines::plain();
    lines.text("örtliche Änderungen von Werten", &before, &after, &&[][..]);
    lines.done()
}

/// What differs about the caseworker and the office. Empty only if nothing does.
pub(crate) fn caseworker_lines(before: &Caseworker, after: &Caseworker) -> Vec<Line> {
    let Caseworker { name, office } = after;
    let OfficeDays {
        state,
        fte,
        working_days,
        hours,
        absences,
        closures,
    } = office;
    let old = &before.office;
    let mut lines = Lines::plain();
    lines.optional(
        "Name der Integrationsfachkraft",
        &before.name,
        name,
        "unbekannt",
    );
    lines.value("Bundesland", &old.state, state);
    lines.value("Stellenanteil", &old.fte, fte);
    lines.text("Arbeitstage", &old.working_days, working_days, &Vec::new());
    lines.text("Sprechzeiten", &old.hours, hours, &Vec::new());
    lines.text("Abwesenheiten", &old.absences, absences, &Vec::new());
    lines.text("Büroschließungen", &old.closures, closures, &Vec::new());
    lines.done()
}
