//! The way to the pages, with the figures that ask for something beside them.

use super::keys_help::KeysHelp;
use crate::app::App;
use crate::german;
use crate::parts::icon::Icon;
use crate::reactive::Memo;
use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::{DueState, Severity};

/// The pages in the order of a morning.
const PLACES: [(Route, Icon); 10] = [
    (Route::Today, Icon::Sun),
    (Route::Due, Icon::List),
    (Route::Week, Icon::CalendarCheck),
    (Route::Customers, Icon::Windows),
    (Route::Check, Icon::CheckCircle),
    (Route::Figures, Icon::Chart),
    (Route::Transfers, Icon::Transfer),
    (Route::Policy, Icon::Book),
    (Route::Data, Icon::Data),
    (Route::Welcome, Icon::Home),
];

/// Links to the pages; beside the window's text on a wide screen, at its foot on a narrow one.
#[component]
pub fn Navigation() -> View {
    let links = PLACES.map(|(route, icon)| view! { <li>{link(route, icon)}</li> });
    view! {
        <nav class="kd-nav" aria-label="Seiten">
            <ul>{links.into_iter().collect::<View>()}</ul>
            <div class="kd-nav__foot">
                <KeysHelp/>
                <br/>
                <a href=Route::Privacy.href()>{Route::Privacy.title()}</a>
                <br/>
                "Kundenkontakt\u{ad}dichtekonzept Nr.\u{a0}2025-04"
                <br/>
                "Version "
                {env!("CARGO_PKG_VERSION")}
            </div>
        </nav>
    }
}

fn link(route: Route, icon: Icon) -> View {
    let app = App::expect();
    let (href, title) = (route.href(), route.title());
    let badge = match route {
        Route::Due => Some((overdue as Figure, "überfällig")),
        Route::Check => Some((to_check as Figure, "Fehler und Warnungen")),
        Route::Transfers => Some((to_transfer as Figure, "zu übertragen")),
        Route::Welcome
        | Route::Week
        | Route::Figures
        | Route::Today
        | Route::Customers
        | Route::Missed
        | Route::Policy
        | Route::Data
        | Route::Case(_)
        | Route::Privacy
        | Route::Unknown => None,
    };
    let current = move || (app.route.get() == route).then_some("page");
    let badge = badge.map(|(figure, what)| {
        let count = Memo::new(move |_| figure(app));
        move || (count.get() > 0).then(|| shown(count.get(), what))
    });
    view! {
        <a class="kd-nav__link" href=href aria-current=current>
            {icon.view()}
            <span>{title}</span>
            {badge}
        </a>
    }
}

/// A count that stands beside a page's name unless it is 0.
type Figure = fn(App) -> usize;

fn overdue(app: App) -> usize {
    app.evaluation.with(|evaluated| {
        let Some(Ok(evaluation)) = evaluated else {
            return 0;
        };
        let counts = evaluation.overview.counts().into_iter();
        counts
            .filter(|(state, _)| *state == DueState::Overdue)
            .map(|(_, count)| count)
            .sum()
    })
}

fn to_check(app: App) -> usize {
    app.checked.with(|checked| {
        checked.as_ref().map_or(0, |checked| {
            checked.count(Severity::Error) + checked.count(Severity::Warning)
        })
    })
}

fn to_transfer(app: App) -> usize {
    app.caseload().map_or(0, |caseload| {
        let transfers = caseload.transfers.iter();
        transfers
            .filter(|transfer| transfer.done_on.is_none())
            .count()
    })
}

fn shown(count: usize, what: &'static str) -> View {
    view! {
        <span class="kd-nav__badge">
            {german::count(count)}
            <span class="kern-sr-only">" " {what}</span>
        </span>
    }
}
