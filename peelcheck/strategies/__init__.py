"""Data made from the records: valid by construction, or wrong in one place.

Needs the extra `hypothesis`.
"""

from peelcheck.errors import MissingExtraError

try:
    from peelcheck.strategies.breaking import Broken, broken_by
    from peelcheck.strategies.drawing import records, returns, tables
    from peelcheck.strategies.returned import DrawnReturn
    from peelcheck.strategies.valid import valid_return
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise MissingExtraError.of("hypothesis", "hypothesis") from None

__all__ = [
    "Broken",
    "DrawnReturn",
    "broken_by",
    "records",
    "returns",
    "tables",
    "valid_return",
]
