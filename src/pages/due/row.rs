//! One customer of the list as a row of the table.

use super::list::Found;
use crate::german;
use crate::parts::icon::Icon;
use crate::parts::markup::Markup;
use crate::parts::state_badge::write_state_badge;
use crate::route::Route;
use caseload::address_key;
use caseload::history::CaseloadId;
use chrono::NaiveDate;
use rules::facts::{Appointment, Contact, ContactId};
use rules::wording::{channel_label, date, group_label, missing_label, time, weekday_date};
use rules::{CountedAs, Due, Fact, MissingFact, Window};

const NOTHING: &str = "–";

/// What can be entered about the customer of a row.
const DO: [(&str, Icon, &str); 2] = [
    (CONTACT, Icon::Pen, "Kontakt erfassen (K)"),
    (APPOINTMENT, Icon::CalendarCheck, "Termin anlegen (T)"),
];

/// Mark of the button that records a contact.
pub const CONTACT: &str = "contact-add";

/// Mark of the button that makes an appointment.
pub const APPOINTMENT: &str = "appointment-add";

/// Writes the row of one customer.
pub fn write_row(markup: &mut Markup, found: Found<'_>, lineage: CaseloadId, today: NaiveDate) {
    let Found {
        customer, entry, ..
    } = found;
    let due = &entry.due;
    let iso = |day: fn(Window) -> NaiveDate| {
        due.window
            .map_or(String::new(), |window| day(window).to_string())
    };
    let marks = [
        ("data-kd", "due-row"),
        ("data-case", customer.id.as_str()),
        ("data-number", customer.number.as_str()),
        ("data-group", due.group.key()),
        ("data-state", due.state.key()),
        ("data-latest", &iso(|window| window.latest)),
        ("data-record-by", &iso(|window| window.record_by)),
    ];
    let address = Route::Case(address_key(lineage, &customer.id))
        .href()
        .into_owned();
    markup.element_with("tr", &marks, |row| cells(row, found, &address, today));
}

fn cells(
    row: &mut Markup,
    Found {
        customer, entry, ..
    }: Found<'_>,
    address: &str,
    today: NaiveDate,
) {
    let due = &entry.due;
    let number = customer.number.as_str();
    let name = customer.name.as_deref();
    let who = [("scope", "row"), ("class", "kd-due__who")];
    row.element_with("th", &who, |cell| {
        let link = [("class", "kd-due__name"), ("href", address)];
        cell.element_with("a", &link, |cell| cell.text(name.unwrap_or(number)));
        if name.is_some() {
            cell.element("span", "kd-due__number", |cell| cell.text(number));
        }
    });
    row.element("td", "kd-due__group", |cell| group(cell, due));
    row.element("td", "kd-due__state", |cell| {
        cell.element("span", "kd-due__now", |cell| state(cell, due, today));
        notes(cell, due, &customer.contacts);
    });
    window(row, due);
    row.element("td", "kd-due__next", |cell| {
        next(cell, due, &customer.appointments);
    });
    row.element("td", "kd-due__last", |cell| {
        last(cell, due, &customer.contacts);
    });
    row.element("td", "kd-due__why", |cell| {
        let label = format!("Warum? {}", name.unwrap_or(number));
        let button = [
            ("type", "button"),
            ("class", "kd-why-button"),
            ("data-kd", "why"),
            ("aria-label", &label),
        ];
        cell.element_with("button", &button, |button| button.text("Warum?"));
        for (mark, icon, what) in DO {
            let label = format!("{what}: {}", name.unwrap_or(number));
            let button = [
                ("type", "button"),
                ("class", "kd-due__do"),
                ("data-kd", mark),
                ("aria-label", &label),
                ("title", what),
            ];
            cell.element_with("button", &button, |button| button.fixed(icon.markup()));
        }
    });
}

fn group(cell: &mut Markup, due: &Due) {
    cell.element("b", "kd-due__standard", |cell| {
        cell.text(group_label(due.group));
    });
    if due.counted_as == Some(CountedAs::Assigned) {
        let mark = [
            ("class", "kd-due__assigned"),
            (
                "title",
                "Es fehlen Angaben; bis dahin gilt die erfasste Kategorie.",
            ),
        ];
        cell.element_with("span", &mark, |cell| cell.text("laut Kategorie"));
    }
}

fn state(cell: &mut Markup, due: &Due, today: NaiveDate) {
    write_state_badge(cell, due.state);
    let overdue = due.days_overdue(today).map(usize::try_from);
    if let Some(Ok(days)) = overdue {
        let since = format!("seit {}", german::counted(days, "Tag", "Tagen"));
        cell.element("span", "kd-due__since", |cell| cell.text(&since));
    }
}

/// What else is to be known: a group about to change, and facts that nobody recorded.
fn notes(cell: &mut Markup, due: &Due, contacts: &[Contact]) {
    let change = due
        .changes_on
        .map(|day| format!("Gruppe wechselt am {} (25. Geburtstag)", date(day)));
    let missing = (!due.missing.is_empty())
        .then(|| format!("Es fehlt: {}", missing_facts(due, contacts).join(" · ")));
    if change.is_none() && missing.is_none() {
        return;
    }
    cell.element("span", "kd-due__notes", |cell| {
        for (icon, text) in [(Icon::Info, change), (Icon::Question, missing)] {
            let Some(text) = text else { continue };
            cell.element("span", "kd-due__note", |cell| {
                cell.fixed(icon.markup());
                cell.element("span", "kd-due__text", |cell| cell.text(&text));
            });
        }
    });
}

