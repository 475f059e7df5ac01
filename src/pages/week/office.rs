//! When the caseworker works: share of a post, weekdays, hours, days closed. Kept as the
//! file format has it, so that a caseload file says the same.

use super::desk::Desk;
use crate::german::state_name;
use crate::parts::alert::ErrorAlert;
use crate::parts::writing;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::history::{Deed, Edit};
use caseload::working_time::{
    WEEKDAYS, WorkingTimeFault, WorkingTimeForm, YearEnd, closure, with_year_end, year_end,
};
use caseload::{Caseload, Caseworker};
use leptos::prelude::*;
use rules::facts::{FederalState, OfficeDays};
use rules::wording::{date, weekday_name};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, SubmitEvent};

/// The section. What is typed stays in its fields until it is taken over.
pub fn view(desk: Desk) -> View {
    let refused = RwSignal::new(None::<String>);
    let error = move || {
        refused.get().map(|text| {
            view! {
                <ErrorAlert title="Nicht übernommen">
                    <p>{text}</p>
                </ErrorAlert>
            }
        })
    };
    let office = Office { desk, refused };
    view! {
        <details class="kd-section kd-week__office" data-kd="office">
            <summary>
                <h2>"Arbeitszeit und Schließtage"</h2>
            </summary>
            {error}
            {move || office.hours()}
            {move || office.closures()}
        </details>
    }
}

/// What the section acts on.
#[derive(Debug, Clone, Copy)]
struct Office {
    desk: Desk,
    refused: RwSignal<Option<String>>,
}

impl Office {
    fn caseload(self) -> Option<Arc<Caseload>> {
        self.desk.app.caseload()
    }

    /// Records an office; `done` says what was changed.
    fn save(self, office: Result<OfficeDays, WorkingTimeFault>, done: &str) {
        let saved = office
            .map_err(|fault| fault.to_string())
            .and_then(|office| {
                let caseload = untrack(|| self.caseload()).ok_or_else(String::new)?;
                let caseworker = Caseworker {
                    office,
                    ..caseload.caseworker.clone()
                };
                let edits = vec![Edit::Caseworker(Box::new(caseworker))];
                let changed = self
                    .desk
                    .app
                    .edit(Deed::OfficeRevised, edits, done.to_owned());
                changed.map_err(|unchanged| unchanged.to_string())
            });
        self.refused.set(saved.err());
    }

    /// Makes something else of the office as it is recorded.
    fn revise(
        self,
        done: &str,
        make: impl FnOnce(&OfficeDays) -> Result<OfficeDays, WorkingTimeFault>,
    ) {
        if let Some(caseload) = untrack(|| self.caseload()) {
            self.save(make(&caseload.caseworker.office), done);
        }
    }

    /// Empties fields whose content was taken over.
    fn empty(self, fields: &[&str]) {
        if self.refused.with_untracked(Option::is_none) {
            for field in fields {
                if let Some(input) = input(field) {
                    input.set_value("");
                }
            }
        }
    }

