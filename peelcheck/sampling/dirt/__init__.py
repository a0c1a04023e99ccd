"""A valid return as files that look as real ones do, and still read back equal."""

from peelcheck.sampling.dirt.dirty import dirty
from peelcheck.sampling.dirt.kinds import Dirt

__all__ = ["Dirt", "dirty"]
