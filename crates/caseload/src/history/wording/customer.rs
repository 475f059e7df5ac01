//! What differs between two records of one customer.

use super::line::{Line, Lines};
use super::{appointment_lines, appointment_name, contact_lines, contact_name};
use crate::history::change::{ContactEntry, Sheet};
use crate::record::Customer;
use rules::facts::{Appointment, Case, FourPhases, ProfileI, ProfileZ, SelfEmployment};
use rules::ordering;
use rules::ordering::OrderedMap;

/// What differs, contacts and appointments included. Empty only if nothing does.
pub(crate) fn customer_lines(before: &Customer, after: &Customer) -> Vec<Line> {
    let mut lines = fact_lines(before, after);
    if lines.is_empty() && before != after {
        lines.push(Line::differs("Reihenfolge der Kontakte und Termine"));
    }
    lines
}

/// What differs besides the order of contacts and appointments.
pub(crate) fn fact_lines(before: &Customer, after: &Customer) -> Vec<Line> {
    let mut lines = sheet_lines(&Sheet::of(before), &Sheet::of(after));
    lines.extend(listed(
        &contact_entries(before),
        &contact_entries(after),
        |entry| entry.contact.id.as_str(),
        contact_name,
        contact_lines,
    ));
    lines.extend(listed(
        &before.appointments.iter().collect::<Vec<_>>(),
        &after.appointments.iter().collect::<Vec<_>>(),
        |appointment| appointment.id.as_str(),
        |appointment: &&Appointment| appointment_name(appointment),
        |before, after| appointment_lines(before, after),
    ));
    lines
}

fn contact_entries(customer: &Customer) -> Vec<ContactEntry> {
    customer
        .contacts
        .iter()
        .map(|contact| ContactEntry {
            contact: contact.clone(),
            topics: customer.topics.get(&contact.id).cloned(),
        })
        .collect()
}

/// What differs between two lists whose entries are recognised by their keys.
pub(crate) fn listed<T>(
    before: &[T],
    after: &[T],
    key: fn(&T) -> &str,
    name: fn(&T) -> String,
    compare: fn(&T, &T) -> Vec<Line>,
) -> Vec<Line> {
    let mut earlier: OrderedMap<&str, &T> =
        ordering::map(before.iter().map(|entry| (key(entry), entry)));
    let mut lines = Vec::new();
    for entry in after {
        match earlier.remove(key(entry)) {
            Some(old) => lines.extend(compare(old, entry)),
            None => lines.push(Line::came(name(entry))),
        }
    }
    let gone = before
        .iter()
        .filter(|entry| earlier.contains_key(key(entry)));
    lines.extend(gone.map(|entry| Line::went(name(entry))));
    lines
}

/// What differs between two sheets. Empty only if nothing does.
pub(super) fn sheet_lines(before: &Sheet, after: &Sheet) -> Vec<Line> {
    let Customer {
        id: _,
        number,
        name,
        facts,
        contacts: _,
        topics: _,
        appointments: _,
        preferred_channel,
        note,
        closed_on,
        closed_reason,
    } = after.customer();
    let before = before.customer();
    let mut lines = Lines::plain();
    lines.value("Kundennummer", &before.number, number);
    lines.optional("Name", &before.name, name, "unbekannt");
    lines.extend(case_lines(&before.facts, facts));
    lines.value(
        "bevorzugte Kontaktart",
        &before.preferred_channel,
        preferred_channel,
    );
    lines.long("Notiz", &before.note, note);
    lines.optional("abgeschlossen am", &before.closed_on, closed_on, "offen");
    lines.optional(
        "Grund des Abschlusses",
        &before.closed_reason,
        closed_reason,
        "keiner",
    );
    lines.done()
}

