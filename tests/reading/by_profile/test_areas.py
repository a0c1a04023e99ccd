"""Rows of a published table told apart."""

from __future__ import annotations

from collections.abc import Sequence

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.areas import RowKind, groups_of, told_apart

AREAS = Areas(
    column="force",
    totals={"Total 43 forces": ("forces",)},
    others=("Secondments",),
)
FORCE, TOTAL, OTHER = RowKind.FORCE, RowKind.TOTAL, RowKind.OTHER


def kinds(
    *names: str,
    codes: list[str | None] | None = None,
    figures: Sequence[Sequence[float | None]] = (),
) -> list[tuple[str, str]]:
    told = told_apart(names, codes or [None] * len(names), AREAS, lambda: figures)
    return [(one.kind.value, one.name) for one in told]


def test_codes_tell_the_region_from_the_force_of_its_name() -> None:
    found = kinds("West Midlands ", "West Midlands", codes=["E12000005", "E23000014"])
    assert found == [(TOTAL, "West Midlands region"), (FORCE, "West Midlands")]


def test_without_codes_the_region_stands_above_its_forces() -> None:
    found = kinds(
        "East Midlands",
        "Derbyshire",
        "West Midlands",
        "Staffordshire",
        "West Midlands",
        "Eastern",
        "Essex10",
    )
    assert found == [
        (TOTAL, "East Midlands"),
        (FORCE, "Derbyshire"),
        (TOTAL, "West Midlands region"),
        (FORCE, "Staffordshire"),
        (FORCE, "West Midlands"),
        (TOTAL, "East of England"),
        (FORCE, "Essex"),
    ]


def test_in_a_list_of_forces_alone_it_is_the_force() -> None:
    found = kinds("West Midlands", "West Mercia", "Staffordshire")
    assert [kind for kind, _ in found] == [FORCE] * 3


def test_totals_and_others_go_by_their_names_and_the_unknown_stays() -> None:
    assert kinds("Total 43 forces3", "Secondments", "Narnia", "ENGLAND AND WALES8") == [
        (TOTAL, "Total 43 forces"),
        (OTHER, "Secondments"),
        (FORCE, "Narnia"),
        (TOTAL, "England and Wales"),
    ]


def test_a_total_may_have_several_groups_of_members() -> None:
    (words, members), (more, with_railways) = groups_of("England and Wales", AREAS)
    assert (words, len(members)) == ("the 43 forces", 43)
    assert more == "the 43 forces and British Transport Police"
    assert set(with_railways) - set(members) == {"British Transport Police"}
    areas = Areas(column="a", totals={"All": ("forces but Kent, Cifas, Action Fraud",)})
    ((words, members),) = groups_of("All", areas)
    assert words == "the 42 forces, Cifas and Action Fraud"
    assert "Kent" not in members
    ((words, members),) = groups_of("Wales", AREAS)
    assert (words, len(members)) == ("its 4 forces", 4)


MIDLANDS = "Staffordshire", "Warwickshire", "West Mercia"


def test_of_two_rows_of_the_name_the_sum_of_the_forces_is_the_region() -> None:
    force, region = (FORCE, "West Midlands"), (TOTAL, "West Midlands region")
    twice = ("West Midlands", "West Midlands")
    force_first: list[list[float | None]] = [
        [40.0, 100.0, 10.0, 20.0, 30.0],
        [None, 5.0, 1.0, 1.0, 1.0],
    ]
    found = kinds(*twice, *MIDLANDS, figures=force_first)
    assert found[:2] == [force, region]
    below: list[list[float | None]] = [[1.0, 10.0, 20.0, 30.0, 40.0, 100.0]]
    found = kinds("North East", *MIDLANDS, *twice, figures=below)
    assert found[-2:] == [force, region]


def test_where_figures_do_not_tell_only_one_of_two_is_the_region_by_its_place() -> None:
    names = ("North East", "West Midlands", "West Midlands", *MIDLANDS)
    names_told = [name for _, name in kinds(*names, figures=[[0.0] * 6])]
    assert names_told[1:3] == ["West Midlands region", "West Midlands"]
    lacking: list[list[float | None]] = [[1.0, 100.0, 40.0, 10.0, 50.0]]
    names_told = [name for _, name in kinds(*names[:-1], figures=lacking)]
    assert names_told[1:3] == ["West Midlands region", "West Midlands"]


def test_two_rows_of_forces_alone_stay_two_rows_of_the_force() -> None:
    found = kinds("West Midlands", "West Midlands", *MIDLANDS)
    assert {kind for kind, _ in found} == {FORCE}


def test_a_code_on_one_of_two_rows_tells_both() -> None:
    names = ("West Midlands", "West Midlands", *MIDLANDS, "North East")
    told = kinds(*names, codes=["E23000014", *[None] * 5])
    assert [name for _, name in told[:2]] == ["West Midlands", "West Midlands region"]
