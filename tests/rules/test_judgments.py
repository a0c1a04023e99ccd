"""Judgments on Essex as the report has them, and each of them changed (A1, A5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.engines.plain import plain_rows
from peelcheck.tables.judgments import AREAS, EXEMPT, GRADES, PILLARS

EVERYWHERE = "Yes (exempt from RBA)"

AREAS_INSPECTED = {
    "Preventing crime and anti-social behaviour": "No",
    "Investigating crime": "Yes",
    "Protecting vulnerable people": EVERYWHERE,
    "Tackling serious and organised crime": "No",
    "Armed policing": EVERYWHERE,
    "Meeting current demands": "Yes",
    "Planning for the future": EVERYWHERE,
    "Treating the public fairly": "No",
    "Ethical and lawful workforce behaviour": EVERYWHERE,
    "Treating the workforce fairly": "No",
}
"""The report's first table."""

JUDGED = {
    "Preventing crime and tackling anti-social behaviour": ("Good", "2017/18"),
    "Investigating crime": ("Good", "2018/19"),
    "Protecting vulnerable people": ("Good", "2018/19"),
    "Tackling serious and organised crime": ("Good", "2017/18"),
    "Armed policing": ("Ungraded", "2018/19"),
    "Meeting current demands and using resources": ("Good", "2018/19"),
    "Planning for the future": ("Good", "2018/19"),
    "Fair treatment of the public": ("Good", "2017/18"),
    "Ethical and lawful workforce behaviour": ("Requires improvement", "2018/19"),
    "Fair treatment of the workforce": ("Good", "2017/18"),
}
"""The report's second table."""

INVESTIGATING, PUBLIC = "Investigating crime", "Fair treatment of the public"


@pytest.fixture
def essex(sample_data: Path) -> pl.DataFrame:
    return pl.read_csv(sample_data / "essex_judgments" / "judgments.csv")


def failed(frame: pl.DataFrame, **said: Any) -> set[str]:
    """Return the rules that fail on judgments, of Essex where nothing else is said."""
    report = report_on(frame, **said)
    assert not report.crashed
    return {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}


def report_on(frame: pl.DataFrame, **said: Any) -> Report:
    manifest = {"edition": "peel-2018-19", "kind": "submission", "force": "Essex"}
    return peelcheck.check({"judgments": frame}, manifest={**manifest, **said})


def changed(frame: pl.DataFrame, subject: str, /, **cells: str | None) -> pl.DataFrame:
    here = pl.col("subject") == subject
    return frame.with_columns(
        pl.when(here).then(pl.lit(value)).otherwise(name).alias(name)
        for name, value in cells.items()
    )


def test_the_report_s_judgments_break_no_rule(sample_data: Path) -> None:
    report = peelcheck.check(sample_data / "essex_judgments")
    assert report.ok
    assert report.findings == ()
    own = [one for one in report.results if one.rule.table]
    assert {one.verdict for one in own} == {Verdict.PASSED}
    assert all(one.evaluated for one in own)


def test_the_sample_is_what_both_tables_of_the_report_say(essex: pl.DataFrame) -> None:
    areas = essex.filter(pl.col("subject").is_in(AREAS))
    rows = areas.select("subject", "grade", "last_inspected").rows()
    assert {subject: told for subject, *told in rows} == {
        subject: [*told] for subject, told in JUDGED.items()
    }
    yes = [one.lower().split()[0] for one in AREAS_INSPECTED.values()]
    assert areas["inspected"].to_list() == yes
    pillars = essex.filter(pl.col("subject").is_in([*PILLARS]))
    assert dict(pillars.select("subject", "grade").iter_rows()) == dict.fromkeys(
        PILLARS, "Good"
    )


@pytest.mark.parametrize("names", [AREAS_INSPECTED, JUDGED])
def test_both_tables_of_the_report_name_the_same_ten_areas(
    names: dict[str, Any],
) -> None:
    frame = pl.DataFrame({"force": "Essex", "area": [*names]})
    given = peelcheck.read({"judgments": frame})
    read = [row["subject"] for row in plain_rows(given.tables["judgments"].frame)]
    assert tuple(read) == AREAS


def test_the_report_marks_the_areas_of_every_force() -> None:
    marked = [name for name, told in AREAS_INSPECTED.items() if told == EVERYWHERE]
    assert tuple(marked) == EXEMPT


def test_the_report_s_own_words_are_read(essex: pl.DataFrame) -> None:
    told = [*AREAS_INSPECTED.values(), None, None, None]
    names = [*AREAS_INSPECTED, *PILLARS]
    frame = essex.drop("inspected", "subject").with_columns(
        pl.Series("Inspected in 2018/19?", told), pl.Series("IPA area", names)
    )
    assert failed(frame) == set()


