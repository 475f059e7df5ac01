//! Larger instances against a solver that shares nothing with the planner: every task, customer and
//! day is a node, costs are compared criterion by criterion, and each path is found by trying arcs
//! until nothing gets cheaper (Bellman and Ford).

use crate::invented::{Dice, LARGER, Size, instance};
use planner::flow::{Duty, Instance, Objective, Priority, solve};
use std::collections::{BTreeMap, VecDeque};

/// The six criteria.
type Cost = [i64; 6];

const FREE: Cost = [0; 6];

fn plus(one: Cost, other: Cost) -> Cost {
    std::array::from_fn(|place| one[place] + other[place])
}

fn minus(cost: Cost) -> Cost {
    cost.map(|number| -number)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Source,
    Task(usize),
    Meeting { customer: usize, day: usize },
    Day(usize),
    Week(usize),
    Sink,
}

struct Arc {
    to: usize,
    room: u32,
    cost: Cost,
    back: usize,
}

#[derive(Default)]
struct Network {
    numbers: BTreeMap<Node, usize>,
    arcs: Vec<Vec<Arc>>,
}

impl Network {
    fn number(&mut self, node: Node) -> usize {
        let next = self.numbers.len();
        let number = *self.numbers.entry(node).or_insert(next);
        if number == next {
            self.arcs.push(Vec::new());
        }
        number
    }

    fn arc(&mut self, from: Node, to: Node, room: u32, cost: Cost) {
        let (from, to) = (self.number(from), self.number(to));
        let (forth, back) = (self.arcs[from].len(), self.arcs[to].len());
        self.arcs[from].push(Arc {
            to,
            room,
            cost,
            back,
        });
        self.arcs[to].push(Arc {
            to: from,
            room: 0,
            cost: minus(cost),
            back: forth,
        });
    }

    /// The cost of sending as much as possible from the source to the sink, at least cost.
    fn send_all(&mut self) -> Cost {
        let (source, sink) = (self.number(Node::Source), self.number(Node::Sink));
        let mut total = FREE;
        loop {
            let mut known: Vec<Option<(Cost, usize, usize)>> = vec![None; self.arcs.len()];
            known[source] = Some((FREE, source, 0));
            let mut queue = VecDeque::from([source]);
            while let Some(node) = queue.pop_front() {
                let (here, ..) = known[node].unwrap();
                for (index, arc) in self.arcs[node].iter().enumerate() {
                    let cost = plus(here, arc.cost);
                    if arc.room > 0 && known[arc.to].is_none_or(|(there, ..)| cost < there) {
                        known[arc.to] = Some((cost, node, index));
                        if !queue.contains(&arc.to) {
                            queue.push_back(arc.to);
                        }
                    }
                }
            }
            let Some((cost, ..)) = known[sink] else {
                return total;
            };
            total = plus(total, cost);
            let mut node = sink;
            while node != source {
                let (_, from, index) = known[node].unwrap();
                self.arcs[from][index].room -= 1;
                let back = self.arcs[from][index].back;
                self.arcs[node][back].room += 1;
                node = from;
            }
        }
    }
}

fn best(instance: &Instance) -> Cost {
    let mut network = Network::default();
    network.number(Node::Source);
    let waits = |waiting: u32, place: usize| i64::from(waiting) * i64::try_from(place + 1).unwrap();
    for (number, task) in instance.tasks.iter().enumerate() {
        network.arc(Node::Source, Node::Task(number), 1, FREE);
        let cost = |offset: i32, place: usize| {
            let late = i64::from(offset - task.deadline).max(0);
            let miss = i64::from(late > 0);
            match task.duty {
                Duty::Owed(Priority::Unemployed) => {
                    [miss, miss, late, 0, 0, waits(task.waiting, place)]
                }
                Duty::Owed(Priority::Other) => [miss, 0, late, 0, 0, waits(task.waiting, place)],
                Duty::Optional => [0, 0, 0, 0, 0, waits(task.waiting, place)],
            }
        };
        let unplaced = cost(instance.after_last, instance.days.len());
        network.arc(Node::Task(number), Node::Sink, 1, unplaced);
        for (day, there) in instance.days.iter().enumerate() {
            if task.may_lie_on(day) {
                let meeting = Node::Meeting {
                    customer: task.customer,
                    day,
                };
                network.arc(Node::Task(number), meeting, 1, cost(there.offset, day));
            }
        }
    }
    let meetings: Vec<Node> = network.numbers.keys().copied().collect();
    for meeting in meetings {
        if let Node::Meeting { day, .. } = meeting {
            network.arc(meeting, Node::Day(day), 1, FREE);
        }
    }
    let mut total = FREE;
    for (number, day) in instance.days.iter().enumerate() {
        total[4] += i64::from(day.standing).pow(2);
        for there in day.standing..day.standing + day.capacity {
            let step = [0, 0, 0, 0, 2 * i64::from(there) + 1, 0];
            network.arc(Node::Day(number), Node::Week(day.week), 1, step);
        }
    }
    for (number, week) in instance.weeks.iter().enumerate() {
        total[3] += i64::from(week.target);
        network.arc(
            Node::Week(number),
            Node::Sink,
            week.target,
            [0, 0, 0, -1, 0, 0],
        );
        network.arc(Node::Week(number), Node::Sink, u32::MAX / 2, FREE);
    }
    plus(total, network.send_all())
}

fn numbers(objective: Objective) -> Cost {
    [
        objective.misses,
        objective.misses_unemployed,
        objective.late_days,
        objective.shortfall,
        objective.square_sum,
        objective.waiting,
    ]
    .map(|number| i64::try_from(number).unwrap())
}

fn compare(seed: u64, rounds: usize, size: &Size) {
    let mut dice = Dice::new(seed);
    for round in 0..rounds {
        let instance = instance(&mut dice, size);
        let solution = solve(&instance).unwrap();
        assert_eq!(
            numbers(solution.objective),
            best(&instance),
            "round {round}: {instance:?}"
        );
        assert!(solution.proven, "round {round}: {instance:?}");
    }
}

#[test]
fn another_solver_finds_the_same_on_larger_instances() {
    compare(3, 200, &LARGER);
}

#[test]
fn another_solver_finds_the_same_where_customers_have_many_tasks() {
    let size = Size {
        customers: 6,
        most_tasks: 30,
        most_days: 10,
        ..LARGER
    };
    compare(5, 200, &size);
}
