"""When a population fits a published one: conditions shared by several rules.

The distances are named assumptions of the edition.
"""

from peelcheck.authoring import column, edition
from peelcheck.conditions import Condition

__all__ = ["FITS_ANOTHER", "FITS_OWN", "IN_BAND"]

_GIVEN = column("population")
_PUBLISHED = column("reference.population")


def _within(low: str, high: str) -> Condition:
    return _GIVEN.between(
        edition(f"assumptions.{low}") * _PUBLISHED,
        edition(f"assumptions.{high}") * _PUBLISHED,
    )


IN_BAND = _within("population_band_low", "population_band_high")
FITS_OWN = _within("placement_own_low", "placement_own_high")
FITS_ANOTHER = _within("placement_other_low", "placement_other_high")
