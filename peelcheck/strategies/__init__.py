"""Data made from the records: valid by construction, or wrong in one place.

Needs the extra `hypothesis`.
"""

from peelcheck.errors import MissingExtraError

try:
    from peelcheck.strategies.drawing import BrokenTable, breakable, broken_by, tables
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise MissingExtraError.of("hypothesis", "hypothesis") from None

__all__ = ["BrokenTable", "breakable", "broken_by", "tables"]
