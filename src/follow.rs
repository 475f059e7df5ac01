//! The page on screen follows the address in the window. While it changes, the mark of readiness is
//! gone; afterwards the heading of the new page has the focus, so that a screen reader says where
//! one is.

use crate::pace;
use crate::parts::focus;
use crate::ready;
use crate::remembered;
use crate::route::{self, Route};
use leptos::prelude::*;

/// A signal with the page that the address names.
pub fn address() -> ReadSignal<Route> {
    let (route, set_route) = signal(Route::current());
    route::on_change(move |arrived| {
        ready::withdraw();
        let moved = route.get_untracked() != arrived;
        if moved {
            remembered::set_page(&arrived);
            set_route.set(arrived);
        }
        pace::when_shown(move || {
            if moved {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                focus::on("main h1");
            }
            ready::announce();
        });
    });
    route
}
