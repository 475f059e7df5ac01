//! Addresses. The page is one file, so the place inside it stands behind the `#`; nothing personal
//! is ever part of it. A question mark and what follows belongs to the page and is left alone.

use leptos::ev;
use leptos::prelude::*;

/// A page of the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// What this is, and the doors into it.
    Welcome,
    /// The due list.
    Due,
    /// Bringing data in and taking it out.
    Data,
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// The page behind the hash of an address; the empty hash is the start.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.split_once('?').map_or(path, |(before, _)| before);
        match path.trim_matches('/') {
            "" | "willkommen" => Route::Welcome,
            "faellig" => Route::Due,
            "daten" => Route::Data,
            _ => Route::Unknown,
        }
    }

    /// The address that leads to this page.
    pub fn href(self) -> &'static str {
        match self {
            Route::Welcome | Route::Unknown => "#/willkommen",
            Route::Due => "#/faellig",
            Route::Data => "#/daten",
        }
    }

    /// The heading of the page, also the title of the window.
    pub fn title(self) -> &'static str {
        match self {
            Route::Welcome => "Willkommen",
            Route::Due => "Fällig",
            Route::Data => "Daten",
            Route::Unknown => "Seite nicht gefunden",
        }
    }

    /// The page that the window's address names now.
    pub fn current() -> Self {
        Route::parse(&location().hash().unwrap_or_default())
    }

    /// Goes to this page, with an entry in the browser's history.
    pub fn go(self) {
        // A browser refuses this only while the page is being torn down.
        drop(location().set_hash(self.href()));
    }
}

/// Calls `arrived` with the page whenever the address changes.
pub fn on_change(arrived: impl Fn(Route) + 'static) {
    let listener = window_event_listener(ev::hashchange, move |_| arrived(Route::current()));
    on_cleanup(move || listener.remove());
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_page_is_found_at_its_own_address() {
        for route in [Route::Welcome, Route::Due, Route::Data] {
            assert_eq!(Route::parse(route.href()), route);
        }
    }

    #[test]
    fn a_query_and_slashes_at_the_ends_do_not_matter() {
        for hash in [
            "#/faellig?stand=offen",
            "#faellig",
            "#/faellig/",
            "/faellig",
        ] {
            assert_eq!(Route::parse(hash), Route::Due, "{hash}");
        }
        assert_eq!(Route::parse("#?x=1"), Route::Welcome);
    }

    #[test]
    fn another_address_is_unknown_and_leads_back_to_the_start() {
        for hash in ["#/heute", "#/Faellig", "#/faellig/5"] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        assert_eq!(Route::Unknown.href(), Route::Welcome.href());
    }
}
