//! The controls of the form, each with what is wrong with it. Each follows the record of its own
//! field, so that saving one makes no other anew. Lines and days are left to the browser while
//! somebody types: to put a half-typed day back into its field would empty it.

use super::fields::Field;
use super::form::Form;
use crate::parts::control::{Control, Kind};
use crate::parts::icon::Icon;
use crate::reactive::Memo;
use crate::view::{View, view};
use caseload::special_data::special_data;
use leptos::prelude::*;
use std::rc::Rc;

/// Controls of fields, in their order.
pub fn controls(fields: &'static [Field], form: Form) -> View {
    fields
        .iter()
        .map(|field| control(field, form))
        .collect::<View>()
}

/// Id of a field's control.
pub fn id(field: &Field) -> String {
    format!("kd-case-{}", field.path.replace('/', "-"))
}

/// Whether a day was begun and is not whole, or does not exist. The browser hides such a text.
pub fn is_incomplete(field: &Field) -> bool {
    matches!(field.kind, Kind::Day)
        && document()
            .query_selector(&format!("#{}:invalid", id(field)))
            .is_ok_and(|found| found.is_some())
}

fn control(field: &'static Field, form: Form) -> View {
    let fault = Memo::new(move |_| form.faults.with(|faults| faults.get(field.path).copied()));
    let shown: Rc<dyn Fn() -> String> = match field.kind {
        Kind::Line | Kind::Day | Kind::Lines => {
            let recorded = Memo::new(move |_| form.recorded(field));
            Rc::new(move || form.settled(field, recorded))
        }
        Kind::Choice(..) => {
            let shown = Memo::new(move |_| form.shown(field));
            Rc::new(move || shown.get())
        }
    };
    let message = move || {
        let fault = fault
            .get()
            .map(|fault| said(Icon::Alarm, fault.german().to_owned()));
        let suspicions = if is_free_text(field) {
            special_data(&form.shown(field))
        } else {
            Vec::new()
        };
        let suspicions = suspicions
            .iter()
            .map(|suspicion| said(Icon::Warning, suspicion.to_string()));
        fault.into_iter().chain(suspicions).collect::<View>()
    };
    let control = Control {
        id: id(field),
        name: field.path,
        label: field.label,
        kind: field.kind,
        shown,
        take: Rc::new(move |text| form.take(field, text)),
        leave: Rc::new(move || match field.kind {
            Kind::Line | Kind::Day => form.check(field),
            Kind::Lines | Kind::Choice(..) => {}
        }),
        is_wrong: Rc::new(move || fault.get().is_some()),
        said: Rc::new(message),
    };
    control.view()
}

/// Whether anything at all can be written there.
fn is_free_text(field: &Field) -> bool {
    matches!(field.kind, Kind::Lines)
}

fn said(icon: Icon, text: String) -> View {
    view! {
        <p class="kd-fault" data-kd="remark">
            {icon.view()}
            <span>{text}</span>
        </p>
    }
}
