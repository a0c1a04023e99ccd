"""Relations of DuckDB, fetched once at the door.

A relation keeps no result: every look at it runs its query again, and may give the rows
in another order. So its query is run once, and what it gives is read as a lazy frame of
polars. DuckDB itself is never imported; whoever gives a relation has it already.
"""

from __future__ import annotations

import sys
from typing import Any

import narwhals as nw
import polars as pl
from narwhals import dependencies as kinds

from peelcheck.errors import UnreadableError

__all__ = ["fetched"]

_WHAT = "the relation"
_REMEDY = "Mend the query, and keep its connection open."


def fetched(source: Any) -> Any:
    """Return what a relation of DuckDB gives; anything else as it is.

    Rows come in the order in which the query gives them. Where polars cannot hold its
    columns, such as two of one name, they are returned as a pyarrow table.

    Raises:
        UnreadableError: Its query fails.

    """
    relation = nw.to_native(source, pass_through=True)
    if not kinds.is_duckdb_relation(relation):
        return source
    try:
        table = relation.to_arrow_table()
    except sys.modules["duckdb"].Error as error:
        fault = f"its query fails ({str(error).splitlines()[0]})"
        raise UnreadableError.of(_WHAT, fault, _REMEDY) from error
    try:
        return pl.DataFrame(table).lazy()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return table
