"""The outcome types of the framework, their groups, and what the report makes of them.

Source: Home Office crime outcomes open data, year ending March 2019, for the groups;
types 1A, 2A and 3A lie inside 1, 2 and 3. See the data log.
"""

from __future__ import annotations

from peelcheck.reference.spelling import fold

__all__ = [
    "ASSIGNED_TYPES",
    "COUNTED_TYPES",
    "INSIDE",
    "NOT_ASSIGNED",
    "OUTCOME_GROUPS",
    "SPELLINGS",
    "VICTIM_NOT_SUPPORTING",
]

NOT_ASSIGNED = "0"
"""The row of crimes without an outcome yet; it is no outcome."""

INSIDE = {"1A": "1", "2A": "2", "3A": "3"}
"""Types for an offence other than the one recorded, and the type each is part of."""

ASSIGNED_TYPES = (*(str(number) for number in range(1, 23)), *INSIDE)
"""The types that a crime can be given."""

COUNTED_TYPES = (NOT_ASSIGNED, *ASSIGNED_TYPES)

SPELLINGS = {
    fold(text): one
    for one in COUNTED_TYPES
    for text in (one, one.zfill(2), f"{one}.0", f"outcome {one}", f"type {one}")
}
"""How files write a type, folded: as spreadsheets have numbers, or with a word."""

VICTIM_NOT_SUPPORTING = ("14", "16")
"""The types of the report's "victim does not support action"."""

OUTCOME_GROUPS = {
    "Charged or summonsed": ("1",),
    "Out-of-court (formal)": ("2", "3", "6"),
    "Out-of-court (informal)": ("7", "8"),
    "Taken into consideration": ("4",),
    "Prosecution prevented or not in the public interest": (
        "5",
        "9",
        "10",
        "11",
        "12",
        "13",
        "17",
    ),
    "Evidential difficulties (suspect identified; victim supports action)": ("15",),
    "Evidential difficulties (victim does not support action)": VICTIM_NOT_SUPPORTING,
    "No suspect identified": ("18",),
    "Passed to another body": ("20",),
    "Further investigation not in the public interest": ("21",),
    "Not yet assigned": (NOT_ASSIGNED,),
}
"""The Home Office's groups and the types of each; 19 and 22 are in none of the year."""
