"""Numbers that follow from a seed alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from peelcheck.sampling.numbers import (
    around,
    drawn,
    near,
    picked,
    raw_for,
    shared_out,
)


def test_a_seed_stands_for_the_same_numbers_with_every_numpy() -> None:
    assert raw_for(7, "population").random_raw(2).tolist() == [
        5745891319510856436,
        7120682617333088636,
    ]


def test_subjects_and_seeds_have_numbers_of_their_own() -> None:
    firsts = {
        (seed, what): float(drawn(raw_for(seed, what), 1)[0])
        for seed in (0, 1)
        for what in ("population", "workforce")
    }
    assert len(set(firsts.values())) == 4
    assert drawn(raw_for(0, "population"), 1)[0] == firsts[0, "population"]


def test_numbers_lie_from_0_up_to_1() -> None:
    numbers = drawn(raw_for(0, "any"), 100_000)
    assert numbers.min() >= 0
    assert numbers.max() < 1
    assert abs(numbers.mean() - 0.5) < 0.01


def test_names_are_picked_by_weight() -> None:
    names = picked(drawn(raw_for(0, "any"), 100_000), {"a": 3, "never": 0, "b": 1})
    assert abs(names.to_list().count("a") / 100_000 - 0.75) < 0.01
    assert set(names) == {"a", "b"}


def test_values_move_by_a_share_at_most() -> None:
    moved = around(raw_for(0, "any"), [100.0] * 1000, 0.02)
    assert 98 <= moved.min() < 98.1
    assert 101.9 < moved.max() <= 102


def test_counts_vary_as_counts_do() -> None:
    counts = near(raw_for(0, "any"), np.full(100_000, 400.0))
    assert abs(counts.mean() - 400) < 1
    assert abs(counts.std() - 20) < 0.5


def test_what_is_not_expected_is_not_counted() -> None:
    assert near(raw_for(0, "any"), np.zeros(1000)).tolist() == [0] * 1000


@settings(deadline=None, max_examples=100)
@given(
    st.dictionaries(
        st.text(max_size=3), st.integers(1, 10**6), min_size=1, max_size=43
    ),
    st.integers(0, 10**7),
    st.sampled_from([0, 1]),
)
def test_a_number_is_shared_out_to_the_last(
    weights: dict[str, int], more: int, least: int
) -> None:
    whole = len(weights) * least + more
    counts = shared_out(whole, weights, least=least)
    assert list(counts) == list(weights)
    assert sum(counts.values()) == whole
    assert min(counts.values()) >= least
