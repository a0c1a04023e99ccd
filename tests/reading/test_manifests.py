"""Manifests: what they may say, and what is assumed where they say nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from readers import Write

from peelcheck.cycle import SignOff
from peelcheck.errors import UnreadableError
from peelcheck.manifest import Absence, TableEntry
from peelcheck.model import Kind
from peelcheck.reading.manifests import parsed_manifest, read_manifest
from peelcheck.shape import Mark

HELD = ["stop_search"]
START = date(2017, 4, 1)
END = date(2018, 3, 31)


def fault_of(said: dict[Any, Any]) -> str:
    with pytest.raises(UnreadableError) as caught:
        parsed_manifest(said, "m.toml")
    says = str(caught.value)
    assert says.startswith("m.toml: ")
    assert says.endswith((". Correct the manifest.", "? Correct the manifest."))
    says = says.removeprefix("m.toml: ").removesuffix(" Correct the manifest.")
    return says.removesuffix(".")


def test_each_field_comes_out_as_what_it_is() -> None:
    entry = {"release": "2019-10", "period_start": START, "period_end": END}
    said = {
        "edition": "peel-2018-19",
        "kind": "submission",
        "force": "Essex Police",
        "tables": {"stop_search": entry | {"marks": {" - ": "nil", "": "nil"}}},
        "unable_to_supply": [
            {"table": "stop_search", "force": "kent", "reason": "new system"}
        ],
        "noted_exceptions": {"POP001": "older vintage"},
        "signed_off": [{"force": "Kent Police", "on": date(2018, 11, 1)}],
    }
    marks = {"-": Mark.NIL, "": Mark.NIL}
    assert parsed_manifest(said, "m.toml") == {
        "edition": "peel-2018-19",
        "kind": Kind.SUBMISSION,
        "force": "Essex",
        "tables": {
            "stop_search": TableEntry(
                release="2019-10", period_start=START, period_end=END, marks=marks
            )
        },
        "unable_to_supply": (
            Absence(table="stop_search", force="Kent", reason="new system"),
        ),
        "noted_exceptions": {"POP001": "older vintage"},
        "signed_off": (SignOff(force="Kent", on=date(2018, 11, 1)),),
    }


def test_prices_have_a_base_and_an_index_and_no_part_in_the_period() -> None:
    prices: dict[str, Any] = {"price_base": date(1999, 3, 31), "price_index": "some"}
    period: dict[str, Any] = {"period_start": START, "period_end": END}
    said = {"tables": {"spend": prices | period}}
    entry = parsed_manifest(said, "m.toml")["tables"]["spend"]
    assert entry == TableEntry(**prices, **period)


def test_an_empty_manifest_says_nothing() -> None:
    nothing: dict[str, Any] = {
        "tables": {},
        "unable_to_supply": (),
        "noted_exceptions": {},
        "signed_off": (),
    }
    assert parsed_manifest({}, "m.toml") == nothing


KINDS = "submission, collection, publication"
NOTED = {"table": "vetting", "force": "Kent", "reason": "y"}
ENTRY = "each entry of unable_to_supply has a table, a force and a reason"


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"forse": "Essex"}, "there is no field 'forse'; did you mean 'force'?"),
        ({3: 4}, "there is no field 3"),
        (
            {"absent_tables": "population"},
            "there is no field 'absent_tables'; did you mean 'tables'?",
        ),
        ({"edition": 2018}, "edition is not a text: 2018"),
        ({"title": " "}, "title is not a text: ' '"),
        ({"kind": "draft"}, f"kind is 'draft', not one of {KINDS}"),
        ({"kind": []}, f"kind is [], not one of {KINDS}"),
        ({"force": "Esex"}, "there is no force 'Esex'; did you mean 'Essex'?"),
        ({"tables": 3}, "tables is not a section"),
        ({"noted_exceptions": []}, "noted_exceptions is not a section"),
        ({"noted_exceptions": {"POP001": 1}}, "POP001 is not a text: 1"),
        ({"unable_to_supply": 5}, "unable_to_supply is not a list"),
        ({"unable_to_supply": "Essex"}, "unable_to_supply is not a list"),
        ({"unable_to_supply": ["Essex"]}, ENTRY),
        ({"unable_to_supply": [{"force": "Essex"}]}, ENTRY),
        (
            {"unable_to_supply": [{"table": "x", "force": "Kent", "reason": "y"}]},
            "there is no table 'x'",
        ),
        (
            {"unable_to_supply": [NOTED | {"force": "British Transport Police"}]},
            (
                "'British Transport Police' is not one of the 43 forces, and supplies "
                "nothing that is asked for"
            ),
        ),
        (
            {
                "unable_to_supply": [
                    NOTED,
                    NOTED | {"table": "calls_999"},
                    NOTED | {"force": "Kent Police", "reason": "z"},
                ]
            },
            "Kent stands twice for vetting in unable_to_supply",
        ),
        (
            {"tables": {"stop_serch": {}}},
            "there is no table 'stop_serch'; did you mean 'stop_search'?",
        ),
        ({"tables": {5: {}}}, "there is no table 5"),
        ({"tables": {"population": 5}}, "tables.population is not a section"),
    ],
)
def test_what_a_manifest_cannot_say_is_refused(said: dict[Any, Any], says: str) -> None:
    assert fault_of(said) == says


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"relase": "x"}, "there is no field 'relase'; did you mean 'release'?"),
        ({"several_periods": "x"}, "there is no field 'several_periods'"),
        ({"source": 5}, "source is not a text: 5"),
        ({"price_index": 1.0}, "price_index is not a text: 1.0"),
        ({"price_index": " "}, "price_index is not a text: ' '"),
        (
            {"price_base": "2018/19"},
            "price_base is not a date such as 2018-03-31: '2018/19'",
        ),
        (
            {"price_bass": END},
            "there is no field 'price_bass'; did you mean 'price_base'?",
        ),
        (
            {"period_end": "2018-03-31"},
            "period_end is not a date such as 2018-03-31: '2018-03-31'",
        ),
        (
            {"period_start": END, "period_end": START},
            "the period of population ends before it starts",
        ),
        (
            {"price_base": END},
            "population has no column price_base, which its entry gives",
        ),
        (
            {"price_index": "CPI"},
            "population has no column price_index, which its entry gives",
        ),
        ({"marks": "-"}, "marks is not a section"),
        (
            {"marks": {"-": "zero"}},
            (
                "the mark '-' is 'zero', not one of "
                "nil, not available, not applicable, suppressed"
            ),
        ),
        (
            {"marks": {"0": "nil"}},
            "the mark '0' is a number or a date, and so a value of its own",
        ),
    ],
)
def test_what_it_cannot_say_of_a_table_is_refused(
    entry: dict[str, Any], says: str
) -> None:
    assert fault_of({"tables": {"population": entry}}) == says


def test_a_time_of_day_is_no_day(write: Write) -> None:
    text = "[tables.population]\nperiod_end = 2018-03-31T00:00:00\n"
    said = read_manifest(write(text, "manifest.toml"))
    assert fault_of(said).startswith("period_end is not a date such as 2018-03-31: ")


def test_a_byte_order_mark_before_toml_does_no_harm(write: Write) -> None:
    path = write(b'\xef\xbb\xbfkind = "publication"\n', "manifest.toml")
    assert read_manifest(path) == {"kind": "publication"}


@pytest.mark.parametrize("content", ["kind", "kind = ", b"\xff\xfe", "a = 1\na = 2\n"])
def test_what_is_not_toml_is_unreadable(write: Write, content: str | bytes) -> None:
    path = write(content, "manifest.toml")
    with pytest.raises(UnreadableError) as caught:
        read_manifest(path)
    assert str(caught.value).startswith(f"{path}: it is not TOML: ")
    assert str(caught.value).endswith("Mend the line, or compare with sample_data.")


def test_a_manifest_that_is_a_folder_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_manifest(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}: it cannot be opened (Is a dir")
