"""Rules that hold rows against published ones: reference and placement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column
from peelcheck.conditions import ALWAYS
from peelcheck.engines.beside import placement, reference, sums_beside
from peelcheck.engines.groups import COUNT
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.model import Basis, PlacementRule, ReferenceRule, Severity
from peelcheck.returns import ROW
from peelcheck.shape import Missing

COMMON: dict[str, Any] = {
    "id": "POP901",
    "statement": "A9",
    "basis": Basis.DERIVED,
    "severity": Severity.QUERY,
    "table": "population",
    "says": "So it is.",
    "mend": "Make it so.",
}
PUBLISHED = [
    {"force": "Essex", "year": 2016, "population": 1},
    {"force": "Essex", "year": 2017, "population": 1000},
    {"force": "Kent", "year": 2017, "population": 2000},
    {"force": "Surrey", "year": 2017, "population": 3000},
]
NEAR = column("population").between(
    0.75 * column("reference.population"), 1.25 * column("reference.population")
)


class TestReference:
    """A row fits the published row of its key."""

    rule = ReferenceRule(
        **COMMON,
        missing=Missing.UNDECIDED,
        reference="population_mid_year",
        on={"area": "force"},
        where=column("year") == 2017,
        then=NEAR,
    )

    def run(self, *cells: tuple[Any, ...]) -> Outcome:
        names = ("area", "population", COUNT)
        rows = [
            dict(zip(names, given, strict=False)) | {ROW: number}
            for number, given in enumerate(cells)
        ]
        return reference(self.rule, rows, PUBLISHED)

    def test_a_value_near_the_published_passes(self) -> None:
        outcome = self.run(("Essex", 750), ("Kent", 2500))
        assert outcome == Outcome(evaluated=2, failed=0)

    def test_a_value_far_from_it_is_found_and_shown_beside_it(self) -> None:
        outcome = self.run(("Essex", 1000), ("Kent", 1000))
        says = "population 1,000 against 2,000 published"
        hit = Hit(1, {"area": "Kent", "population": 1000}, says)
        assert outcome == Outcome(evaluated=2, failed=1, hits=(hit,))

    def test_a_row_the_rule_does_not_apply_to_is_left_out(self) -> None:
        rule = replace(self.rule, when=column("group") == "All")
        groups = ["All", "Mixed", None]
        rows = [{"area": "Essex", "population": 1, "group": one} for one in groups]
        outcome = reference(rule, rows, PUBLISHED)
        counts = (outcome.evaluated, outcome.failed, outcome.undecided)
        assert counts == (1, 1, 1)

    def test_all_failing_rows_are_counted_and_the_first_ten_listed(self) -> None:
        outcome = self.run(*(("Essex", number) for number in range(15)))
        assert (outcome.evaluated, outcome.failed) == (15, 15)
        shown = [hit.values["population"] for hit in outcome.hits]
        assert shown == list(range(10))

    def test_each_row_counts_as_often_as_it_stands(self) -> None:
        outcome = self.run(("Essex", 1, 3), ("Kent", 2000, 2), ("Nowhere", 1, 4))
        counts = (outcome.evaluated, outcome.failed, outcome.undecided)
        assert counts == (5, 3, 4)
        assert [dict(hit.values) for hit in outcome.hits] == [
            {"area": "Essex", "population": 1}
        ]

    @pytest.mark.parametrize(
        "cells", [("Nowhere", 1000), (None, 1000), ("Essex", None)]
    )
    def test_an_unknown_key_or_a_gap_is_undecided(self, cells: tuple[Any, Any]) -> None:
        assert self.run(cells) == Outcome(evaluated=0, failed=0, undecided=1)
        ignored = replace(self.rule, missing=Missing.IGNORED)
        row = {"area": cells[0], "population": cells[1]}
        assert reference(ignored, [row], PUBLISHED) == Outcome(evaluated=0, failed=0)

    def test_decimals_are_shown_with_their_difference(self) -> None:
        rule = replace(
            self.rule,
            where=ALWAYS,
            then=column("fte") == column("reference.fte"),
        )
        published = [{"force": "Cumbria", "fte": 1141.44}]
        given = [{"area": "Cumbria", "fte": fte} for fte in (1142.46, 1141, 1141.44)]
        hits = reference(rule, given, published).hits
        assert [hit.message for hit in hits] == [
            "fte 1,142.460 against 1,141.440 published, 1.020 more",
            "fte 1,141.000 against 1,141.440 published, 0.440 less",
        ]


class TestSumsBeside:
    """Rows added up by the key fit the published row of the key."""

    rule = ReferenceRule(
        **COMMON,
        missing=Missing.UNDECIDED,
        reference="population_mid_year",
        on={"area": "force"},
        sums=("people",),
        where=column("year") == 2017,
        # Already settled where rows were added up: no column of it is left.
        when=column("group") == "All",
        then=column("people") == column("reference.population"),
    )

    def run(self, **sums: float | None) -> Outcome:
        rows = [
            {"area": area, "people": people, "rows": 2, ROW: number}
            for number, (area, people) in enumerate(sums.items())
        ]
        return sums_beside(self.rule, rows, PUBLISHED)

    def test_a_sum_is_shown_beside_the_published_with_the_difference(self) -> None:
        says = "people 1,012 against 1,000 population published, 12 more"
        hits = (Hit(0, {"area": "Essex", "people": 1012, "rows": 2}, says),)
        assert self.run(Essex=1012, Kent=2000) == Outcome(
            evaluated=2, failed=1, counted="groups", hits=hits
        )

    def test_a_sum_that_is_missing_or_of_an_unknown_key_is_undecided(self) -> None:
        expected = Outcome(evaluated=0, failed=0, undecided=2, counted="groups")
        assert self.run(Essex=None, Nowhere=1) == expected

    def test_a_sum_of_decimals_is_shown_with_two_places(self) -> None:
        (hit,) = self.run(Essex=999.98765).hits
        assert hit.values["people"] == 999.99
        assert hit.message == (
            "people 999.99 against 1,000.00 population published, 0.01 less"
        )


class TestPlacement:
    """A value does not fit another key better than its own."""

    rule = PlacementRule(
        **COMMON,
        reference="population_mid_year",
        key="force",
        where=column("year") == 2017,
        when=column("group") == "All",
        own=column("population") == column("reference.population"),
        other=column("population") == column("reference.population"),
        band=NEAR,
    )

    def run(self, *cells: tuple[str | None, int | None]) -> Outcome:
        rows = [
            {"force": force, "population": people, "group": "All", ROW: number}
            for number, (force, people) in enumerate(cells)
        ]
        return placement(self.rule, rows, PUBLISHED)

    def test_values_in_their_places_pass(self) -> None:
        outcome = self.run(("Essex", 1000), ("Kent", 2000), ("Surrey", 3000))
        assert outcome == Outcome(evaluated=3, failed=0)

    def test_values_that_have_changed_places_are_found(self) -> None:
        outcome = self.run(("Essex", 2000), ("Kent", 1000), ("Surrey", 3000))
        assert (outcome.evaluated, outcome.failed) == (3, 2)
        assert [(hit.row, hit.message) for hit in outcome.hits] == [
            (0, "fits Kent (population 2,000 against 2,000 published)"),
            (1, "fits Essex (population 1,000 against 1,000 published)"),
        ]

    def test_only_a_value_out_of_place_is_held_against_other_keys(self) -> None:
        rule = replace(self.rule, other=column("population") > 0)
        rows = [
            {"force": "Kent", "population": 2000, "group": "All"},
            {"force": "Surrey", "population": 2, "group": "All"},
        ]
        outcome = placement(rule, rows, PUBLISHED)
        assert outcome == Outcome(evaluated=2, failed=0)

    def test_of_several_keys_it_fits_the_nearest_is_named(self) -> None:
        rule = replace(self.rule, other=NEAR)
        rows = [
            {"force": force, "population": people, "group": "All"}
            for force, people in (("Essex", 2450), ("Kent", 1), ("Surrey", 2))
        ]
        (hit,) = placement(rule, rows, PUBLISHED).hits
        assert hit.message == "fits Kent (population 2,450 against 2,000 published)"

    def test_a_value_that_fits_a_key_which_is_itself_in_place_is_let_pass(self) -> None:
        outcome = self.run(("Essex", 2000), ("Kent", 2000))
        assert (outcome.evaluated, outcome.failed) == (2, 0)

    def test_a_value_that_fits_nobody_is_no_matter_of_place(self) -> None:
        assert self.run(("Essex", 7), ("Kent", 8)) == Outcome(evaluated=2, failed=0)

    def test_gaps_and_unknown_keys_are_not_evaluated(self) -> None:
        outcome = self.run(("Essex", None), (None, 1000), ("Nowhere", 1000))
        assert outcome == Outcome(evaluated=0, failed=0)

    def test_rows_the_rule_does_not_apply_to_are_left_out(self) -> None:
        rows = [
            {"force": "Essex", "population": 2000, "group": "Mixed"},
            {"force": "Kent", "population": 1000, "group": "Mixed"},
        ]
        outcome = placement(self.rule, rows, PUBLISHED)
        assert outcome == Outcome(evaluated=0, failed=0)

    def test_each_row_counts_as_often_as_it_stands(self) -> None:
        given = [("Essex", 2000, 2), ("Kent", 1000, 3), ("Surrey", 3000, 4)]
        rows = [
            {"force": force, "population": people, "group": "All", COUNT: count}
            for force, people, count in given
        ]
        outcome = placement(self.rule, rows, PUBLISHED)
        assert (outcome.evaluated, outcome.failed) == (9, 5)
