"""The way of a verification, from claims and a return to what became of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from crimes import counts, crimes_and_outcomes, workforce
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from returns import frame, row
from searched import by_group, population

import peelcheck
from peelcheck.binding import edition_for
from peelcheck.claims import ClaimVerdict
from peelcheck.errors import UnreadableError, UsageError
from peelcheck.reading import read
from peelcheck.reporting.machine import schema, verification_as_json
from peelcheck.verifying.sources import claims_from
from peelcheck.verifying.verify import verify_return

REPRODUCED, NOT, IMPOSSIBLE, UNCHECKABLE = ClaimVerdict
RATE = {"id": "a", "subject": "Essex", "metric": "stop_search_rate", "figure": "1.65"}


def body(found: Any) -> str:
    text = verification_as_json(found)
    return "\n".join(line for line in text.splitlines() if '"made"' not in line)


class TestSources:
    """Claims as a file, as TOML, as mappings."""

    def test_mappings_and_files_are_held_alike(
        self, published: Path, tmp_path: Path
    ) -> None:
        table, toml = tmp_path / "claims.csv", tmp_path / "claims.toml"
        table.write_text(f"{','.join(RATE)}\n{','.join(RATE.values())}\n")
        fields = "".join(f'{name} = "{text}"\n' for name, text in RATE.items())
        toml.write_text(f"[[claim]]\n{fields}")
        found = [peelcheck.verify(one, published) for one in (table, toml, [RATE])]
        assert [one.claims_source for one in found] == [
            "claims.csv",
            "claims.toml",
            "claims",
        ]
        assert len({one.held for one in found}) == 1
        assert found[0].of("a").verdict is REPRODUCED

    @pytest.mark.parametrize("claims", [b"subject,figure", 5, None])
    def test_what_is_no_source_of_claims_is_refused(
        self, published: Path, claims: Any
    ) -> None:
        with pytest.raises(UsageError):
            peelcheck.verify(claims, published)

    def test_a_file_that_is_not_there_is_told(
        self, published: Path, tmp_path: Path
    ) -> None:
        with pytest.raises(UnreadableError, match="there is no such file"):
            peelcheck.verify(tmp_path / "claims.csv", published)

    def test_faults_of_lines_go_with_the_claims(self, published: Path) -> None:
        found = peelcheck.verify([RATE, {**RATE, "id": "b", "figure": "?"}], published)
        assert len(found.held) == 1
        assert [(one.place, one.field) for one in found.faults] == [
            ("claim 2", "figure")
        ]


class TestReturns:
    """Returns that are whole, of another kind, faulty, or without the table."""

    def test_a_return_without_the_table_leaves_the_arithmetic(
        self, published: Path
    ) -> None:
        found = peelcheck.verify(
            [RATE, {"id": "b", "subject": "Essex", "figure": "61 of 60"}],
            published / "population.csv",
        )
        assert found.of("a").verdict is UNCHECKABLE
        assert found.of("a").says == "the return has no table that the metric counts"
        assert found.of("b").verdict is IMPOSSIBLE

    def test_a_table_that_lacks_a_column_leaves_the_arithmetic(
        self, sample_data: Path
    ) -> None:
        path = sample_data / "broken" / "stop_search.column_missing.csv"
        found = peelcheck.verify([RATE, {"subject": "A", "figure": "52 of 60"}], path)
        assert [one.verdict.value for one in found.held] == ["not checkable"] * 2
        assert any("is missing or stands twice" in note for note in found.notes)

    def test_tables_of_two_libraries_leave_the_arithmetic(self) -> None:
        tables: dict[str, Any] = crimes_and_outcomes(["1"])
        tables["outcomes"] = tables["outcomes"].to_pandas()
        claim = {"id": "a", "subject": "Essex", "figure": "61 of 60"}
        found = peelcheck.verify([claim], tables)
        assert found.of("a").verdict is IMPOSSIBLE
        assert found.notes[-1].startswith("crimes and outcomes are held in two")

    def test_rows_that_no_metric_counts_leave_the_arithmetic(self) -> None:
        tables = {
            "stop_search": frame(row(force="British Transport Police")),
            "population": population("Essex"),
            "population_by_ethnic_group": by_group(),
        }
        claim = {"id": "a", "subject": "Essex", "figure": "61 of 60"}
        found = peelcheck.verify([claim], tables)
        assert found.of("a").verdict is IMPOSSIBLE
        assert found.notes[-1].endswith("no row is one that a metric counts")

    def test_a_claims_file_of_an_old_office_says_so(
        self, published: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "claims.csv"
        text = "subject,figure,unit,count\nEssex,£3.6,per cent \u2013 now,10\n"
        path.write_bytes(text.encode("cp1252"))
        notes = peelcheck.verify(path, published).notes
        assert notes[0] == "claims: text encoded as cp1252"
        path.write_text(text, encoding="utf-16")
        notes = peelcheck.verify(path, published).notes
        assert notes[0] == "claims: text encoded as UTF-16"

    def test_a_return_that_fails_its_check_says_so(self, sample_data: Path) -> None:
        path = sample_data / "broken" / "stop_search.negative_count.csv"
        found = peelcheck.verify([RATE], path)
        assert found.notes[0] == (
            "this return does not pass its check; its figures rest on faults"
        )
        figure = found.of("a").figure
        assert figure is not None
        assert "FAULTY_DATA" in [caveat.id for caveat in figure.caveats]

    def test_a_return_that_passes_says_nothing(self, published: Path) -> None:
        assert peelcheck.verify([RATE], published).notes == ()

    def test_a_population_taken_from_elsewhere_is_noted(
        self, sample_data: Path
    ) -> None:
        notes = peelcheck.verify([RATE], sample_data / "essex_submission").notes
        assert notes[0] == (
            "population: not in the return, taken from the published figures"
        )

    def test_a_changed_assumption_is_told(self, published: Path) -> None:
        found = peelcheck.verify(
            [
                {"id": "a", "subject": "Essex", "figure": "9", "unit": "per head"},
                {
                    "id": "b",
                    "subject": "Essex",
                    "figure": "8",
                    "unit": "per head",
                    "beside": "a",
                },
            ],
            published,
            assume={"same_quantity_band": 0.5},
        )
        assert found.changed_assumptions == {"same_quantity_band": 0.5}
        assert found.of("b").says.startswith("11.1% apart from 9 per head (a); ")


class TestAnswer:
    """What comes back."""

    def test_claims_of_one_base_are_noted_together(self, published: Path) -> None:
        staff = {"subject": "Essex", "base": "members of the workforce"}
        found = peelcheck.verify(
            [
                {"id": "a", "figure": "16.48%", "count": "875", **staff},
                {"id": "b", "figure": "10%", "count": "875", **staff},
            ],
            published,
        )
        assert {one.verdict for one in found.held} == {UNCHECKABLE}
        (note,) = found.notes
        assert note == (
            "Essex, members of the workforce: claims a, b contradict one another: "
            "a allows 5,308 to 5,311; b allows 8,334 to 9,210"
        )

    @pytest.mark.parametrize(
        ("figure", "apart"),
        [("9.5", "0.5 more"), ("10.5", "0.5 less"), ("12", "2 less")],
    )
    def test_a_number_is_told_by_how_much_it_is_more_or_less(
        self, figure: str, apart: str
    ) -> None:
        claim = {"id": "a", "subject": "Essex", "metric": "workforce_in_post"}
        told = {**claim, "group": "Police officers", "figure": figure}
        frame = pl.DataFrame([workforce(headcount=10)])
        (held,) = peelcheck.verify([told], {"workforce": frame}).held
        assert held.says == f"recomputed 10.00, {apart}"

    def test_of_decimals_no_whole_number_can_be_told(self) -> None:
        claim = {"id": "a", "subject": "Essex", "metric": "workforce_by_sex"}
        told = {**claim, "group": "Female", "figure": "99%"}
        parts = [workforce(sex="Female", fte=2.5), workforce(sex="Male", fte=7.5)]
        (held,) = peelcheck.verify([told], {"workforce": pl.DataFrame(parts)}).held
        assert held.says == "recomputed 25.00"

    def test_a_share_that_no_count_gives_is_told_in_its_own_unit(self) -> None:
        claim = {"id": "a", "subject": "Essex", "metric": "outcome_share_of_counts"}
        told = {**claim, "group": "Charged or summonsed", "figure": "33.4"}
        frames = {"outcome_counts": counts({"1": 1, "18": 3})}
        (held,) = peelcheck.verify([told], frames).held
        assert held.verdict is IMPOSSIBLE
        assert held.says == "no whole number of crimes by 4 crimes gives it"

    def test_claims_without_a_figure_are_in_no_joint_view(
        self, published: Path
    ) -> None:
        whole = {"subject": "England and Wales", "figure": "9.6"}
        claims = [
            {**RATE, "figure": "3.6"},
            {**RATE, **whole, "id": "b"},
            {**RATE, "id": "c", "figure": "3,267 of 1,820,379"},
            {**RATE, "id": "d", "subject": "British Transport Police"},
        ]
        joint = peelcheck.verify(claims, published).joint
        assert joint
        assert {(one.claims, one.of) for one in joint} == {(("a", "b"), 2)}

    def test_each_claim_is_told_as_it_is_looked_at(self, published: Path) -> None:
        given, said = read(published), list[str]()
        claims = claims_from([{**RATE, "id": name} for name in "ab"])
        verify_return(
            claims, given, edition_for(given.manifest, None, None), said.append
        )
        assert said[-2:] == ["claim 1 of 2", "claim 2 of 2"]

    def test_two_runs_give_the_same_bytes(self, sample_data: Path) -> None:
        claims = sample_data / "claims" / "peel_2018_19_essex.csv"
        first, second = (
            body(peelcheck.verify(claims, sample_data / "essex_submission"))
            for _ in range(2)
        )
        assert first == second

    def test_the_order_is_that_of_the_file(self, published: Path) -> None:
        names = ["z", "a", "m"]
        found = peelcheck.verify([{**RATE, "id": name} for name in names], published)
        assert [one.claim.id for one in found.held] == names


ENTRIES = st.fixed_dictionaries(
    {"subject": st.sampled_from(["Essex", "Kent", "England and Wales", "the region"])},
    optional={
        "id": st.sampled_from("abc"),
        "beside": st.sampled_from("abc"),
        "figure": st.sampled_from(
            ["3.6", "0", "-1.65", "84%", "4 to 5", "more", "1.65"]
        )
        | st.decimals(-10, 1_000, places=3).map(str),
        "metric": st.sampled_from(["stop_search_rate", "stop_search_ratio"]),
        "group": st.sampled_from(["Black", "All minority"]),
        "unit": st.sampled_from(["per head", "per 1,000", "%", "times", "change"]),
        "count": st.integers(0, 99).map(str),
        "of": st.integers(0, 99).map(str),
        "base": st.sampled_from(["staff", "files"]),
        "evidence": st.sampled_from(["staff survey", "file review", "ONS"]),
        "period": st.sampled_from(["2018-03-31", "2017-04-01 to 2018-03-31"]),
        "rounding": st.sampled_from(["truncated", "half-even"]),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims=st.lists(ENTRIES, max_size=6))
def test_whatever_is_claimed_each_line_is_held_or_named(
    claims: list[dict[str, str]], sample_data: Path
) -> None:
    found = peelcheck.verify(claims, read(sample_data / "essex_submission"))
    assert len(found.held) + len(found.faults) == len(claims)
    made = json.loads(verification_as_json(found))
    errors = Draft202012Validator(schema("verification")).iter_errors(made)
    assert [one.message for one in errors] == []
    for one in found.held:
        assert one.says
        assert one.rivals is None or one.verdict in {NOT, IMPOSSIBLE}