@pytest.mark.parametrize(
    ("subject", "cells", "rule"),
    [
        (INVESTIGATING, {"inspected": "no"}, "JUD009"),
        (INVESTIGATING, {"last_inspected": "2017/18"}, "JUD008"),
        (PUBLIC, {"inspected": "yes"}, "JUD008"),
        (PUBLIC, {"last_inspected": "2018/19"}, "JUD009"),
        (PUBLIC, {"last_inspected": "2016/17"}, "JUD009"),
        *((area, {"inspected": "no"}, "JUD010") for area in EXEMPT),
        (EXEMPT[0], {"inspected": "no", "last_inspected": "2017/18"}, "JUD010"),
        (EXEMPT[0], {"last_inspected": "2017/18"}, "JUD008"),
        *(
            (area, {"grade": "Ungraded"}, "JUD011")
            for area in (*AREAS, *PILLARS)
            if area != "Armed policing"
        ),
        (INVESTIGATING, {"grade": "Excellent"}, "JUD.grade.domain"),
        (INVESTIGATING, {"grade": None}, "JUD.grade.missing"),
        ("Legitimacy", {"grade": None}, "JUD.grade.missing"),
        (INVESTIGATING, {"inspected": None}, "JUD006"),
        (INVESTIGATING, {"last_inspected": None}, "JUD006"),
        (INVESTIGATING, {"inspected": "partly"}, "JUD.inspected.domain"),
        ("Legitimacy", {"inspected": "yes"}, "JUD007"),
        ("Legitimacy", {"inspected": "no"}, "JUD007"),
        ("Legitimacy", {"last_inspected": "2018/19"}, "JUD007"),
        (INVESTIGATING, {"subject": "Investigating"}, "JUD.subject.domain"),
    ],
)
def test_a_single_change_fails_its_rule_alone(
    essex: pl.DataFrame, subject: str, cells: dict[str, str | None], rule: str
) -> None:
    assert failed(changed(essex, subject, **cells)) == {rule}


@pytest.mark.parametrize("subject", [*AREAS, *PILLARS])
def test_an_area_or_a_pillar_that_is_not_there_is_named(
    essex: pl.DataFrame, subject: str
) -> None:
    report = report_on(essex.filter(pl.col("subject") != subject))
    rule = "JUD004" if subject in AREAS else "JUD005"
    assert [(one.rule, dict(one.key)) for one in report.findings] == [
        (rule, {"force": "Essex", "subject": subject})
    ]
    assert report.ok is (subject in PILLARS)


@pytest.mark.parametrize("subject", [INVESTIGATING, "Legitimacy"])
def test_an_area_or_a_pillar_twice_is_found(essex: pl.DataFrame, subject: str) -> None:
    twice = pl.concat([essex, essex.filter(pl.col("subject") == subject)])
    assert failed(twice) == {"JUD.key"}


def test_an_area_twice_under_both_its_names_is_found(essex: pl.DataFrame) -> None:
    other = changed(essex, PUBLIC, subject="Treating the public fairly")
    twice = pl.concat([essex, other.filter(pl.col("subject").str.starts_with("Trea"))])
    assert failed(twice) == {"JUD.key"}


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("pillar", PILLARS)
def test_a_pillar_s_grade_need_not_be_that_of_any_area(
    essex: pl.DataFrame, pillar: str, grade: str
) -> None:
    assert failed(changed(essex, pillar, grade=grade)) == set()


def test_armed_policing_may_be_graded(essex: pl.DataFrame) -> None:
    assert failed(changed(essex, "Armed policing", grade="Good")) == set()


def test_judgments_of_another_force_are_not_essex_s(essex: pl.DataFrame) -> None:
    kent = essex.with_columns(pl.lit("Kent").alias("force"))
    assert failed(kent, force="Kent") == set()
    assert failed(pl.concat([essex, kent])) == {"JUD003"}


def test_british_transport_police_was_not_inspected(essex: pl.DataFrame) -> None:
    name = "British Transport Police"
    railways = essex.with_columns(pl.lit(name).alias("force"))
    assert failed(pl.concat([essex, railways])) == {"JUD001"}


def test_a_force_without_judgments_may_be_noted(essex: pl.DataFrame) -> None:
    noted = {"table": "judgments", "force": "Essex", "reason": "report not yet out"}
    kent = essex.with_columns(pl.lit("Kent").alias("force"))
    assert failed(kent, unable_to_supply=[noted]) == {"JUD003"}
