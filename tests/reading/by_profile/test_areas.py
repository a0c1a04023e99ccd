"""Rows of a published table told apart."""

from __future__ import annotations

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.areas import RowKind, groups_of, told_apart

AREAS = Areas(
    column="force",
    totals={"Total 43 forces": ("forces",)},
    others=("Secondments",),
)
FORCE, TOTAL, OTHER = RowKind.FORCE, RowKind.TOTAL, RowKind.OTHER


def kinds(*names: str, codes: list[str | None] | None = None) -> list[tuple[str, str]]:
    told = told_apart(names, codes or [None] * len(names), AREAS)
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
