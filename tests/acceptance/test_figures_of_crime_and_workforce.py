"""The figures that published tables print, recomputed from the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import peelcheck
from peelcheck import Figures
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows

SECTION_39 = {
    "Thames Valley": 133.00,
    "Staffordshire": 59.25,
    "Lincolnshire": 42.81,
    "Gloucestershire": 28.00,
}
"""Staff under section 39 on 31 March 2018; no other force had any."""


@cache
def recomputed(folder: Path) -> Figures:
    return peelcheck.recompute(folder)


@pytest.fixture(scope="module")
def crime(sample_data: Path) -> Figures:
    return recomputed(sample_data / "recorded_crime_ye_sep_2018")


@pytest.fixture(scope="module")
def outcomes(sample_data: Path) -> Figures:
    return recomputed(sample_data / "crime_outcomes_2018_19")


@pytest.fixture(scope="module")
def workforce(sample_data: Path) -> Figures:
    return recomputed(sample_data / "workforce_2014_to_2018")


class TestRecordedCrime:
    """Year ending September 2018, per 1,000 residents of mid-2017 (A9, A28, A29)."""

    @pytest.mark.parametrize(
        ("metric", "area", "count", "rate"),
        [
            ("recorded_crime_rate", "Essex", 144_037, 79.125),
            ("recorded_crime_rate", "England and Wales", 5_010_526, 85.293),
            ("victim_based_crime_rate", "Essex", 123_916, 68.072),
            ("victim_based_crime_rate", "England and Wales", 4_316_927, 73.486),
        ],
    )
    def test_the_rates(
        self, crime: Figures, metric: str, area: str, count: int, rate: float
    ) -> None:
        figure = crime.of(metric, area)
        assert figure.numerator == count
        assert figure.value == pytest.approx(rate, abs=0.0005)
        assert figure.as_stated

    def test_42_of_42_published_rates_are_reproduced(self, crime: Figures) -> None:
        printed = {
            row["area"]: row["rate"]
            for row in reference_rows("recorded_crime_published")
            if str(row["period_end"]) == "2018-09-30" and row["rate"]
        }
        forces = set(printed) & set(force_names())
        assert len(forces) == 42  # City of London is given none of its own
        for name in forces:
            value = crime.of("recorded_crime_rate", name).value
            assert value == pytest.approx(printed[name], abs=5e-7)

    def test_city_of_london_is_flagged_and_the_railway_police_has_no_rate(
        self, crime: Figures
    ) -> None:
        city = crime.of("recorded_crime_rate", "City of London")
        assert "FEW_RESIDENTS" in {one.id for one in city.caveats}
        assert "British Transport Police" not in {one.force for one in crime}


class TestOutcomes:
    """Financial year 2018/19, which is not the statement's (A31)."""

    @pytest.mark.parametrize(
        ("group", "share"),
        [
            ("Charged or summonsed", 8.60),
            ("Victim did not support action", 30.32),
            ("No suspect identified", 41.05),
            ("Not yet assigned", 1.10),
        ],
    )
    def test_the_shares_of_essex(
        self, outcomes: Figures, group: str, share: float
    ) -> None:
        figure = outcomes.of("outcome_share_of_counts", "Essex", group)
        assert figure.denominator == 158_757
        assert figure.value == pytest.approx(share, abs=0.005)
        assert not figure.as_stated

    def test_on_the_other_basis_the_shares_differ(self, outcomes: Figures) -> None:
        for group in ("Charged or summonsed", "Victim did not support action"):
            one = outcomes.of("outcome_share_of_counts", "Essex", group)
            other = outcomes.of("closed_outcome_share", "Essex", group)
            assert other.denominator == 155_467
            assert one.value != pytest.approx(other.value, abs=0.001)

    @pytest.mark.parametrize(
        ("force", "apart", "caveat"),
        [
            ("Essex", 0.002, "RECONCILED"),
            ("Dyfed-Powys", 0.090, "NOT_RECONCILED"),
            ("Northumbria", -0.013, "RECONCILED"),
        ],
    )
    def test_the_file_s_total_stands_beside_recorded_crime(
        self, outcomes: Figures, force: str, apart: float, caveat: str
    ) -> None:
        for figure in outcomes.only(metric="outcome_share_of_counts", force=force):
            assert figure.beside == pytest.approx(apart, abs=0.0005)
            assert caveat in {one.id for one in figure.caveats}

    def test_the_usual_memberships_keep_their_bounds(self, outcomes: Figures) -> None:
        of_counts = outcomes.only(metric="outcome_share_of_counts")
        for name in {one.force for one in of_counts}:
            value = {one.group: one.value or 0 for one in of_counts.only(force=name)}
            assert value["Action taken"] <= value["Suspect identified"]
            rest = value["No suspect identified"] + value["Not yet assigned"]
            assert value["Suspect identified"] + rest <= 100


