//! Where the policy leaves something open, and how it is read.

use crate::parts::rule_chip::rule_chips;
use crate::view::{View, view};
use rules::wording::{OpenQuestion, open_questions};

/// The section with all of them.
pub fn section() -> View {
    let rows: View = open_questions().iter().map(row).collect();
    view! {
        <section class="kd-section">
            <h2>"Wo das Konzept offen ist"</h2>
            <p class="kd-muted">
                "An diesen Stellen sagt der Text nichts oder widerspricht sich. So wurde entschieden; wo Ihr Haus anders entscheidet, lässt es sich teils oben einstellen."
            </p>
            <ol class="kd-policy__questions">{rows}</ol>
        </section>
    }
}

fn row(asked: &OpenQuestion) -> View {
    view! {
        <li data-kd="open-question">
            <p>
                <b>{asked.question}</b>
            </p>
            <p>{asked.decision} " " {rule_chips(asked.rules.to_vec())}</p>
        </li>
    }
}
