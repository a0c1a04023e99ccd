"""The kinds of things that are thrown, by name."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from astray import claims, files, frames, manifests, workbooks
from astray.thrown import Thrown

__all__ = ["KINDS"]

KINDS: Mapping[str, st.SearchStrategy[Thrown]] = {
    "random bytes": files.random_bytes(),
    "damaged files": files.real_damaged(),
    "replaced cells": files.cells_replaced(),
    "damaged folders": files.folders_damaged(),
    "damaged packing": files.packed_damaged(),
    "random workbooks": workbooks.random_workbooks(),
    "workbooks damaged inside": workbooks.damaged_inside(),
    "wrong manifests": manifests.wrong_manifests(),
    "wrong hints": manifests.hinted_wrongly(),
    "damaged manifests": manifests.damaged_manifests(),
    "random frames": frames.random_frames(),
    "cast columns": frames.columns_cast(),
    "strange columns": frames.columns_made_strange(),
    "random claims": claims.random_claims(),
    "damaged claims": claims.damaged_claims(),
}
"""What is thrown, by what it is."""
