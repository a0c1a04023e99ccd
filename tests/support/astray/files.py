"""Files of random bytes under every accepted name, and real files that are damaged."""

from __future__ import annotations

import gzip
from functools import cache
from io import BytesIO

import polars as pl
from hypothesis import strategies as st

from astray.damage import damaged_bytes, damaged_cells
from astray.thrown import ESSEX, ThrownFiles
from peelcheck.tables import TABLES

__all__ = [
    "cells_replaced",
    "folders_damaged",
    "packed_damaged",
    "random_bytes",
    "real_damaged",
]

_SAMPLES = ESSEX.parent
_SUFFIXES = (".csv", ".csv.gz", ".parquet", ".xlsx", ".xlsm", ".ods", ".xls", ".txt")
_STARTS = {
    ".csv": (b"\xef\xbb\xbf", b"\xff\xfe", b"year,force,population\n", b'"', b"\n"),
    ".csv.gz": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", gzip.compress(b"a,b\n1,2\n")),
    ".parquet": (b"PAR1", b"PAR1PAR1"),
}
_ZIPPED = (
    b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
)
_REAL = (
    "essex_submission/stop_search.csv",
    "police_powers_ye_mar_2018/population.csv",
    "published_shapes/2019-03-essex-stop-and-search.csv",
    "published_shapes/crime-outcomes-open-data.csv",
    "published_shapes/ethnicity-facts-and-figures.csv",
    "published_shapes/police-force-area-tables.xlsx",
    "published_shapes/police-workforce-open-data.csv",
    "published_shapes/police-workforce.ods",
    "published_shapes/stop-and-search-open-data.csv",
)

_FOLDERS = (
    "essex_submission",
    "broken/outcome_of_no_crime",
    "broken/two_current_outcomes",
    "recorded_crime_ye_sep_2018",
)


@cache
def _real(name: str) -> bytes:
    return (_SAMPLES / name).read_bytes()


@st.composite
def random_bytes(draw: st.DrawFn) -> ThrownFiles:
    """Draw a file that no program wrote."""
    stem = draw(st.sampled_from([*TABLES, "data", ".hidden", "a b", "x" * 200]))
    suffix = draw(st.sampled_from(_SUFFIXES))
    start = draw(st.sampled_from((b"", *_STARTS.get(suffix, _ZIPPED))))
    data = start + draw(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
    if suffix == ".csv.gz" and draw(st.booleans()):
        data = gzip.compress(data)
    name = stem + suffix
    named = draw(st.sampled_from([name, ""]))
    return ThrownFiles({name: data}, named, never="it is bytes drawn at random")


@st.composite
def real_damaged(draw: st.DrawFn) -> ThrownFiles:
    """Draw a real file with its bytes flipped, cut, or spliced with another's."""
    name = draw(st.sampled_from(_REAL))
    other = _real(draw(st.sampled_from(_REAL)))
    data = draw(damaged_bytes(_real(name), other))
    return _alone(name, data)


@st.composite
def cells_replaced(draw: st.DrawFn) -> ThrownFiles:
    """Draw a real CSV file with some of its cells replaced by odd texts."""
    name = draw(st.sampled_from([one for one in _REAL if one.endswith(".csv")]))
    return _alone(name, draw(damaged_cells(_real(name))))


@st.composite
def folders_damaged(draw: st.DrawFn) -> ThrownFiles:
    """Draw a return of several files, one of which is damaged, lost, or swapped."""
    files = dict(draw(st.sampled_from([_folder(name) for name in _FOLDERS])))
    name = draw(st.sampled_from(sorted(files)))
    match draw(st.sampled_from(["cells", "cells", "bytes", "lost", "swapped"])):
        case "cells" if name.endswith(".csv"):
            files[name] = draw(damaged_cells(files[name]))
        case "lost":
            del files[name]
        case "swapped":
            other = draw(st.sampled_from(sorted(files)))
            files[name], files[other] = files[other], files[name]
        case _:
            files[name] = draw(damaged_bytes(files[name]))
    return ThrownFiles(files)


@cache
def _folder(name: str) -> dict[str, bytes]:
    paths = (_SAMPLES / name).iterdir()
    return {path.name: path.read_bytes() for path in paths if path.suffix != ".md"}


@st.composite
def packed_damaged(draw: st.DrawFn) -> ThrownFiles:
    """Draw a Parquet or packed CSV file that is damaged, within or as a whole."""
    name = draw(st.sampled_from(_REAL[:2]))
    stem = name.split("/")[1].removesuffix(".csv")
    if draw(st.booleans()):
        data = draw(damaged_bytes(_parquet(name)))
        return ThrownFiles({f"{stem}.parquet": data}, f"{stem}.parquet")
    if draw(st.booleans()):
        data = gzip.compress(draw(damaged_bytes(_real(name))))
    else:
        data = draw(damaged_bytes(gzip.compress(_real(name), mtime=0)))
    return ThrownFiles({f"{stem}.csv.gz": data}, f"{stem}.csv.gz")


def _alone(path: str, data: bytes) -> ThrownFiles:
    name = path.split("/")[1]
    return ThrownFiles({name: data}, name)


@cache
def _parquet(name: str) -> bytes:
    """Return a real table as Parquet, its numbers as numbers."""
    packed = BytesIO()
    pl.read_csv(_real(name), try_parse_dates=True).write_parquet(packed)
    return packed.getvalue()
