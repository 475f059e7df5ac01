//! What there is to do today, and the page on which it is done.

use crate::parts::icon::Icon;
use crate::route::Route;
use crate::view::{View, view};
use caseload::agenda::{Agenda, Chore, Todo};
use chrono::NaiveDate;

/// The card.
pub fn card(agenda: &Agenda, today: NaiveDate) -> View {
    let lines: View = agenda.todos.iter().map(|todo| line(todo, today)).collect();
    let lines = if agenda.todos.is_empty() {
        view! { <p class="kd-muted">"Nichts. Alles ist eingetragen, dokumentiert und übertragen."</p> }
    } else {
        view! { <ul class="kd-todos">{lines}</ul> }
    };
    view! {
        <section class="kd-card" aria-labelledby="kd-todos" data-kd="todos">
            <h2 id="kd-todos">"Heute zu erledigen"</h2>
            {lines}
        </section>
    }
}

fn line(todo: &Todo, today: NaiveDate) -> View {
    let (route, icon) = place(todo.chore);
    let text = todo.text(today);
    // What is done on this very page needs no way there.
    let text = if route == Route::Today {
        view! { <span>{text}</span> }
    } else {
        view! {
            <a class="kd-link" href=route.href()>
                {text}
            </a>
        }
    };
    view! {
        <li data-kd="todo" data-chore=todo.chore.key() data-count=todo.count.to_string()>
            {icon.view()}
            {text}
        </li>
    }
}

/// Where it is done.
fn place(chore: Chore) -> (Route, Icon) {
    match chore {
        Chore::Outcome => (Route::Today, Icon::Question),
        Chore::Replace | Chore::Refill => (Route::Missed, Icon::CalendarLate),
        Chore::Document => (Route::Transfers, Icon::Pen),
        Chore::RecordAppointment => (Route::Transfers, Icon::CalendarCheck),
        Chore::MakeAppointment => (Route::Due, Icon::Plus),
        Chore::CheckCategory => (Route::Check, Icon::CheckCircle),
        Chore::Transfer => (Route::Transfers, Icon::Transfer),
    }
}
