"""Claims held, on a terminal and as JSON with its schema."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from consoles import lines_of
from jsonschema import Draft202012Validator, FormatChecker

import peelcheck
from peelcheck.claims import Verification
from peelcheck.reporting.claims import NO_PROOF, verification_on_terminal
from peelcheck.reporting.machine import schema, verification_as_json

SHARE = {"subject": "Essex", "figure": "84%", "of": "317"}
TRIED = (
    "3,516 combinations of up to 4 departures tried, "
    "which print 1,330 different figures"
)
RATE = {"subject": "Essex", "metric": "stop_search_rate"}


def shown(verification: Verification) -> list[str]:
    return lines_of(verification_on_terminal(verification), 160)


def valid(verification: Verification) -> Any:
    made = json.loads(verification_as_json(verification))
    checker = Draft202012Validator(
        schema("verification"), format_checker=FormatChecker()
    )
    assert [one.message for one in checker.iter_errors(made)] == []
    return made


@pytest.fixture(scope="module")
def report(sample_data: Path) -> Verification:
    """Return the report's figures held against the published return."""
    return peelcheck.verify(
        sample_data / "claims" / "peel_2018_19_essex.csv",
        sample_data / "police_powers_ye_mar_2018",
    )


@pytest.fixture(scope="module")
def malformed(sample_data: Path) -> Verification:
    """Return the thirty malformed lines, held against a submission."""
    return peelcheck.verify(
        sample_data / "claims" / "malformed.csv", sample_data / "essex_submission"
    )


class TestTerminal:
    """What a person reads."""

    def test_a_claim_shows_its_figure_its_interval_and_its_verdict(
        self, report: Verification
    ) -> None:
        lines = shown(report)
        at = lines.index(
            "essex-rate  not reproduced  Essex: 3.6 per 1,000 population "
            "(from 3.55 to below 3.65)"
        )
        assert lines[at + 1 : at + 6] == [
            "  printed  Legitimacy, force in context; 1 April 2017 to 31 March 2018",
            "  recomputed 1.650; it would take 6,463 to 6,644 searches, not 3,004",
            f"  20 of {TRIED}",
            "  reproduced by  3.642  the figure of Hampshire",
            "  reproduced by  3.562  ethnicity not stated kept in; each counted twice",
        ]
        assert "    and 4 more of 3 departures" in lines
        assert f"  {NO_PROOF}" in lines

    def test_what_is_to_be_known_of_a_claim_stands_below_it(
        self, report: Verification
    ) -> None:
        lines = shown(report)
        assert "  unit     per head it would be near" in lines
        assert "  note     60 files is the sample of Essex (A23)" in lines
        assert lines[-1] == "1 reproduced, 4 not reproduced, 7 not checkable"

    def test_the_caveats_of_a_figure_travel_with_it(self, published: Path) -> None:
        ratio = {"metric": "stop_search_ratio", "group": "Black", "figure": "9.9"}
        lines = shown(peelcheck.verify([{"subject": "Durham", **ratio}], published))
        note = "  note     SMALL_NUMBER  Rests on few searches of the group"
        assert any(line.startswith(note) for line in lines)

    def test_the_joint_view_ranks_departures(self, report: Verification) -> None:
        lines = shown(report)
        at = lines.index("Departures that print several claims on one metric together")
        assert lines[at + 1].startswith("stop_search_rate   2 of 2  British Transport")

    def test_words_claim_no_cause(self, report: Verification) -> None:
        text = " ".join(shown(report)).casefold()
        for word in ("because", "caused", "therefore", "due to", "error", "mistake"):
            assert word not in text

    def test_where_nothing_prints_a_figure_that_is_told(self, published: Path) -> None:
        lines = shown(peelcheck.verify([{**RATE, "figure": "987.6"}], published))
        assert f"  none of {TRIED}" in lines
        assert f"  {NO_PROOF}" not in lines

    def test_hostile_text_is_text(self, malformed: Verification) -> None:
        lines = shown(malformed)
        assert "  printed  [bold red]=cmd|' /C calc'!A1[/] <b>page 9</b>" in lines
        assert not any("\x1b" in line for line in lines)

    def test_every_fault_is_told_with_its_mend(self, malformed: Verification) -> None:
        lines = shown(malformed)
        assert "30 lines are no claims and were not held" in lines
        for fault in malformed.faults:
            assert any(line.startswith(f"  {fault.place}") for line in lines)
        assert (
            "  line 28, rounding: there is no rounding 'half-way'; did you mean "
            in ("\n".join(lines))
        )
        assert "?." not in "\n".join(lines)
        assert lines[-1] == "1 not reproduced, 3 not checkable, 30 malformed"

    def test_without_a_claim_that_is_told(self, published: Path) -> None:
        assert shown(peelcheck.verify([], published))[-1] == "no claim was held"

    def test_changes_and_counts_show_what_they_say(self, published: Path) -> None:
        lines = shown(
            peelcheck.verify(
                [
                    {"id": "a", "subject": "Essex", "figure": "24,400 to 32,439"},
                    {"id": "b", **SHARE, "figure": "fewer", "count": "5"},
                    {"id": "c", **SHARE, "figure": "more", "count": "500"},
                    {"id": "d", **SHARE},
                    {"id": "e", **SHARE, "figure": "84", "unit": "per cent"},
                ],
                published,
                assume={"small_number": 50},
            )
        )
        assert "a  not checkable  Essex: 24,400 to 32,439" in lines
        assert "b  reproduced  Essex: 317 to 5, said to be fewer" in lines
        assert "c  reproduced  Essex: 317 to 500, said to be more" in lines
        assert "d  not checkable  Essex: 84% (from 83.5 to below 84.5)" in lines
        assert "e  not checkable  Essex: 84 per cent (from 83.5 to below 84.5)" in lines
        assert "assumption changed  small_number = 50" in lines

    def test_of_many_claims_the_first_are_listed_and_the_rest_counted(
        self, published: Path
    ) -> None:
        many = [{"id": f"case-{number}", **SHARE} for number in range(25)]
        lines = shown(peelcheck.verify(many, published))
        assert sum(line.startswith("case-") for line in lines) == 20
        assert "and 5 more not checkable, not listed; --format json has all" in lines
        assert lines[-1] == "25 not checkable"


