//! One control of a form with its label and what is said about it. The form decides what the control
//! shows and what becomes of what is typed.

use crate::view::{View, view};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Event;

/// What is typed into a control.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A line of text.
    Line,
    /// Several lines of text.
    Lines,
    /// A day, in the browser's own field for days.
    Day,
    /// One of a few values; where nothing can be chosen, what that means.
    Choice(
        fn() -> Vec<(&'static str, &'static str)>,
        Option<&'static str>,
    ),
}

/// A control and the form that it belongs to.
#[derive(Clone)]
pub struct Control {
    /// Id of the element, unique on the page.
    pub id: String,
    /// Its name.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What is typed into it.
    pub kind: Kind,
    /// What it shows, followed as it changes.
    pub shown: Rc<dyn Fn() -> String>,
    /// Takes what was typed.
    pub take: Rc<dyn Fn(String)>,
    /// Called when the control is left.
    pub leave: Rc<dyn Fn()>,
    /// Whether what stands there is wrong.
    pub is_wrong: Rc<dyn Fn() -> bool>,
    /// What is said under it.
    pub said: Rc<dyn Fn() -> View>,
}

impl Control {
    /// Label, control, and what is said under it.
    pub fn view(self) -> View {
        let said_id = format!("{}-said", self.id);
        let said = Rc::clone(&self.said);
        let is_wide = matches!(self.kind, Kind::Lines);
        let (id, label) = (self.id.clone(), self.label);
        let element = self.element(said_id.clone());
        view! {
            <div class="kd-case__field" class:kd-case__field--wide=is_wide>
                <label for=id>{label}</label>
                {element}
                <div class="kd-said" id=said_id>
                    {move || said()}
                </div>
            </div>
        }
    }

    fn element(self, said_id: String) -> View {
        let Control {
            id,
            name,
            kind,
            shown,
            take,
            leave,
            is_wrong,
            ..
        } = self;
        let invalid = move || is_wrong().then_some("true");
        let take = move |event: Event| take(event_target_value(&event));
        match kind {
            Kind::Line | Kind::Day => {
                let kind = if matches!(kind, Kind::Day) {
                    "date"
                } else {
                    "text"
                };
                view! {
                    <input
                        id=id
                        class="kd-field"
                        type=kind
                        name=name
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || shown()
                        aria-invalid=invalid
                        aria-describedby=said_id
                        on:input=take
                        on:blur=move |_| leave()
                    />
                }
            }
            Kind::Lines => view! {
                <textarea
                    id=id
                    class="kd-field kd-field--lines"
                    name=name
                    rows="3"
                    autocomplete="off"
                    prop:value=move || shown()
                    aria-invalid=invalid
                    aria-describedby=said_id
                    on:input=take
                ></textarea>
            },
            Kind::Choice(offers, nothing) => {
                let option = move |key: &'static str, label: &'static str| {
                    let shown = Rc::clone(&shown);
                    view! {
                        <option value=key prop:selected=move || shown() == key>
                            {label}
                        </option>
                    }
                };
                let nothing = nothing.map(|nothing| option("", nothing));
                let offers = offers().into_iter();
                let offers: View = offers.map(|(key, label)| option(key, label)).collect();
                view! {
                    <select
                        id=id
                        class="kd-field"
                        name=name
                        autocomplete="off"
                        aria-invalid=invalid
                        aria-describedby=said_id
                        on:change=take
                    >
                        {nothing}
                        {offers}
                    </select>
                }
            }
        }
    }
}
