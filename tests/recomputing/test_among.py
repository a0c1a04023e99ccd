"""Shares among their own rows: clearance, files, answers; and what they rest on."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Figures
from peelcheck.claims import ClaimVerdict
from peelcheck.figures import Figure


def recomputed(table: str, *rows: dict[str, Any], kind: str = "collection") -> Figures:
    frame = pl.DataFrame(list(rows), infer_schema_length=None)
    return peelcheck.recompute({table: frame}, kind=kind)


def caveats(figure: Figure) -> dict[str, str]:
    return {one.id: one.says for one in figure.caveats}


def cleared(force: str = "Essex", **cells: Any) -> dict[str, Any]:
    row = {"as_at": date(2018, 4, 1), "force": force, "basis": "headcount"}
    return {**row, "workforce": 5310.0, "without_clearance": 875.0, **cells}


class TestClearance:
    """The workforce is divided by on the basis the return declares (A49)."""

    def test_the_share_is_that_of_the_report(self) -> None:
        figure = recomputed("vetting", cleared()).of("without_clearance", "Essex")
        assert figure.value == pytest.approx(16.478, abs=0.001)
        assert (figure.numerator, figure.denominator) == (875, 5310)
        assert (figure.period, figure.as_stated) == ("1 April 2018", True)

    def test_full_time_equivalents_give_another(self) -> None:
        row = cleared(basis="full-time equivalents", workforce=5032.5)
        figure = recomputed("vetting", row).of("without_clearance", "Essex")
        assert figure.value == pytest.approx(17.387, abs=0.001)
        assert caveats(figure)["BASIS_DECLARED"].startswith("Counts full-time")

    def test_two_bases_make_no_total(self) -> None:
        other = cleared("Kent", basis="full-time equivalents")
        figures = recomputed("vetting", cleared(), other)
        total = figures.of("without_clearance")
        assert total.value is None
        assert total.undefined == (
            "basis is not the same in all rows: full-time equivalents, headcount"
        )
        assert figures.of("without_clearance", "Kent").value is not None

    @pytest.mark.parametrize("column", ["workforce", "without_clearance"])
    def test_a_force_that_lacks_a_side_is_in_no_total(self, column: str) -> None:
        figures = recomputed("vetting", cleared(), cleared("Kent", **{column: None}))
        assert figures.of("without_clearance").numerator == 875
        assert figures.of("without_clearance", "Kent").value is None

    def test_railway_police_on_another_basis_stand_in_no_total_s_way(self) -> None:
        police = cleared("British Transport Police", basis="full-time equivalents")
        figures = recomputed("vetting", cleared(), police)
        assert figures.of("without_clearance").numerator == 875

    def test_a_basis_that_is_not_given_is_another(self) -> None:
        figures = recomputed("vetting", cleared(), cleared("Kent", basis=None))
        assert "headcount, not given" in figures.of("without_clearance").undefined

    def test_half_a_member_is_no_impossible_count(self) -> None:
        row = cleared(workforce=200.0, without_clearance=20.5)
        row |= {"basis": "full-time equivalents"}
        claim = {"id": "x", "metric": "without_clearance", "subject": "Essex"}
        claim |= {"figure": "10.75", "unit": "per cent"}
        (held,) = peelcheck.verify([claim], {"vetting": pl.DataFrame([row])}).held
        assert held.verdict is ClaimVerdict.NOT_REPRODUCED

    def test_more_than_the_workforce_has_no_share(self) -> None:
        figure = recomputed("vetting", cleared(workforce=800.0)).of(
            "without_clearance", "Essex"
        )
        assert figure.value is None
        assert "above the line than below" in figure.undefined

    def test_nobody_at_all_has_none_either(self) -> None:
        row = cleared(workforce=0.0, without_clearance=0.0)
        figure = recomputed("vetting", row).of("without_clearance", "Essex")
        assert figure.undefined == "there is nothing to take a share of"


def file(number: int, good: str | None, **cells: Any) -> dict[str, Any]:
    row = {"force": "Essex", "file": f"F{number}", "crime_type": "Stalking"}
    return {**row, "recorded_on": date(2018, 1, 1), "good_standard": good, **cells}


class TestFiles:
    """Files of a good standard, with their base and their caveat (A22 to A25)."""

    def test_52_of_60_is_86_67_per_cent(self) -> None:
        rows = [file(n, "yes" if n < 52 else "no") for n in range(60)]
        figure = recomputed("file_review", *rows).of("good_files", "Essex")
        assert (figure.numerator, figure.denominator) == (52, 60)
        assert f"{figure.value:.2f}" == "86.67"
        assert caveats(figure)["FILES"] == "Rests on 60 files."
        assert "NEVER_ALONE" in caveats(figure)
        assert [(s.name, s.change, s.left) for s in figure.steps] == [
            ("all files", 0, 60),
            ("not of a good standard", -8, 52),
        ]

    def test_files_of_other_days_or_no_standard_are_on_neither_side(self) -> None:
        rows = [
            file(1, "yes"),
            file(2, "no", recorded_on=date(2018, 4, 1)),
            file(3, None),
            file(4, "no", recorded_on=date(2018, 3, 31)),
        ]
        figure = recomputed("file_review", *rows).of("good_files", "Essex")
        assert (figure.numerator, figure.denominator) == (1, 2)

    def test_a_force_without_a_good_file_has_nought(self) -> None:
        figure = recomputed("file_review", file(1, "no")).of("good_files", "Essex")
        assert figure.value == 0

    def test_a_force_without_a_good_file_is_in_the_total_all_the_same(self) -> None:
        rows = [file(n, "yes") for n in range(10)]
        rows += [file(n, "no", force="Kent") for n in range(10)]
        total = recomputed("file_review", *rows).of("good_files")
        assert (total.force, total.value) == ("2 of 43 forces", 50)

    def test_a_standard_that_is_not_known_is_none(self) -> None:
        rows = [file(1, "yes"), file(2, "no"), file(3, "partly"), file(4, None)]
        figure = recomputed("file_review", *rows).of("good_files", "Essex")
        assert (figure.numerator, figure.denominator) == (1, 2)

    def test_what_is_not_known_kept_in_is_not_good(self) -> None:
        goods = ["yes"] * 5 + ["no"] * 5 + [None] * 10
        rows = pl.DataFrame([file(n, good) for n, good in enumerate(goods)])
        claim = {"id": "x", "metric": "good_files", "subject": "Essex"}
        claim |= {"figure": "25", "unit": "per cent"}
        (held,) = peelcheck.verify([claim], {"file_review": rows}).held
        assert held.rivals is not None
        assert [one.value for one in held.rivals.found] == [25]

    def test_more_files_than_there_are_is_impossible(self) -> None:
        rows = pl.DataFrame([file(n, "yes" if n < 5 else "no") for n in range(20)])
        claim = {"id": "x", "metric": "good_files", "subject": "Essex"}
        claim |= {"figure": "150", "unit": "per cent"}
        (held,) = peelcheck.verify([claim], {"file_review": rows}).held
        assert held.verdict is ClaimVerdict.IMPOSSIBLE

    def test_a_claim_on_it_is_held_and_a_file_left_out_is_no_departure(self) -> None:
        rows = pl.DataFrame([file(n, "yes" if n < 52 else "no") for n in range(60)])
        claim = {"metric": "good_files", "subject": "Essex", "unit": "per cent"}
        claims = [claim | {"id": text, "figure": text} for text in ("87", "12")]
        right, wrong = peelcheck.verify(claims, {"file_review": rows}).held
        assert right.verdict is ClaimVerdict.REPRODUCED
        assert wrong.verdict is ClaimVerdict.NOT_REPRODUCED
        assert wrong.rivals is not None
        assert not any("standard" in str(one) for one in wrong.rivals.found)
        assert "A24" in {name for name, _ in right.flags}

    def test_other_evidence_beside_it_lifts_the_flag(self) -> None:
        rows = pl.DataFrame([file(n, "yes" if n < 52 else "no") for n in range(60)])
        claim = {"id": "x", "metric": "good_files", "subject": "Essex", "figure": "87"}
        claim |= {"unit": "per cent", "evidence": "file review; fieldwork"}
        (held,) = peelcheck.verify([claim], {"file_review": rows}).held
        assert "A24" not in {name for name, _ in held.flags}


def answer(number: int, satisfied: str | None, weight: float = 1.0) -> dict[str, Any]:
    row = {"year": 2018, "provider": "BMG", "force": "Essex", "mode": "online panel"}
    told = {"respondent": f"R{number}", "weight": weight, "satisfied": satisfied}
    return {**row, **told}


class TestSurveys:
    """Weighted values with their unweighted base; themes, and no force (A12 to A20)."""

    def test_weights_are_added_up_and_respondents_counted(self) -> None:
        rows = [answer(1, "yes", 3.0), answer(2, "no", 0.5), answer(3, "no", 0.5)]
        figure = recomputed("public_survey", *rows).of("public_satisfied", "Essex")
        assert (figure.value, figure.denominator) == (75, 4)
        said = caveats(figure)
        assert said["UNWEIGHTED_BASE"].startswith("Rests on 3 respondents")
        assert {"INDICATIVE_ONLY", "ANOTHER_PROVIDER", "TARGETED_INTERVIEWS"} <= {*said}

    def test_a_row_of_several_respondents_counts_them(self) -> None:
        rows = [answer(1, "yes", 3.0), answer(2, "no", 1.0)]
        rows = [row | {"respondents": n} for row, n in zip(rows, (4, 6), strict=True)]
        figure = recomputed("public_survey", *rows).of("public_satisfied", "Essex")
        assert caveats(figure)["UNWEIGHTED_BASE"].startswith("Rests on 10 respondents")

    def test_no_opinion_is_on_neither_side(self) -> None:
        rows = [answer(1, "yes"), answer(2, None, 9.0)]
        figure = recomputed("public_survey", *rows).of("public_satisfied", "Essex")
        assert figure.value == 100

    @pytest.mark.parametrize("column", ["weight", "respondents"])
    def test_a_row_that_lacks_a_number_is_on_neither_side_alone(
        self, column: str
    ) -> None:
        rows = [answer(n, "yes") | {"respondents": 1} for n in range(9)]
        rows += [answer(n, "no") | {"respondents": 1} for n in range(9, 12)]
        rows[0][column] = rows[9][column] = None
        figure = recomputed("public_survey", *rows).of("public_satisfied", "Essex")
        assert (figure.numerator, figure.denominator) == (8, 10)
        assert caveats(figure)["INCOMPLETE"].startswith("2 of its cells")
        assert figure.period == "1 January 2018 to 31 December 2018"

    def test_another_year_is_not_counted(self) -> None:
        rows = [answer(1, "yes"), answer(2, "no") | {"year": 2017}]
        figure = recomputed("public_survey", *rows).of("public_satisfied", "Essex")
        assert figure.denominator == 1

    def test_the_staff_survey_has_themes_for_all_forces_together_alone(self) -> None:
        rows = [
            {"force": force, "theme": theme, "responses": 40, "agreeing": agreeing}
            for force, agreeing in (("Essex", 20), ("Kent", 30))
            for theme in ("pay", "training")
        ]
        figures = recomputed("staff_survey", *rows)
        assert {(one.force, one.group) for one in figures} == {
            ("2 of 43 forces", "pay"),
            ("2 of 43 forces", "training"),
        }
        figure = figures.of("staff_agreeing", group="pay")
        assert (figure.value, figure.numerator, figure.denominator) == (62.5, 50, 80)
        assert {"THEMES_ONLY", "VOLUNTARY_SAMPLE"} <= {*caveats(figure)}
        assert figure.interval is None

    def test_a_theme_that_a_force_lacks_is_told_and_marks_no_other(self) -> None:
        row = {"force": "Essex", "theme": "pay", "responses": 40, "agreeing": 20}
        rows = [row, row | {"force": "Kent"}, row | {"theme": "training"}]
        figures = recomputed("staff_survey", *rows)
        pay, training = (
            caveats(figures.of("staff_agreeing", group=theme))
            for theme in ("pay", "training")
        )
        assert "THEME_ABSENT" not in pay
        assert training["THEME_ABSENT"].endswith(": 1.")

    def test_so_a_force_on_its_own_has_no_figure(self) -> None:
        row = {"force": "Essex", "theme": "pay", "responses": 40, "agreeing": 20}
        with pytest.raises(peelcheck.UsageError, match="for all forces together"):
            recomputed("staff_survey", row, kind="submission")

    def test_and_a_claim_on_one_by_it_is_refused(self) -> None:
        row = {"force": "Essex", "theme": "pay", "responses": 40, "agreeing": 20}
        claim = {"id": "x", "metric": "staff_agreeing", "subject": "Essex"}
        claim |= {"group": "pay", "figure": "50", "unit": "per cent"}
        frame = pl.DataFrame([row])
        (held,) = peelcheck.verify([claim], {"staff_survey": frame}).held
        assert held.verdict is ClaimVerdict.NOT_CHECKABLE
        assert "A14" in held.says
