//! The rows in the document. Each is made once and then only put in, taken out or moved, also into
//! the list after a change, so that typing into the search, sorting and a change of one customer
//! cost next to nothing. Rows that are missing are made
//! together: the browser parses one text far faster than it makes their nodes one by one.

use super::list::List;
use super::row::write_row;
use crate::parts::markup::Markup;
use leptos::prelude::document;
use rules::ordering;
use rules::ordering::OrderedSet;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The rows of one list.
#[derive(Debug, Default)]
pub struct Rows {
    stamp: Option<u32>,
    made: Vec<Option<Element>>,
    shown: Vec<usize>,
}

impl Rows {
    /// Makes `body` hold the rows at these places of the list, in this order and no others.
    ///
    /// # Errors
    /// What the browser throws; it has no reason to.
    pub fn show(&mut self, body: &Element, list: &List, places: &[usize]) -> Result<(), JsValue> {
        if self.stamp != Some(list.stamp()) {
            self.change_to(list, body);
        }
        self.make_missing(list, places)?;
        self.take_out_all_but(places);
        // Rows that stay in their order are not touched: one of them may have the focus.
        let mut next = body.first_element_child();
        for place in places {
            let Some(row) = self.made.get(*place).and_then(Option::as_ref) else {
                continue;
            };
            if next.as_ref() == Some(row) {
                next = row.next_element_sibling();
            } else {
                body.insert_before(row, next.as_deref())?;
            }
        }
        self.shown = places.to_vec();
        Ok(())
    }

    /// Keeps the rows that are the same in the new list, if that follows the one shown.
    fn change_to(&mut self, list: &List, body: &Element) {
        let follows = self.stamp.map(|stamp| stamp.wrapping_add(1)) == Some(list.stamp());
        let earlier = std::mem::take(self);
        self.stamp = Some(list.stamp());
        self.made = vec![None; list.len()];
        if !follows {
            body.set_inner_html("");
            return;
        }
        let mut rows = earlier.made;
        let mut places = vec![None; rows.len()];
        for (place, row) in list.rows_before().iter().enumerate() {
            let Some(row) = row else { continue };
            if let (Some(made), Some(slot)) = (self.made.get_mut(place), rows.get_mut(*row)) {
                *made = slot.take();
            }
            if let Some(slot) = places.get_mut(*row) {
                *slot = Some(place);
            }
        }
        for row in rows.into_iter().flatten() {
            row.remove();
        }
        let shown = earlier.shown.into_iter();
        self.shown = shown
            .filter_map(|row| places.get(row).copied().flatten())
            .collect();
    }

    fn make_missing(&mut self, list: &List, places: &[usize]) -> Result<(), JsValue> {
        let missing = places
            .iter()
            .copied()
            .filter(|place| matches!(self.made.get(*place), Some(None)));
        let mut markup = Markup::new();
        let mut written = Vec::new();
        for place in missing {
            if let Some(found) = list.get(place) {
                write_row(
                    &mut markup,
                    found,
                    list.lineage(),
                    list.evaluation().overview.setting.today,
                );
                written.push(place);
            }
        }
        if written.is_empty() {
            return Ok(());
        }
        let bench = document().create_element("tbody")?;
        bench.set_inner_html(&markup.finish());
        let mut row = bench.first_element_child();
        for place in written {
            let Some(made) = row else { break };
            row = made.next_element_sibling();
            if let Some(slot) = self.made.get_mut(place) {
                *slot = Some(made);
            }
        }
        Ok(())
    }

    fn take_out_all_but(&self, places: &[usize]) {
        let staying: OrderedSet<usize> = ordering::set(places.iter().copied());
        let going = self.shown.iter().filter(|place| !staying.contains(place));
        for place in going {
            if let Some(Some(row)) = self.made.get(*place) {
                row.remove();
            }
        }
    }
}
