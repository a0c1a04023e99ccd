"""In what two manifests differ, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from peelcheck.comparing.changes import ManifestChange
from peelcheck.manifest import Manifest

__all__ = ["said_otherwise"]

_FIELDS = ("edition", "kind", "force", "state", "title", "design")
_ENTRY = (
    "source",
    "publication",
    "release",
    "period_start",
    "period_end",
    "price_base",
    "price_index",
)


def said_otherwise(before: Manifest, after: Manifest) -> tuple[ManifestChange, ...]:
    """Return the fields in which two manifests differ, as completed by the reading."""
    first, second = dict(_said(before)), dict(_said(after))
    return tuple(
        ManifestChange(field=name, before=first.get(name), after=second.get(name))
        for name in dict.fromkeys((*first, *second))
        if first.get(name) != second.get(name)
    )


def _said(manifest: Manifest) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        if (value := getattr(manifest, name)) is not None:
            yield name, str(value)
    for table, entry in manifest.tables.items():
        for name in _ENTRY:
            if (value := getattr(entry, name)) is not None:
                yield f"tables.{table}.{name}", str(value)
        for mark, meaning in entry.marks.items():
            yield f"tables.{table}.marks.{mark!r}", meaning.value
    for one in manifest.unable_to_supply:
        yield f"unable_to_supply.{one.table}.{one.force}", one.reason
    for rule, why in manifest.noted_exceptions.items():
        yield f"noted_exceptions.{rule}", why
    for signed in manifest.signed_off:
        yield f"signed_off.{signed.force}", str(signed.on)
