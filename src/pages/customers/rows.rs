//! The table of everybody, written as text because it is long.

use crate::parts::markup::Markup;
use crate::route::Route;
use crate::view::View;
use caseload::history::CaseloadId;
use caseload::{Customer, address_key};
use chrono::NaiveDate;
use rules::wording::{category_label, date, profile_label, status_label, supervision_label};

const COLUMNS: [&str; 7] = [
    "Person",
    "Status",
    "Profillage",
    "Kategorie",
    "Hauptbetreuung",
    "Leistungsbezug seit",
    "Abgeschlossen",
];

/// The table.
pub fn rows(customers: &[&Customer], lineage: CaseloadId, today: NaiveDate) -> View {
    let mut markup = Markup::new();
    markup.element("div", "kd-customers__table", |place| {
        place.element("table", "kd-people", |table| {
            table.element("caption", "kern-sr-only", |caption| {
                caption.text("Alle Personen")
            });
            table.element("thead", "", |head| {
                head.element("tr", "", |row| {
                    row.element("td", "kd-customers__pick", |_| {});
                    for column in COLUMNS {
                        row.element_with("th", &[("scope", "col")], |cell| cell.text(column));
                    }
                });
            });
            table.element("tbody", "", |body| {
                for customer in customers {
                    row(body, customer, lineage, today);
                }
            });
        });
    });
    View::markup(markup.finish())
}

fn row(body: &mut Markup, customer: &Customer, lineage: CaseloadId, today: NaiveDate) {
    let facts = &customer.facts;
    let number = customer.number.as_str();
    let name = customer.name.as_deref();
    let class = if customer.is_closed(today) {
        "kd-customers__row kd-customers__row--closed"
    } else {
        "kd-customers__row"
    };
    let marks = [
        ("class", class),
        ("data-kd", "customer-row"),
        ("data-case", customer.id.as_str()),
        ("data-number", number),
    ];
    let address = Route::Case(address_key(lineage, &customer.id)).href();
    let texts = [
        facts.status.known().map(status_label).map(str::to_owned),
        facts.profile.known().map(profile_label).map(str::to_owned),
        facts.category.map(category_label).map(str::to_owned),
        Some(supervision_label(facts.supervision).to_owned()),
        facts.in_care_since.known().map(date),
        customer.closed_on.map(date),
    ];
    body.element_with("tr", &marks, |row| {
        row.element("td", "kd-customers__pick", |cell| {
            let label = format!("Auswählen: {}", name.unwrap_or(number));
            let pick = [
                ("type", "checkbox"),
                ("data-kd", "customer-pick"),
                ("aria-label", label.as_str()),
            ];
            cell.empty_element("input", &pick);
        });
        row.element_with("th", &[("scope", "row")], |cell| {
            let link = [("class", "kd-due__name"), ("href", address.as_ref())];
            cell.element_with("a", &link, |cell| cell.text(name.unwrap_or(number)));
            if name.is_some() {
                cell.element("span", "kd-due__number", |cell| cell.text(number));
            }
        });
        for (text, column) in texts.into_iter().zip(COLUMNS.into_iter().skip(1)) {
            row.element_with("td", &[("data-label", column)], |cell| {
                cell.text(text.as_deref().unwrap_or("–"));
            });
        }
    });
}
