"""Damage done to bytes and to cells: flips, cuts, splices, and odd texts."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["ODD_TEXTS", "damaged_bytes", "damaged_cells", "odd_text"]

ODD_TEXTS = (
    *("", " ", "-", "--", "..", "12..3", "1e999", "-1", "-0", "+5", "5.0", "5.5"),
    *("1,234", "1,2", "1 234", "0x10", "NaN", "inf", "-inf", "None", "null", "#N/A"),
    *("#DIV/0!", "=1+1", "@SUM(A1)", "'5", '"', '""', '"5', "٣", "\uff15", "²", "½"),
    *(
        "\ufeff5",
        "5\u00a0",
        "\u202e5",
        "5\x00",
        "5\r",
        "\x1a",
        "\ud7ff",
        "é",
        "Esse\u0445",
    ),
    *("9" * 19, "9" * 40, "1" + "0" * 400, "x" * 5000, "Essex Police", "essex"),
    *("31/03/2018", "2018-02-30", "0001-01-01", "9999-12-31", "2018-3-1", "43190"),
    *("2017/18", "true", "[5]", "{'a': 5}", "British Transport Police", "England"),
)
"""Texts that have gone wrong somewhere before, or may."""


def odd_text() -> st.SearchStrategy[str]:
    """Return odd texts: known ones mostly, any others too."""
    return st.sampled_from(ODD_TEXTS) | st.text(max_size=12)


def damaged_bytes(
    whole: bytes, other: bytes = b"", most: int = 4
) -> st.SearchStrategy[bytes]:
    """Return bytes changed in up to so many places.

    Args:
        whole: What is damaged.
        other: What pieces may be spliced in from.
        most: How many changes there are at the most.

    """
    place = st.integers(0, len(whole))
    piece = st.binary(max_size=8)
    if other:
        ends = st.tuples(st.integers(0, len(other)), st.integers(1, 200))
        piece |= ends.map(lambda cut: other[cut[0] : cut[0] + cut[1]])
    change = st.tuples(place, st.sampled_from([0, 0, 1, 1, 2, 50, len(whole)]), piece)
    changes = st.lists(change, min_size=1, max_size=most)
    return changes.map(lambda all_of: _changed(whole, all_of))


def _changed(whole: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Put each piece in at its place, over so many bytes."""
    for place, over, piece in sorted(changes, reverse=True):
        whole = whole[:place] + piece + whole[place + over :]
    return whole


def damaged_cells(whole: bytes) -> st.SearchStrategy[bytes]:
    """Return CSV with up to three cells, headers too, replaced by odd texts."""
    lines = [line.split(b",") for line in whole.splitlines()]
    place = st.tuples(
        st.integers(0, len(lines) - 1), st.integers(0, len(lines[0]) - 1), odd_text()
    )
    return st.lists(place, min_size=1, max_size=3).map(
        lambda places: _with_cells(lines, places)
    )


def _with_cells(lines: list[list[bytes]], places: list[tuple[int, int, str]]) -> bytes:
    done = [list(line) for line in lines]
    for line, cell, text in places:
        done[line][cell % len(done[line])] = text.encode(errors="surrogatepass")
    return b"\n".join(b",".join(line) for line in done) + b"\n"
