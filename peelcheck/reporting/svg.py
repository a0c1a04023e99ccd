"""Drawings of matplotlib as SVG text that can stand inside a page.

matplotlib is loaded only when something is drawn. The same drawing gives the same
bytes, whatever the reader's own matplotlib settings are.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from peelcheck.errors import MissingExtraError
from peelcheck.wording import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["INK", "Drawing", "drawn"]

INK = "#1b1b1b"
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_SETTINGS: Any = {
    "svg.fonttype": "none",  # text stays text: it can be read out, found and copied
    "svg.hashsalt": "peelcheck",
    "text.parse_math": False,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9.0,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.unicode_minus": False,
    "xtick.color": INK,
    "ytick.color": INK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a chart is called and what it shows, in words.

    Attributes:
        id: A name of its own on the page.
        title: What it is called.
        says: What it shows, for those who cannot see it.

    """

    id: str
    title: str
    says: str


@contextmanager
def _own_settings() -> Iterator[None]:
    """Draw by our settings, not by the reader's; give them back afterwards."""
    try:
        import matplotlib as mpl  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingExtraError.of("matplotlib", "html") from None
    with mpl.rc_context(), warnings.catch_warnings():
        # A letter the measuring font lacks is still drawn, by the reader's own font.
        warnings.filterwarnings("ignore", message="Glyph")
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


def drawn(
    draw: Callable[[Axes], None], size: tuple[float, float], drawing: Drawing
) -> str:
    """Return what `draw` draws, of a size in inches, as SVG text.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    with _own_settings():
        from matplotlib.figure import Figure  # noqa: PLC0415 - optional

        figure = Figure(figsize=size, layout="constrained")
        draw(figure.add_subplot())
        out = io.BytesIO()
        nobody: dict[str, Any] = {"Date": None, "Creator": None}
        figure.savefig(out, format="svg", transparent=True, metadata=nobody)
    return _for_page(ET.fromstring(out.getvalue()), drawing)  # noqa: S314 - our own


def _for_page(svg: ET.Element, drawing: Drawing) -> str:
    """Return a drawing as it stands in a page: named, with ids of its own."""
    for parent in list(svg.iter()):
        for child in list(parent):
            if child.tag in {f"{_SVG}metadata", f"{_SVG}style"}:
                parent.remove(child)
    for one in svg.iter():
        one.tag = one.tag.removeprefix(_SVG)
        one.attrib = {
            name.removeprefix(_XLINK): _own(name, value, drawing.id)
            for name, value in one.attrib.items()
        }
    box, about = svg.get("viewBox", ""), f"{drawing.id}-title {drawing.id}-says"
    svg.attrib = {"viewBox": box, "role": "img", "aria-labelledby": about}
    for place, (tag, text) in enumerate(
        (("title", drawing.title), ("desc", drawing.says))
    ):
        id_ = about.split()[place]
        child = ET.Element(tag, {"id": id_})
        child.text = visible(text)
        svg.insert(place, child)
    return ET.tostring(svg, encoding="unicode")


def _own(name: str, value: str, id_: str) -> str:
    """Return an attribute's value, with the ids in it made the drawing's own."""
    if name == "id":
        return f"{id_}-{value}"
    if name.endswith("href"):
        return value.replace("#", f"#{id_}-", 1)
    return value.replace("url(#", f"url(#{id_}-")
