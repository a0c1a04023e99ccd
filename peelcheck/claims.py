"""The records of claims: printed figures, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from peelcheck.figures import Figure
from peelcheck.tabular import as_pandas

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Claim",
    "ClaimFault",
    "ClaimVerdict",
    "Departure",
    "Held",
    "Integers",
    "Joint",
    "Printed",
    "Rival",
    "Rivals",
    "Rounding",
    "Unit",
    "Verification",
]


class Rounding(StrEnum):
    """How a printed figure was rounded."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    TRUNCATED = "truncated"


class ClaimVerdict(StrEnum):
    """What became of a claim."""

    REPRODUCED = "reproduced"
    NOT_REPRODUCED = "not reproduced"
    IMPOSSIBLE = "impossible"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: its text, its value, and to how many decimals."""

    text: str
    value: Decimal
    places: int


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a printed figure: its text, and for how many of the base it is given.

    `per` is 1 for one per head; nothing for a plain count, or a ratio of two rates.
    """

    text: str
    per: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A printed figure, and what it is said to be of.

    Attributes:
        id: Its name in the claims file, else `line 7`.
        subject: The force or total it is about, as written.
        printed: The figure as printed; nothing where only its two parts are.
        unit: Its unit.
        metric: The metric it is a value of, if it names one.
        group: The metric's group, for a ratio.
        count: The count above the line, where it is printed.
        of: The count below the line, where it is printed.
        base: What `of` counts, in words; claims of one subject and base are compared.
        beside: The id of a claim about the same quantity, perhaps in another unit.
        change: Whether the figure is a change from `of` to `count`.
        more: For a change without a figure, whether it says more or fewer.
        start: The first day of its period.
        end: The last day of its period.
        where: Where it was printed.
        evidence: What it rests on, such as `staff survey`.
        rounding: How it was rounded.

    """

    id: str
    subject: str
    printed: Printed | None
    unit: Unit
    metric: str = ""
    group: str = ""
    count: int | None = None
    of: int | None = None
    base: str = ""
    beside: str = ""
    change: bool = False
    more: bool | None = None
    start: date | None = None
    end: date | None = None
    where: str = ""
    evidence: tuple[str, ...] = ()
    rounding: Rounding = Rounding.HALF_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFault:
    """A line of a claims file that is no claim: where, what is wrong, what to do."""

    place: str
    field: str
    text: str
    says: str
    mend: str


@dataclass(frozen=True, slots=True)
class Integers:
    """Whole numbers from `low` to `high`; without `high`, all from `low` on."""

    low: int
    high: int | None

    def __bool__(self) -> bool:
        return self.high is None or self.low <= self.high

    def __contains__(self, number: int) -> bool:
        return self.low <= number and (self.high is None or number <= self.high)

    def within(self, other: Integers) -> Integers:
        """Return the numbers that are in both."""
        ends = [end for end in (self.high, other.high) if end is not None]
        return Integers(max(self.low, other.low), min(ends) if ends else None)


@dataclass(frozen=True, slots=True)
class Departure:
    """One way in which a figure may be made otherwise than its metric says.

    Attributes:
        kind: What is done otherwise.
        says: The departure in words.
        choice: Departures of one choice exclude one another.
        what: What it is done with, such as the exclusion that is kept in.
        of: What `what` is a value of, where that must be told.

    """

    kind: str
    says: str
    choice: str
    what: str | int = ""
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A set of departures under which the figure prints as claimed."""

    departures: tuple[Departure, ...]
    value: float
    numerator: float
    denominator: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """What a search for departures found, and how wide it was cast.

    Attributes:
        found: The first that print the figure, by number of departures.
        hits: How many print it, by number of departures.
        tried: How many combinations were tried.
        distinct: How many different figures they print between them.

    """

    found: tuple[Rival, ...]
    hits: Mapping[int, int]
    tried: int
    distinct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A claim held against the data, or against its own arithmetic.

    Attributes:
        claim: The claim.
        verdict: What became of it.
        says: Why, in one sentence.
        figure: The figure recomputed for it, if it is a metric's.
        value: What was recomputed, in the claim's unit.
        interval: The values that print as the figure does, in words.
        numerators: The counts above the line that would print it.
        denominators: The counts below the line that would print it.
        unit: The declared unit that explains it, where its own does not.
        flags: What its reader must know: statement and sentence.
        rivals: For a claim that is not reproduced, the departures that print it.

    """

    claim: Claim
    verdict: ClaimVerdict
    says: str
    figure: Figure | None = None
    value: float | None = None
    interval: str = ""
    numerators: Integers | None = None
    denominators: Integers | None = None
    unit: str = ""
    flags: tuple[tuple[str, str], ...] = ()
    rivals: Rivals | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A set of departures, and the claims on one metric that it prints together."""

    metric: str
    departures: tuple[Departure, ...]
    claims: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Verification:
    """All claims of a file held against one return.

    Attributes:
        source: The return's name.
        claims_source: The claims file's name.
        edition: The edition that defines the metrics.
        held: The claims, in the order of the file.
        faults: Lines that are no claims.
        joint: By metric, departures ranked by how many claims they print together.
        notes: What was taken or assumed on the way.
        changed_assumptions: The named assumptions that were changed.

    """

    source: str
    claims_source: str
    edition: str
    held: tuple[Held, ...]
    faults: tuple[ClaimFault, ...] = ()
    joint: tuple[Joint, ...] = ()
    notes: tuple[str, ...] = ()
    changed_assumptions: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Return one line, however many claims there are."""
        counts = ", ".join(f"{self.count(v)} {v.value}" for v in ClaimVerdict)
        return f"<Verification of {self.claims_source}: {counts}>"

    def count(self, verdict: ClaimVerdict) -> int:
        """Return how many claims have a verdict."""
        return sum(one.verdict is verdict for one in self.held)

    def of(self, claim: str) -> Held:
        """Return what became of one claim; a `KeyError` where there is none."""
        return {one.claim.id: one for one in self.held}[claim]

    def to_pandas(self) -> pd.DataFrame:
        """Return the claims as a pandas frame, one row a claim.

        Raises:
            MissingExtraError: pandas is not installed.

        """
        said = ("subject", "metric", "group")
        became = ("printed", "unit", "verdict", "value", "says", "rivals", "caveats")
        rows = [
            {
                "claim": one.claim.id,
                **{name: getattr(one.claim, name) for name in said},
                "printed": one.claim.printed.text if one.claim.printed else "",
                "unit": one.claim.unit.text,
                "verdict": one.verdict.value,
                "value": one.value,
                "says": one.says,
                "rivals": sum(one.rivals.hits.values()) if one.rivals else None,
                "caveats": "; ".join(
                    caveat.id for caveat in (one.figure.caveats if one.figure else ())
                ),
            }
            for one in self.held
        ]
        return as_pandas(rows, ("claim", *said, *became), whole="rivals")
