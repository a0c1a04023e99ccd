"""Manifests with one thing wrong at least: in a mapping, in TOML, in bytes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st

from astray.damage import damaged_bytes, odd_text
from astray.thrown import ESSEX, ThrownFiles

__all__ = ["damaged_manifests", "hinted_wrongly", "wrong_manifests"]

_DATA = {"stop_search.csv": (ESSEX / "stop_search.csv").read_bytes()}
_SOUND = (ESSEX / "manifest.toml").read_bytes()
_MOMENT = datetime(2018, 3, 31)  # noqa: DTZ001 - of no zone, as files have them
_ENTRY = ("source", "publication", "release", "period_start", "period_end", "marks")


def anything(*, depth: int = 3) -> st.SearchStrategy[Any]:
    """Return values that TOML or Python may hold, nested a little."""
    plain = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        odd_text(),
        st.binary(max_size=4),
        st.sampled_from([date(2018, 3, 31), _MOMENT, time(1), 2**70, 10**4000]),
    )
    return st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names(), inner),
        max_leaves=depth,
    )


def _names() -> st.SearchStrategy[Any]:
    known = ("edition", "kind", "force", "tables", "stop_search", "marks", *_ENTRY)
    return st.sampled_from(known) | odd_text() | st.integers() | st.none()


def _no_text() -> st.SearchStrategy[Any]:
    blank = st.sampled_from(["", " ", "\t"])
    return blank | anything().filter(lambda one: not isinstance(one, str))


def _no_section() -> st.SearchStrategy[Any]:
    return anything().filter(lambda one: not isinstance(one, dict))


def _no_day() -> st.SearchStrategy[Any]:
    return anything().filter(lambda one: type(one) is not date)


def _unknown(known: tuple[str, ...]) -> st.SearchStrategy[dict[Any, Any]]:
    names = _names().filter(lambda one: one not in known)
    return st.dictionaries(names, anything(), min_size=1, max_size=2)


def _entries() -> st.SearchStrategy[dict[str, Any]]:
    """Return an entry of a table, wrong in one field."""
    a_text = st.sampled_from(["source", "publication", "release"])
    a_day = st.sampled_from(["period_start", "period_end"])
    wrong_mark = st.dictionaries(odd_text(), anything(depth=1), min_size=1, max_size=2)
    no_mark = wrong_mark.filter(lambda one: not set(map(str, one.values())) & _MARKS)
    return st.one_of(
        st.tuples(a_text, _no_text()).map(lambda one: dict([one])),
        st.tuples(a_day, _no_day()).map(lambda one: dict([one])),
        _no_section().map(lambda one: {"marks": one}),
        no_mark.map(lambda one: {"marks": one}),
        _unknown(_ENTRY),
    )


def _no_kind(one: object) -> bool:
    return one not in ("submission", "collection", "publication")


_MARKS = {"nil", "not available", "not applicable", "suppressed"}
_FIELDS = ("edition", "kind", "force", "state", "title", "design", "tables")
_LISTS = anything().filter(lambda one: not isinstance(one, list | tuple))


def _wrong_fields() -> st.SearchStrategy[dict[Any, Any]]:
    """Return fields of a manifest, one of them wrong."""
    a_text = st.sampled_from(["edition", "force", "state", "title", "design"])
    a_list = st.sampled_from(["unable_to_supply", "signed_off"])
    wrong_list = _LISTS | st.lists(anything(), min_size=1)
    return st.one_of(
        st.tuples(a_text, _no_text()).map(lambda one: dict([one])),
        anything().filter(_no_kind).map(lambda one: {"kind": one}),
        odd_text().map(lambda one: {"edition": f"{one}-"}),
        odd_text().map(lambda one: {"force": f"{one}-"}),
        _no_section().map(lambda one: {"tables": one}),
        _no_section().map(lambda one: {"noted_exceptions": one}),
        _entries().map(lambda one: {"tables": {"stop_search": one}}),
        _no_section().map(lambda one: {"tables": {"stop_search": one}}),
        _unknown(("stop_search",)).map(lambda one: {"tables": one}),
        _unknown(()).map(lambda one: {"noted_exceptions": one}),
        st.tuples(a_list, wrong_list).map(lambda one: dict([one])),
        _unknown((*_FIELDS, "unable_to_supply", "noted_exceptions", "signed_off")),
    )


@st.composite
def wrong_manifests(draw: st.DrawFn) -> ThrownFiles:
    """Draw a sound return under a manifest with one field wrong, as a mapping."""
    sound = {"edition": "peel-2018-19", "kind": "submission", "force": "Essex"}
    said = {"manifest": sound | draw(_wrong_fields())}
    if draw(st.booleans()):
        said |= draw(_arguments())
    return ThrownFiles(_DATA, "stop_search.csv", said, "its manifest is wrong")


def _arguments() -> st.SearchStrategy[dict[str, Any]]:
    """Return another argument of `read`, of any value."""
    names = st.sampled_from(["edition", "kind", "table", "columns", "constants"])
    columns = st.sampled_from(["force", "searches", "year_ending", "population"])
    hints = st.sampled_from(["columns", "constants"])
    return st.one_of(
        st.tuples(names, anything()).map(lambda one: dict([one])),
        st.tuples(hints, st.dictionaries(columns, anything(depth=1), min_size=1)).map(
            lambda one: dict([one])
        ),
        st.dictionaries(odd_text(), columns, min_size=1).map(
            lambda one: {"columns": one}
        ),
    )


@st.composite
def hinted_wrongly(draw: st.DrawFn) -> ThrownFiles:
    """Draw a sound return with an argument of `read` beside it that may be none."""
    said = {"manifest": ESSEX / "manifest.toml"} | draw(_arguments())
    return ThrownFiles(_DATA, "stop_search.csv", said)


@st.composite
def damaged_manifests(draw: st.DrawFn) -> ThrownFiles:
    """Draw a sound return whose `manifest.toml` is damaged, or never was one."""
    written = st.one_of(
        damaged_bytes(_SOUND),
        st.binary(max_size=100),
        st.lists(st.sampled_from(_LINES), max_size=6).map(b"\n".join),
    )
    return ThrownFiles(_DATA | {"manifest.toml": draw(written)})


_LINES = (
    *(b"[tables]", b"[tables.stop_search]", b"[[tables]]", b"[tables.crimes]"),
    *(b'kind = "submission"', b'kind = "collection"', b"kind = 1", b"kind = []"),
    *(b'force = "Essex"', b'force = "Kent"', b"edition = 2018", b'edition = ""'),
    *(b"period_end = 2018-03-31", b"period_start = 2019-01-01T00:00:00", b"a.b.c = 1"),
    *(b"[tables.stop_search.marks]", b'"-" = "nil"', b'"5" = "nil"', b'"0" = "nil"'),
    *(b"[[unable_to_supply]]", b'table = "stop_search"', b'reason = ""', b"x = inf"),
    *(b"[[signed_off]]", b"on = 2018-11-01", b"on = 1", b"[signed_off]", b"design = 1"),
    *(b"[noted_exceptions]", b'STS001 = "known"', b'STS004 = "known"', b'X = "y"'),
    *(b"a = " + b"[" * 2000, b"b" + b".b" * 3000 + b" = 1", b"c = " + b"9" * 5000),
)
