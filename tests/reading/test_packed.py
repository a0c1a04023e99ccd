"""CSV files packed with gzip."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from readers import Values, Write

from peelcheck.errors import UnreadableError
from peelcheck.reading import read
from peelcheck.reading.files import headers_in, read_file

TEXT = "year,force,population\n2010,Essex,5\n\n2010,Kent,6\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_packed_file_reads_as_the_plain_one(
    write: Write, values: Values, encoding: str
) -> None:
    packed = gzip.compress(TEXT.encode(encoding))
    path = write(packed, "population.CSV.gz")
    assert headers_in(path) == ("year", "force", "population")
    assert read_file(path).notes[-1] == ("blank row left out", 1)
    for source in (path, path.parent):
        data = read(source).tables["population"]
        assert values(data, "population") == {2: 5, 4: 6}


def test_another_packed_file_is_of_no_kind_that_is_read(write: Write) -> None:
    path = write(gzip.compress(b"x"), "population.parquet.gz")
    with pytest.raises(UnreadableError, match=r"files of kind \.gz are not read"):
        read(path)


def broken() -> list[bytes]:
    whole = gzip.compress(TEXT.encode() * 100, mtime=0)
    return [whole[:-20], whole[:40] + b"\0" * 20 + whole[60:], TEXT.encode()]


@pytest.mark.parametrize("data", broken())
def test_a_broken_packed_file_is_unreadable(write: Write, data: bytes) -> None:
    path = write(data, "population.csv.gz")
    says = f"{path}: it is not a whole gzip file. Pack it again."
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value) == says


def test_a_published_packed_file_is_read(raw_files: Path) -> None:
    path = raw_files / "home-office-stop-and-search-ye-mar-2007-to-2019.csv.gz"
    data = read(path, table="stop_search").tables["stop_search"]
    assert data.frame.to_native().select("force").collect().height == 92_199
