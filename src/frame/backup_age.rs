//! How old the last backup is, and how much it does not have. Leads to the page where one makes
//! the next.

use crate::app::App;
use crate::clock;
use crate::german;
use crate::keeping::status::BackupAge;
use crate::own::Gate;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The age, while the own caseload is open.
#[component]
pub fn BackupAgeMark() -> View {
    let app = App::expect();
    View::of(move || {
        (app.gate.get() == Gate::Open && app.mode.get() == Mode::Own).then(|| {
            let age = app.backup.get();
            let [lead, what, changes] = words(age, app.clock.get());
            let full = format!("{lead}{what}{changes}");
            view! {
                <a
                    class="kd-backup-age"
                    class:kd-backup-age--due=age.is_due(clock::now())
                    data-kd="backup-age"
                    data-changes=age.changes.to_string()
                    href=Route::Data.href()
                    title="Zur Sicherung auf der Seite „Daten“"
                    aria-label=full
                >
                    {Icon::Shield.view()}
                    <span>
                        <span class="kd-backup-age__more">{lead}</span>
                        {what}
                        <span class="kd-backup-age__more">{changes}</span>
                    </span>
                </a>
            }
        })
    })
}

/// The text in three parts, of which the middle one says enough where there is little room.
fn words(age: BackupAge, today: NaiveDate) -> [String; 3] {
    let day = age.at.and_then(clock::local).map(|local| local.date());
    let (lead, what) = match day {
        Some(day) => ("Sicherung ", ago((today - day).num_days())),
        None => ("noch ", "keine Sicherung".to_owned()),
    };
    let count = usize::try_from(age.changes).unwrap_or(usize::MAX);
    let changes = match count {
        0 => String::new(),
        count => format!(" · {}", german::counted(count, "Änderung", "Änderungen")),
    };
    [lead.to_owned(), what, changes]
}

fn ago(days: i64) -> String {
    match days {
        // A clock that was set back makes no backup of tomorrow.
        ..=0 => "heute".to_owned(),
        1 => "gestern".to_owned(),
        days => format!("vor {days} Tagen"),
    }
}

#[cfg(test)]
mod tests {
    use super::{ago, words};
    use crate::keeping::status::BackupAge;
    use chrono::NaiveDate;

    #[test]
    fn days_are_told_as_people_tell_them() {
        assert_eq!(
            [-3, 0, 1, 2, 40].map(ago),
            ["heute", "heute", "gestern", "vor 2 Tagen", "vor 40 Tagen"]
        );
    }

    #[test]
    fn changes_are_counted_where_there_are_any() {
        let told = |changes| words(BackupAge { at: None, changes }, NaiveDate::MIN).concat();
        assert_eq!(told(0), "noch keine Sicherung");
        assert_eq!(told(1), "noch keine Sicherung · 1 Änderung");
        assert_eq!(told(1200), "noch keine Sicherung · 1.200 Änderungen");
    }
}
