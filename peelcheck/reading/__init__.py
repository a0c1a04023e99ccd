"""Files and frames in, typed tables and coercions out; the only place that parses."""

from peelcheck.reading.sources import read

__all__ = ["read"]
