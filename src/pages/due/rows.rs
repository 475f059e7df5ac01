//! The rows in the document. Each is made once per list and then only put in, taken out or moved,
//! so that typing into the search and sorting cost next to nothing. Rows that are missing are made
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
            body.set_inner_html("");
            *self = Rows {
                stamp: Some(list.stamp()),
                made: vec![None; list.len()],
                shown: Vec::new(),
            };
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
