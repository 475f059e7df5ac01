//! Tragfähigkeit: what the standards ask of a year against what the year can hold, line by line, and
//! what would be with other groups, another share of a post, other attendance.

use crate::app::App;
use crate::evaluation::Evaluation;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::capacity::{Assumptions, Capacity, Step, assumptions, capacity, steps, verdict};
use caseload::week::title;
use leptos::prelude::*;
use rules::facts::Fte;
use rules::{Setting, Share};

/// What is typed as "what if"; nothing where it is as it is.
type Supposed = RwSignal<Option<Assumptions>>;

/// The section.
#[component]
pub fn CapacitySection() -> View {
    let app = App::expect();
    let supposed: Supposed = RwSignal::new(None);
    let result = move || {
        let evaluation = app.evaluated()?;
        let assumed = assumed(supposed, &evaluation);
        Some(result(&assumed, &evaluation.overview.setting))
    };
    view! {
        <section class="kd-section" aria-labelledby="kd-capacity" data-kd="capacity">
            <h2 id="kd-capacity">"Tragfähigkeit"</h2>
            <p class="kd-muted">
                "Was die Mindeststandards bei diesem Bestand im Jahr verlangen, gegen das, was Vorgabe, Feiertage, Abwesenheit und die eigene Erfahrung mit wahrgenommenen Terminen zulassen."
            </p>
            {controls(app, supposed)}
            {result}
        </section>
    }
}

fn assumed(supposed: Supposed, evaluation: &Evaluation) -> Assumptions {
    let supposed = supposed.get();
    supposed.unwrap_or_else(|| assumptions(&evaluation.caseload, &evaluation.overview))
}

/// The whole, where a number is a share of it.
const PERCENT: u32 = 100;

/// A number that can be supposed.
#[derive(Clone, Copy)]
struct Control {
    id: &'static str,
    label: &'static str,
    most: u32,
    read: fn(&Assumptions) -> u32,
    change: fn(&mut Assumptions, u32),
}

const CONTROLS: [Control; 5] = [
    Control {
        id: "kd-if-u25",
        label: "U25",
        most: 9999,
        read: |all| all.u25,
        change: |all, number| all.u25 = number,
    },
    Control {
        id: "kd-if-k1",
        label: "K1",
        most: 9999,
        read: |all| all.k1,
        change: |all, number| all.k1 = number,
    },
    Control {
        id: "kd-if-k3",
        label: "K3",
        most: 9999,
        read: |all| all.k3,
        change: |all, number| all.k3 = number,
    },
    Control {
        id: "kd-if-fte",
        label: "Stellenanteil in Prozent",
        most: PERCENT,
        read: |all| u32::from(all.fte.hundredths()),
        change: |all, number| {
            if let Ok(Ok(share)) = u8::try_from(number).map(Fte::from_hundredths) {
                all.fte = share;
            }
        },
    },
    Control {
        id: "kd-if-attendance",
        label: "wahrgenommene Termine in Prozent",
        most: PERCENT,
        read: |all| percent(all.attendance),
        change: |all, part| all.attendance = Share { part, of: PERCENT },
    },
];

fn controls(app: App, supposed: Supposed) -> View {
    let fields = CONTROLS.map(|control| field(app, supposed, control));
    let reset = move || {
        supposed.get().map(|_| {
            view! {
                <button
                    type="button"
                    class="kd-link-button"
                    data-kd="capacity-reset"
                    on:click=move |_| supposed.set(None)
                >
                    "Zurück zum Bestand"
                </button>
            }
        })
    };
    view! {
        <fieldset class="kd-choices">
            <legend>"Was wäre, wenn"</legend>
            <div class="kd-case__group">{fields.into_iter().collect::<View>()}</div>
            {reset}
        </fieldset>
    }
}

/// Rounded to whole percent; without any experience every appointment comes about.
fn percent(share: Share) -> u32 {
    match share {
        Share { of: 0, .. } => 100,
        Share { part, of } => (part * 100 + of / 2) / of,
    }
}

