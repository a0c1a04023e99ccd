"""Rules over the surveys of staff and of the public."""

from __future__ import annotations

from typing import Any

import pytest
from judged import judged

from peelcheck import RuleResult, Verdict
from peelcheck.model import Severity
from peelcheck.reference.forces import force_names

ANSWER = {"force": "Essex", "theme": "Training", "responses": 200, "agreeing": 90}
PERSON = {
    "year": 2018,
    "provider": "BMG",
    "force": "Essex",
    "respondent": "P1",
    "mode": "online panel",
    "weight": 1.0,
}
SEVERITIES = {"PUB004": "error", "PUB005": "error", "PUB016": "query"}
ALONE = {"kind": "submission", "force": "Essex"}


def staff(rule_id: str, *rows: dict[str, Any], **said: Any) -> RuleResult:
    return judged(rule_id, {"staff_survey": rows}, **said)


def public(rule_id: str, *rows: dict[str, Any], **said: Any) -> RuleResult:
    named = [{**row, "respondent": f"P{at}"} for at, row in enumerate(rows)]
    return judged(rule_id, {"public_survey": named}, **said)


@pytest.mark.parametrize(("answers", "failed"), [(31, 1), (32, 0), (365, 0), (366, 1)])
def test_answers_of_a_force_are_from_32_to_365(answers: int, failed: int) -> None:
    result = staff("SSV004", ANSWER | {"responses": answers})
    assert (result.severity, result.failed) == (Severity.QUERY, failed)
    with pytest.raises(KeyError):
        staff("SSV004", ANSWER, **ALONE)


def test_an_interval_is_asked_about_where_its_column_is_there() -> None:
    assert staff("SSV006", ANSWER).verdict is Verdict.NOT_APPLICABLE
    blank = {"interval_low": None, "interval_high": None}
    given = ANSWER | blank | {"theme": "Workload", "interval_high": 52.1}
    assert staff("SSV006", ANSWER | blank, given).verdict is Verdict.PASSED
    result = staff("SSV007", ANSWER | blank, given)
    assert (result.severity, result.failed) == (Severity.QUERY, 1)


@pytest.mark.parametrize(
    ("year", "provider", "rule_id"),
    [
        (2014, "Ipsos MORI", "PUB016"),
        (2014, "BMG", "PUB016"),
        (2015, "Ipsos MORI", ""),
        (2017, "Ipsos MORI", ""),
        (2018, "Ipsos MORI", "PUB004"),
        (2015, "BMG", "PUB005"),
        (2017, "BMG", "PUB005"),
        (2018, "BMG", ""),
        (2019, "BMG", "PUB016"),
        (2019, "Ipsos MORI", "PUB016"),
    ],
)
def test_who_ran_the_survey_of_a_year(year: int, provider: str, rule_id: str) -> None:
    row = PERSON | {"year": year, "provider": provider}
    for one, severity in SEVERITIES.items():
        result = public(one, row)
        assert (result.failed, result.severity) == (int(one == rule_id), severity)


def test_years_before_are_noted_once_each() -> None:
    old = [PERSON | {"year": year, "provider": "Ipsos MORI"} for year in (2016, 2017)]
    result = public("PUB006", PERSON, *old, old[0])
    assert (result.severity, result.failed) == (Severity.NOTE, 2)


@pytest.mark.parametrize(("count", "failed"), [(359, 1), (360, 0), (440, 0), (441, 1)])
def test_single_respondents_are_counted_and_rows_of_several_added(
    count: int, failed: int
) -> None:
    assert public("PUB007", *[PERSON] * count).failed == failed
    together = PERSON | {"respondents": count - 200}
    assert public("PUB007", together, PERSON | {"respondents": 200}).failed == failed


def test_what_other_years_held_is_not_told() -> None:
    few = PERSON | {"year": 2017, "provider": "Ipsos MORI", "respondents": 7}
    for rule_id in ("PUB007", "PUB008", "PUB009", "PUB010"):
        assert public(rule_id, few).verdict is Verdict.NOT_APPLICABLE


