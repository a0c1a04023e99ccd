"""A malformed rule is refused when the rulebook is built, and the fault is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column, edition, manifest
from peelcheck.errors import RulebookError, UnknownNameError
from peelcheck.expected import ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    Kind,
    ManifestRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    StructureRule,
    SumRule,
    UniqueRule,
)
from peelcheck.rules.rulebook import Rulebook, columns_read, rulebook
from peelcheck.shape import Missing

COMMON: dict[str, Any] = {
    "id": "POP901",
    "statement": "A9",
    "basis": Basis.STATED,
    "severity": Severity.ERROR,
    "table": "population",
    "says": "There are people.",
    "mend": "Count them.",
    "passes": ({"population": 1},),
    "fails": ({"population": 0},),
}
ROW = RowRule(**COMMON, then=column("population") > 0)
REFERENCE = ReferenceRule(
    **COMMON,
    reference="population_mid_year",
    on={"force": "force"},
    then=column("population") <= column("reference.population"),
)
PLACEMENT = PlacementRule(
    **COMMON,
    reference="population_mid_year",
    key="force",
    own=column("population") == column("reference.population"),
    other=column("population") == column("reference.population"),
    band=column("population") == column("reference.population"),
)
MANIFEST = ManifestRule(**COMMON, then=column("edition") == edition("name"))
KEYS = (ExpectedKeys(("force", "town"), (("Essex", "Colchester"),)),)
IS_PRESENT = column("population").is_present()


def refusal(*rules: Rule) -> str:
    """Return why these rules are refused, letter for letter."""
    with pytest.raises(RulebookError) as refused:
        Rulebook.of(rules)
    return str(refused.value)


@pytest.mark.parametrize("rule", [ROW, REFERENCE, PLACEMENT, MANIFEST])
def test_a_well_formed_rule_is_taken(rule: Rule) -> None:
    assert Rulebook.of([rule]).rules == (rule,)


@pytest.mark.parametrize(
    "rule",
    [
        replace(ROW, when=column("town") == "Colchester"),
        replace(ROW, then=column("town") == "Colchester"),
        UniqueRule(**COMMON, columns=("force", "town")),
        CoverageRule(**COMMON, expected=KEYS),
        SumRule(**COMMON, value="town", by=("force",), whole=IS_PRESENT),
        SumRule(**COMMON, value="population", by=("town",), whole=IS_PRESENT),
        SumRule(
            **COMMON,
            value="population",
            by=("force",),
            whole=column("town").is_missing(),
        ),
        replace(REFERENCE, on={"town": "force"}),
        replace(PLACEMENT, key="town"),
        replace(PLACEMENT, when=column("town").is_present()),
    ],
)
def test_an_unknown_column_is_refused_wherever_it_stands(rule: Rule) -> None:
    assert refusal(rule) == "rule POP901: there is no column town"


def test_a_row_rule_has_no_reference_to_read() -> None:
    rule = replace(ROW, then=column("reference.population") > 0)
    assert refusal(rule) == "rule POP901: there is no column reference.population"


def test_a_mark_belongs_to_a_column_of_the_table() -> None:
    kept = replace(ROW, then=column("population.mark").is_missing())
    assert Rulebook.of([kept]).rules == (kept,)
    rule = replace(ROW, then=column("town.mark").is_missing())
    assert refusal(rule) == "rule POP901: there is no column town.mark"


def test_a_manifest_rule_reads_the_manifest_and_not_the_table() -> None:
    rule = replace(MANIFEST, then=column("population") > 0)
    assert refusal(rule) == "rule POP901: there is no column population"


def test_an_unknown_statement_is_refused() -> None:
    rule = replace(ROW, statement="A50")
    assert refusal(rule) == "rule POP901: there is no statement A50"


def test_an_unknown_edition_value_is_refused() -> None:
    rule = replace(ROW, then=column("year") == edition("population.vintag"))
    assert refusal(rule) == (
        "rule POP901: there is no edition-value 'population.vintag'; "
        "did you mean 'population.vintage'?"
    )


def test_an_unknown_edition_value_is_refused_where_it_picks_the_reference() -> None:
    rule = replace(REFERENCE, where=column("year") == edition("population.vintag"))
    assert refusal(rule).startswith("rule POP901: there is no edition-value")


def test_an_unknown_manifest_value_is_refused() -> None:
    rule = replace(ROW, then=column("year") == manifest("year"))
    assert refusal(rule) == "rule POP901: there is no manifest value year"


@pytest.mark.parametrize(
    ("rule", "table"), [(ROW, "people"), (ROW, ""), (MANIFEST, "people")]
)
def test_an_unknown_table_is_refused(rule: Rule, table: str) -> None:
    rule = replace(rule, table=table)
    assert refusal(rule) == f"rule POP901: there is no table {table!r}"


def test_a_manifest_rule_may_concern_the_whole_return() -> None:
    rule = replace(MANIFEST, table="")
    assert Rulebook.of([rule]).rules == (rule,)


@pytest.mark.parametrize("rule", [REFERENCE, PLACEMENT])
def test_an_unknown_reference_table_is_refused(
    rule: ReferenceRule | PlacementRule,
) -> None:
    says = "rule POP901: there is no reference table census_1801"
    assert refusal(replace(rule, reference="census_1801")) == says


@pytest.mark.parametrize(
    "rule",
    [
        replace(REFERENCE, then=column("population") < column("reference.town")),
        replace(REFERENCE, on={"force": "town"}),
        replace(REFERENCE, where=column("town") == "Colchester"),
        replace(PLACEMENT, band=column("population") < column("reference.town")),
        replace(PLACEMENT, where=column("town") == "Colchester"),
    ],
)
def test_an_unknown_column_of_the_reference_is_refused(rule: Rule) -> None:
    assert refusal(rule) == "rule POP901: the reference table has no column town"


def test_an_id_is_given_once() -> None:
    assert refusal(ROW, ROW) == "rule POP901: its id is already taken"


@pytest.mark.parametrize(
    ("rule", "side"),
    [(replace(ROW, passes=()), "passes"), (replace(ROW, fails=()), "fails")],
)
def test_a_rule_without_an_example_is_refused(rule: Rule, side: str) -> None:
    assert refusal(rule) == f"rule POP901: it has no example in {side!r}"


@pytest.mark.parametrize("text", ["", "There are people"])
def test_a_rule_without_a_sentence_is_refused(text: str) -> None:
    says, mend = replace(ROW, says=text), replace(ROW, mend=text)
    assert refusal(says) == "rule POP901: 'says' is not a sentence"
    assert refusal(mend) == "rule POP901: 'mend' is not a sentence"


def test_what_we_derive_is_no_error_in_any_kind_of_return() -> None:
    derived = replace(ROW, basis=Basis.DERIVED)
    query = replace(derived, severity=Severity.QUERY)
    somewhere = replace(query, milder={Kind.COLLECTION: Severity.ERROR})
    says = "rule POP901: what we derive ourselves is a query at most"
    assert refusal(derived) == says
    assert refusal(somewhere) == says
    assert Rulebook.of([query]).rules == (query,)


COVERAGE = CoverageRule(**COMMON, expected=(ExpectedKeys(("force",), (("Kent",),)),))
SUM = SumRule(
    **COMMON, value="population", by=("force",), whole=column("year").is_missing()
)
UNIQUE = UniqueRule(**COMMON, columns=("force",))
STRUCTURE = StructureRule(**COMMON)
IGNORED, UNDECIDED = frozenset({Missing.IGNORED}), frozenset({Missing.UNDECIDED})


@pytest.mark.parametrize(
    ("rule", "meanings"),
    [
        (ROW, frozenset(Missing)),
        (MANIFEST, frozenset(Missing)),
        (SUM, IGNORED | UNDECIDED),
        (REFERENCE, IGNORED | UNDECIDED),
        (PLACEMENT, IGNORED),
        (COVERAGE, IGNORED),
        (UNIQUE, IGNORED),
        (STRUCTURE, IGNORED),
    ],
)
def test_a_missing_value_means_what_the_kind_of_rule_allows(
    rule: Rule, meanings: frozenset[Missing]
) -> None:
    for missing in Missing:
        examples = rule.passes if missing is Missing.UNDECIDED else ()
        one = replace(rule, missing=missing, undecided=examples)
        if missing in meanings:
            assert Rulebook.of([one]).rules == (one,)
        else:
            says = f"no rule of its kind can take a missing value as {missing.value}"
            assert refusal(one) == f"rule POP901: {says}"


@pytest.mark.parametrize("name", ["POP01", "pop001", "POPU001", "POP", "POP.", "P.x"])
def test_an_id_is_a_prefix_and_a_number(name: str) -> None:
    assert refusal(replace(ROW, id=name)) == (
        f"rule {name}: its id is not a prefix and three digits, such as STS004"
    )


class TestRulebook:
    """The rulebook as it stands."""

    def test_a_rule_is_found_by_its_id(self) -> None:
        assert rulebook()["STS001"].says == "British Transport Police is out of scope."

    def test_an_unknown_rule_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError) as refused:
            rulebook()["RTN0001"]
        says = "there is no rule 'RTN0001'; did you mean 'RTN001'?"
        assert str(refused.value) == says

    def test_each_table_declares_its_columns_and_its_key(self) -> None:
        structure = [r.id for r in rulebook() if isinstance(r, StructureRule)]
        kept = [rule.id for rule in rulebook() if isinstance(rule, UniqueRule)]
        unique = [name for name in kept if name.endswith(".key")]
        words = "STS POP ETH SSG STR CRI CRR CRM OCM OUT SUB WOR CAL VET SPE"
        words += " FIL SSV PUB JUD"
        prefixes = words.split()
        assert structure == [f"{one}.columns" for one in prefixes]
        keyed = [one for one in prefixes if one != "STR"]
        assert unique == [f"{one}.key" for one in keyed]

    @pytest.mark.parametrize(
        ("rule_id", "columns"),
        [
            ("STS006", ("searches", "resultant_arrests")),
            ("POP.key", ("year", "force")),
            (
                "STS003",
                ("force", "legislation", "reason", "ethnic_group"),
            ),
            ("STS002", ("year_ending", "force")),
            ("STS012", ("force", "ethnic_group")),
            ("POP002", ("population", "force")),
            ("POP003", ("population", "force")),
            (
                "ETH002",
                (
                    "ethnic_group",
                    "census_year",
                    "classification",
                    "force",
                    "population",
                ),
            ),
            ("STS.searches.missing", ("searches.mark", "searches")),
            ("STS.columns", ()),
        ],
    )
    def test_the_columns_a_rule_reads_are_known(
        self, rule_id: str, columns: tuple[str, ...]
    ) -> None:
        assert columns_read(rulebook()[rule_id]) == columns
