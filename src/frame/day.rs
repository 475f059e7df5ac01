//! The day that everything is judged from. With own customers it is the computer's; in the example
//! it can be moved to see what a later morning brings.

use crate::app::App;
use crate::changing::Command;
use crate::parts::alert::ErrorAlert;
use crate::reactive::RwSignal;
use crate::stock::Mode;
use crate::view::{View, view};
use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;
use rules::calendar::iso_day;
use rules::wording::{date, weekday_date};
use std::fmt;

/// Last day that can be chosen, inclusive: later ones are slips of the keyboard.
const LAST_DAY: (i32, u32, u32) = (2099, 12, 31);

/// While somebody types a year, the browser reports the first digits as a year of their own.
const TYPED_IN_FULL: i32 = 1000;

/// The day, as text or as a field.
#[component]
pub fn Day() -> View {
    let app = App::expect();
    View::of(move || match app.mode.get() {
        Mode::Example => view! { <DayField/> },
        Mode::Empty | Mode::Own => view! {
            <p class="kd-day">
                <span class="kd-day__label">"Heute"</span>
                <time datetime=move || app.today.get().to_string()>
                    {move || weekday_date(app.today.get())}
                </time>
            </p>
        },
    })
}

/// Why a day cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    NoDay,
    TooEarly(NaiveDate),
    TooLate(NaiveDate),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::NoDay => f.write_str("Das ist kein vollständiger Tag."),
            Wrong::TooEarly(day) => write!(
                f,
                "Am {} galt das Konzept noch nicht; es gilt ab {}.",
                date(*day),
                date(App::first_day())
            ),
            Wrong::TooLate(day) => write!(
                f,
                "Der {} liegt zu weit voraus; möglich ist jeder Tag bis {}.",
                date(*day),
                date(last_day())
            ),
        }
    }
}

fn last_day() -> NaiveDate {
    let (year, month, day) = LAST_DAY;
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}

/// The day in a field, if the example can be looked at on it.
fn read(text: &str) -> Result<NaiveDate, Wrong> {
    let day = iso_day(text).ok_or(Wrong::NoDay)?;
    if day < App::first_day() {
        Err(Wrong::TooEarly(day))
    } else if day > last_day() {
        Err(Wrong::TooLate(day))
    } else {
        Ok(day)
    }
}

fn is_half_typed(wrong: Wrong) -> bool {
    use chrono::Datelike;
    match wrong {
        Wrong::TooEarly(day) => day.year() < TYPED_IN_FULL,
        Wrong::NoDay | Wrong::TooLate(_) => false,
    }
}

#[component]
fn DayField() -> View {
    let app = App::expect();
    let field = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(None::<Wrong>);
    let on_change = move |event: web_sys::Event| match read(&event_target_value(&event)) {
        Ok(day) => {
            wrong.set(None);
            app.dispatch(Command::LookFrom(day));
        }
        Err(half) if is_half_typed(half) => wrong.set(None),
        Err(found) => wrong.set(Some(found)),
    };
    // The field never goes on showing a day that the list is not for.
    let on_blur = move |_| {
        if let Some(field) = field.get_untracked() {
            field.set_value(&app.today.get_untracked().to_string());
        }
    };
    view! {
        <div class="kd-day">
            <label class="kd-day__label" for="kd-today">
                "Heute"
            </label>
            <input
                node_ref=field
                id="kd-today"
                class="kd-field kd-field--date"
                type="date"
                data-kd="today"
                autocomplete="off"
                min=App::first_day().to_string()
                max=last_day().to_string()
                prop:value=move || app.today.get().to_string()
                aria-invalid=move || wrong.get().map(|_| "true")
                on:change=on_change
                on:blur=on_blur
            />
            {move || {
                wrong
                    .get()
                    .map(|wrong| {
                        view! {
                            <div class="kd-day__error">
                                <ErrorAlert title=wrong
                                    .to_string()>
                                    <p>
                                        {format!(
                                            "Es bleibt beim {}. Bitte wählen Sie einen anderen Tag.",
                                            weekday_date(app.today.get()),
                                        )}
                                    </p>
                                </ErrorAlert>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Wrong, is_half_typed, read};

    #[test]
    fn the_first_and_the_last_day_can_be_chosen_and_none_beyond() {
        assert!(read("2025-11-27").is_ok());
        assert!(matches!(read("2025-11-26"), Err(Wrong::TooEarly(_))));
        assert!(read("2099-12-31").is_ok());
        assert!(matches!(read("2100-01-01"), Err(Wrong::TooLate(_))));
    }

    #[test]
    fn what_is_no_day_is_said_to_be_none() {
        for text in ["", "2026-02-30", "heute", "99999999-01-01"] {
            assert_eq!(read(text), Err(Wrong::NoDay), "{text:?}");
        }
    }

    #[test]
    fn a_year_in_the_making_is_no_error_yet() {
        assert!(is_half_typed(read("0202-11-22").unwrap_err()));
        assert!(!is_half_typed(read("2025-11-26").unwrap_err()));
    }
}