fn case_lines(before: &Case, after: &Case) -> Vec<Line> {
    let Case {
        birth_date,
        in_care_since,
        status,
        integrated,
        profile,
        category,
        k3_marker_set,
        supervision,
        progress_expected,
        self_employment,
        profile_i,
        profile_z,
        digital_consent,
        four_phases,
    } = after;
    let mut lines = Lines::plain();
    lines.value("Geburtsdatum", &before.birth_date, birth_date);
    lines.value(
        "Beginn des Leistungsbezugs",
        &before.in_care_since,
        in_care_since,
    );
    lines.value("Status", &before.status, status);
    lines.value("integriert", &before.integrated, integrated);
    lines.value("Profillage", &before.profile, profile);
    lines.optional("Kategorie", &before.category, category, "keine");
    lines.value("K3-Kennung gesetzt", &before.k3_marker_set, k3_marker_set);
    lines.value("Hauptbetreuung", &before.supervision, supervision);
    lines.value(
        "Integrationsfortschritt zu erwarten",
        &before.progress_expected,
        progress_expected,
    );
    lines.value(
        "selbständig",
        &before.self_employment.is_some(),
        &self_employment.is_some(),
    );
    lines.extend(self_employment_lines(
        before.self_employment.unwrap_or_default(),
        self_employment.unwrap_or_default(),
    ));
    lines.text(
        "Angaben zu Profillage I",
        &before.profile_i.is_some(),
        &profile_i.is_some(),
        &false,
    );
    lines.extend(profile_i_lines(
        before.profile_i.unwrap_or_default(),
        profile_i.unwrap_or_default(),
    ));
    lines.text(
        "Angaben zu Profillage Z",
        &before.profile_z.is_some(),
        &profile_z.is_some(),
        &false,
    );
    lines.extend(profile_z_lines(
        before.profile_z.unwrap_or_default(),
        profile_z.unwrap_or_default(),
    ));
    lines.value("JC.digital", &before.digital_consent, digital_consent);
    lines.extend(four_phases_lines(before.four_phases, *four_phases));
    lines.done()
}

fn self_employment_lines(before: SelfEmployment, after: SelfEmployment) -> Vec<Line> {
    let SelfEmployment {
        main_occupation,
        exit_to_insured_job_is_goal,
    } = after;
    let mut lines = Lines::about("Selbständigkeit".to_owned());
    lines.value("im Hauptberuf", &before.main_occupation, &main_occupation);
    lines.value(
        "Aufgabe zugunsten einer Beschäftigung das Ziel",
        &before.exit_to_insured_job_is_goal,
        &exit_to_insured_job_is_goal,
    );
    lines.done()
}

fn profile_i_lines(before: ProfileI, after: ProfileI) -> Vec<Line> {
    let ProfileI {
        possibilities_exhausted,
        work,
        still_in_need,
        reason_documented,
        potential_exists,
    } = after;
    let mut lines = Lines::about("Profillage I".to_owned());
    lines.value(
        "Möglichkeiten ausgeschöpft",
        &before.possibilities_exhausted,
        &possibilities_exhausted,
    );
    lines.value("Art der Arbeit", &before.work, &work);
    lines.value(
        "weiter hilfebedürftig",
        &before.still_in_need,
        &still_in_need,
    );
    lines.value(
        "Grund dokumentiert",
        &before.reason_documented,
        &reason_documented,
    );
    lines.value(
        "Potenzial vorhanden",
        &before.potential_exists,
        &potential_exists,
    );
    lines.done()
}

fn profile_z_lines(before: ProfileZ, after: ProfileZ) -> Vec<Line> {
    let ProfileZ {
        from,
        reason,
        child_born_on,
        until,
    } = after;
    let mut lines = Lines::about("Profillage Z".to_owned());
    lines.value("ab", &before.from, &from);
    lines.optional("Grund", &before.reason, &reason, "keiner");
    lines.value(
        "Geburtsdatum des Kindes",
        &before.child_born_on,
        &child_born_on,
    );
    lines.value("bis", &before.until, &until);
    lines.done()
}

fn four_phases_lines(before: FourPhases, after: FourPhases) -> Vec<Line> {
    let FourPhases {
        potential_analysis,
        goal,
        strategy,
        cooperation_plan,
        documented_with_task,
    } = after;
    let mut lines = Lines::about("4-Phasen-Modell".to_owned());
    lines.value(
        "Potenzialanalyse",
        &before.potential_analysis,
        &potential_analysis,
    );
    lines.value("Ziel", &before.goal, &goal);
    lines.value("Strategie", &before.strategy, &strategy);
    lines.value(
        "Kooperationsplan",
        &before.cooperation_plan,
        &cooperation_plan,
    );
    lines.value(
        "mit Aufgabe dokumentiert",
        &before.documented_with_task,
        &documented_with_task,
    );
    lines.done()
}
