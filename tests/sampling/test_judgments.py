"""Made-up judgments: of each force, and unlike from seed to seed."""

from __future__ import annotations

import polars as pl
import pytest

import peelcheck
from peelcheck import Verdict
from peelcheck.model import Kind
from peelcheck.reference.forces import force_names
from peelcheck.sampling import sample_return, sample_table
from peelcheck.tables.judgments import AREAS, EXEMPT, GRADES, PILLARS


@pytest.mark.parametrize("kind", Kind)
def test_judgments_of_each_kind_of_return_keep_every_rule(kind: Kind) -> None:
    made = sample_return(kind=kind, tables=["judgments"], seed=5)
    report = peelcheck.check(made.frames, manifest=made.manifest)
    assert report.ok
    own = {one.verdict for one in report.results if one.rule.table == "judgments"}
    assert own == {Verdict.PASSED}
    assert "period_end" not in made.manifest["tables"]["judgments"]


def test_each_force_has_ten_areas_and_three_pillars() -> None:
    frame = sample_table("judgments", seed=5)
    for force in force_names():
        own = frame.filter(force=force)["subject"].to_list()
        assert own == [*AREAS, *PILLARS]


def test_some_areas_are_left_out_and_each_grade_is_given() -> None:
    frame = sample_table("judgments", seed=5)
    others = frame.filter(~pl.col("subject").is_in([*EXEMPT, *PILLARS]))
    assert set(others["inspected"]) == {"yes", "no"}
    assert set(frame["grade"]) == {*GRADES, "Ungraded"}


def test_a_pillar_is_not_always_as_bad_as_its_worst_area() -> None:
    frame = sample_table("judgments", seed=5)
    for pillar, areas in PILLARS.items():
        better = 0
        for force in force_names():
            told = dict(frame.filter(force=force).select("subject", "grade").rows())
            own = [told[area] for area in areas if told[area] in GRADES]
            better += GRADES.index(told[pillar]) < max(map(GRADES.index, own))
        assert better


def test_another_seed_gives_other_judgments() -> None:
    first, again, other = (sample_table("judgments", seed=one) for one in (5, 5, 6))
    assert first.equals(again)
    assert not first.equals(other)
