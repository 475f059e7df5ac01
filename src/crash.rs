//! What the user sees if the program itself is at fault. After a panic nothing computes any more;
//! the message is plain markup, so that it appears even then. It names the place in the program,
//! never what was being worked on.

use crate::parts::markup::Markup;
use crate::store::name::Name;
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
                markup.text("Was als gespeichert gemeldet war, liegt auf dem Datenträger. Bitte laden Sie die Seite neu, dann öffnet sie diesen Stand. Tritt der Fehler wieder auf, speichern Sie die Rettungsdatei: Sie enthält alles, wie es gespeichert ist, und bleibt verschlüsselt. Wenn Sie den Fehler melden, nennen Sie diese Stelle: ");
                markup.text(&place);
            });
            rescue(markup);
        });
    });
    // What follows from the first fault says nothing new.
    let is_told = matches!(document().query_selector(".kd-crash"), Ok(Some(_)));
    if let Some(body) = document().body().filter(|_| !is_told) {
        // Nothing is left to be done if even this fails.
        drop(body.insert_adjacent_html("afterbegin", &markup.finish()));
    }
}

/// The button for a rescue file. It needs nothing of this program: `rescue.js` hears it.
fn rescue(markup: &mut Markup) {
    let button = [
        ("type", "button"),
        ("class", "kern-btn kern-btn--secondary kd-button"),
        ("data-kd", "rescue"),
        ("data-store", Name::Own.as_str()),
    ];
    markup.element("div", "kd-rescue", |markup| {
        markup.element_with("button", &button, |markup| {
            markup.element("span", "kern-label", |markup| {
                markup.text("Rettungsdatei speichern");
            });
        });
        let said = [("class", "kd-rescue__said"), ("role", "status")];
        markup.element_with("p", &said, |_| {});
    });
}
