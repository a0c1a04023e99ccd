"""What the proportions take together: memberships, their overlap, and caveats."""

from __future__ import annotations

from typing import Any

import pytest
from crimes import counts, crimes_and_outcomes, figures_of_counts
from hypothesis import given, settings
from hypothesis import strategies as st

import peelcheck
from peelcheck import Figures
from peelcheck.reference.outcome_types import ASSIGNED_TYPES

SHARE, OF_COUNTS = "outcome_share", "outcome_share_of_counts"
ACTION, SUSPECT = "Action taken", "Suspect identified"
VICTIM = "Victim did not support action"
UNASSIGNED, NO_SUSPECT = "Not yet assigned", "No suspect identified"
TYPES = [one for one in ASSIGNED_TYPES if one not in {"19", "22"}]


def recomputed(tables: dict[str, Any], **hints: Any) -> Figures:
    return peelcheck.recompute(tables, kind="submission", **hints)


class TestMemberships:
    """What two of the proportions take together is assumed, and can be changed."""

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.sampled_from([*TYPES, None]), min_size=1, max_size=40))
    def test_the_proportions_keep_their_order_and_bounds(
        self, outcomes: list[str | None]
    ) -> None:
        figures = recomputed(crimes_and_outcomes(outcomes))
        value = {one.group: one.numerator for one in figures}
        alone = sum(outcome == "14" for outcome in outcomes)
        assert value[ACTION] <= value[SUSPECT]
        rest = value[SUSPECT] + alone + value[NO_SUSPECT] + value[UNASSIGNED]
        assert rest <= len(outcomes)

    @settings(max_examples=30, deadline=None)
    @given(
        st.dictionaries(st.sampled_from(["0", *TYPES]), st.integers(0, 99), min_size=1)
    )
    def test_counts_and_single_crimes_give_the_same(
        self, by_type: dict[str, int]
    ) -> None:
        one_by_one = [
            None if outcome == "0" else outcome
            for outcome, times in by_type.items()
            if outcome not in {"1A", "2A", "3A"}
            for _ in range(times)
        ]
        whole = {o: n for o, n in by_type.items() if o not in {"1A", "2A", "3A"}}
        if not one_by_one:
            return
        single = recomputed(crimes_and_outcomes(one_by_one))
        counted = figures_of_counts(counts(whole)).only(metric=OF_COUNTS, force="Essex")
        for figure in counted:
            if figure.value is not None:
                twin = single.of(SHARE, "Essex", figure.group)
                assert (twin.numerator, twin.value) == (figure.numerator, figure.value)

    def test_16_stands_in_two_of_the_proportions_and_14_in_one(self) -> None:
        figures = recomputed(crimes_and_outcomes(["14", "16"]))
        shown = [figures.of(SHARE, "Essex", one).value for one in (SUSPECT, VICTIM)]
        assert shown == [50, 100]

    def test_the_members_are_printed_with_the_figure(self) -> None:
        figures = recomputed(crimes_and_outcomes(["1"]))
        assert figures.of(SHARE, "Essex", ACTION).members[:3] == ("1", "2", "3")
        words = figures.explain(SHARE, "Essex", ACTION)
        assert "Action taken takes outcomes 1, 2, 3, 4, 6, 7, 8," in words

    def test_a_membership_of_the_caller_s_own_is_taken(self) -> None:
        tables = crimes_and_outcomes(["1", "20"])
        figures = recomputed(tables, assume={"action_taken": "1, 20"})
        assert figures.of(SHARE, "Essex", ACTION).value == 100

    def test_the_overlap_it_makes_is_told(self) -> None:
        tables = crimes_and_outcomes(["1", "18"])
        figures = recomputed(tables, assume={"action_taken": "1, 18"})
        assert (
            "outcome_share: 18 stands in Action taken and in No suspect identified; "
            "do not add them up" in figures.notes
        )
        assert (
            "outcome_share: 18 stands in Action taken and not in Suspect identified, "
            "so it may be the greater of the two" in figures.notes
        )

    def test_the_usual_memberships_are_not_remarked_on(self) -> None:
        assert recomputed(crimes_and_outcomes(["1"])).notes == ()


class TestCaveats:
    """What the annex says beside these figures travels with them."""

    @pytest.mark.parametrize(
        "force", ["Leicestershire", "Staffordshire", "West Yorkshire"]
    )
    def test_the_pilot_s_forces_are_told(self, force: str) -> None:
        figures = figures_of_counts(counts({"3": 1, "18": 1}, force=force))
        formal = figures.of(OF_COUNTS, force, "Out-of-court (formal)")
        assert "DISPOSALS_PILOT" in {one.id for one in formal.caveats}
        other = figures.of(OF_COUNTS, force, NO_SUSPECT)
        assert "DISPOSALS_PILOT" not in {one.id for one in other.caveats}

    def test_practice_elsewhere_is_told_of_other_forces(self) -> None:
        formal = figures_of_counts(counts({"3": 1})).of(
            OF_COUNTS, "Essex", "Out-of-court (formal)"
        )
        assert "DISPOSALS_VARY" in {one.id for one in formal.caveats}

    def test_another_year_is_not_the_statement_s_period(self) -> None:
        figure = figures_of_counts(counts({"1": 1})).of(OF_COUNTS, "Essex", ACTION)
        assert not figure.as_stated
        ids = {one.id for one in figure.caveats}
        assert {"OTHER_PERIOD", "PROVISIONAL"} <= ids
