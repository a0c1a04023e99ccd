"""A population carried on by the trend of the years before (A11, A46).

How the trend is drawn is not said; the assumption `population_projection` chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["YEARS", "projected"]

YEARS = 5
"""How many mid-years a trend is drawn through."""


def projected(people: Mapping[int, int], year: int, method: str) -> int | None:
    """Return the people of a year, carried on from the five years before it.

    Args:
        people: People by mid-year.
        year: The year carried on to.
        method: A choice of the assumption `population_projection`.

    Returns:
        The people, in whole numbers; nothing where one of the five years is missing.

    """
    years = range(year - YEARS, year)
    if not all(people.get(one) for one in years):
        return None
    return round(_METHODS[method]([people[one] for one in years]))


def _least_squares(values: list[int]) -> float:
    from scipy.stats import linregress  # noqa: PLC0415 - seldom needed

    line = linregress(range(len(values)), values)
    return float(line.intercept + line.slope * len(values))


def _mean_growth(values: list[int]) -> float:
    growth: float = (values[-1] / values[0]) ** (1 / (len(values) - 1))
    return values[-1] * growth


def _last_step(values: list[int]) -> float:
    return 2 * values[-1] - values[-2]


_METHODS: Mapping[str, Callable[[list[int]], float]] = {
    "least squares": _least_squares,
    "mean yearly growth": _mean_growth,
    "last step again": _last_step,
}
