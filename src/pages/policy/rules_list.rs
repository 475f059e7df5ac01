//! The rules, section by section.

use crate::view::{View, view};
use rules::Rule;
use rules::edition::{Edition, Parameter};
use rules::wording::{parameter_label, rule_text, value_text};

const SECTIONS: [(&str, &str); 7] = [
    ("A", "Wer unter welchen Mindeststandard fällt"),
    ("B", "Was als qualifizierter Kontakt zählt"),
    ("C", "Was zu einem Kontakt gehört"),
    ("D", "Wann der nächste Kontakt fällig ist"),
    ("E", "Was bei Kategorie und Profillage geprüft wird"),
    ("F", "Was für Termine gilt"),
    ("G", "Wie nachgehalten wird"),
];

/// All sections.
pub fn sections(edition: &Edition) -> View {
    SECTIONS
        .into_iter()
        .map(|(letter, title)| section(letter, title, edition))
        .collect()
}

fn section(letter: &'static str, title: &'static str, edition: &Edition) -> View {
    let rows: View = Rule::ALL
        .into_iter()
        .filter(|rule| rule.id().starts_with(letter))
        .map(|rule| row(rule, edition))
        .collect();
    view! {
        <section class="kd-section">
            <h2>{letter} " · " {title}</h2>
            <dl class="kd-policy__rules">{rows}</dl>
        </section>
    }
}

fn row(rule: Rule, edition: &Edition) -> View {
    let numbers = edition.parameters();
    let own: View = Parameter::ALL
        .into_iter()
        .filter(|parameter| parameter.rule() == rule)
        .map(|parameter| {
            let value = value_text(parameter, numbers.get(parameter));
            view! { <li>{parameter_label(parameter)} ": " <b>{value}</b></li> }
        })
        .collect();
    view! {
        <div class="kd-policy__rule" data-kd="policy-rule" data-rule=rule.id()>
            <dt>
                <b>{rule.id()}</b>
                " "
                <span class="kd-muted">{rule.heading()}</span>
            </dt>
            <dd>
                <p>{rule_text(rule, numbers)}</p>
                <ul class="kd-policy__own">{own}</ul>
            </dd>
        </div>
    }
}
