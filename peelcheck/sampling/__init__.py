"""Made-up returns from a seed, without Hypothesis: valid, and near the real figures."""

from peelcheck.sampling.dirt import Dirt, dirty
from peelcheck.sampling.made import SINGLE_THINGS, Made, sample_return, sample_table

__all__ = [
    "SINGLE_THINGS",
    "Dirt",
    "Made",
    "dirty",
    "sample_return",
    "sample_table",
]
