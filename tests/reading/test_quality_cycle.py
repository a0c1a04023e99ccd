"""The quality cycle in a manifest: its design, its state, and who signed off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from peelcheck.cycle import STATES, SignOff
from peelcheck.errors import UnreadableError
from peelcheck.manifest import Manifest
from peelcheck.model import Kind
from peelcheck.reading.manifests import completed, parsed_manifest
from peelcheck.reading.quality_cycle import left_open

DAY = date(2018, 11, 1)
FINAL = {"state": "final"}
ENTRY = (
    "each entry of signed_off has a force, and the day on which it signed: "
    "on = 2018-11-01"
)


def signed(*forces: str) -> dict[str, Any]:
    return {"signed_off": [{"force": name, "on": DAY} for name in forces]}


def whole(said: dict[str, Any], *forces: str, there: str = "vetting") -> Manifest:
    fields = parsed_manifest({"kind": "collection", **said}, "m.toml")
    return completed(fields, [there], (), forces, {})


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("written", [str, str.upper, "  {} ".format])
def test_a_known_state_is_one_however_it_is_written(state: str, written: Any) -> None:
    assert parsed_manifest({"state": written(state)}, "m.toml")["state"] == state


def test_another_state_is_kept_as_it_is() -> None:
    said = parsed_manifest({"state": "Nearly Final"}, "m.toml")
    assert said["state"] == "Nearly Final"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"signed_off": "Essex"}, "signed_off is not a list"),
        ({"signed_off": {"Essex": DAY}}, "signed_off is not a list"),
        ({"signed_off": ["Essex"]}, ENTRY),
        ({"signed_off": [{"force": "Essex"}]}, ENTRY),
        ({"signed_off": [{"on": DAY}]}, ENTRY),
        ({"signed_off": [{"force": "Essex", "on": DAY, "by": "x"}]}, ENTRY),
        (
            {"signed_off": [{"force": "Essex", "on": "2018-11-01"}]},
            "on is not a date such as 2018-03-31: '2018-11-01'",
        ),
        (
            {"signed_off": [{"force": "Esex", "on": DAY}]},
            "there is no force 'Esex'; did you mean 'Essex'?",
        ),
        ({"signed_off": [{"force": 5, "on": DAY}]}, "force is not a text: 5"),
        (signed("Essex", "Kent", "Essex Police"), "Essex stands twice in signed_off"),
        (
            signed("British Transport Police"),
            (
                "'British Transport Police' is not one of the 43 forces, and signs "
                "nothing off"
            ),
        ),
        ({"design": 2}, "design is not a text: 2"),
        ({"design": " "}, "design is not a text: ' '"),
        ({"state": ""}, "state is not a text: ''"),
        ({"unsigned": "none"}, "there is no field 'unsigned'"),
    ],
)
def test_what_it_cannot_say_is_refused(given: dict[str, Any], says: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parsed_manifest(given, "m.toml")
    assert str(caught.value).removeprefix("m.toml: ").startswith(says)


def test_forces_of_a_final_collection_that_did_not_sign_are_named() -> None:
    said = FINAL | signed("Kent")
    assert whole(said, "Essex", "Kent", "Surrey").unsigned == "Essex, Surrey"
    assert whole(said, "Kent").unsigned == "none"
    assert whole(FINAL, "Essex", "Kent").unsigned == "Essex, Kent"


@pytest.mark.parametrize("state", [{}, *({"state": one} for one in STATES[:-1])])
def test_nobody_need_sign_what_is_not_final(state: dict[str, str]) -> None:
    assert whole(state, "Essex").unsigned is None


@pytest.mark.parametrize("kind", ["submission", "publication"])
def test_a_collection_alone_asks_for_sign_offs(kind: str) -> None:
    assert whole(FINAL | {"kind": kind}, "Essex").unsigned is None


@pytest.mark.parametrize("state", [{}, {"state": "shared"}, {"state": "done"}])
def test_who_signed_what_is_not_final_is_named(state: dict[str, str]) -> None:
    manifest = whole(state | signed("Kent", "Essex"), "Essex")
    assert manifest.signed_early == "Kent, Essex"
    assert whole(FINAL | signed("Kent"), "Essex").signed_early == "none"
    assert whole(state, "Essex").signed_early is None


@pytest.mark.parametrize("table", ["calls_999", "vetting"])
def test_what_was_asked_for_directly_has_a_design(table: str) -> None:
    assert whole({"title": "x"}, "Essex", there=table).without_design == table
    named = whole({"design": "2018-04"}, "Essex", there=table)
    assert (named.without_design, named.design) == ("none", "2018-04")


def test_what_was_not_asked_for_has_none() -> None:
    assert whole({"title": "x"}, "Essex", there="population").without_design is None


def test_without_any_manifest_no_design_is_asked_for() -> None:
    for said in ({}, {"kind": "collection"}, {"edition": "peel-2018-19"}):
        fields = parsed_manifest(said, "m.toml")
        assert completed(fields, ["vetting"], (), ("Essex",), {}).without_design is None


def test_several_tables_are_named_in_their_order() -> None:
    said = {"kind": Kind.COLLECTION, "signed_off": (SignOff(force="Kent", on=DAY),)}
    there = ["population", "calls_999", "vetting"]
    assert left_open(said, there, ["Kent"], given=True) == {
        "without_design": "calls_999, vetting",
        "unsigned": None,
        "signed_early": "Kent",
    }
