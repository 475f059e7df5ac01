//! Keys that open a form about the customer one is at, and the way back to where one was.

use super::{Entering, Task, Which, outcome};
use crate::app::App;
use crate::parts::focus;
use crate::stock::Mode;
use leptos::ev;
use leptos::prelude::*;
use rules::facts::CaseId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// `k` records a contact and `t` makes an appointment: of the row with the focus, or of the page. `s`,
/// `n` and `a` say what became of the appointment of the row. Strg+Enter sends the form one is in.
pub fn listen(app: App, entering: Entering) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if let Some(button) = submit_button(&event) {
            event.prevent_default();
            button.click();
            return;
        }
        if is_held(&event) || is_typing() || app.mode.get_untracked() == Mode::Empty {
            return;
        }
        if let Some(button) = outcome_button(&event.key()) {
            event.prevent_default();
            button.click();
            return;
        }
        let Some(case) = case_at_focus() else { return };
        let task = match event.key().as_str() {
            "k" => Task::Contact(case, Which::New),
            "t" => Task::Appointment(case),
            _ => return,
        };
        event.prevent_default();
        entering.open(task);
    });
    on_cleanup(move || listener.remove());
}

fn is_held(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

/// Whether a key would belong to a field, or to a dialog that is open.
pub fn is_typing() -> bool {
    focus::is_in_field() || is_in_dialog()
}

/// Whether a dialog is open.
pub fn is_in_dialog() -> bool {
    found("dialog[open]").is_some()
}

fn focused() -> Option<Element> {
    document().active_element()
}

fn found(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The button that sends the form with the focus, or the one in the dialog.
fn submit_button(event: &KeyboardEvent) -> Option<HtmlElement> {
    if event.key() != "Enter" || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    let form = focused()?.closest("form").ok().flatten();
    let form = form.or_else(|| found("dialog[open] form"))?;
    let button = form.query_selector("button[type=submit]").ok().flatten()?;
    button.dyn_into::<HtmlElement>().ok()
}

/// The button that says what became of the appointment of the row with the focus.
fn outcome_button(key: &str) -> Option<HtmlElement> {
    let value = outcome::value_of_key(key)?;
    let row = focused()?.closest("[data-case]").ok().flatten()?;
    let selector = format!("[data-kd=outcome] button[value={value}]");
    let button = row.query_selector(&selector).ok().flatten()?;
    button.dyn_into::<HtmlElement>().ok()
}

fn case_at_focus() -> Option<CaseId> {
    let at_focus = focused().and_then(|element| element.closest("[data-case]").ok().flatten());
    let element = at_focus.or_else(|| found("[data-kd=case-page][data-case]"))?;
    let case = element.get_attribute("data-case")?;
    Some(CaseId::from(case.as_str()))
}

/// How to find again what has the focus now, should it be made anew meanwhile.
pub fn opener() -> Option<String> {
    let element = focused()?;
    let mark = element.get_attribute("data-kd")?;
    let around = element.closest("[data-case]").ok().flatten();
    let case = around.and_then(|around| around.get_attribute("data-case"));
    Some(match case {
        // An id may hold anything, so quotes in it are escaped.
        Some(case) => format!(
            "[data-case=\"{}\"] [data-kd=\"{mark}\"]",
            case.replace('\\', "\\\\").replace('"', "\\\"")
        ),
        None => format!("[data-kd=\"{mark}\"]"),
    })
}

/// Gives the focus back where the browser could not.
pub fn give_back(opener: Option<&str>) {
    let is_lost = focused().is_none_or(|element| element.tag_name() == "BODY");
    if !is_lost {
        return;
    }
    match opener.filter(|opener| found(opener).is_some()) {
        Some(opener) => focus::on(opener),
        None => focus::on("main h1"),
    }
}
