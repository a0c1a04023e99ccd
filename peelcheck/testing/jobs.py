"""The assertion that an ETL job does right by every valid return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from peelcheck.errors import MissingExtraError, UnknownNameError
from peelcheck.testing.drawn import drawn_in_words
from peelcheck.testing.returns import assert_return

if TYPE_CHECKING:
    import polars as pl
    from hypothesis.strategies import SearchStrategy

    from peelcheck.strategies.returned import DrawnReturn

__all__ = ["LIBRARIES", "assert_job"]

Made = TypeVar("Made")

_EXAMPLES = 30


def assert_job(
    job: Callable[[dict[str, Any]], Made],
    holds: Callable[[Made, DrawnReturn], Any] | None = None,
    *,
    on: SearchStrategy[DrawnReturn] | None = None,
    library: str = "polars",
    examples: int = _EXAMPLES,
) -> None:
    """Run an ETL job on drawn returns, and hold what it makes to the rulebook.

    Args:
        job: The job. It is given the tables of a return, a frame each by the table's
            name, and makes what `peelcheck.check` takes, or what `holds` looks at.
        holds: Called with what the job made and the drawn return; it raises an
            `AssertionError` where something is wrong. By default `assert_return`, under
            the drawn return's manifest.
        on: A strategy for the returns [default: `peelcheck.strategies.returns()`].
        library: Of which library the frames are: polars, pandas or pyarrow.
        examples: On how many returns the job is run.

    Raises:
        AssertionError: On some return it is not so: the simplest one that was found is
            told by what tells it from a small valid return.
        MissingExtraError: hypothesis, or the library, is not installed.
        UnknownNameError: There is no such library.

    What else the job raises is raised, with the return it was given as a note.

    """
    __tracebackhide__ = True
    if library not in LIBRARIES:
        raise UnknownNameError.of("library", library, LIBRARIES)

    from peelcheck.strategies import returns  # noqa: PLC0415 - an extra

    _run(
        job,
        holds or _keeps_the_rules,
        returns() if on is None else on,
        LIBRARIES[library],
        examples,
    )


def _run(
    job: Callable[[dict[str, Any]], Made],
    holds: Callable[[Made, DrawnReturn], Any],
    on: SearchStrategy[DrawnReturn],
    framed: Callable[[dict[str, pl.DataFrame]], dict[str, Any]],
    examples: int,
) -> None:
    from hypothesis import Phase, Verbosity, given, settings  # noqa: PLC0415 - an extra

    __tracebackhide__ = True

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
    )
    @given(on)
    def runs(drawn: DrawnReturn) -> None:
        __tracebackhide__ = True
        try:
            made = job(framed(drawn.frames()))
            holds(made, drawn)
        except AssertionError as error:
            message = f"{error}\n\n{drawn_in_words(drawn)}"
            raise AssertionError(message) from None
        except Exception as error:
            error.add_note(drawn_in_words(drawn))
            raise

    runs()


def _keeps_the_rules(made: Any, drawn: DrawnReturn) -> None:
    assert_return(made, manifest=drawn.manifest)


def _as_polars(frames: dict[str, pl.DataFrame]) -> dict[str, Any]:
    return {**frames}


def _as_pandas(frames: dict[str, pl.DataFrame]) -> dict[str, Any]:
    try:
        return {name: frame.to_pandas() for name, frame in frames.items()}
    except ModuleNotFoundError:
        raise MissingExtraError.of("pandas", "pandas") from None


def _as_pyarrow(frames: dict[str, pl.DataFrame]) -> dict[str, Any]:
    return {name: frame.to_arrow() for name, frame in frames.items()}


LIBRARIES: Mapping[str, Callable[[dict[str, pl.DataFrame]], dict[str, Any]]] = {
    "polars": _as_polars,
    "pandas": _as_pandas,
    "pyarrow": _as_pyarrow,
}
"""How the frames of a drawn return become those of a library."""