class TestJson:
    """What a machine reads, held to its schema."""

    def test_the_schema_is_one_and_closed_throughout(self) -> None:
        made = schema("verification")
        Draft202012Validator.check_schema(made)

        def closed(part: Any) -> None:
            if isinstance(part, dict):
                if "properties" in part:
                    assert part["additionalProperties"] is False
                    assert part["required"] == list(part["properties"])
                for inner in part.values():
                    closed(inner)
            elif isinstance(part, list):
                for inner in part:
                    closed(inner)

        closed(made)

    def test_the_report_s_figures_are_valid(self, report: Verification) -> None:
        made = valid(report)
        rate = made["claims"][0]
        assert rate["claim"]["printed"] == {"text": "3.6", "value": "3.6", "places": 1}
        assert rate["claim"]["start"] == "2017-04-01"
        assert sum(rate["rivals"]["hits"].values()) == 20
        assert rate["figure"]["steps"][-1]["left"] == 3_004
        assert {one["metric"] for one in made["joint"]} == {
            "stop_search_rate",
            "stop_search_ratio",
        }

    def test_faults_and_flags_are_valid(self, malformed: Verification) -> None:
        made = valid(malformed)
        assert len(made["faults"]) == 30
        assert made["claims"][-1]["flags"][0]["statement"] == "A24"

    @pytest.mark.parametrize(
        "fields",
        [
            {"figure": "0." + "0" * 30 + "1", "unit": "per head", "count": "5"},
            {"figure": "9" * 59, "unit": "per 1,000,000,000,000", "of": "7"},
            {"figure": "1.65040581", "metric": "stop_search_rate"},
            {"figure": "61 of 60"},
            {"figure": "0", "unit": "per cent", "count": "5"},
            {"figure": "52%", "evidence": "staff survey"},
        ],
        ids=lambda fields: str(fields)[:40],
    )
    def test_odd_claims_are_valid(
        self, published: Path, fields: dict[str, str]
    ) -> None:
        made = valid(peelcheck.verify([{"subject": "Essex", **fields}], published))
        assert len(made["claims"]) == 1

    def test_a_small_decimal_is_written_out(self, published: Path) -> None:
        text = "0." + "0" * 30 + "1"
        found = peelcheck.verify([{"subject": "Essex", "figure": text}], published)
        assert valid(found)["claims"][0]["claim"]["printed"]["value"] == text
        assert found.held[0].claim.printed is not None
        assert found.held[0].claim.printed.value == Decimal(text)

    def test_nothing_is_valid_too(self, published: Path) -> None:
        made = valid(peelcheck.verify([], published))
        assert (made["claims"], made["joint"], made["faults"]) == ([], [], [])
