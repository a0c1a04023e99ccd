"""Charts: the same bytes each time, their own ids, and text that stays text."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from peelcheck.figures import Step
from peelcheck.metrics import METRICS
from peelcheck.reporting.charts import (
    Mark,
    drawn_dots,
    drawn_waterfall,
    is_log,
)
from peelcheck.reporting.svg import Drawing

DRAWING = Drawing(id="one", title="A title", says="What it shows.")
MARKS = (
    Mark(label="Kent", value=3.0, low=2.0, high=4.0),
    Mark(label="Essex", value=1.5, low=1.5, high=1.75),
    Mark(label="England and Wales", value=2.0, total=True),
)
STEPS = (
    Step("all searches", "", 0, 100),
    Step("vehicle only", "A48", -20, 80),
    Step("other than Mixed", "", -75, 5),
)
HOSTILE = (
    "<script>alert(1)</script>",
    "$x^2$",
    'a" onload="alert(1)',
    "]]>&amp;",
    "a\x01b",
    "\N{RIGHT-TO-LEFT OVERRIDE}xessE",
    "東京",
)
UNSEEN = ("\x01", "\N{RIGHT-TO-LEFT OVERRIDE}")


def drawn(*marks: Mark, ratio: bool = False) -> ET.Element:
    svg = drawn_dots(marks, DRAWING, axis="times", ratio=ratio)
    return ET.fromstring(svg)  # noqa: S314 - our own


def texts(svg: ET.Element) -> list[str]:
    return ["".join(one.itertext()) for one in svg.iter("text")]


def seen(text: str) -> str:
    """Return a text with what cannot be seen made visible."""
    for one in UNSEEN:
        text = text.replace(one, "\N{REPLACEMENT CHARACTER}")
    return text


def labels(svg: ET.Element) -> list[str]:
    """Return the texts that are not numbers of the axis, nor its unit."""
    return [
        text
        for text in texts(svg)
        if not text.replace(".", "").isdigit() and "times" not in text
    ]


def test_the_greatest_value_stands_first() -> None:
    assert labels(drawn(*MARKS)) == ["Kent", "England and Wales", "Essex"]


def test_a_chart_is_an_image_named_by_its_title_and_words() -> None:
    svg = drawn(*MARKS)
    assert svg.attrib == {
        "viewBox": svg.get("viewBox"),
        "role": "img",
        "aria-labelledby": "one-title one-says",
    }
    assert [(one.tag, one.get("id"), one.text) for one in list(svg)[:2]] == [
        ("title", "one-title", "A title"),
        ("desc", "one-says", "What it shows."),
    ]


def test_every_id_is_the_chart_s_own() -> None:
    svg = drawn(*MARKS)
    ids = [one.get("id", "") for one in svg.iter() if "id" in one.attrib]
    assert all(id_.startswith("one-") for id_ in ids)
    links = [one.get("href", "") for one in svg.iter() if "href" in one.attrib]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_there_is_no_style_sheet_no_metadata_and_no_address() -> None:
    svg = drawn_dots(MARKS, DRAWING, axis="times")
    for part in ("<style", "<metadata", "http", "<?xml", "<!DOCTYPE", "xmlns"):
        assert part not in svg


def test_the_same_values_give_the_same_bytes_in_another_process() -> None:
    program = (
        "import matplotlib; matplotlib.rcParams.update("
        "{'font.size': 30, 'svg.fonttype': 'path', 'lines.linewidth': 9})\n"
        "from peelcheck.reporting.charts import *\n"
        "from peelcheck.reporting.svg import Drawing\n"
        "marks = [Mark(label='Kent', value=3.0), Mark(label='Essex', value=1.0)]\n"
        "drawing = Drawing(id='a', title='t', says='s')\n"
        "print(drawn_dots(marks, drawing, axis='times'), end='')\n"
        "assert matplotlib.rcParams['font.size'] == 30"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    marks = [Mark(label="Kent", value=3.0), Mark(label="Essex", value=1.0)]
    drawing = Drawing(id="a", title="t", says="s")
    assert done.stdout == drawn_dots(marks, drawing, axis="times")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_stays_text(text: str) -> None:
    svg = drawn(Mark(label=text, value=1.0), ratio=True)
    assert labels(svg) == [seen(text)]
    assert {one.tag for one in svg.iter()} <= {
        *("svg", "title", "desc", "defs", "g", "path", "use", "text", "clipPath"),
        "rect",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_stays_text(text: str) -> None:
    drawing = Drawing(id="one", title=text, says=text)
    svg = ET.fromstring(drawn_waterfall(STEPS, drawing, unit=text))  # noqa: S314
    assert [one.text for one in list(svg)[:2]] == [seen(text), seen(text)]


def test_a_long_label_is_cut_to_three_lines() -> None:
    svg = drawn(Mark(label="very " * 40, value=1.0), Mark(label="b", value=2.0))
    assert len(labels(svg)) == 4
    assert labels(svg)[-1].endswith("...")


def test_the_name_of_every_group_stands_whole_in_a_chart() -> None:
    names = [group.name for metric in METRICS.values() for group in metric.groups]
    assert max(len(name) for name in names) > 60
    for name in names:
        svg = drawn(Mark(label=name, value=1.0))
        assert " ".join(labels(svg)) == name


@pytest.mark.parametrize(
    ("values", "ratio", "log"),
    [
        ((1.0, 7.0), False, False),
        ((1.0, 9.0), False, True),
        ((0.0, 21.0), False, False),
        ((0.0, 21.0), True, True),
        ((0.0, 0.0), True, False),
    ],
)
def test_the_axis_is_logarithmic_for_ratios_and_for_what_lies_far_apart(
    values: tuple[float, ...], *, ratio: bool, log: bool
) -> None:
    marks = [Mark(label=str(n), value=value) for n, value in enumerate(values)]
    assert is_log(marks, ratio=ratio) is log
    assert any("logarithmic" in text for text in texts(drawn(*marks, ratio=ratio))) is (
        log
    )


def test_the_axis_of_shares_begins_at_nought_however_far_they_lie_apart() -> None:
    marks = [Mark(label=str(n), value=n, share=True) for n in (0.01, 90.0)]
    assert not is_log(marks, ratio=False)


def test_lines_that_go_on_for_ever_leave_room_for_the_values() -> None:
    marks = (
        Mark(label="a", value=2.0, low=0.0, high=1e9),
        Mark(label="b", value=0.0, low=0.0, high=3.0),
    )
    shown = texts(drawn(*marks, ratio=True))
    assert "1" in shown
    assert "1,000" not in shown


def test_a_waterfall_has_a_bar_for_each_step_and_one_for_what_is_left() -> None:
    svg = ET.fromstring(drawn_waterfall(STEPS, DRAWING, unit="searches"))  # noqa: S314
    shown = texts(svg)
    for text in ("all searches", "vehicle only", "other than Mixed"):
        assert text in shown
    assert "searches counted" in shown
    assert [text for text in shown if text.lstrip("-").isdigit()] == [
        *("100", "-20", "-75", "5")
    ]


@pytest.mark.parametrize("left", [0, -3])
def test_a_waterfall_of_nothing_or_less_is_drawn(left: int) -> None:
    steps = (Step("all searches", "", 0, left),)
    assert "all searches" in drawn_waterfall(steps, DRAWING, unit="searches")
