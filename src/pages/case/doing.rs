//! What can be entered about a customer, and what was begun and is not saved.

use crate::app::App;
use crate::entry::{Entering, Task, Which};
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::view::{View, view};
use rules::facts::CaseId;

/// The buttons.
pub fn doing(app: App, case: &CaseId) -> View {
    let button =
        |mark: &'static str, icon: Icon, label: &'static str, key: &'static str, task: Task| {
            let entering = Entering::expect();
            let blocked = writing::is_blocked(app);
            view! {
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    data-kd=mark
                    aria-keyshortcuts=key
                    disabled=move || blocked.get()
                    on:click=move |_| entering.open(task.clone())
                >
                    {icon.view()}
                    <span class="kern-label">{label}</span>
                </button>
            }
        };
    let contact = Task::Contact(case.clone(), Which::New);
    let drafts = *app.drafts.of(app.place());
    let begun = {
        let case = case.clone();
        move || {
            let forms = [("contact", "ein Kontakt"), ("appointment", "ein Termin")];
            let begun: Vec<&str> = forms
                .into_iter()
                .filter(|(form, _)| drafts.with(|drafts| drafts.has(&case, form)))
                .map(|(_, what)| what)
                .collect();
            (!begun.is_empty()).then(|| {
                let text = format!("Begonnen und nicht gespeichert: {}.", begun.join(" und "));
                view! {
                    <p class="kd-case__unsaved" role="status" data-kd="entry-unsaved">
                        {Icon::Pen.view()}
                        <span>{text}</span>
                    </p>
                }
            })
        }
    };
    view! {
        <div class="kd-buttons">
            {button("contact-add", Icon::Pen, "Kontakt erfassen", "k", contact)}
            {button("appointment-add", Icon::CalendarCheck, "Termin anlegen", "t", Task::Appointment(case.clone()))}
        </div>
        {begun}
    }
}
