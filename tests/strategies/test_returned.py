"""A return as plain rows: read, changed, shown."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings

from peelcheck.strategies import DrawnReturn, returns
from peelcheck.strategies.returned import framed_rows
from peelcheck.strategies.valid import valid_return


@pytest.fixture
def crimes() -> DrawnReturn:
    return valid_return("peel-2018-19", "submission", ["crimes"]).copied()


def test_a_frame_has_the_columns_of_its_table_in_their_order() -> None:
    rows = [{"crime": "C1", "recorded_on": date(2018, 1, 1), "force": "Essex"}]
    frame = framed_rows("crimes", rows)
    assert frame.columns == ["force", "crime", "recorded_on"]
    assert frame.schema["recorded_on"] == pl.Date


def test_a_value_that_cannot_be_read_makes_a_column_of_texts() -> None:
    days = [date(2018, 1, 1), "soon", None]
    frame = framed_rows("crimes", [{"recorded_on": day} for day in days])
    assert frame["recorded_on"].to_list() == ["2018-01-01", "soon", None]


def test_rows_are_changed_in_what_is_returned_alone(crimes: DrawnReturn) -> None:
    rows = crimes.tables["crimes"]
    other = {**rows[1], "crime": "C9"}
    assert crimes.with_row("crimes", 1, other).tables["crimes"][1] == other
    assert crimes.without("crimes", [0]).tables["crimes"] == rows[1:]
    assert crimes.tables["crimes"] is rows


def test_what_is_drawn_may_be_changed_and_the_next_is_sound_again() -> None:
    seen: list[str] = []

    @settings(max_examples=10, deadline=None, derandomize=True)
    @given(returns(tables=["crimes"]))
    def spoilt(drawn: DrawnReturn) -> None:
        seen.append(str(drawn.tables["crimes"][0]["force"]))
        drawn.tables["crimes"][0]["force"] = "Rutland"  # type: ignore[index]
        drawn.manifest["tables"]["crimes"]["source"] = "nowhere"

    spoilt()
    assert set(seen) == {"Essex"}
    start = valid_return("peel-2018-19", "submission", ["crimes"])
    assert start.manifest["tables"]["crimes"]["source"] != "nowhere"


def test_it_is_shown_as_csv_under_its_manifest(crimes: DrawnReturn) -> None:
    head, name, columns, first, *_ = str(crimes).split("\n")
    assert head.startswith('# manifest: {"edition": "peel-2018-19"')
    assert name == "# crimes"
    assert columns == "force,crime,recorded_on,offence"
    assert first.startswith("Essex,")


def test_a_failing_example_shows_a_readable_table() -> None:
    @settings(max_examples=30, deadline=None, derandomize=True, database=None)
    @given(returns(tables=["crimes"]))
    def fails(drawn: DrawnReturn) -> None:
        assert not drawn.tables["crimes"]

    with pytest.raises(AssertionError) as caught:
        fails()
    shown = "\n".join(caught.value.__notes__)
    assert "# crimes\nforce,crime,recorded_on,offence\nEssex," in shown
    assert "DrawnReturn(" not in shown


def test_a_long_table_is_cut_in_a_failing_example() -> None:
    class Printer:
        said = ""

        def text(self, text: str) -> None:
            self.said += text

    printer = Printer()
    long = valid_return("peel-2018-19", "collection", ["stop_search"])
    long._repr_pretty_(printer, _cycle=False)
    more = len(long.tables["stop_search"]) - 120
    assert more > 0
    assert printer.said.endswith(f"# and {more:,} more rows\n")
    assert printer.said.count("\n") == 125


def test_a_return_of_all_forces_is_one_line_where_it_is_named() -> None:
    long = valid_return("peel-2018-19", "collection", ["population", "crimes"])
    rows = sum(map(len, long.tables.values()))
    assert (
        repr(long) == f"<DrawnReturn: collection, {rows:,} rows of population, crimes>"
    )
