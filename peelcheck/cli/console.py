"""Where the command's output goes: a terminal, a pipe, or a file written whole."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peelcheck.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["keep_apart", "progress", "show", "warn", "write"]

_WIDTH = 110
_PARTS = 10_000
"""How many parts of a long text are printed at once."""


def warn(message: str) -> None:
    """Warn beside the output, not in it."""
    click.secho(f"warning: {message}", fg="yellow", err=True)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Say on a terminal what is being done; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - when needed

    with Console(stderr=True).status("starting") as status:
        yield status.update


def show(what: RenderableType, out: Path | None) -> None:
    """Print to the terminal, with colour only there; or as plain text to a file."""
    from rich.console import Console  # noqa: PLC0415 - when needed

    if out is None and sys.stdout.isatty():
        console = Console(highlight=False, soft_wrap=False)
        console.print(_harmless(console, what), end="")
        return
    console = Console(width=_WIDTH, no_color=True, highlight=False, color_system=None)
    with console.capture() as text:
        console.print(_harmless(console, what), end="")
    lines = (line.rstrip() for line in text.get().splitlines())
    write("\n".join(lines) + "\n", out)


def _harmless(console: Console, what: RenderableType) -> RenderableType:
    """Return what is printed without what a terminal would take for a command."""
    from rich.segment import Segment, Segments  # noqa: PLC0415 - when needed

    from peelcheck.wording import visible  # noqa: PLC0415

    return Segments(
        Segment("\n".join(map(visible, one.text.split("\n"))), one.style, one.control)
        for one in console.render(what)
    )


def keep_apart(outputs: Iterable[Path | None], inputs: Iterable[Path | None]) -> None:
    """Refuse an output that would overwrite what is read, or another output.

    Raises:
        UsageError: It would.

    """
    taken: set[Path] = set()
    sources = [one.resolve() for one in inputs if one is not None]
    for out in (one for one in outputs if one is not None):
        target = out.resolve()
        within = target.exists() and any(one in target.parents for one in sources)
        if within or target in sources:
            message = f"{out} is part of what is read; name another file to write"
            raise UsageError(message)
        if target in taken:
            message = f"{out} cannot be written twice; name another file"
            raise UsageError(message)
        taken.add(target)


def write(text: str | Iterable[str], out: Path | None) -> None:
    """Write to the terminal, or to a file that appears only once it is whole.

    Args:
        text: What to write, whole or part by part.
        out: The file; nothing for the terminal.

    """
    parts = iter((text,) if isinstance(text, str) else text)
    if out is None:
        while some := "".join(islice(parts, _PARTS)):
            click.echo(some, nl=False)
        return
    partial = out.with_name(f".{out.name}.part")
    try:
        with partial.open("w", encoding="utf-8") as file:
            file.writelines(parts)
        partial.replace(out)
    except OSError as error:
        message = f"{out} cannot be written: {error.strerror}"
        raise click.ClickException(message) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    click.echo(f"wrote {out}", err=True)
