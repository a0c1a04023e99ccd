"""The records that say what the annex says: rules, each of its kind.

Records are frozen data. Engines run them, reports show them; neither knows the annex.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, TypeAlias

from peelcheck.against import Against, Limits
from peelcheck.conditions import ALWAYS, Condition
from peelcheck.expected import ExpectedKeys
from peelcheck.shape import Missing

__all__ = [
    "AgreementRule",
    "Basis",
    "CoverageRule",
    "Example",
    "GroupRule",
    "Kind",
    "LinkRule",
    "ManifestRule",
    "NotableRule",
    "PlacementRule",
    "ReferenceRule",
    "RowRule",
    "Rule",
    "Severity",
    "Stage",
    "StructureRule",
    "SumRule",
    "TotalsRule",
    "UniqueRule",
]

Example: TypeAlias = Mapping[str, Any] | tuple[Mapping[str, Any], ...]
"""One row, or for rules over a whole table the rows of a small table."""


class Severity(StrEnum):
    """How much a broken rule matters."""

    ERROR = "error"
    QUERY = "query"
    NOTE = "note"


class Basis(StrEnum):
    """Where a rule comes from.

    `stated`: the annex says it. `derived`: we infer it, so it is a query at most.
    `declared`: the shape of the table, without which nothing else can be checked.
    """

    STATED = "stated"
    DERIVED = "derived"
    DECLARED = "declared"


class Kind(StrEnum):
    """What kind of return data comes as."""

    SUBMISSION = "submission"
    COLLECTION = "collection"
    PUBLICATION = "publication"


class Stage(IntEnum):
    """Whether a row rule is about one cell, whose fault may block other rules."""

    FIELD = 1
    ROW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule carries, whatever its kind.

    Attributes:
        id: Its name for ever; never used again for another rule.
        statement: The annex statement it comes from, `A1` to `A49`.
        basis: Whether the annex states it, we derive it, or the table declares it.
        severity: How much breaking it matters.
        table: The table it looks at.
        says: What must hold, in one sentence.
        mend: What to do about a finding.
        kinds: The kinds of return it applies to.
        milder: A milder severity for some kinds of return.
        missing: What a missing value means to it.
        period_bound: Not applicable where the data cover another period.
        every_force: Not applicable where a force is noted as unable to supply.
        notable: Whether a noted exception in the manifest excuses it.
        passes: Examples it passes.
        fails: Examples it finds.
        undecided: Examples it leaves open, where a missing value may.

    """

    id: str
    statement: str
    basis: Basis
    severity: Severity
    table: str
    says: str
    mend: str
    kinds: frozenset[Kind] = frozenset(Kind)
    milder: Mapping[Kind, Severity] = field(default_factory=dict)
    missing: Missing = Missing.IGNORED
    period_bound: bool = False
    every_force: bool = False
    notable: bool = False
    passes: tuple[Example, ...] = ()
    fails: tuple[Example, ...] = ()
    undecided: tuple[Example, ...] = ()

    def severity_in(self, kind: Kind) -> Severity:
        """Return the severity for one kind of return."""
        return self.milder.get(kind, self.severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureRule(Rule):
    """The table has its columns, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule(Rule):
    """In each row where `when` holds, `then` holds."""

    when: Condition = ALWAYS
    then: Condition
    stage: Stage = Stage.ROW


@dataclass(frozen=True, slots=True, kw_only=True)
class UniqueRule(Rule):
    """No two rows where `when` holds agree in these columns."""

    columns: tuple[str, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRule(Rule):
    """Every expected key is there; keys of several groups of columns are crossed.

    `excusable`: a force noted as unable to supply may be missing, and has no row then.
    """

    expected: tuple[ExpectedKeys, ...]
    excusable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRule(Rule):
    """In each group, the row where `whole` holds is the sum of its parts.

    Its parts are the rows where `parts` holds, but never itself. Where there are not as
    many as it `expects` it is left alone. Rows alike in key and value count once.
    """

    value: str
    by: tuple[str, ...]
    whole: Condition
    parts: Condition = ALWAYS
    expects: int | None = None
    tolerance: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRule(Rule):
    """In each group of the rows where `when` holds, `then` holds over what they make.

    Without columns in `by`, all these rows are one group. `then` may name those of `by`
    and of `sums`, added up; `rows`, how many there are; `blank.x`, how many have no x,
    for each x of `blanks`; and `distinct.x`, how many x, for each x of `distinct`.
    """

    by: tuple[str, ...]
    sums: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    when: Condition = ALWAYS
    then: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRule(Rule):
    """`then` holds over a row and the row of another table that it points to.

    Rows point where the columns of `on` agree; the other table's columns are named
    `reference.x`, and are missing where a row points nowhere.
    """

    to: str
    on: tuple[str, ...]
    when: Condition = ALWAYS
    then: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRule(Rule):
    """`then` holds over what a group of rows makes here, and in another table.

    `on` pairs the columns that tell groups apart, here where `when` holds and there
    where `where` does. `then` may name those of `on`, `rows`, and `sums`, added up; and
    of the other table `reference.rows` and `reference.x`, for each x of `other_sums`.
    """

    to: str
    on: Mapping[str, str]
    sums: tuple[str, ...] = ()
    other_sums: tuple[str, ...] = ()
    when: Condition = ALWAYS
    where: Condition = ALWAYS
    then: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsRule(Rule):
    """`then` holds over each total that the source prints, where `when` holds.

    Totals are no rows; the reading keeps them beside. A condition may name `total` (of
    what it is), `column`, `printed`, `summed` (of its members that have a number),
    `agrees` (whether both do; missing where open) and `beyond` (the bodies among its
    members that are not territorial forces; missing if none).
    """

    when: Condition = ALWAYS
    then: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRule(Rule):
    """`then` holds over a row joined to the row of a reference table.

    The reference's columns are named `reference.x` in `then`. `where` picks the
    reference's rows; `on` pairs this table's columns with the reference's. Where
    `sums` names columns, the rows where `when` holds are first added up by `on`.
    """

    reference: str
    on: Mapping[str, str]
    sums: tuple[str, ...] = ()
    where: Condition = ALWAYS
    when: Condition = ALWAYS
    then: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRule(Rule):
    """A value fits the reference of its own key, and not that of another key.

    The mark of a column that has slipped against its labels. A row is found where
    `own` does not hold over its own reference row, but `other` does over that of
    another key, whose own value is outside `band`.
    """

    reference: str
    key: str
    where: Condition = ALWAYS
    when: Condition = ALWAYS
    own: Condition
    other: Condition
    band: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class NotableRule(Rule):
    """No force's figure, or its change in a year, is far from that of the others.

    `value` is added up by `by`, and divided by `per` added up, or by that column of the
    force's row of `reference` where `where` holds; in words it is `times` that, `unit`.
    `expects`: its rows; `partly`: it may lack cells; `counted`: chance moves it too.
    """

    value: str
    by: tuple[str, ...]
    against: Against = Against.OTHERS
    per: str = ""
    reference: str = ""
    where: Condition = ALWAYS
    when: Condition = ALWAYS
    expects: int | None = None
    partly: bool = False
    counted: bool = True
    limits: Limits
    unit: str
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRule(Rule):
    """`then` holds over what the manifest says of a table."""

    then: Condition
