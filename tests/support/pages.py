"""A page read back: its elements, headings and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Read", "read_page"]

_VOID = {"meta", "br", "hr", "img", "input", "link"}
_INLINE = {"bdi", "strong", "span", "a"}
_UNSEEN = {"style", "title", "desc"}


@dataclass
class Read:
    """What a page holds.

    Attributes:
        elements: Each start tag with its attributes.
        headings: Each heading's tag and text.
        words: The text a person reads, with single spaces.
        texts: The text of each `bdi` element, as it is.

    """

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    words: str = ""
    texts: list[str] = field(default_factory=list)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)

    def attributes_of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = Read()
        self.open: list[str] = []
        self.parts: list[str] = []
        self.heading: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"doubled attribute: {attrs}"
        self.read.elements.append((tag, dict(attrs)))
        if tag == "bdi":
            self.read.texts.append("")
        if tag in {"h1", "h2", "h3", "h4"}:
            self.heading = []
        if tag not in _VOID:
            self.open.append(tag)
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} closes what is not open"
        if tag not in _INLINE:
            self.parts.append(" ")
        if tag in {"h1", "h2", "h3", "h4"}:
            text = " ".join("".join(self.heading).split())
            self.read.headings.append((tag, text))

    def handle_data(self, data: str) -> None:
        self.heading.append(data)
        if "bdi" in self.open:
            self.read.texts[-1] += data
        if not _UNSEEN & set(self.open):
            self.parts.append(data)


def read_page(html: str) -> Read:
    """Return what a page holds; each element must be closed where it should."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    reader.read.words = " ".join("".join(reader.parts).split())
    return reader.read
