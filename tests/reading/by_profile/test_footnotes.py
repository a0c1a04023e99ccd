"""Footnote digits: dropped only where a known name remains."""

from __future__ import annotations

import re

import pytest

from peelcheck.reading.by_profile.footnotes import plain_name, with_footnote

KNOWN = {"essex", "city of london", "crime (excluding fraud)", "total 43 forces"}


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Essex10", "Essex"),
        ("ESSEX4,5", "ESSEX"),
        ("City of London 14", "City of London"),
        ("Crime (excluding fraud3)", "Crime (excluding fraud)"),
        ("Crime (excluding fraud)3,4", "Crime (excluding fraud)"),
        ("Total 43 forces", "Total 43 forces"),
        ("Kent10", "Kent10"),
        ("10", "10"),
    ],
)
def test_a_footnote_is_dropped_where_a_known_name_remains(
    printed: str, plain: str
) -> None:
    assert plain_name(printed, KNOWN) == plain


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("in 30 September 20123 and", "30 September 20123"),
        ("30 September 2012", "30 September 2012"),
        ("30 September 20121,2,3", "30 September 20121,2,3"),
        ("30 September 2012, revised", "30 September 2012"),
    ],
)
def test_a_year_is_shown_with_its_footnote(text: str, glued: str) -> None:
    found = re.search(r"\d+ [A-Z][a-z]+ \d{4}", text)
    assert found is not None
    assert with_footnote(text, found) == glued
