//! Where crowds are at home: the places that cost them least in the first five criteria.

use crate::flow::crowd::Crowd;
use crate::flow::filling::Filling;
use crate::flow::nodes::Nodes;

/// For each crowd the days at which it is at home; the day after the last stands for the sink.
pub(super) struct Home {
    days: usize,
    at: Vec<bool>,
    /// By day: crowds at home there with somebody left to be seated.
    crowds: Vec<Vec<usize>>,
}

impl Home {
    pub(super) fn of(crowds: &[Crowd], nodes: Nodes, filling: &Filling<'_>) -> Self {
        let mut home = Home {
            days: nodes.days + 1,
            at: Vec::with_capacity(crowds.len() * (nodes.days + 1)),
            crowds: vec![Vec::new(); nodes.days + 1],
        };
        for crowd in crowds {
            let on_days = (0..nodes.days).map(|day| {
                let price = filling.price.at(nodes.place(crowd.block, day));
                let may = crowd.may_lie_on(day);
                may.then(|| crowd.cost(day, &filling.lateness) + price)
            });
            let costs: Vec<Option<i128>> = on_days.chain([Some(crowd.unplaced)]).collect();
            let least = costs.iter().flatten().min().copied();
            home.at
                .extend(costs.iter().map(|cost| cost.is_some() && *cost == least));
        }
        for (day, there) in home.crowds.iter_mut().enumerate() {
            there.extend(
                (0..crowds.len())
                    .filter(|crowd| home.at.get(crowd * home.days + day).is_some_and(|at| *at)),
            );
        }
        home
    }

    #[inline]
    pub(super) fn is_at(&self, crowd: usize, day: usize) -> bool {
        let at = self.at.get(crowd * self.days + day);
        at.copied().unwrap_or(false)
    }

    pub(super) fn only_at_sink(&self, crowd: usize) -> bool {
        let start = crowd * self.days;
        let places = self.at.get(start..start + self.days).unwrap_or_default();
        let count = places.iter().filter(|at| **at).count();
        count == 1 && self.is_at(crowd, self.days - 1)
    }

    /// The crowds at home on a day.
    #[inline]
    pub(super) fn crowds(&self, day: usize) -> &[usize] {
        self.crowds.get(day).map_or(&[], |crowds| crowds)
    }

    /// Drops the crowds of a day that have nobody left to be seated.
    pub(super) fn forget(&mut self, day: usize, is_left: impl Fn(&usize) -> bool) {
        if let Some(crowds) = self.crowds.get_mut(day) {
            crowds.retain(is_left);
        }
    }
}
