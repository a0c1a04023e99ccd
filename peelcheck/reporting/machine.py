"""Reports and figures as JSON, in a form with a version and a schema.

Times and versions stand in `header` alone; the rest depends on the input only.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from importlib.resources import files
from typing import Any

from peelcheck import __version__
from peelcheck.claims import Held, Verification
from peelcheck.comparing import Comparison
from peelcheck.comparing.changes import Change, Correction, Doubled, What
from peelcheck.comparing.comparison import TableComparison
from peelcheck.figures import Figure
from peelcheck.ledger import Coverage, coverage
from peelcheck.manifest import Manifest
from peelcheck.recomputing.figures import FIGURE_COLUMNS, Figures, figure_row
from peelcheck.results import Report, RuleResult

__all__ = [
    "SCHEMAS",
    "comparison_as_json",
    "comparison_in_parts",
    "figures_as_csv",
    "figures_as_json",
    "report_as_json",
    "schema",
    "verification_as_json",
]

SCHEMAS = {
    "report": "report.schema.json",
    "figures": "figures.schema.json",
    "verification": "verification.schema.json",
    "comparison": "comparison.schema.json",
}
_VERSION = 3


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a form: one of `SCHEMAS`."""
    source = files("peelcheck.reporting").joinpath(SCHEMAS[name])
    loaded: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return loaded


def report_as_json(report: Report) -> str:
    """Return a report as JSON text."""
    return _text(
        {
            **_head("report", report.source, report.manifest, report.edition),
            "ok": report.ok,
            "changed_assumptions": dict(report.changed_assumptions),
            "tables": [asdict(one) for one in report.tables],
            "coercions": [asdict(one) for one in report.coercions],
            "annex": _annex(coverage(report=report)),
            "rules": [_rule(one) for one in report.results],
        }
    )


def figures_as_json(figures: Figures) -> str:
    """Return figures as JSON text."""
    return _text(
        {
            **_head("figures", figures.source, figures.manifest, figures.edition.name),
            "changed_assumptions": dict(figures.edition.changes),
            "checked_ok": figures.checked_ok,
            "notes": list(figures.notes),
            "annex": _annex(coverage(figures=figures)),
            "figures": [_figure(one) for one in figures],
        }
    )


def figures_as_csv(figures: Figures) -> str:
    """Return figures as CSV text, one row a figure."""
    text = io.StringIO()
    rows = [figure_row(one) for one in figures]
    writer = csv.DictWriter(text, FIGURE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def verification_as_json(verification: Verification) -> str:
    """Return a verification as JSON text."""
    return _text(
        {
            "form": "verification",
            "version": _VERSION,
            "header": _header(),
            "source": verification.source,
            "claims_source": verification.claims_source,
            "edition": verification.edition,
            "changed_assumptions": dict(verification.changed_assumptions),
            "notes": list(verification.notes),
            "annex": _annex(coverage(verification=verification)),
            "claims": [_held(one) for one in verification.held],
            "joint": [asdict(one) for one in verification.joint],
            "faults": [asdict(one) for one in verification.faults],
        }
    )


def comparison_as_json(comparison: Comparison) -> str:
    """Return a comparison, with every change of it, as JSON text."""
    return "".join(comparison_in_parts(comparison))


def comparison_in_parts(comparison: Comparison) -> Iterator[str]:
    """Yield the JSON text of a comparison part by part: each change is a line.

    So that there may be millions of changes, they are never held at once.
    """
    yield _begun(
        {
            "form": "comparison",
            "version": _VERSION,
            "header": _header(),
            "first": comparison.before,
            "second": comparison.after,
            "same": comparison.same,
            "manifest": [asdict(one) for one in comparison.said],
            "tables_of_first_alone": list(comparison.tables_before),
            "tables_of_second_alone": list(comparison.tables_after),
        }
    )
    yield '  "tables": ['
    for at, one in enumerate(comparison.tables):
        yield ",\n" if at else "\n"
        yield _begun(_compared(one))
        changes = (change for what in What for change in one.changes(what))
        yield from _in_lines("changes", changes)
        yield ",\n"
        yield from _in_lines("doubled_keys", one.doubled_keys())
        yield "\n}"
    yield "\n  ]\n}\n"


def _begun(data: dict[str, Any]) -> str:
    """Return JSON text of an object that goes on with another member."""
    return _text(data).removesuffix("\n}\n") + ",\n"


def _in_lines(name: str, records: Iterable[Change | Doubled]) -> Iterator[str]:
    """Yield a member that lists records, each in a line."""
    yield f'  "{name}": ['
    for at, record in enumerate(records):
        yield ",\n" if at else "\n"
        yield _LINE.encode(record)
    yield "\n  ]"


def _members(value: Any) -> Any:
    """Return a record of a comparison, or a value JSON does not know, as it has it."""
    if isinstance(value, Change | Correction | Doubled):
        return {name: getattr(value, name) for name in value.__slots__}
    return _plain(value)


_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_members)


def _compared(one: TableComparison) -> dict[str, Any]:
    return {
        "table": one.table,
        "first": {"source": one.before.source, "rows": one.rows_before},
        "second": {"source": one.after.source, "rows": one.rows_after},
        "key": list(one.key),
        "columns_of_first_alone": list(one.columns_before),
        "columns_of_second_alone": list(one.columns_after),
        "not_compared": one.not_compared,
        "unchanged": one.unchanged,
        **{what.value: one.count(what) for what in What},
        "doubled": one.doubled.height,
        "corrected_cells": one.corrected_cells,
    }


def _annex(covered: Coverage) -> dict[str, Any]:
    return {**asdict(covered), "looked_at": list(covered.looked_at)}


def _held(held: Held) -> dict[str, Any]:
    return {
        "claim": asdict(held.claim),
        "verdict": held.verdict,
        "says": held.says,
        "value": held.value,
        "interval": held.interval,
        "numerators": _asdict(held.numerators),
        "denominators": _asdict(held.denominators),
        "unit": held.unit,
        "flags": [{"statement": name, "says": says} for name, says in held.flags],
        "figure": _figure(held.figure) if held.figure else None,
        "rivals": _asdict(held.rivals),
    }


def _asdict(record: Any) -> dict[str, Any] | None:
    return None if record is None else asdict(record)


def _head(form: str, source: str, manifest: Manifest, edition: str) -> dict[str, Any]:
    return {
        "form": form,
        "version": _VERSION,
        "header": _header(),
        "source": source,
        "edition": edition,
        "manifest": asdict(manifest),
    }


def _header() -> dict[str, str]:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return {"peelcheck": __version__, "made": made}


def _rule(result: RuleResult) -> dict[str, Any]:
    return {
        "id": result.rule.id,
        "statement": result.rule.statement,
        "basis": result.rule.basis,
        "severity": result.severity,
        "table": result.rule.table,
        "says": result.rule.says,
        "mend": result.rule.mend,
        "verdict": result.verdict,
        "counted": result.counted,
        "evaluated": result.evaluated,
        "failed": result.failed,
        "undecided": result.undecided,
        "reason": result.reason,
        "findings": [
            {name: getattr(one, name) for name in _FINDING} for one in result.findings
        ],
        "compared": [asdict(one) for one in result.compared],
    }


_FINDING = ("source", "row", "cell", "key", "values", "message")


def _figure(figure: Figure) -> dict[str, Any]:
    says = [
        {"id": one.id, "source": one.source, "says": one.says} for one in figure.caveats
    ]
    return asdict(replace(figure, caveats=())) | {"caveats": says}


def _text(data: dict[str, Any]) -> str:
    return (
        json.dumps(_plain(data), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    )


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
