"""How names are compared: folded, so that spelling habits do not matter."""

from __future__ import annotations

__all__ = ["fold"]

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def fold(text: str) -> str:
    """Return a text as names are compared: case, `&`, dashes and blanks evened out."""
    plain = text.translate(_DASHES).replace("&", " and ").replace("\u2019", "'")
    return " ".join(plain.replace("-", " ").casefold().split())
