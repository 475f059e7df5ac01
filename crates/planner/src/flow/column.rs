//! Values by place, read without a chance to panic.

/// A list of small values. Whatever lies beyond it has the value that was agreed on when it was made.
#[derive(Debug, Clone)]
pub(crate) struct Column<T> {
    cells: Vec<T>,
    beyond: T,
}

impl<T: Copy> Column<T> {
    /// `length` cells, all with the value that holds beyond them too.
    pub(crate) fn new(length: usize, beyond: T) -> Self {
        Column {
            cells: vec![beyond; length],
            beyond,
        }
    }

    #[inline]
    pub(crate) fn at(&self, place: usize) -> T {
        self.cells.get(place).copied().unwrap_or(self.beyond)
    }

    #[inline]
    pub(crate) fn set(&mut self, place: usize, value: T) {
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = value;
        }
    }

    /// The cells from one place to before another; none if they do not all exist.
    #[inline]
    pub(crate) fn stretch(&self, from: usize, to: usize) -> &[T] {
        self.cells.get(from..to).unwrap_or_default()
    }

    pub(crate) fn into_cells(self) -> Vec<T> {
        self.cells
    }
}