fn field(app: App, supposed: Supposed, control: Control) -> View {
    let Control {
        id,
        label,
        most,
        read,
        change,
    } = control;
    let refused = RwSignal::new(None::<String>);
    let shown = move || {
        let evaluation = app.evaluated()?;
        Some(read(&assumed(supposed, &evaluation)).to_string())
    };
    // A group may grow to the size of the whole caseload; what goes beyond that is typed.
    let end = move || match most {
        PERCENT => Some(PERCENT.to_string()),
        _ => app.evaluated().map(|evaluation| {
            let all = assumptions(&evaluation.caseload, &evaluation.overview);
            (all.u25 + all.k1 + all.k3).max(1).to_string()
        }),
    };
    let take = move |event: web_sys::Event| {
        let number = event_target_value(&event).trim().parse().ok();
        let number = number.filter(|number| *number <= most);
        let Some(mut all) = untrack(|| Some(assumed(supposed, &*app.evaluated()?))) else {
            return;
        };
        if let Some(number) = number {
            refused.set(None);
            change(&mut all, number);
            supposed.set(Some(all));
        } else {
            refused.set(Some(format!(
                "Bitte eine ganze Zahl von 0 bis {most}; gerechnet wird mit {}.",
                read(&all)
            )));
        }
    };
    let is_refused = move || refused.get().is_some();
    let said = format!("{id}-said");
    view! {
        <div class="kd-case__field">
            <label for=id>{label}</label>
            <input
                id=id
                class="kd-field"
                type="number"
                inputmode="numeric"
                min="0"
                max=most.to_string()
                aria-describedby=said.clone()
                aria-invalid=move || is_refused().then_some("true")
                prop:value=shown
                on:input=take
            />
            <input
                class="kd-slider"
                type="range"
                aria-label=format!("{label}, Regler")
                min="0"
                prop:max=end
                prop:value=shown
                on:input=take
            />
            <div class="kd-said" id=said role="status">{refused}</div>
        </div>
    }
}

fn result(assumed: &Assumptions, setting: &Setting) -> View {
    let capacity = capacity(assumed, setting);
    let rows: View = steps(&capacity).into_iter().map(step).collect();
    view! {
        <p class="kd-lead" role="status" data-kd="capacity-verdict">
            {verdict(&capacity)}
        </p>
        <table class="kd-figures__table">
            <caption>"Die Rechnung"</caption>
            <thead>
                <tr>
                    <th scope="col">"Schritt"</th>
                    <th scope="col">"Rechnung"</th>
                    <th scope="col">"Ergebnis"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {weeks(&capacity)}
    }
}

fn step(Step { what, how, result }: Step) -> View {
    view! {
        <tr data-kd="capacity-step">
            <th scope="row">{what}</th>
            <td>{how}</td>
            <td class="kd-figures__number">{result}</td>
        </tr>
    }
}

fn weeks(capacity: &Capacity) -> View {
    let row = |sum: &caseload::capacity::WeekSum| {
        let class = if sum.supply < sum.demand {
            "kd-figures__lacking"
        } else {
            ""
        };
        view! {
            <tr class=class>
                <th scope="row">{title(sum.week)}</th>
                <td class="kd-figures__number">{sum.days.to_string()}</td>
                <td class="kd-figures__number">{sum.reachable.to_string()}</td>
                <td class="kd-figures__number">{sum.supply.to_string()}</td>
                <td class="kd-figures__number">{sum.demand.to_string()}</td>
            </tr>
        }
    };
    let rows: View = capacity.weeks.iter().map(row).collect();
    view! {
        <details>
            <summary>"Woche für Woche"</summary>
            <table class="kd-figures__table">
                <thead>
                    <tr>
                        <th scope="col">"Woche"</th>
                        <th scope="col">"Tage"</th>
                        <th scope="col">"Plätze"</th>
                        <th scope="col">"bis dahin"</th>
                        <th scope="col">"nötig bis dahin"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
