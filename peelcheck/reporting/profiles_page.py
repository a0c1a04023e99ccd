"""The profiles of published sources: a list of them, and one explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from peelcheck.profiles import Profile, ProfileTable

__all__ = ["profile_explained", "profiles_page"]


def profiles_page(profiles: Iterable[Profile]) -> RenderableType:
    """Return a line a profile: name, publisher, title, tables."""
    grid = Grid(box=None, pad_edge=False)
    for name in ("profile", "publisher", "source", "fills"):
        grid.add_column(name, overflow="fold")
    for one in profiles:
        tables = ", ".join(dict.fromkeys(part.table for part in one.tables))
        grid.add_row(one.name, one.publisher, one.title, tables)
    return grid


def profile_explained(profile: Profile) -> RenderableType:
    """Return where a source is published, how it is read, and what its marks mean."""
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    for word, text in _facts(profile):
        grid.add_row(word, Text(text))
    head = Text(f"{profile.name}  {profile.title}", style="bold")
    return Group(head, grid)


def _facts(profile: Profile) -> Iterator[tuple[str, str]]:
    yield "publisher", profile.publisher
    yield "published", profile.published_at
    yield "licence", profile.licence
    yield "vintage", profile.vintage
    if profile.headers:
        yield "known by", f"headers {', '.join(profile.headers)}"
    if profile.sheets:
        yield "known by", f"sheets {', '.join(profile.sheets)}"
    for one in profile.marks:
        yield "mark", f"{one.mark!r} is {one.means}. {one.why}"
    for part in profile.tables:
        yield "table", "; ".join([part.table, *_reading(part)])


def _reading(part: ProfileTable) -> Iterator[str]:
    """Return how a table is read, piece by piece."""
    if part.sheet or part.title:
        yield f"from sheet {part.sheet}" if part.sheet else f"titled {part.title}"
    headers = ", ".join(
        f"{name} from {h or 'the first column'!r}" for name, h in part.columns.items()
    )
    yield headers
    for name, value in part.constants.items():
        yield f"{name} is {value} where no column gives it"
    for found in part.found:
        yield f"{found.column} from the {found.where}"
    for header, values in part.keep.items():
        yield f"only rows whose {header} is {' or '.join(values)}"
    if part.unpivot:
        yield f"{part.unpivot.by} from the headers, {part.unpivot.into} below them"
    if part.summed:
        yield part.summed.says
    if part.areas:
        left = "" if part.areas.kept else " and left out"
        held = " held against their sums" if part.areas.checked else " told apart"
        yield f"regions and totals{held}{left}"
