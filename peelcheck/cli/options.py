"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["output_options", "reading_options", "source_options"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _pairs(
    _: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Take `name=value` options apart."""
    pairs = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name.strip() or not value.strip():
            message = f"{text!r} is not of the form NAME=VALUE"
            raise click.BadParameter(message, param=option)
        pairs[name.strip()] = value.strip()
    return pairs


_READING_OPTIONS = (
    click.option("--table", metavar="NAME", help="Table a single file holds."),
    click.option(
        "--column",
        "columns",
        metavar="HEADER=COLUMN",
        multiple=True,
        callback=_pairs,
        help="Column that a header of the file stands for; repeatable.",
    ),
    click.option(
        "--constant",
        "constants",
        metavar="COLUMN=VALUE",
        multiple=True,
        callback=_pairs,
        help="Value of a column the file does not have; repeatable.",
    ),
    click.option(
        "--profile",
        metavar="NAME",
        help="Profile of the published source a file is; `peelcheck profiles` "
        "lists them [default: as the file's shape tells].",
    ),
)
"""What is said of how a file is read."""

_SOURCE_OPTIONS = (
    click.option(
        "--edition",
        metavar="NAME",
        help="Edition of the annex [default: the return's].",
    ),
    click.option(
        "--kind",
        type=click.Choice(["submission", "collection", "publication"]),
        help="Kind of return, where no manifest says it.",
    ),
    *_READING_OPTIONS,
    click.option(
        "--manifest",
        type=click.Path(path_type=Path),
        help="Manifest to use in place of the folder's own.",
    ),
    click.option(
        "--assume",
        metavar="NAME=VALUE",
        multiple=True,
        callback=_pairs,
        help="New value of a named assumption; repeatable. `peelcheck explain "
        "assumptions` lists them.",
    ),
)


def reading_options(command: _Command) -> _Command:
    """Give a command that reads several sources what may be said of all of them."""
    for option in reversed(_READING_OPTIONS):
        command = option(command)
    return command


def source_options(*, required: bool = True) -> Callable[[_Command], _Command]:
    """Give a command PATH and what may be said of it."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(_SOURCE_OPTIONS):
            command = option(command)
        kind = click.Path(path_type=Path)
        return click.argument("path", type=kind, required=required)(command)

    return decorate


def output_options(*formats: str) -> Callable[[_Command], _Command]:
    """Give a command --format, the first being the default, and --out."""

    def decorate(command: _Command) -> _Command:
        command = click.option(
            "--out",
            type=click.Path(path_type=Path, dir_okay=False),
            help="File to write instead of the terminal.",
        )(command)
        return click.option(
            "--format",
            "form",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="What to print.",
        )(command)

    return decorate
