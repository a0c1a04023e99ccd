"""What one cell that is not canonical means."""

from __future__ import annotations

from datetime import date

import pytest

from peelcheck.reading.cells import Cell, meaning_in
from peelcheck.shape import Mark
from peelcheck.tables import TABLES

POPULATION = TABLES["population"]
STOP_SEARCH = TABLES["stop_search"]
UNREADABLE = Cell(None, Mark.UNREADABLE)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("5 ", 5, "blanks trimmed"),
        ("\N{NO-BREAK SPACE}-5", -5, "blanks trimmed"),
        ("1,234", 1234, "thousands separators dropped"),
        ("-12,345,678", -12345678, "thousands separators dropped"),
        ("12.0", 12, "decimal point dropped"),
        (" 12.000", 12, "decimal point dropped"),
    ],
)
def test_whole_numbers_in_other_clothes_are_read_and_reported(
    text: str, value: int, kind: str
) -> None:
    meaning = meaning_in(POPULATION.column("population"), {})
    assert meaning(text) == Cell(value, None, kind)


@pytest.mark.parametrize(
    "text",
    [
        "1.5",
        "12.",
        "1,23",
        "1,234.0",
        "1e3",
        "+5",
        "- 5",
        "\N{MINUS SIGN}5",
        "\N{ARABIC-INDIC DIGIT FIVE}",
        "\N{FULLWIDTH DIGIT FIVE}",
        "\N{ZERO WIDTH SPACE}5",
        "0x10",
        "1_000",
        "11111111111111111111",
        "-",
        "about 5",
    ],
)
def test_what_is_no_whole_number_is_marked_and_not_guessed(text: str) -> None:
    assert meaning_in(POPULATION.column("population"), {})(text) == UNREADABLE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (" 2018-03-31", "blanks trimmed"),
        ("2018-3-31", "noughts added to a date"),
        ("31/03/2018", "date as day/month/year"),
        ("31/3/2018", "date as day/month/year"),
        ("31 March 2018", "date in words"),
        ("31 MAR 2018", "date in words"),
        ("2018-03-31 00:00:00", "time of day dropped"),
        ("2018-03-31T00:00:00", "time of day dropped"),
    ],
)
def test_dates_in_other_forms_are_read_and_reported(text: str, kind: str) -> None:
    meaning = meaning_in(STOP_SEARCH.column("year_ending"), {})
    assert meaning(text) == Cell(date(2018, 3, 31), None, kind)


@pytest.mark.parametrize(
    "text",
    [
        "2018-02-30",
        "30/02/2018",
        "03/31/2018",
        "31/03/18",
        "31-Mar-18",
        "2018-03",
        "20180331",
        "43190",
        "2018-03-31 12:00:00",
        "2018-03-31T00:00:00Z",
        "2018-03-31T00:00:00+01:00",
        "0001-01-01",
        "31/03/201\N{ARABIC-INDIC DIGIT EIGHT}",
    ],
)
def test_impossible_and_ambiguous_dates_are_marked_and_not_guessed(text: str) -> None:
    assert meaning_in(STOP_SEARCH.column("year_ending"), {})(text) == UNREADABLE


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("essex", "Essex"),
        (" Essex ", "Essex"),
        ("Essex Police", "Essex"),
        ("ESSEX CONSTABULARY", "Essex"),
        ("Devon & Cornwall", "Devon and Cornwall"),
        ("Dyfed\N{EN DASH}Powys", "Dyfed-Powys"),
        ("Avon\N{NO-BREAK SPACE}and Somerset", "Avon and Somerset"),
        ("London, City of", "City of London"),
        ("West Midlands Police", "West Midlands"),
        ("BTP", "British Transport Police"),
    ],
)
def test_spellings_of_a_force_are_read_as_its_name(text: str, force: str) -> None:
    meaning = meaning_in(STOP_SEARCH.column("force"), {})
    assert meaning(text) == Cell(force, None, "spelling")


@pytest.mark.parametrize("text", ["London", "Eastern", "Police", "Es sex", "England"])
def test_no_force_is_made_of_a_name_that_is_none(text: str) -> None:
    assert meaning_in(STOP_SEARCH.column("force"), {})(text) == Cell(text)


def test_a_name_outside_the_domain_that_stays_as_it_is_is_no_coercion() -> None:
    meaning = meaning_in(POPULATION.column("force"), {})
    assert meaning("British Transport Police") == Cell("British Transport Police")


@pytest.mark.parametrize("column", ["force", "population", "year"])
def test_blanks_alone_are_an_empty_cell(column: str) -> None:
    meaning = meaning_in(POPULATION.column(column), {})
    assert meaning(" \t") == Cell(None, None, "blanks taken for empty")


def test_nil_is_nought_where_numbers_are_counted_and_a_mark_elsewhere() -> None:
    marks = {"-": Mark.NIL}
    says = "mark '-' read as nil"
    count = meaning_in(POPULATION.column("population"), marks)
    text = meaning_in(POPULATION.column("force"), marks)
    assert count(" - ") == Cell(0, None, says)
    assert text("-") == Cell(None, Mark.NIL, says)


def test_another_mark_stands_beside_an_empty_cell() -> None:
    meaning = meaning_in(POPULATION.column("population"), {"*": Mark.SUPPRESSED})
    expected = Cell(None, Mark.SUPPRESSED, "mark '*' read as suppressed")
    assert meaning("*") == expected


def test_a_blank_cell_may_be_declared_a_mark() -> None:
    meaning = meaning_in(POPULATION.column("population"), {"": Mark.NIL})
    assert meaning("  ") == Cell(0, None, "mark '' read as nil")


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        ("file_review.crime_type", "Theft from person", "Theft from the person"),
        ("file_review.crime_type", "Rape", "Rape, including attempts"),
        (
            "file_review.crime_type",
            "Rape (including attempts)",
            "Rape, including attempts",
        ),
        ("file_review.crime_type", "GBH", "Grievous bodily harm (wounding)"),
        (
            "file_review.crime_type",
            "Grievous Bodily Harm",
            "Grievous bodily harm (wounding)",
        ),
        ("file_review.crime_type", "ABH", "Actual bodily harm"),
        ("file_review.good_standard", "Y", "yes"),
        ("public_survey.satisfied", "n", "no"),
        ("judgments.inspected", "N", "no"),
        ("judgments.grade", "RI", "Requires improvement"),
    ],
)
def test_short_names_of_a_value_are_read_as_it(
    place: str, text: str, value: str
) -> None:
    table, _, column = place.partition(".")
    meaning = meaning_in(TABLES[table].column(column), TABLES[table].marks)
    assert meaning(text) == Cell(value, None, "spelling")
