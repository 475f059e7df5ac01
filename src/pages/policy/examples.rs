//! The examples that the rules are tested with, run in this page: what is given, what is expected,
//! and whether it came out.

use crate::background::spawn_local;
use crate::german;
use crate::packed;
use crate::parts::alert::ErrorAlert;
use crate::parts::icon::Icon;
use crate::reactive::RwSignal;
use crate::ready;
use crate::view::{View, view};
use examples::{Example, Examples, Kind, Mismatch, Unreadable, expect_lines, given_lines};
use leptos::prelude::*;
use rules::Rule;
use rules::calendar::iso_day;
use rules::wording::date;

/// The section with all examples, rule by rule.
#[component]
pub fn ExampleCases() -> View {
    // Nothing as long as they are on their way.
    let tables = RwSignal::new(None::<String>);
    ready::awaits();
    spawn_local(async move {
        // A text that is no table is told as such below.
        let text = packed::examples().await.unwrap_or_default();
        // Nobody looks any more if the page has been left.
        tables.try_set(Some(text));
        ready::arrived();
    });
    let content = move || {
        tables.with(|text| match Examples::of(text.as_deref()?) {
            Ok(examples) => Some(cases(&examples)),
            Err(error) => Some(unreadable(&error)),
        })
    };
    view! {
        <section class="kd-section">
            <h2>"Beispiele"</h2>
            <p class="kd-muted">
                "Mit diesen Fällen werden die Regeln geprüft. Sie sind eben in dieser Seite gelaufen."
            </p>
            {content}
        </section>
    }
}

fn unreadable(error: &Unreadable) -> View {
    let text = error.to_string();
    view! {
        <ErrorAlert title="Die Beispiele lassen sich nicht lesen">
            <p>{text}</p>
        </ErrorAlert>
    }
}

fn cases(examples: &Examples) -> View {
    let mut passed = 0;
    let sections: View = Rule::ALL
        .into_iter()
        .filter_map(|rule| {
            let own = examples.all.iter().filter(|example| example.rule == rule);
            let ran: Vec<Ran<'_>> = own.map(|example| run(examples, example)).collect();
            if ran.is_empty() {
                return None;
            }
            let good = ran.iter().filter(|ran| ran.is_passed()).count();
            passed += good;
            Some(section(rule, &ran, good))
        })
        .collect();
    let total = examples.all.len();
    let text = format!(
        "{} von {} stimmen",
        german::count(passed),
        german::counted(total, "Beispiel", "Beispielen")
    );
    view! {
        <p data-kd="case-examples" data-passed=passed.to_string() data-total=total.to_string()>
            <b>{text}</b>
        </p>
        {sections}
    }
}

/// An example and what became of it.
struct Ran<'e> {
    example: &'e Example,
    result: Result<Vec<Mismatch>, Unreadable>,
}

impl Ran<'_> {
    fn is_passed(&self) -> bool {
        self.result.as_ref().is_ok_and(Vec::is_empty)
    }
}

fn run<'e>(examples: &Examples, example: &'e Example) -> Ran<'e> {
    Ran {
        example,
        result: examples.run(example),
    }
}

fn section(rule: Rule, ran: &[Ran<'_>], good: usize) -> View {
    let rows: View = ran.iter().map(row).collect();
    let count = format!("{good} von {}", ran.len());
    view! {
        <details class="kd-policy__examples">
            <summary>
                <b>{rule.id()}</b>
                " · "
                {rule.heading()}
                " · "
                {count}
            </summary>
            <ul>{rows}</ul>
        </details>
    }
}

fn row(ran: &Ran<'_>) -> View {
    let example = ran.example;
    let is_passed = ran.is_passed();
    let icon = if is_passed { Icon::Check } else { Icon::Close };
    let class = if is_passed {
        "kd-detail kd-detail--counts"
    } else {
        "kd-detail kd-detail--not"
    };
    let kind = match example.kind {
        Kind::Positive => "trifft zu",
        Kind::Negative => "trifft nicht zu",
        Kind::Boundary => "Grenzfall",
    };
    let today = iso_day(&example.today).map_or_else(|| example.today.clone(), date);
    let wrong: View = match &ran.result {
        Ok(wrong) => wrong.iter().map(mismatch).collect(),
        Err(error) => View::of(error.to_string()),
    };
    view! {
        <li class=class data-kd="case-example" data-id=example.id.clone() data-rule=example.rule.id() data-passed=is_passed.to_string()>
            {icon.view()}
            <div>
                <p>
                    {example.name.clone()}
                    " "
                    <span class="kd-muted">{kind}</span>
                </p>
                <p class="kd-policy__given">
                    {format!("Am {today}: {}", given_lines(&example.given).join(" · "))}
                </p>
                <p class="kd-policy__given">
                    {format!("Erwartet: {}", expect_lines(&example.expect).join(" · "))}
                </p>
                {wrong}
            </div>
        </li>
    }
}

fn mismatch(wrong: &Mismatch) -> View {
    let text = format!(
        "{}: erwartet {}, ist {}",
        wrong.key, wrong.expected, wrong.got
    );
    view! { <p>{text}</p> }
}
