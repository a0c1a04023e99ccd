"""A raw table turned by a profile into the columns of one of our tables, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from peelcheck.origins import Origin
from peelcheck.profiles import Place, ProfileTable, Unpivoted
from peelcheck.reading.by_profile.area_rows import settle_totals, told_areas
from peelcheck.reading.by_profile.footnotes import plain_name
from peelcheck.reading.by_profile.forms import formed, found_in
from peelcheck.reading.by_profile.labels import set_apart
from peelcheck.reading.by_profile.summing import summed
from peelcheck.reading.by_profile.underway import OVER, PLACE, Work
from peelcheck.reading.cells import spelt
from peelcheck.reading.raw import RawTable
from peelcheck.reference.spelling import fold
from peelcheck.returns import ROW, Coercion, Total
from peelcheck.shape import Mark
from peelcheck.tables import TABLES

__all__ = ["Profiled", "profiled"]


_IS, _AND = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiled:
    """A table as a profile reads it, not yet typed.

    Attributes:
        table: The table.
        frame: Its columns under the table's names, and `ROW`.
        profile: The name of the profile.
        file: The name of the file.
        source: Where it came from, as a person would name it.
        origins: The files or sheets it came from, in their order.
        last: The number of their last row, read or not.
        marks: What marks mean in the source.
        unknown: Headers that were left alone.
        coercions: What was done to it.
        totals: The totals it prints, beside the sums of their members.
        doubled: The columns whose header stands more than once, and how often.
        copies: The column that is to say which row repeats which, if any.
        epoch: The day 0 of serial dates in it.

    """

    table: str
    frame: pl.DataFrame
    profile: str
    file: str
    source: str
    origins: tuple[Origin, ...]
    last: int
    marks: Mapping[str, Mark]
    unknown: tuple[str, ...] = ()
    coercions: tuple[Coercion, ...] = ()
    totals: tuple[Total, ...] = ()
    doubled: Mapping[str, int] = field(default_factory=dict)
    copies: str = ""
    epoch: date | None = None

    @property
    def raw(self) -> RawTable:
        """It as a raw table, its headers being the table's own columns."""
        frame = self.frame
        if self.copies:
            first = pl.col(ROW).min().over(self.copies)
            copy = pl.when(first != pl.col(ROW)).then(first.cast(pl.String))
            frame = frame.with_columns(copy.alias(self.copies))
        names = [name for name in frame.columns if name != ROW]
        places = {name: str(at) for at, name in enumerate(names)}
        texts = frame.lazy().rename(places)
        return RawTable(headers=tuple(names), frame=texts, epoch=self.epoch)


def profiled(
    raw: RawTable,
    part: ProfileTable,
    marks: Mapping[str, Mark],
    *,
    profile: str,
    file_name: str,
    given: Sequence[str],
) -> Profiled:
    """Read a raw table as a profile says.

    Args:
        raw: The table as the source holds it.
        part: What the profile says of it.
        marks: What marks mean in the source.
        profile: The name of the profile.
        file_name: The name of the file, which may hold values.
        given: Columns the caller gives a constant for.

    """
    table = TABLES[part.table]
    work = Work(part, table, raw, raw.frame.collect(), marks)
    last = work.frame.select(pl.col(ROW).max()).item() or 0
    _keep(work)
    _copies(work)
    areas = told_areas(work)
    _columns(work)
    _unpivot(work)
    _constants(work, file_name, given)
    _forms(work)
    if areas:
        settle_totals(work, areas)
    _sums(work)
    return _done(work, profile, file_name, last)


def _done(work: Work, profile: str, file_name: str, last: int) -> Profiled:
    raw, name = work.raw, work.table.name
    notes = [
        Coercion(table=name, column="", kind=kind, count=count)
        for kind, count in raw.notes
    ]
    left = [h for at, h in enumerate(raw.headers) if at not in work.taken and h.strip()]
    source = f"{file_name} {raw.sheet.strip()}".strip()
    return Profiled(
        table=name,
        frame=work.frame.drop(PLACE, strict=False),
        profile=profile,
        file=file_name,
        source=source,
        origins=(work.origin(source),),
        last=last,
        marks=work.marks,
        unknown=tuple(left),
        coercions=(*notes, *work.coercions),
        totals=work.totals,
        doubled=work.doubled,
        copies=work.part.copies,
        epoch=raw.epoch,
    )


def _forms(work: Work) -> None:
    for name, form in work.part.forms.items():
        work.frame, says = formed(work.frame, name, form)
        for kind, count, examples in says:
            work.say(name, kind, count, examples)


def _sums(work: Work) -> None:
    finer = work.part.summed
    if finer is None:
        return
    rows, says = set_apart(work, finer)
    work.frame, blank = summed(work.frame, finer.columns, OVER, work.marks)
    work.say("", says, rows)
    work.say("", "cell without a number counted as none in a sum", blank)


