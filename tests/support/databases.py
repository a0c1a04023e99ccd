"""Tables in real databases: SQLite, a Postgres server of our own, and Spark."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

__all__ = [
    "Rows",
    "filled",
    "postgres_server",
    "rows_found",
    "spark_frame",
    "spark_session",
]

Rows = Sequence[Mapping[str, Any]]


def filled(url: str, name: str, columns: Mapping[str, Any], rows: Rows) -> None:
    """Make a table of a database anew, with these rows.

    Args:
        url: Of the database.
        name: Of the table.
        columns: The type of each column: one of ours, or one of SQLAlchemy by name.
        rows: The rows.

    """
    sa = pytest.importorskip("sqlalchemy", reason="sqlalchemy is not installed")
    types = {
        ColumnType.TEXT: sa.Text,
        ColumnType.INTEGER: sa.BigInteger,
        ColumnType.NUMBER: sa.Float,
        ColumnType.DATE: sa.Date,
    }
    engine = sa.create_engine(url)
    kept = sa.MetaData()
    made = [
        sa.Column(column, types[kind] if kind in types else getattr(sa, kind))
        for column, kind in columns.items()
    ]
    table = sa.Table(name, kept, *made)
    kept.drop_all(engine)
    kept.create_all(engine)
    with engine.begin() as connection:
        if rows:
            connection.execute(table.insert(), [dict(row) for row in rows])
    engine.dispose()


def rows_found(url: str, query: str, **parameters: Any) -> int:
    """Return how many rows a query finds."""
    sa = pytest.importorskip("sqlalchemy", reason="sqlalchemy is not installed")
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = len(connection.execute(sa.text(query), parameters).all())
    engine.dispose()
    return found


@contextmanager
def postgres_server() -> Iterator[str]:
    """Start a Postgres server in a folder of its own, and say where it is."""
    pytest.importorskip("psycopg2", reason="psycopg2 is not installed")
    there = [*Path("/usr/lib/postgresql").glob("*/bin")]
    path = os.pathsep.join([*map(str, there), os.environ["PATH"]])
    if shutil.which("initdb", path=path) is None:
        pytest.skip("the programs of a Postgres server are not installed")
    # The server refuses to be run by root.
    user: dict[str, Any] = {"user": "nobody"} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory() as folder, socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        Path(folder).chmod(0o777)
        held.close()

        def run(*words: str) -> None:
            program = str(shutil.which(words[0], path=path))
            done = subprocess.run(
                [program, *words[1:]], capture_output=True, check=False, **user
            )
            assert done.returncode == 0, done.stderr.decode()

        data = f"{folder}/data"
        run("initdb", "-D", data, "-A", "trust", "-U", "peelcheck", "-E", "UTF8")
        options = f"-p {port} -h 127.0.0.1 -k {folder}"
        run("pg_ctl", "-D", data, "-o", options, "-l", f"{data}/log", "-w", "start")
        try:
            yield f"postgresql+psycopg2://peelcheck@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")


@contextmanager
def spark_session() -> Iterator[Any]:
    """Start Spark on this machine."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java, which is not installed")
    from pyspark.sql import SparkSession

    # Many short jobs over few rows: more threads, and code compiled for long runs,
    # cost more than they save.
    build = SparkSession.builder.master("local[1]")
    for name, value in (
        ("spark.ui.enabled", "false"),
        ("spark.ui.showConsoleProgress", "false"),
        ("spark.sql.shuffle.partitions", "1"),
        ("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
        ("spark.driver.host", "127.0.0.1"),
        ("spark.driver.bindAddress", "127.0.0.1"),
    ):
        build = build.config(name, value)
    session = build.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
    gc.collect()  # its sockets, while their warnings are still expected


def spark_frame(session: Any, table: str, rows: Rows) -> Any:
    """Return rows as a frame of Spark."""
    kinds = {
        ColumnType.TEXT: "string",
        ColumnType.INTEGER: "bigint",
        ColumnType.NUMBER: "double",
        ColumnType.DATE: "date",
    }
    columns = TABLES[table].columns
    schema = ", ".join(f"`{one.name}` {kinds[one.type]}" for one in columns)
    cells = [tuple(_cell(row[one.name], one.type) for one in columns) for row in rows]
    return session.createDataFrame(cells, schema)


def _cell(value: Any, kind: ColumnType) -> Any:
    number = kind is ColumnType.NUMBER and value is not None
    return float(value) if number else value
