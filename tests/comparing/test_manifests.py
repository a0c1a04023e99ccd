"""In what two manifests differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from peelcheck.comparing.changes import ManifestChange
from peelcheck.comparing.manifests import said_otherwise
from peelcheck.manifest import Manifest
from peelcheck.reading.manifests import completed, parsed_manifest

SAID: dict[str, Any] = {
    "edition": "peel-2018-19",
    "kind": "collection",
    "state": "shared",
    "tables": {"vetting": {"source": "forces", "marks": {"*": "suppressed"}}},
}


def whole(**said: Any) -> Manifest:
    return completed(parsed_manifest(SAID | said, "m.toml"), ["vetting"], (), (), {})


def test_what_says_the_same_is_left_out() -> None:
    assert said_otherwise(whole(), whole()) == ()


@pytest.mark.parametrize(
    ("said", "field", "before", "after"),
    [
        ({"state": "final"}, "state", "shared", "final"),
        ({"design": "version 2"}, "design", None, "version 2"),
        ({"kind": "publication"}, "kind", "collection", "publication"),
        (
            {"signed_off": [{"force": "Kent", "on": date(2018, 11, 1)}]},
            "signed_off.Kent",
            None,
            "2018-11-01",
        ),
        (
            {
                "unable_to_supply": [
                    {"table": "vetting", "force": "Kent", "reason": "x"}
                ]
            },
            "unable_to_supply.vetting.Kent",
            None,
            "x",
        ),
        (
            {"noted_exceptions": {"POP001": "x"}},
            "noted_exceptions.POP001",
            None,
            "x",
        ),
        (
            {"tables": {"vetting": {"source": "forces"}}},
            "tables.vetting.marks.'*'",
            "suppressed",
            None,
        ),
        (
            {"tables": {"spend": {"price_base": date(2019, 3, 31)}, **SAID["tables"]}},
            "tables.spend.price_base",
            None,
            "2019-03-31",
        ),
        (
            {"tables": {"spend": {"price_index": "CPI"}, **SAID["tables"]}},
            "tables.spend.price_index",
            None,
            "CPI",
        ),
        (
            {"tables": {"vetting": SAID["tables"]["vetting"] | {"release": "2"}}},
            "tables.vetting.release",
            None,
            "2",
        ),
    ],
)
def test_a_field_that_says_something_else_is_told(
    said: dict[str, Any], field: str, before: str | None, after: str | None
) -> None:
    change = ManifestChange(field=field, before=before, after=after)
    assert said_otherwise(whole(), whole(**said)) == (change,)
    turned = ManifestChange(field=field, before=after, after=before)
    assert said_otherwise(whole(**said), whole()) == (turned,)
