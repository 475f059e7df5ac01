//! The places in the markup where something lives, as ways from one to the next.

use crate::nesting::Parent;

/// A way of this length goes on with the next number.
pub const GOES_ON: u8 = 127;
/// Marks a comment that stands outermost: what is put in there is not inside any element.
pub const OUTERMOST: u8 = 128;

/// Places in the order of the document.
#[derive(Debug, Default)]
pub struct Places {
    /// Elements and comments so far.
    passed: usize,
    /// Of these, the ones up to the last place.
    left: usize,
    steps: Vec<u8>,
}

impl Places {
    /// Passes an element; what follows until the next call may be a place at it.
    pub fn pass_element(&mut self) {
        self.passed += 1;
    }

    /// Something lives at the element that was passed last.
    pub fn at_element(&mut self) {
        self.step(0);
    }

    /// Passes a comment, where something is put in.
    pub fn at_comment(&mut self, parent: Parent<'_>) {
        self.passed += 1;
        self.step(match parent {
            Parent::Outermost => OUTERMOST,
            Parent::Element { .. } => 0,
        });
    }

    fn step(&mut self, mark: u8) {
        let mut way = self.passed - self.left;
        self.left = self.passed;
        loop {
            match u8::try_from(way) {
                Ok(last) if last < GOES_ON => return self.steps.push(last | mark),
                Ok(_) | Err(_) => {
                    self.steps.push(GOES_ON);
                    way -= usize::from(GOES_ON);
                }
            }
        }
    }

    /// The ways.
    pub fn into_steps(self) -> Vec<u8> {
        self.steps
    }
}