    fn hours(self) -> Option<View> {
        let caseload = self.caseload()?;
        let form = WorkingTimeForm::of(&caseload.caseworker.office);
        let today = self.desk.app.today.get();
        let is_closed = year_end(&caseload.caseworker.office, today) == YearEnd::Closed;
        let days: View = WEEKDAYS
            .into_iter()
            .map(|day| {
                let name = weekday_name(day);
                choice(name, name, form.weekdays.contains(&day))
            })
            .collect();
        let states: View = FederalState::ALL
            .into_iter()
            .map(|state| {
                view! { <option value=state.code()>{state_name(state)}</option> }
            })
            .collect();
        let recorded = form.state;
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let code = chosen("kd-office-state");
            let mut states = FederalState::ALL.into_iter();
            let weekdays = WEEKDAYS.into_iter();
            let typed = WorkingTimeForm {
                share: typed("kd-office-share"),
                state: states
                    .find(|state| state.code() == code)
                    .unwrap_or(recorded),
                weekdays: weekdays
                    .filter(|day| is_ticked(weekday_name(*day)))
                    .collect(),
                hours: typed("kd-office-hours"),
            };
            let year_end = if is_ticked("kd-office-year-end") {
                YearEnd::Closed
            } else {
                YearEnd::Open
            };
            self.revise("Arbeitszeit geändert", |office| {
                let office = typed.read(office)?;
                Ok(with_year_end(&office, year_end, today))
            });
        };
        Some(view! {
            <form class="kd-form" novalidate data-kd="office-form" on:submit=submit>
                <div class="kd-case__group">
                    {field("kd-office-share", "Stellenanteil in Prozent", form.share)}
                    {field("kd-office-hours", "Sprechzeiten", form.hours)}
                    <div class="kd-case__field">
                        <label for="kd-office-state">"Bundesland (Feiertage)"</label>
                        <select id="kd-office-state" class="kd-field" prop:value=recorded.code()>
                            {states}
                        </select>
                    </div>
                </div>
                <fieldset class="kd-choices kd-week__days">
                    <legend>"Arbeitstage"</legend>
                    {days}
                </fieldset>
                {choice("kd-office-year-end", "24. und 31. Dezember geschlossen", is_closed)}
                {self.button("office-save", "Arbeitszeit übernehmen")}
            </form>
        })
    }

    fn closures(self) -> Option<View> {
        let caseload = self.caseload()?;
        let closures = &caseload.caseworker.office.closures;
        let rows: View = closures
            .iter()
            .enumerate()
            .map(|(place, closure)| {
                let reason = closure.reason.as_deref();
                self.row(
                    date(closure.date),
                    reason,
                    "closure-remove",
                    move |office| {
                        remove(&mut office.closures, place);
                    },
                )
            })
            .collect();
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let today = self.desk.app.today.get_untracked();
            self.revise("Schließtag eingetragen", |office| {
                let reason = typed("kd-closure-reason");
                let new = closure(&typed("kd-closure-date"), &reason, today)?;
                let mut office = office.clone();
                if office.closures.iter().any(|known| known.date == new.date) {
                    return Err(WorkingTimeFault::Known);
                }
                office.closures.push(new);
                Ok(office)
            });
            self.empty(&["kd-closure-date", "kd-closure-reason"]);
        };
        Some(view! {
            <h3>"Schließtage und örtliche Feiertage"</h3>
            <ul class="kd-week__off">{rows}</ul>
            <form class="kd-form" novalidate data-kd="closure-form" on:submit=submit>
                <div class="kd-case__group">
                    {field("kd-closure-date", "Tag", String::new())}
                    {field("kd-closure-reason", "Grund", String::new())}
                </div>
                {self.button("closure-add", "Schließtag eintragen")}
            </form>
        })
    }

    fn row(
        self,
        text: String,
        reason: Option<&str>,
        mark: &'static str,
        change: impl Fn(&mut OfficeDays) + 'static,
    ) -> View {
        let blocked = writing::is_blocked(self.desk.app);
        let name = format!("Entfernen: {text}");
        let reason = reason.map(|reason| format!(" ({reason})"));
        view! {
            <li>
                <span>{text} {reason}</span>
                <button
                    type="button"
                    class="kd-why-button"
                    data-kd=mark
                    aria-label=name
                    disabled=move || blocked.get()
                    on:click=move |_| {
                        self.revise("Entfernt", |office| {
                            let mut office = office.clone();
                            change(&mut office);
                            Ok(office)
                        });
                    }
                >
                    "Entfernen"
                </button>
            </li>
        }
    }

    fn button(self, mark: &'static str, label: &'static str) -> View {
        let blocked = writing::is_blocked(self.desk.app);
        view! {
            <button
                type="submit"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd=mark
                disabled=move || blocked.get()
            >
                <span class="kern-label">{label}</span>
            </button>
        }
    }
}

fn remove<T>(list: &mut Vec<T>, place: usize) {
    if place < list.len() {
        list.remove(place);
    }
}

fn field(id: &'static str, label: &'static str, value: String) -> View {
    view! {
        <div class="kd-case__field">
            <label for=id>{label}</label>
            <input id=id class="kd-field" type="text" autocomplete="off" maxlength="200" prop:value=value/>
        </div>
    }
}

fn choice(id: &'static str, label: &'static str, is_ticked: bool) -> View {
    view! {
        <label class="kd-choice">
            <input id=id type="checkbox" prop:checked=is_ticked/>
            <span>{label}</span>
        </label>
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    let element = document().get_element_by_id(id)?;
    element.dyn_into().ok()
}

fn typed(id: &str) -> String {
    input(id).map_or(String::new(), |input| input.value())
}

fn is_ticked(id: &str) -> bool {
    input(id).is_some_and(|input| input.checked())
}

fn chosen(id: &str) -> String {
    let element = document().get_element_by_id(id);
    let select = element.and_then(|element| element.dyn_into::<web_sys::HtmlSelectElement>().ok());
    select.map_or(String::new(), |select| select.value())
}
