//! Which rows of a long list are in the document. Up to a thousand all of them are, so that the
//! browser's own search and printing see everything. Beyond that only those near the screen are;
//! empty space of the right height stands for the others.

use leptos::ev;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Longest list whose rows are all in the document.
pub const ALL_UP_TO: usize = 1000;

/// Rows kept above and below the screen.
const MARGIN: usize = 30;

/// Rows by which the window moves, so that scrolling a little changes nothing.
const STEP: usize = 15;

/// Height of a row before one has been measured, in CSS pixels.
const FIRST_GUESS: f64 = 56.0;

/// What was measured on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Height of a row in CSS pixels; all rows of a long list are equally high.
    pub row: f64,
    /// Distance of the first row of the list, rendered or not, from the upper edge of the screen;
    /// negative when scrolled past.
    pub top: f64,
    /// Height of the screen.
    pub screen: f64,
}

impl Default for Measure {
    fn default() -> Self {
        Measure {
            row: FIRST_GUESS,
            top: 0.0,
            screen: 1000.0,
        }
    }
}

/// The rows to render out of `total`.
pub fn rendered(total: usize, measure: Measure) -> Range<usize> {
    if total <= ALL_UP_TO {
        return 0..total;
    }
    let rows = |pixels: f64| (pixels / measure.row).max(0.0) as usize;
    let first = rows(-measure.top).saturating_sub(MARGIN) / STEP * STEP;
    let visible = rows(measure.screen) + 2 * MARGIN + STEP;
    let first = first.min(total.saturating_sub(visible));
    first..(first + visible).min(total)
}

/// Measures whenever the user scrolls or the window changes.
pub fn watch() -> ReadSignal<Measure> {
    let (measure, set_measure) = signal(Measure::default());
    let look = move || {
        if let Some(seen) = look_at_table(measure.get_untracked().row) {
            set_measure.set(seen);
        }
    };
    let on_scroll = window_event_listener(ev::scroll, move |_| look());
    let on_resize = window_event_listener(ev::resize, move |_| look());
    on_cleanup(move || {
        on_scroll.remove();
        on_resize.remove();
    });
    measure
}

fn look_at_table(row: f64) -> Option<Measure> {
    let start = document().query_selector(".kd-due__before").ok()??;
    let row = document()
        .query_selector("[data-kd=due-row]")
        .ok()?
        .and_then(|row| row.dyn_into::<HtmlElement>().ok())
        .map(|row| row.get_bounding_client_rect().height())
        .filter(|height| *height > 0.0)
        .unwrap_or(row);
    Some(Measure {
        row,
        top: start.get_bounding_client_rect().top(),
        screen: window().inner_height().ok()?.as_f64()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{ALL_UP_TO, Measure, rendered};

    fn scrolled(rows: f64) -> Measure {
        Measure {
            row: 50.0,
            top: -rows * 50.0,
            screen: 900.0,
        }
    }

    #[test]
    fn a_list_of_a_thousand_is_there_as_a_whole() {
        assert_eq!(rendered(ALL_UP_TO, scrolled(500.0)), 0..ALL_UP_TO);
    }

    #[test]
    fn every_row_on_screen_is_rendered_wherever_one_scrolls() {
        let total = 10_000;
        for at in [0, 1, 29, 30, 44, 45, 5000, 9981, 9999] {
            let range = rendered(total, scrolled(f64::from(at)));
            let first = usize::try_from(at).unwrap();
            let last = (first + 18).min(total - 1);
            assert!(
                range.contains(&first) && range.contains(&last),
                "{at}: {range:?}"
            );
            assert!(range.len() < 150 && range.end <= total, "{at}: {range:?}");
        }
    }

    #[test]
    fn scrolling_a_little_changes_nothing() {
        assert_eq!(
            rendered(5000, scrolled(100.0)),
            rendered(5000, scrolled(101.0))
        );
    }
}
