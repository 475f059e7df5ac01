//! A strip of time: the last twelve months and the next six, with contacts, appointments and the latest
//! day. What it shows stands in words below it, so it is hidden from screen readers.

use crate::parts::markup::Markup;
use crate::view::View;
use caseload::Customer;
use chrono::{Datelike, NaiveDate, TimeDelta};
use rules::facts::Outcome;
use rules::{Counts, Due};

/// Days shown before today and after it.
const BEFORE: i64 = 365;
const AFTER: i64 = 200;

/// Units of the drawing a day.
const WIDTH: i64 = 2;

/// The strip of a customer.
pub fn strip(customer: &Customer, due: &Due, today: NaiveDate) -> View {
    let mut markup = Markup::new();
    let view_box = format!("0 0 {} 56", (BEFORE + AFTER) * WIDTH);
    let drawing = [
        ("class", "kd-strip"),
        ("viewBox", view_box.as_str()),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    let at = |day: NaiveDate| {
        let days = (day - today).num_days();
        (-BEFORE..=AFTER)
            .contains(&days)
            .then(|| ((days + BEFORE) * WIDTH).to_string())
    };
    markup.element_with("svg", &drawing, |svg| {
        months(svg, today, &at);
        line(svg, "kd-strip__today", at(today));
        if let Some(window) = due.window {
            line(svg, "kd-strip__latest", at(window.latest));
        }
        for (contact, judgement) in customer.contacts.iter().zip(&due.judgements) {
            let class = match judgement.counts {
                Counts::Yes => "kd-strip__counts",
                Counts::No => "kd-strip__not",
                Counts::Open => "kd-strip__open",
            };
            dot(svg, class, at(contact.date), "18");
        }
        for appointment in &customer.appointments {
            let class = match appointment.outcome {
                Outcome::Open => "kd-strip__planned",
                Outcome::NoShow | Outcome::NotHeld => "kd-strip__not",
                Outcome::Held | Outcome::Cancelled | Outcome::Voided => continue,
            };
            dot(svg, class, at(appointment.date), "30");
        }
    });
    markup.element("p", "kd-strip__legend", |legend| {
        for (class, text) in [
            ("kd-strip__key kd-strip__key--counts", "zählt"),
            ("kd-strip__key kd-strip__key--not", "zählt nicht, verpasst"),
            ("kd-strip__key kd-strip__key--open", "offen"),
            ("kd-strip__key kd-strip__key--planned", "Termin"),
            ("kd-strip__key kd-strip__key--latest", "spätestens"),
        ] {
            legend.element("span", class, |key| key.text(text));
        }
    });
    View::markup(markup.finish())
}

/// The first of every month, with the number of the month.
fn months(svg: &mut Markup, today: NaiveDate, at: &dyn Fn(NaiveDate) -> Option<String>) {
    let first = today - TimeDelta::days(BEFORE);
    let shown = usize::try_from(BEFORE + AFTER).unwrap_or_default();
    for day in first.iter_days().take(shown).filter(|day| day.day() == 1) {
        let Some(x) = at(day) else { continue };
        line(svg, "kd-strip__month", Some(x.clone()));
        let place = [("class", "kd-strip__name"), ("x", x.as_str()), ("y", "52")];
        svg.element_with("text", &place, |text| text.text(&day.month().to_string()));
    }
}

fn line(svg: &mut Markup, class: &str, x: Option<String>) {
    let Some(x) = x else { return };
    let ends = [
        ("class", class),
        ("x1", x.as_str()),
        ("x2", x.as_str()),
        ("y1", "4"),
        ("y2", "40"),
    ];
    svg.element_with("line", &ends, |_| {});
}

fn dot(svg: &mut Markup, class: &str, x: Option<String>, y: &str) {
    let Some(x) = x else { return };
    let place = [("class", class), ("cx", x.as_str()), ("cy", y), ("r", "5")];
    svg.element_with("circle", &place, |_| {});
}