def _keep(work: Work) -> None:
    for header, values in work.part.keep.items():
        place = work.position(header)
        if place is None:
            continue
        work.taken.add(place)
        kept = pl.col(str(place)).str.strip_chars().is_in(list(values))
        left = work.frame.filter(~kept.fill_null(value=False))
        work.frame = work.frame.filter(kept)
        examples = [
            (row[0], row[1] or "", "") for row in left[[ROW, str(place)]].rows()
        ]
        kind = f"row left out, its {header} is not {' or '.join(values)}"
        work.say("", kind, len(left), examples)


def _copies(work: Work) -> None:
    """Write what a row holds under each header into one text, to be compared later."""
    if not work.part.copies:
        return
    heads = sorted((fold(h), at) for at, h in enumerate(work.raw.headers) if h.strip())
    cells = [pl.lit(f"{head}{_IS}") + pl.col(str(at)) for head, at in heads]
    whole = pl.concat_str(cells, separator=_AND, ignore_nulls=True)
    work.frame = work.frame.with_columns(whole.alias(work.part.copies))


def _columns(work: Work) -> None:
    """Keep the columns that the profile names, under the table's names."""
    part, named = work.part, {}
    for column, header in part.columns.items():
        stands = work.positions(header)
        if len(stands) > 1 and header:
            work.doubled[column] = len(stands)
        elif stands:
            named[column] = stands[0]
    if part.summed and (stands := work.positions(part.summed.over)):
        named[OVER] = stands[0]
    for column, pattern in part.patterns.items():
        found = [at for at, head in enumerate(work.raw.headers) if _fits(pattern, head)]
        if found:
            named[column] = found[0]
    work.taken |= set(named.values())
    letters = work.raw.letters
    work.letters = {column: letters[at] for column, at in named.items() if letters}
    extra = [part.copies] if part.copies else []
    spread = [str(at) for at in _spread(work)]
    chosen = (pl.col(str(at)).alias(column) for column, at in named.items())
    work.frame = work.frame.select(ROW, *extra, *chosen, *spread)


def _fits(pattern: str, header: str) -> bool:
    return bool(found_in(pattern, [header]))


def _spread(work: Work) -> dict[int, tuple[str, str]]:
    """Return the columns to be turned into rows: what each is of, and as printed."""
    unpivot = work.part.unpivot
    if unpivot is None:
        return {}
    known = spelt(work.table.column(unpivot.by))
    named = {
        at: _named(header, unpivot, known) for at, header in enumerate(work.raw.headers)
    }
    return {at: one for at, one in named.items() if one is not None}


def _named(
    header: str, unpivot: Unpivoted, known: Mapping[str, str]
) -> tuple[str, str] | None:
    """Return what a header names, and that as printed."""
    if unpivot.pattern:
        found = found_in(unpivot.pattern, [header])
        return (found[0]["value"], found[1]) if found else None
    text = header.rsplit(" / ", 1)[-1]
    plain = fold(plain_name(text, known))
    return (known[plain], text) if plain in known else None


def _unpivot(work: Work) -> None:
    unpivot = work.part.unpivot
    if unpivot is None:
        return
    spread = _spread(work)
    work.taken |= set(spread)
    others = [name for name in work.frame.columns if not name.isdigit()]
    letters = work.raw.letters
    parts = [
        work.frame.select(
            *others,
            pl.lit(value).alias(unpivot.by),
            pl.col(str(at)).alias(unpivot.into),
            pl.lit(letters[at] if letters else "").alias(PLACE),
        )
        for at, (value, _) in spread.items()
    ]
    if parts:
        work.frame = pl.concat(parts).sort(ROW, maintain_order=True)
    changed = [(None, text, value) for value, text in spread.values() if text != value]
    kind = "header read as a value, without footnote digits"
    work.say(unpivot.by, kind, len(changed), changed)


def _constants(work: Work, file_name: str, given: Sequence[str]) -> None:
    """Add the values that stand in no cell."""
    there = {*work.frame.columns, *given}
    names = [column.name for column in work.table.columns]
    values = {n: v for n, v in work.part.constants.items() if n not in there}
    for one in work.part.found:
        if one.column in there or one.column not in names:
            continue
        found = found_in(one.pattern, _texts(work, one.where, file_name), one.form)
        if found:
            column = work.table.column(one.column)
            text = found[0]["value"]
            meant = spelt(column).get(fold(text), text)
            values[one.column] = meant
            kind = f"taken from the {one.where}"
            work.say(one.column, kind, 1, [(None, found[1], meant)])
    literals = [pl.lit(str(value)).alias(name) for name, value in values.items()]
    work.frame = work.frame.with_columns(*literals)
    if copies := work.part.copies:
        whole = pl.concat_str(copies, *literals, separator=_AND)
        work.frame = work.frame.with_columns(whole)


def _texts(work: Work, where: Place, file_name: str) -> Sequence[str]:
    if where is Place.TITLE:
        return work.raw.above
    return work.raw.headers if where is Place.HEADER else [file_name]
