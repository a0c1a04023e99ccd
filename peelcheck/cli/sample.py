"""The command that makes data up."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelcheck.cli.console import progress
from peelcheck.errors import UsageError

if TYPE_CHECKING:
    from peelcheck.sampling import Made

__all__ = ["sample"]

_EPILOG = """\b
Examples:
  peelcheck sample --table crimes --rows 1000000 --seed 7 --out crimes.parquet
  peelcheck sample --kind submission --force Kent --out kent
  peelcheck sample --table crimes --table outcomes --rows 50000 --out linked
  peelcheck sample --kind collection --dirty --seed 3 --out dirty
"""

_SYNTHETIC = "SYNTHETIC"


@click.command("sample", epilog=_EPILOG)
@click.option(
    "--table",
    "tables",
    metavar="NAME",
    multiple=True,
    help="Table to make up; repeatable for a folder [default: all].",
)
@click.option(
    "--rows",
    type=int,
    help="How many crimes, outcomes or single searches; other tables have the size "
    "that follows from their keys [default: 2000].",
)
@click.option(
    "--seed",
    type=int,
    default=0,
    show_default=True,
    help="What all of it follows from: the same seed, the same bytes.",
)
@click.option(
    "--kind",
    type=click.Choice(["submission", "collection", "publication"]),
    default="collection",
    show_default=True,
    help="Kind of return.",
)
@click.option("--force", metavar="NAME", help="Whose a submission is [default: Essex].")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="File that ends in .csv or .parquet, for one table; or a folder, for a return "
    "with its manifest.",
)
@click.option(
    "--dirty", "with_dirt", is_flag=True, help="Write files as real ones look."
)
@click.option("--overwrite", is_flag=True, help="Replace what --out names.")
def sample(
    *,
    tables: Sequence[str],
    out: Path,
    with_dirt: bool,
    overwrite: bool,
    **options: Any,
) -> None:
    """Make up a valid return, or one table of it; none of it happened.

    Rates, ratios and proportions come out near the published ones of 2017/18, so that
    code can be tried on data of the right size and shape. With --dirty the files have
    other spellings, 1,234, blanks, odd encodings and notes around, and are read as
    the same data.
    """
    if out.suffix:
        _one_table(out, tables, overwrite=overwrite, dirty=with_dirt, **options)
    else:
        _whole(out, tables, overwrite=overwrite, dirty=with_dirt, **options)


def _one_table(
    out: Path, tables: Sequence[str], *, overwrite: bool, dirty: bool, **options: Any
) -> None:
    from peelcheck.sampling import sample_table  # noqa: PLC0415 - when needed
    from peelcheck.sampling.writing import SUFFIXES, write_table  # noqa: PLC0415

    if out.suffix not in SUFFIXES:
        message = (
            f"{out} ends in neither .csv nor .parquet; a folder's name has no ending"
        )
        raise UsageError(message)
    if len(tables) != 1 or dirty:
        what = "--dirty goes with a folder" if dirty else "a file holds one --table"
        message = f"{what}; name a folder to make up a return"
        raise UsageError(message)
    if out.is_dir() or (out.exists() and not overwrite):
        raise _there(out, "is a folder" if out.is_dir() else "is there already")
    with progress() as told:
        frame = sample_table(tables[0], told=told, **options)
        told(f"writing {out.name}")
        with _instead_of(out) as partial:
            write_table(frame, partial)
            partial.replace(out)
    click.echo(f"wrote {out}: {frame.height:,} rows of {tables[0]}", err=True)


def _whole(
    out: Path, tables: Sequence[str], *, overwrite: bool, dirty: bool, **options: Any
) -> None:
    from peelcheck.sampling import sample_return  # noqa: PLC0415 - when needed

    _refuse_others(out, overwrite=overwrite)
    with progress() as told:
        made = sample_return(tables=tables or None, told=told, **options)
        told(f"writing {out.name}")
        with _instead_of(out) as partial:
            partial.mkdir()
            _write(made, partial, options["seed"], dirty=dirty)
            if out.exists() and any(out.iterdir()):
                shutil.rmtree(out)
            partial.replace(out)
    click.echo(f"wrote {out}: {len(made.frames)} tables and manifest.toml", err=True)


def _write(made: Made, folder: Path, seed: int, *, dirty: bool) -> None:
    from peelcheck.sampling import dirty as dirtied  # noqa: PLC0415 - when needed
    from peelcheck.sampling.writing import write_return  # noqa: PLC0415

    if dirty:
        dirtied(made.manifest, made.frames, folder, seed=seed)
    else:
        write_return(made.manifest, made.frames, folder)


def _refuse_others(out: Path, *, overwrite: bool) -> None:
    """Refuse a folder that holds anything but an earlier sample.

    Raises:
        UsageError: It does, or it is no folder.

    """
    if not out.exists():
        return
    if not out.is_dir():
        raise _there(out, "is a file, and its name has no ending")
    if not any(out.iterdir()):
        return
    if not overwrite:
        raise _there(out, "holds something already")
    try:
        text = (out / "manifest.toml").read_text(encoding="utf-8")
        title = str(tomllib.loads(text).get("title", ""))
    except (OSError, ValueError):
        title = ""
    if not title.startswith(_SYNTHETIC):
        message = f"{out} holds something that is no sample; name another folder"
        raise UsageError(message)


def _there(out: Path, what: str) -> UsageError:
    return UsageError(f"{out} {what}; name another, or say --overwrite")


@contextmanager
def _instead_of(out: Path) -> Iterator[Path]:
    """Give a path beside another to write to; what is left there goes."""
    try:
        beside = Path(
            tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.absolute().parent)
        )
    except OSError as error:
        raise _unwritten(out, error) from error
    try:
        yield beside / out.name
    except OSError as error:
        raise _unwritten(out, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _unwritten(out: Path, error: OSError) -> click.ClickException:
    return click.ClickException(f"{out} cannot be written: {error.strerror or error}")
