"""The assertion that an ETL job does right by every valid return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import CodeType, TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from peelcheck.errors import MissingExtraError, UnknownNameError, UsageError
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
            told in a note, by what tells it from a small valid return.
        MissingExtraError: hypothesis, or the library, is not installed.
        UnknownNameError: There is no such library.
        UsageError: `holds` answers True or False, where it must raise.

    What else the job raises is raised, with the same note.

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
    tested: list[DrawnReturn] = []

    def runs(drawn: DrawnReturn) -> None:
        tested[:] = [drawn]
        held = holds(job(framed(drawn.frames())), drawn)
        if isinstance(held, bool | np.bool_):
            message = f"holds must raise an AssertionError, not answer {held}"
            raise UsageError(message)

    run = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
    )(given(on)(runs))
    try:
        run()
    except BaseException as error:  # pytest.fail raises no Exception
        # hypothesis runs the simplest once more, at the end.
        if inside := _inside(runs.__code__, error.__traceback__):
            error.add_note(f"\n{drawn_in_words(tested[0])}")
            error.with_traceback(inside)
        raise


def _inside(code: CodeType, trace: TracebackType | None) -> TracebackType | None:
    """Return the part of a traceback that some code called: the job's, or `holds`'."""
    while trace is not None and trace.tb_frame.f_code is not code:
        trace = trace.tb_next
    return trace.tb_next if trace else None


def _keeps_the_rules(made: Any, drawn: DrawnReturn) -> None:
    __tracebackhide__ = True
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
