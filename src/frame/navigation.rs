//! The way to the pages, with the figure that matters beside "Fällig".

use crate::app::App;
use crate::german;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::DueState;

/// The pages in the order of a morning.
const PLACES: [(Route, Icon); 3] = [
    (Route::Due, Icon::List),
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
            <p class="kd-nav__foot">
                <a href=Route::Privacy.href()>{Route::Privacy.title()}</a>
                <br/>
                "Kundenkontakt\u{ad}dichtekonzept Nr.\u{a0}2025-04"
                <br/>
                "Version "
                {env!("CARGO_PKG_VERSION")}
            </p>
        </nav>
    }
}

fn link(route: Route, icon: Icon) -> View {
    let app = App::expect();
    let (href, title) = (route.href(), route.title());
    let is_due = route == Route::Due;
    let current = move || (app.route.get() == route).then_some("page");
    let badge = is_due.then_some(move || overdue(app).map(badge));
    view! {
        <a class="kd-nav__link" href=href aria-current=current>
            {icon.view()}
            <span>{title}</span>
            {badge}
        </a>
    }
}

fn overdue(app: App) -> Option<usize> {
    app.evaluation.with(|evaluated| {
        let evaluation = evaluated.as_ref()?.as_ref().ok()?;
        let (_, count) = evaluation
            .overview
            .counts()
            .into_iter()
            .find(|(state, _)| *state == DueState::Overdue)?;
        (count > 0).then_some(count)
    })
}

fn badge(overdue: usize) -> View {
    view! {
        <span class="kd-nav__badge">
            {german::count(overdue)}
            <span class="kern-sr-only">" überfällig"</span>
        </span>
    }
}
