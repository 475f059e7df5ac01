//! What the user sees if the program itself is at fault. After a panic nothing computes any more;
//! the message is plain markup, so that it appears even then. It names the place in the program,
//! never what was being worked on.

use crate::parts::markup::Markup;
use leptos::prelude::document;
use std::panic::PanicHookInfo;

/// From now on a panic leaves a message on the page.
pub fn watch() {
    std::panic::set_hook(Box::new(show));
}

fn show(info: &PanicHookInfo<'_>) {
    let place = info
        .location()
        .map_or_else(|| "unbekannt".to_owned(), ToString::to_string);
    let mut markup = Markup::new();
    let alert = [
        ("class", "kd-alert kd-alert--danger kd-crash"),
        ("data-kd", "error"),
        ("role", "alert"),
    ];
    markup.element_with("div", &alert, |markup| {
        markup.element("div", "kd-alert__text", |markup| {
            markup.element("p", "kd-alert__title", |markup| {
                markup.text("Das Programm ist auf einen Fehler gestoßen und rechnet nicht weiter.");
            });
            markup.element("p", "kd-crash__text", |markup| {
                markup.text("Bitte laden Sie die Seite neu und lesen Sie Ihre zuletzt gesicherte Datei ein. Was nicht gesichert war, lesen Sie bitte noch einmal aus der Liste ein. Wenn Sie den Fehler melden, nennen Sie diese Stelle: ");
                markup.text(&place);
            });
        });
    });
    if let Some(body) = document().body() {
        // Nothing is left to be done if even this fails.
        drop(body.insert_adjacent_html("afterbegin", &markup.finish()));
    }
}