def test_how_many_were_reached_in_each_way_is_asked_of_a_collection_alone() -> None:
    for rule_id in ("PUB007", "PUB008", "PUB009", "PUB010", "PUB013"):
        with pytest.raises(KeyError):
            public(rule_id, PERSON, **ALONE)


@pytest.mark.parametrize(
    ("met", "failed"), [(674, 1), (675, 0), (750, 0), (825, 0), (826, 1)]
)
def test_about_750_were_met_face_to_face(met: int, failed: int) -> None:
    one = PERSON | {"respondents": 1}
    rows = [one | {"mode": "face-to-face", "respondents": met}, one]
    assert public("PUB009", *rows).failed == failed


def test_a_way_in_which_nobody_was_reached_is_named() -> None:
    met = PERSON | {"mode": "face to face"}
    result = public("PUB008", PERSON, met)
    assert result.findings[0].message == "2 rows of 2018: mode has 2 values"
    assert "online after a postal invitation" in result.rule.says
    posted = PERSON | {"mode": "online after a postal invitation"}
    assert public("PUB008", PERSON, met, posted).verdict is Verdict.PASSED
    old = posted | {"year": 2017, "provider": "Ipsos MORI"}
    assert public("PUB008", PERSON, met, old).failed == 1


def test_a_survey_without_any_panel_is_found() -> None:
    every = [
        PERSON | {"force": name, "mode": "face to face", "respondents": 400}
        for name in force_names()
    ]
    assert public("PUB010", *every).failed == 1
    panel = [row | {"mode": "online panel"} for row in every[:22]]
    assert public("PUB010", *panel, *every[22:]).failed == 0


@pytest.mark.parametrize("rule_id", ["PUB009", "PUB010"])
def test_a_number_of_all_forces_is_not_asked_of_fewer(rule_id: str) -> None:
    every = [
        PERSON | {"force": name, "mode": "face to face", "respondents": 400}
        for name in force_names()
    ]
    assert public(rule_id, *every[1:]).failed == 1
    noted = [{"table": "public_survey", "force": every[0]["force"], "reason": "none"}]
    result = public(rule_id, *every[1:], unable_to_supply=noted)
    assert result.verdict is Verdict.NOT_APPLICABLE


def test_british_transport_police_is_asked_for_no_weights() -> None:
    beyond = PERSON | {"force": "British Transport Police", "weight": 5.0}
    beyond |= dict.fromkeys(("age", "gender", "ethnicity", "deprivation"))
    for rule_id in ("PUB012", "PUB013"):
        assert public(rule_id, beyond).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("weight", "failed"), [(0.89, 1), (0.9, 0), (1.1, 0), (1.11, 1)]
)
def test_weights_make_about_the_respondents(weight: float, failed: int) -> None:
    rows = [PERSON | {"weight": weight}] * 10
    assert public("PUB012", *rows, **ALONE).failed == failed


def test_a_weight_of_nothing_keeps_the_sum_from_its_answer() -> None:
    rows = [PERSON | {"weight": 0.0}, PERSON]
    assert public("PUB011", *rows, **ALONE).failed == 1
    assert public("PUB012", *rows, **ALONE).verdict is Verdict.NOT_RUN


@pytest.mark.parametrize("name", ["age", "gender", "ethnicity", "deprivation"])
def test_a_thing_weighted_by_that_is_known_of_nobody_is_asked_about(name: str) -> None:
    full = PERSON | {"age": 40, "gender": "Male", "ethnicity": "White"}
    full |= {"deprivation": 3}
    result = public("PUB013", full | {name: None}, full | {name: None})
    assert (result.severity, result.failed) == (Severity.QUERY, 1)
    assert public("PUB013", full, full | {name: None}).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("fifth", "rule_id"), [(0, "PUB.deprivation.minimum"), (6, "PUB014")]
)
def test_there_are_five_fifths(fifth: int, rule_id: str) -> None:
    assert public(rule_id, PERSON | {"deprivation": fifth}).failed == 1


@pytest.mark.parametrize(("age", "failed"), [(15, 1), (16, 0)])
def test_respondents_are_16_or_older(age: int, failed: int) -> None:
    result = public("PUB015", PERSON | {"age": age})
    assert (result.severity, result.failed) == (Severity.QUERY, failed)
