"""A return may come in frames, in files, or in many files that are joined again."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metamorphic import (
    Place,
    Seen,
    apart,
    broken_apart,
    broken_returns,
    held,
    quickly,
    seeded,
    seen,
)
from published_files import (
    HEADER,
    JOINING,
    Cut,
    by_force,
    by_row,
    together,
    told_by_name,
    written_by,
)

from peelcheck import Finding, Return
from peelcheck.model import Kind
from peelcheck.sampling.writing import write_return
from peelcheck.strategies import DrawnReturn, returns


def placed(finding: Finding) -> int:
    """Return the place in a table of a row in a file of it."""
    assert finding.row is not None
    return finding.row - HEADER


def written(drawn: DrawnReturn, folder: Path) -> Return:
    """Return a return as it is read from a folder of a manifest and a file a table."""
    folder.mkdir(exist_ok=True)
    write_return(drawn.manifest, drawn.frames(), folder)
    return held(drawn, folder, said=False)


@quickly(3)
@given(drawn=st.sampled_from(Kind).flatmap(lambda kind: returns(kind=kind)))
def test_a_file_for_each_table_changes_nothing(drawn: DrawnReturn) -> None:
    with TemporaryDirectory() as folder:
        found = seen(written(drawn, Path(folder)), placed)
        assert apart(seen(drawn.read()), found) == []


def test_in_files_the_same_rules_are_broken_in_the_same_rows(tmp_path: Path) -> None:
    number = count()

    def change(drawn: DrawnReturn, _: Random) -> tuple[Return, Place | None]:
        return written(drawn, tmp_path / str(next(number))), placed

    assert broken_apart(change) == []


def read_again(name: str, drawn: DrawnReturn, cut: Cut, random: Random) -> Seen:
    """Return what is seen of a table written as a source publishes it, cut so."""
    with TemporaryDirectory() as made:
        folder = Path(made) / "files"
        places = written_by(JOINING[name], drawn, folder, cut, random)
        given = held(drawn, folder)

        def place(finding: Finding) -> int | None:
            return places.get((finding.source, finding.row or 0))

        return seen(given, place)


@pytest.mark.parametrize("cut", [by_force, by_row])
@pytest.mark.parametrize("name", JOINING)
@quickly(2)
@given(data=st.data(), seed=st.integers())
def test_files_that_are_joined_change_nothing(
    name: str, cut: Cut, data: st.DataObject, seed: int
) -> None:
    kind = data.draw(st.sampled_from(Kind))
    tables = [JOINING[name].tables[0].table]
    drawn = data.draw(returns(kind=kind, tables=tables))
    whole = read_again(name, drawn, together, seeded(seed))
    assert apart(whole, read_again(name, drawn, cut, seeded(seed))) == []


@pytest.mark.parametrize("cut", [by_force, by_row])
@pytest.mark.parametrize("name", JOINING)
def test_joined_files_break_the_same_rules_in_the_same_rows(
    name: str, cut: Cut
) -> None:
    table = JOINING[name].tables[0].table
    failed = 0
    for broken, _ in broken_returns():
        drawn = broken.given
        if broken.table != table or len(drawn.tables) > 1:
            continue
        if not told_by_name(JOINING[name], drawn.tables[table]):
            continue
        whole = read_again(name, drawn, together, seeded(broken.rule))
        again = read_again(name, drawn, cut, seeded(broken.rule))
        assert (broken.rule, apart(whole, again)) == (broken.rule, [])
        failed += bool(whole.failing)
    assert failed