/// What is missing, with several facts of one contact drawn together; "Warum?" lists each.
fn missing_facts(due: &Due, contacts: &[Contact]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut counted: Vec<&ContactId> = Vec::new();
    for missing in &due.missing {
        let (MissingFact::Contact(id, _), Some(contact)) = (missing, contact_of(missing, contacts))
        else {
            texts.push(missing_label(missing, contacts));
            continue;
        };
        let of_contact = due
            .missing
            .iter()
            .filter(|other| matches!(other, MissingFact::Contact(other, _) if other == id))
            .count();
        if of_contact == 1 {
            texts.push(missing_label(missing, contacts));
        } else if !counted.contains(&id) {
            counted.push(id);
            texts.push(format!(
                "{of_contact} Angaben zum Kontakt vom {}",
                date(contact.date)
            ));
        }
    }
    texts
}

fn contact_of<'a>(missing: &MissingFact, contacts: &'a [Contact]) -> Option<&'a Contact> {
    match missing {
        MissingFact::Case(_) => None,
        MissingFact::Contact(id, _) => contacts.iter().find(|contact| contact.id == *id),
    }
}

fn window(row: &mut Markup, due: &Due) {
    type Pick = fn(Window) -> NaiveDate;
    let days: [(&str, &str, Pick); 3] = [
        ("kd-due__latest", "spätestens ", |window| window.latest),
        ("kd-due__appointment", "letzter Termintag ", |window| {
            window.latest_appointment
        }),
        ("kd-due__record", "eintragen bis ", |window| {
            window.record_by
        }),
    ];
    for (name, label, pick) in days {
        let (class, day) = match due.window {
            Some(window) => (format!("kd-due__day {name}"), date(pick(window))),
            None => (
                format!("kd-due__day kd-due__day--none {name}"),
                NOTHING.to_owned(),
            ),
        };
        row.element("td", &class, |cell| labelled(cell, label, &day, None));
    }
}

fn next(cell: &mut Markup, due: &Due, appointments: &[Appointment]) {
    let appointment = due.appointment.and_then(|index| appointments.get(index));
    let day = appointment.map(|appointment| weekday_date(appointment.date));
    let start = match appointment.map(|appointment| appointment.start) {
        Some(Fact::Known(start)) => Some(format!("{} Uhr", time(start))),
        Some(Fact::Unknown) | None => None,
    };
    let day = day.as_deref().unwrap_or(NOTHING);
    labelled(cell, "Nächster Termin ", day, start.as_deref());
}

fn last(cell: &mut Markup, due: &Due, contacts: &[Contact]) {
    let contact = due.last_qualified.and_then(|last| contacts.get(last.index));
    let day = contact.map(|contact| date(contact.date));
    let channel = match contact.map(|contact| contact.channel) {
        Some(Fact::Known(channel)) => Some(channel_label(channel)),
        Some(Fact::Unknown) | None => None,
    };
    let day = day.as_deref().unwrap_or(NOTHING);
    labelled(cell, "Letzter Kontakt ", day, channel);
}

/// A day with its name, shown where there are no column headings, and something smaller under it.
fn labelled(cell: &mut Markup, label: &str, day: &str, more: Option<&str>) {
    cell.element("span", "kd-due__label", |cell| cell.text(label));
    cell.text(day);
    if let Some(more) = more {
        cell.element("span", "kd-due__more", |cell| cell.text(more));
    }
}

#[cfg(test)]
mod tests {
    use super::write_row;
    use crate::example;
    use crate::pages::due::list::Found;
    use crate::parts::markup::Markup;
    use caseload::Caseload;
    use caseload::history::CaseloadId;
    use chrono::NaiveDate;
    use std::sync::Arc;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn markup(caseload: &Caseload) -> Vec<String> {
        let overview = caseload::overview(caseload, day()).unwrap();
        let entries = overview.entries.iter();
        let found = entries.map(|entry| Found {
            customer: &caseload.customers[entry.customer],
            entry,
            folded: "",
        });
        let row = |found| {
            let mut markup = Markup::new();
            write_row(&mut markup, found, CaseloadId::new([7; 16]), day());
            markup.finish()
        };
        found.map(row).collect()
    }

    #[test]
    fn markup_in_a_name_stays_text() {
        let mut caseload = example::caseload(day());
        for customer in &mut caseload.customers {
            Arc::make_mut(customer).name =
                Some("<img src=x onerror=\"alert(1)\"> & 'Ö'".to_owned());
        }
        for row in markup(&caseload) {
            assert!(!row.contains("<img"), "{row}");
            assert!(row.contains("&lt;img src=x"), "{row}");
            let label = row.split("aria-label=\"").nth(1).unwrap();
            let label = label.split('"').next().unwrap();
            assert!(label.contains("onerror=&quot;alert"), "{label}");
        }
    }
}
