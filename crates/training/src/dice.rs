//! Chance that can be repeated.
//!
//! A seed stands for the same people for ever, in every version and on every machine, so the
//! sequence is our own (SplitMix64) and not that of a library that may change it.

/// A repeatable source of chance.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`, both inclusive.
    pub(crate) fn between(&mut self, least: u32, most: u32) -> u32 {
        let span = u64::from(most.saturating_sub(least)) + 1;
        // The remainder is far below the span, so the cast back cannot lose anything.
        least + u32::try_from(self.next() % span).unwrap_or(0)
    }

    /// True `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of `values`; the first if the slice is a single one. `fallback` for an empty slice.
    pub(crate) fn one_of<T: Copy>(&mut self, values: &[T], fallback: T) -> T {
        let last = u32::try_from(values.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(1);
        let place = self.between(0, last);
        usize::try_from(place)
            .ok()
            .and_then(|place| values.get(place))
            .copied()
            .unwrap_or(fallback)
    }

    /// One of the values, each as often as its weight says. `fallback` if all weights are zero.
    pub(crate) fn weighted<T: Copy>(&mut self, values: &[(u32, T)], fallback: T) -> T {
        let total: u32 = values.iter().map(|(weight, _)| weight).sum();
        let mut roll = self.between(1, total.max(1));
        for (weight, value) in values {
            if roll <= *weight {
                return *value;
            }
            roll -= weight;
        }
        fallback
    }
}
