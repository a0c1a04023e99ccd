"""A comparison as a person reads it: counts, and the first few changes of each kind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polars as pl
from consoles import lines_of
from deliveries import FIRST, JANUARY, SECOND, calls
from jsonschema import validate

import peelcheck
from peelcheck import Comparison
from peelcheck.reference.forces import force_names
from peelcheck.reporting.comparison import comparison_on_terminal
from peelcheck.reporting.machine import comparison_as_json, schema
from peelcheck.sampling import sample_table


def printed(told: Comparison) -> list[str]:
    return [line.rstrip() for line in lines_of(comparison_on_terminal(told), 120)]


def test_it_reads_from_the_counts_to_the_cells() -> None:
    assert printed(peelcheck.compare(FIRST, SECOND, table="calls_999")) == [
        "calls_999 frame   compared with calls_999 frame",
        "  calls_999   5 -> 4 rows   1 unchanged   2 corrected   1 new   2 withdrawn",
        "",
        "calls_999",
        "  cells corrected: 2 of calls",
        (
            "  corrected  month = 2018-02-28, force = Kent: calls 30 -> 31  "
            "(first position 4, second position 0)"
        ),
        (
            "  corrected  month = 2018-01-31, force = Essex: "
            "calls not available -> 12  "
            "(first position 0, second position 3)"
        ),
        "  new  month = 2018-01-31, force = Sussex  (second position 1)",
        "  withdrawn  month = 2018-01-31, force = Surrey  (first position 2)",
        "  withdrawn  month = 2018-02-28, force = Essex  (first position 3)",
        "",
        "Of both: 1 unchanged, 2 corrected, 1 new, 2 withdrawn.",
    ]


def test_the_first_few_are_shown_and_all_are_counted() -> None:
    whole = calls(*((JANUARY, name, 5) for name in force_names()))
    none = whole.with_columns(pl.lit("0").alias("calls"))
    lines = printed(peelcheck.compare(whole, none, table="calls_999"))
    assert sum(line.startswith("  corrected  ") for line in lines) == 5
    assert "  and 38 more corrected" in lines
    gone = printed(peelcheck.compare(whole, whole[:3], table="calls_999"))
    assert "  and 35 more withdrawn" in gone


def test_doubled_keys_are_listed_apart() -> None:
    whole = calls(*((JANUARY, name, 5) for name in force_names()))
    twice = pl.concat([whole, whole])
    lines = printed(peelcheck.compare(whole[:42], twice, table="calls_999"))
    at = lines.index("  set apart, as their key stands more than once:")
    assert lines[at + 1].endswith(
        "force = Avon and Somerset: once in the first, 2 times in the second; "
        "1 of them unchanged"
    )
    assert lines[at + 6] == "    and 38 more such keys"
    assert (
        lines[-1]
        == "Of both: 42 unchanged, 0 corrected, 0 new, 0 withdrawn, 43 doubled keys."
    )


def test_rows_alike_are_told_with_their_number() -> None:
    once = pl.DataFrame({"searched_on": [date(2017, 4, 1)], "force": ["Essex"]})
    told = peelcheck.compare(once, pl.concat([once] * 4), table="stop_search_records")
    (line,) = [one for one in printed(told) if one.startswith("  new")]
    assert line.endswith("force = Essex  (second position 0, 3 rows alike)")


def test_what_one_delivery_lacks_is_told() -> None:
    people = sample_table("population")
    told = peelcheck.compare(
        {"population": people, "calls_999": FIRST},
        {
            "calls_999": SECOND.drop("month"),
            "vetting": pl.DataFrame({"force": ["Kent"]}),
        },
    )
    lines = printed(told)
    assert "table    population is in the first alone" in lines
    assert "table    vetting is in the second alone" in lines
    assert "  columns of the first alone: month" in lines
    assert any(
        line.startswith("  not compared: a delivery lacks month") for line in lines
    )
    assert "  calls_999   5 -> 4 rows" in "\n".join(lines)
    assert lines[-1] == "Nothing was compared: calls_999 could not be."


def test_the_last_line_says_which_table_was_not_compared() -> None:
    people = sample_table("population")
    first = {"population": people, "calls_999": FIRST}
    told = peelcheck.compare(first, first | {"calls_999": SECOND.drop("month")})
    assert printed(told)[-1] == (
        f"Of both: {people.height} unchanged, 0 corrected, 0 new, 0 withdrawn; "
        "not compared: calls_999."
    )


def test_of_many_columns_the_first_few_are_named() -> None:
    many = SECOND.with_columns(pl.lit(1).alias(f"more {n}") for n in range(2_000))
    lines = printed(peelcheck.compare(FIRST, many, table="calls_999"))
    (line,) = [one for one in lines if "columns of the second alone" in one]
    assert line == (
        "  columns of the second alone: more 0, more 1, more 2, more 3, more 4 "
        "and 1,995 more"
    )


def test_a_key_without_a_value_says_why() -> None:
    no_day = FIRST.with_columns(month=pl.lit("Apr-17"))[1:2]
    told = peelcheck.compare(FIRST[:1], no_day, table="calls_999")
    line = "  new  month unreadable: Apr-17, force = Kent  (second position 0)"
    assert line in printed(told)
    (new, _) = json.loads(comparison_as_json(told))["tables"][0]["changes"]
    assert new["key"] == {"month": None, "force": "Kent"}
    assert new["empty"] == {"month": "unreadable: Apr-17"}


def test_nothing_in_common_is_said() -> None:
    told = peelcheck.compare(
        {"population": sample_table("population")}, {"calls_999": FIRST}
    )
    assert printed(told)[-1] == "Nothing was compared: they have no table in common."


def test_what_is_the_same_is_said_in_a_line() -> None:
    told = peelcheck.compare(FIRST, FIRST.reverse(), table="calls_999")
    assert (
        printed(told)[-1] == "The same: 5 unchanged, 0 corrected, 0 new, 0 withdrawn."
    )
    assert "calls_999" not in printed(told)


def test_rows_of_several_files_name_their_file(shapes: Path, tmp_path: Path) -> None:
    name = "2019-03-essex-stop-and-search.csv"
    text = (shapes / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    other = name.replace("-03-", "-04-")
    (tmp_path / other).write_text(text.replace("2019-03", "2019-04"), encoding="utf-8")
    lines = printed(peelcheck.compare(tmp_path / name, tmp_path))
    assert f"(second {other} row 2)" in " ".join(" ".join(lines).split())


def test_its_json_keeps_to_its_schema() -> None:
    twice = pl.concat([SECOND, SECOND[2:3]])
    for second in (SECOND, twice, SECOND.drop("month"), FIRST):
        told = comparison_as_json(peelcheck.compare(FIRST, second, table="calls_999"))
        validate(json.loads(told), schema("comparison"))
    searches = pl.DataFrame({"searched_on": ["2017-04-01"], "force": ["Essex"]})
    told = comparison_as_json(
        peelcheck.compare(searches, searches[:0], table="stop_search_records")
    )
    validate(json.loads(told), schema("comparison"))
    (change,) = json.loads(told)["tables"][0]["changes"]
    assert change["others"]["searched_on"] == "2017-04-01"


def test_its_json_has_a_line_for_each_change() -> None:
    told = peelcheck.compare(FIRST, SECOND, table="calls_999")
    lines = comparison_as_json(told).splitlines()
    assert sum(line.startswith('{"what":') for line in lines) == 5
