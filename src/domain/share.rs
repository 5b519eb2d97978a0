//! How the messages of a stream are shared out among the relays that take them: by weight, in turn.

use std::collections::HashMap;

/// The way to a relay, at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which relay, by its place among the settings.
    pub relay: usize,
    /// Its weight among the relays of the stream.
    pub weight: u32,
    /// Messages that it has room for.
    pub room: i64,
    /// Whether it has ended no message for a while: nobody waits for it.
    pub stuck: bool,
}

/// The ways that messages may go now, each with how many at most; none where one that moves has no room for its share of
/// `wanted` yet, or where there is no way at all.
///
/// Weights are honoured among relays that move. One that is stuck gets nothing while another moves; one that a throttle or
/// a fault takes out of the list leaves its share to the others.
pub fn shares(ways: &[Way], wanted: i64) -> Option<Vec<(usize, i64)>> {
    let moving: Vec<_> = ways.iter().filter(|way| !way.stuck).collect();
    let all_stuck = moving.is_empty();
    let asked = if all_stuck { ways.iter().collect() } else { moving };
    let total: i64 = asked.iter().map(|way| i64::from(way.weight)).sum();
    // Rounded up: a share of less than one message still needs room for one.
    let fits = |way: &&&Way| way.room >= (wanted * i64::from(way.weight) + total - 1) / total.max(1);
    let open: Vec<_> = asked.iter().filter(fits).map(|way| (way.relay, way.room)).collect();
    let waits = !all_stuck && open.len() < asked.len();
    (!waits && !open.is_empty()).then_some(open)
}

/// Whose turn it is. The next message goes to the relay that is furthest behind its weight (smooth weighted round
/// robin), so that any run of messages is shared out as evenly as whole messages allow.
#[derive(Clone, Debug, Default)]
pub struct Turns {
    credit: HashMap<usize, i64>,
}

impl Turns {
    /// The relay that gets the next message, of those given with their weights.
    pub fn next(&mut self, open: &[(usize, u32)]) -> Option<usize> {
        // One that was away does not catch up on what the others did meanwhile.
        self.credit.retain(|relay, _| open.iter().any(|(other, _)| other == relay));
        let mut total = 0;
        for (relay, weight) in open {
            *self.credit.entry(*relay).or_default() += i64::from(*weight);
            total += i64::from(*weight);
        }
        let (chosen, _) = open.iter().max_by_key(|(relay, _)| self.credit.get(relay).copied().unwrap_or_default())?;
        *self.credit.entry(*chosen).or_default() -= total;
        Some(*chosen)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn way(relay: usize, weight: u32, room: i64) -> Way {
        Way { relay, weight, room, stuck: false }
    }

    #[test]
    fn a_full_relay_is_waited_for_while_it_moves_and_passed_over_when_it_is_stuck() {
        let full = way(1, 1, 3);
        assert_eq!(shares(&[way(0, 3, 200), full], 100), None);
        let stuck = Way { stuck: true, ..full };
        assert_eq!(shares(&[way(0, 3, 200), stuck], 100), Some(vec![(0, 200)]));
        assert_eq!(shares(&[way(0, 3, 200), Way { room: 200, ..stuck }], 100), Some(vec![(0, 200)]));
        assert_eq!(shares(&[stuck], 100), None);
        assert_eq!(shares(&[Way { room: 200, ..stuck }], 100), Some(vec![(1, 200)]), "somebody must have it");
        assert_eq!(shares(&[], 100), None);
        assert_eq!(shares(&[way(0, 3, 75), way(1, 1, 25)], 100), Some(vec![(0, 75), (1, 25)]));
    }

    proptest! {
        /// However many messages have gone, nobody is a whole round away from their share.
        #[test]
        fn any_run_of_messages_is_shared_out_by_weight(
            weights in prop::collection::vec(1_u32..=20, 1..5),
            messages in 1_i64..400,
        ) {
            let open: Vec<_> = weights.iter().copied().enumerate().collect();
            let total: i64 = weights.iter().map(|weight| i64::from(*weight)).sum();
            let (mut turns, mut got) = (Turns::default(), vec![0_i64; weights.len()]);
            for _ in 0..messages {
                got[turns.next(&open).unwrap()] += 1;
            }
            for (relay, weight) in open {
                let fair = messages * i64::from(weight);
                prop_assert!((got[relay] * total - fair).abs() <= total * i64::try_from(weights.len()).unwrap());
            }
        }
    }
}
