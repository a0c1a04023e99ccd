"""Rules over whole tables, decided on plain rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from peelcheck.authoring import column
from peelcheck.engines.deciding import Answered, coverage, manifest_rule, sums
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.expected import OWN_FORCES, OWN_PERIODS, ExpectedKeys
from peelcheck.model import Basis, CoverageRule, ManifestRule, Severity, SumRule
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
DAYS = (date(2018, 3, 31), date(2019, 3, 31))


class TestCoverage:
    """Every expected key is there."""

    forces = CoverageRule(**COMMON, expected=(ExpectedKeys(("force",), OWN_FORCES),))
    excusing = replace(forces, excusable=True)
    crossed = CoverageRule(
        **COMMON,
        expected=(
            ExpectedKeys(("force",), OWN_FORCES),
            ExpectedKeys(("power", "reason"), (("S1", "Drugs"), ("S60", "Violence"))),
        ),
    )
    yearly = CoverageRule(
        **COMMON,
        expected=(
            ExpectedKeys(("day",), OWN_PERIODS),
            ExpectedKeys(("force",), OWN_FORCES),
        ),
        excusable=True,
    )
    both = Answered(["Essex", "Kent"])
    without_kent = Answered(["Essex", "Kent"], excused=["Kent"])

    def test_every_force_there_passes(self) -> None:
        rows = [{"force": "Kent"}, {"force": "Essex"}, {"force": "Surrey"}]
        expected = Outcome(evaluated=2, failed=0, counted="expected keys")
        assert coverage(self.forces, rows, self.both) == expected

    def test_a_force_that_is_missing_is_found(self) -> None:
        hits = (Hit(None, {"force": "Essex"}, "there is no row"),)
        expected = Outcome(evaluated=2, failed=1, counted="expected keys", hits=hits)
        assert coverage(self.forces, [{"force": "Kent"}], self.both) == expected

    def test_an_excused_force_may_be_missing_and_counts_as_evaluated(self) -> None:
        expected = Outcome(evaluated=2, failed=0, counted="expected keys")
        given = [{"force": "Essex"}]
        assert coverage(self.excusing, given, self.without_kent) == expected

    def test_where_all_are_excused_none_is_missed(self) -> None:
        own = Answered(["Kent"], excused=["Kent"])
        outcome = coverage(self.excusing, [{"force": "Surrey"}], own)
        assert outcome == Outcome(evaluated=1, failed=0, counted="expected keys")

    def test_an_excused_force_that_has_rows_is_found(self) -> None:
        rows = [{"force": "Essex"}, {"force": "Kent"}]
        says = "noted as unable to supply, and yet it has rows: remove "
        says += "the note or the rows"
        hits = (Hit(None, {"force": "Kent"}, says),)
        expected = Outcome(evaluated=2, failed=1, counted="expected keys", hits=hits)
        assert coverage(self.excusing, rows, self.without_kent) == expected

    def test_an_excused_force_excuses_no_other(self) -> None:
        outcome = coverage(self.excusing, [{"force": "Kent"}], self.without_kent)
        assert (outcome.evaluated, outcome.failed) == (2, 2)
        assert outcome.hits == (
            Hit(
                None,
                {"force": "Kent"},
                (
                    "noted as unable to supply, and yet it has rows: "
                    "remove the note or the rows"
                ),
            ),
            Hit(None, {"force": "Essex"}, "there is no row"),
        )

    def test_no_force_is_excused_from_a_rule_that_excuses_none(self) -> None:
        there = [{"force": "Essex"}, {"force": "Kent"}]
        outcome = coverage(self.forces, there, self.without_kent)
        assert (outcome.evaluated, outcome.failed) == (2, 0)
        outcome = coverage(self.forces, there[:1], self.without_kent)
        hits = (Hit(None, {"force": "Kent"}, "there is no row"),)
        assert (outcome.failed, outcome.hits) == (1, hits)

    def test_a_return_that_answers_for_no_force_has_nothing_to_hold(self) -> None:
        outcome = coverage(self.forces, [{"force": "Kent"}], Answered())
        assert (outcome.evaluated, outcome.failed) == (0, 0)

    def test_a_table_without_rows_lacks_every_key(self) -> None:
        outcome = coverage(self.forces, [], self.both)
        assert (outcome.evaluated, outcome.failed) == (2, 2)

    def test_a_missing_value_is_no_key(self) -> None:
        outcome = coverage(self.forces, [{"force": None}], Answered(["Essex"]))
        assert (outcome.evaluated, outcome.failed) == (1, 1)

    def test_groups_of_columns_are_crossed_and_pairs_are_not(self) -> None:
        rows = [{"force": "Essex", "power": "S1", "reason": "Drugs"}]
        outcome = coverage(self.crossed, rows, self.both)
        assert (outcome.evaluated, outcome.failed) == (4, 3)
        assert [dict(hit.values) for hit in outcome.hits] == [
            {"force": "Essex", "power": "S60", "reason": "Violence"},
            {"force": "Kent", "power": "S1", "reason": "Drugs"},
            {"force": "Kent", "power": "S60", "reason": "Violence"},
        ]

    def test_each_period_is_to_have_every_force(self) -> None:
        rows = [{"day": day, "force": "Essex"} for day in DAYS]
        rows.append({"day": DAYS[0], "force": "Kent"})
        own = Answered(["Essex", "Kent"], periods=DAYS)
        hits = (Hit(None, {"day": DAYS[1], "force": "Kent"}, "there is no row"),)
        expected = Outcome(evaluated=4, failed=1, counted="expected keys", hits=hits)
        assert coverage(self.yearly, rows, own) == expected

    def test_a_force_is_excused_in_every_period_and_named_once(self) -> None:
        rows = [{"day": day, "force": "Essex"} for day in DAYS]
        own = Answered(["Essex", "Kent"], ["Kent"], DAYS)
        expected = Outcome(evaluated=4, failed=0, counted="expected keys")
        assert coverage(self.yearly, rows, own) == expected
        rows += [{"day": day, "force": "Kent"} for day in DAYS]
        outcome = coverage(self.yearly, rows, own)
        assert [dict(hit.values) for hit in outcome.hits] == [{"force": "Kent"}]
        assert (outcome.evaluated, outcome.failed) == (4, 1)

    def test_where_there_is_no_period_nothing_is_expected(self) -> None:
        outcome = coverage(self.yearly, [], self.both)
        assert (outcome.evaluated, outcome.failed) == (0, 0)

    def test_all_faults_are_counted_and_the_first_ten_listed(self) -> None:
        forces = [f"force {number}" for number in range(25)]
        outcome = coverage(self.forces, [], Answered(forces))
        assert outcome.failed == 25
        assert [hit.values["force"] for hit in outcome.hits] == forces[:10]
        rows = [{"force": name} for name in forces[:12]]
        outcome = coverage(self.excusing, rows, Answered(forces, forces[:12]))
        assert outcome.failed == 25
        assert [hit.values["force"] for hit in outcome.hits] == forces[:10]


class TestSums:
    """The whole is the sum of its parts."""

    rule = SumRule(
        **COMMON,
        missing=Missing.UNDECIDED,
        value="people",
        by=("force",),
        whole=column("group") == "All",
    )

    def rows(self, *cells: tuple[str | None, int | None]) -> list[dict[str, Any]]:
        return [
            {"force": "Essex", "group": group, "people": people, ROW: number}
            for number, (group, people) in enumerate(cells)
        ]

    def test_parts_that_make_the_whole_pass(self) -> None:
        rows = self.rows(("White", 3), ("All", 5), ("Mixed", 2))
        expected = Outcome(evaluated=1, failed=0, counted="groups")
        assert sums(self.rule, rows) == expected

    def test_parts_that_do_not_are_found_at_the_row_of_the_whole(self) -> None:
        rows = self.rows(("White", 3000), ("All", 5001), ("Mixed", 2000))
        values = {"force": "Essex", "group": "All", "people": 5001}
        says = "the whole is 5,001, its 2 parts make 5,000: 1 more"
        hits = (Hit(1, values, says),)
        expected = Outcome(evaluated=1, failed=1, counted="groups", hits=hits)
        assert sums(self.rule, rows) == expected

    @pytest.mark.parametrize(
        ("whole", "failed"), [(6, 1), (7, 0), (8, 0), (9, 0), (10, 1)]
    )
    def test_a_difference_within_the_tolerance_passes(
        self, whole: int, failed: int
    ) -> None:
        rule = replace(self.rule, tolerance=1)
        rows = self.rows(("All", whole), ("White", 5), ("Mixed", 3))
        assert sums(rule, rows).failed == failed

    @pytest.mark.parametrize(
        "cells",
        [
            [("All", None), ("White", 3)],
            [("All", 5), ("White", 3), ("Mixed", None)],
            [("All", 5), ("White", 3), (None, 9)],
        ],
    )
    def test_a_group_with_a_gap_is_undecided(
        self, cells: list[tuple[str | None, int | None]]
    ) -> None:
        expected = Outcome(evaluated=0, failed=0, undecided=1, counted="groups")
        assert sums(self.rule, self.rows(*cells)) == expected
        ignored = replace(self.rule, missing=Missing.IGNORED)
        expected = Outcome(evaluated=0, failed=0, counted="groups")
        assert sums(ignored, self.rows(*cells)) == expected

    @pytest.mark.parametrize(
        "cells",
        [
            [("All", 5), ("All", 5), ("White", 3)],
            [("White", 3), ("Mixed", 2)],
            [("All", 5)],
            [],
        ],
    )
    def test_a_group_without_one_whole_and_parts_is_not_evaluated(
        self, cells: list[tuple[str | None, int | None]]
    ) -> None:
        expected = Outcome(evaluated=0, failed=0, counted="groups")
        assert sums(self.rule, self.rows(*cells)) == expected

    def test_all_groups_are_counted_and_the_first_ten_listed(self) -> None:
        rows = [
            {"force": f"force {number}", "group": group, "people": 1, ROW: number}
            for number in range(12)
            for group in ("All", "White", "Mixed")
        ]
        outcome = sums(self.rule, rows)
        assert (outcome.evaluated, outcome.failed) == (12, 12)
        assert [hit.row for hit in outcome.hits] == list(range(10))


class TestManifest:
    """What the manifest says is held against a condition."""

    rule = ManifestRule(**COMMON, then=column("edition") == "peel-2018-19")

    def test_a_value_that_is_right_passes(self) -> None:
        outcome = manifest_rule(self.rule, {"edition": "peel-2018-19"})
        assert outcome == Outcome(evaluated=1, failed=0, counted="manifest")

    def test_a_value_that_is_wrong_is_found(self) -> None:
        said = {"edition": "peel-2017"}
        hits = (Hit(None, said),)
        expected = Outcome(evaluated=1, failed=1, counted="manifest", hits=hits)
        assert manifest_rule(self.rule, said) == expected

    @pytest.mark.parametrize(
        ("missing", "counts"),
        [
            (Missing.IGNORED, (0, 0, 0)),
            (Missing.UNDECIDED, (0, 0, 1)),
            (Missing.INVALID, (1, 1, 0)),
        ],
    )
    def test_what_is_not_said_means_what_the_rule_says(
        self, missing: Missing, counts: tuple[int, int, int]
    ) -> None:
        rule = replace(self.rule, missing=missing)
        outcome = manifest_rule(rule, {"edition": None})
        assert (outcome.evaluated, outcome.failed, outcome.undecided) == counts