class TestWorkforce:
    """Full-time equivalents on 31 March 2018 (A40 to A42)."""

    DAY = "2018-03-31"

    def test_officers_are_1_02_more_than_first_published(
        self, workforce: Figures
    ) -> None:
        figure = workforce.of(
            "workforce_in_post", None, "Police officers", period=self.DAY
        )
        assert figure.value == 122_404.82
        said = {one.id: one.says for one in figure.caveats}
        assert said["AS_PUBLISHED"].startswith(
            "122,404.82 beside 122,403.80 full-time equivalents as first published, "
            "1.02 more"
        )

    def test_cumbria_alone_was_revised(self, workforce: Figures) -> None:
        found = {
            figure.force
            for figure in workforce.only(metric="workforce_in_post")
            if figure.group == "Police officers"
            and "NOT_AS_PUBLISHED" in {one.id for one in figure.caveats}
        }
        assert found == {"Cumbria"}

    def test_leaving_section_39_in_moves_four_forces_alone(
        self, workforce: Figures
    ) -> None:
        moved = {}
        for name in force_names():
            figure = workforce.of(
                "workforce_in_post", name, "All kinds", period=self.DAY
            )
            for step in figure.steps:
                if step.name == "staff under section 39" and step.change:
                    moved[name] = -step.change
        assert moved == pytest.approx(SECTION_39)

    def test_essex_has_its_published_workforce_within_rounding(
        self, workforce: Figures
    ) -> None:
        figure = workforce.of(
            "workforce_in_post", "Essex", "All kinds", period=self.DAY
        )
        assert figure.value == 5_032.49  # 5,032.50 as published; designated by rounding
        published = sum(
            row["fte"]
            for row in reference_rows("workforce_published")
            if row["force"] == "Essex"
        )
        assert published == pytest.approx(5_032.50, abs=0.005)


class TestClaims:
    """The figures of `published_tables.csv` held against each sample."""

    @pytest.mark.parametrize(
        ("sample", "verdicts", "rivals"),
        [
            (
                "recorded_crime_ye_sep_2018",
                {"crime-national": "not reproduced", "crime-essex": "reproduced"},
                {"crime-national": "British Transport Police kept in"},
            ),
            ("crime_outcomes_2018_19", {"outcomes-essex": "reproduced"}, {}),
            (
                "workforce_2014_to_2018",
                {
                    "officers-national": "not reproduced",
                    "officers-essex": "reproduced",
                    "officers-cumbria": "not reproduced",
                    "designated-thames-valley": "not reproduced",
                },
                {"designated-thames-valley": "staff under section 39 kept in"},
            ),
        ],
    )
    def test_what_is_reproduced_and_by_what(
        self,
        sample_data: Path,
        sample: str,
        verdicts: dict[str, str],
        rivals: dict[str, str],
    ) -> None:
        claims = sample_data / "claims" / "published_tables.csv"
        found = peelcheck.verify(claims, sample_data / sample)
        assert not found.faults
        held = {one.claim.id: one for one in found.held}
        told = {
            name: one.verdict
            for name, one in held.items()
            if one.verdict != "not checkable"
        }
        assert told == verdicts
        for name, says in rivals.items():
            rival = held[name].rivals
            assert rival is not None
            assert [one.says for one in rival.found[0].departures] == [says]

    def test_a_change_of_recorded_crime_carries_its_caution(
        self, sample_data: Path
    ) -> None:
        claims = sample_data / "claims" / "published_tables.csv"
        found = peelcheck.verify(claims, sample_data / "recorded_crime_ye_sep_2018")
        rise = next(one for one in found.held if one.claim.id == "crime-rise")
        assert [statement for statement, _ in rise.flags] == ["A30"]
