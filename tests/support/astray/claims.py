"""Claims of random fields, and claims files that are damaged."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from astray.damage import damaged_bytes, damaged_cells, odd_text
from astray.manifests import anything
from astray.thrown import ESSEX, ThrownClaims
from peelcheck.metrics import METRICS
from peelcheck.reading.claim_fields import FIELDS

__all__ = ["damaged_claims", "random_claims"]

_FILES = ESSEX.parent / "claims"
_NAMES = ("peel_2018_19_essex.csv", "malformed.csv", "published_tables.csv")
_LIKELY: dict[str, tuple[Any, ...]] = {
    "subject": ("Essex", "England and Wales", "Kent", "Esex", "Staff"),
    "metric": (*METRICS, ""),
    "figure": (
        "3.6",
        "24,400",
        "16.48%",
        "52 of 60",
        "3",
        "more",
        "0",
        "-0.0",
        "1.2.3",
    ),
    "unit": ("per cent", "per 1,000", "per head", "per 0", "times", "days", "per 1e9"),
    "count": ("0", "52", "52", "875", "1e999", "-5", "1.5"),
    "of": ("0", "60", "1000000", "999999999999999999", "9" * 30),
    "period": ("2018-03-31", "2017-04-01 to 2018-03-31", "2018-03-31 to 2017-04-01"),
    "evidence": ("fieldwork", "ONS; public survey", "fielwork", ";"),
    "rounding": ("half-up", "half-even", "truncated", "down"),
    "beside": ("a", "b", "claim 1"),
    "id": ("a", "b", "claim 1", "claim 2"),
}
_OPTIONAL = [name for name in _LIKELY if name not in {"subject", "figure"}]


def _fields() -> st.SearchStrategy[Any]:
    """Return the fields of one claim; likely values, odd texts, or anything."""
    field = {
        name: st.sampled_from(_LIKELY.get(name, ("",))) | odd_text() | anything(depth=1)
        for name in FIELDS
    }
    some = st.fixed_dictionaries({}, optional=field)
    likely = st.fixed_dictionaries(
        {"subject": st.just("Essex"), "figure": st.sampled_from(_LIKELY["figure"])},
        optional={name: st.sampled_from(_LIKELY[name]) for name in _OPTIONAL},
    )
    return likely | some | anything()


@st.composite
def random_claims(draw: st.DrawFn) -> ThrownClaims:
    """Draw entries that are claims, nearly, or nothing of the kind."""
    return ThrownClaims(draw(st.lists(_fields(), max_size=4)))


@st.composite
def damaged_claims(draw: st.DrawFn) -> ThrownClaims:
    """Draw a claims file with cells or bytes changed, or of random text."""
    whole = (_FILES / draw(st.sampled_from(_NAMES))).read_bytes()
    text = st.text(max_size=100).map(lambda one: one.encode(errors="replace"))
    data = draw(
        damaged_cells(whole)
        | damaged_bytes(whole)
        | text.map(lambda one: b"subject,figure\n" + one)
        | text.map(lambda one: b"[[claim]]\nsubject = 'Essex'\nfigure = " + one)
        | st.binary(max_size=60)
    )
    name = draw(
        st.sampled_from(["claims.csv", "claims.csv", "claims.toml", "data.csv"])
    )
    return ThrownClaims(data, name)
