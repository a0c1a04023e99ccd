"""Claims files: every line is a claim or a fault that is named, and none is lost."""

from __future__ import annotations

import codecs
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peelcheck.claims import Claim, ClaimFault
from peelcheck.errors import UnreadableError, UsageError
from peelcheck.reading.claims import looks_like_claims, read_claims

HEADER = "subject,figure,unit,count,of\n"
LINE = "Essex,3.6%,,10,\n"
Read = tuple[Sequence[Claim], Sequence[ClaimFault]]


def read(folder: Path, data: str | bytes, name: str = "claims.csv") -> Read:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = read_claims(path)
    assert found.source == name
    return found.claims, found.faults


def places(faults: Sequence[ClaimFault]) -> list[tuple[str, str]]:
    return [(one.place, one.field) for one in faults]


class TestText:
    """Ways in which one table is written."""

    @pytest.mark.parametrize(
        "data",
        [
            (HEADER + LINE).encode(),
            codecs.BOM_UTF8 + (HEADER + LINE).encode(),
            (HEADER + LINE).encode("utf-16"),
            codecs.BOM_UTF16_BE + (HEADER + LINE).encode("utf-16-be"),
            (HEADER + LINE).replace(",", ";").encode(),
            (HEADER + LINE).replace(",", "\t").encode(),
            (HEADER + LINE).replace("\n", "\r").encode(),
            (HEADER + LINE).replace("\n", "\r\n").encode(),
            (HEADER + LINE).strip().encode(),
            ('"subject","FIGURE", Unit ,count,of,,\n' + LINE).encode(),
            ("\n,,,,\n" + HEADER + ";\n\n" + LINE + "\n\n").encode(),
        ],
        ids=lambda data: ascii(data[:24]),
    )
    def test_each_is_read_alike(self, tmp_path: Path, data: bytes) -> None:
        claims, faults = read(tmp_path, data)
        assert faults == ()
        assert [(one.subject, one.count) for one in claims] == [("Essex", 10)]
        assert looks_like_claims(tmp_path / "claims.csv")

    def test_text_of_an_old_office_is_read(self, tmp_path: Path) -> None:
        data = (HEADER + "Essex,£3.6,pounds per head \u2013 now,,\n").encode("cp1252")
        (claim,), _ = read(tmp_path, data)
        assert claim.unit.text == "pounds per head \u2013 now"

    def test_a_line_keeps_its_number_whatever_stands_in_it(
        self, tmp_path: Path
    ) -> None:
        odd = "Ro\x0bad\x85\u2028\x1c,3.6%,,10,\n"
        claims, faults = read(tmp_path, HEADER + odd + "\n" + LINE + "Essex,?,,,\n")
        assert [one.id for one in claims] == ["line 2", "line 4"]
        assert places(faults) == [("line 5", "figure")]


class TestLines:
    """One bad line loses no other."""

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ('Essex,"3.6%,,10,', "a quotation mark is not closed, or stands inside"),
            ('Essex,"3"6%,,10,', "a quotation mark is not closed, or stands inside"),
            ("Essex,24,400,,,,7", "it has 7 cells where the header has 5"),
            ("x" * 10_001, "it is 10,001 characters long"),
            ("Essex," + "9" * 1_000_000, "it is 1,000,006 characters long"),
        ],
        ids=lambda text: text[:20],
    )
    def test_a_line_that_is_no_row_is_told(
        self, tmp_path: Path, line: str, says: str
    ) -> None:
        claims, faults = read(tmp_path, f"{HEADER}{LINE}{line}\n{LINE}")
        assert [one.id for one in claims] == ["line 2", "line 4"]
        (fault,) = faults
        assert (fault.place, fault.field) == ("line 3", "")
        assert fault.says.startswith(says)
        assert len(fault.text) <= 84

    def test_cells_beyond_the_header_may_be_empty(self, tmp_path: Path) -> None:
        claims, faults = read(tmp_path, f"{HEADER}Essex,3.6%,,10,, ,\nKent,5%\n")
        assert (len(claims), faults) == (2, ())

    @given(data=st.text(alphabet=st.characters(codec="utf-8")))
    @example(data='"\n"')
    @example(data="\r,\r\n;\t")
    def test_every_line_with_something_on_it_is_a_claim_or_a_fault(
        self, tmp_path_factory: pytest.TempPathFactory, data: str
    ) -> None:
        folder = tmp_path_factory.mktemp("lines")
        if "\0" in data:
            return
        claims, faults = read(folder, HEADER + data)
        lines = data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert len(claims) + len(faults) == sum(
            bool(one.strip(", ;\t")) for one in lines
        )

    @given(st.binary(), st.sampled_from(["claims.csv", "claims.toml"]))
    def test_no_bytes_break_it(
        self, tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
    ) -> None:
        folder = tmp_path_factory.mktemp("bytes")
        for start in (b"", HEADER.encode(), b"[[claim]]\n"):
            try:
                read(folder, start + data, name)
            except UnreadableError as error:
                assert str(error).isprintable()  # noqa: PT017


class TestIds:
    """Names are single, and what stands beside a claim is another."""

    def test_a_name_stands_once(self, tmp_path: Path) -> None:
        text = "id,subject,figure\na,Essex,3.6\na,Essex,3.7\nline 5,Essex,1\n,Essex,2\n"
        claims, faults = read(tmp_path, text)
        assert [one.id for one in claims] == ["a", "line 5"]
        assert [one.says for one in faults] == [
            "there is a claim 'a' already",
            "there is a claim 'line 5' already",
        ]

    def test_what_stands_beside_nothing_is_told_and_so_on(self, tmp_path: Path) -> None:
        text = (
            "id,beside,subject,figure\n"
            "a,b,Essex,1\n"  # beside one that falls
            "b,c,Essex,2\n"  # beside none
            "d,d,Essex,3\n"  # beside itself
            "e,f,Essex,4\n"  # beside one that stands beside it in turn
            "f,e,Essex,5\n"
            "g,e,Kent,6\n"  # beside one of another subject
        )
        claims, faults = read(tmp_path, text)
        assert [one.id for one in claims] == ["e", "f"]
        assert [(one.place, one.says.split(";")[0]) for one in faults] == [
            ("line 2", "there is no sound claim 'b'"),
            ("line 3", "there is no sound claim 'c'"),
            ("line 4", "it stands beside itself"),
            ("line 7", "claim 'e' is of another subject"),
        ]


class TestToml:
    """Claims as [[claim]] sections."""

    def test_they_are_read(self, tmp_path: Path) -> None:
        text = '[[claim]]\nsubject = "Essex"\nfigure = "3.6"\n[[claim]]\nfigure = 3.6\n'
        claims, faults = read(tmp_path, text, "claims.toml")
        assert [one.id for one in claims] == ["claim 1"]
        assert places(faults) == [("claim 2", "figure")]
        assert faults[0].says == "it is 3.6, not a text"

    def test_a_field_that_is_none_is_told(self, tmp_path: Path) -> None:
        text = 'claim = [{figur = "3.6"}, 3, [1], {a.b.c = 1}]\n'
        _, faults = read(tmp_path, text, "claims.toml")
        assert [one.says for one in faults] == [
            "there is no field 'figur'; did you mean 'figure'?",
            "it is no set of fields",
            "it is no set of fields",
            "there is no field 'a'",
        ]

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("[[claim]", "it is not TOML: "),
            ("claim = " + "[" * 100_000, "it is nested too deeply"),
            ("claim = " + "9" * 5_000, "it is not TOML: Exceeds the limit"),
            ("a." * 200_000 + "a = 1", "a line of it has more than 60 full stops"),
            ("claim = 3", "it has no [[claim]] sections"),
            ("", "it has no [[claim]] sections"),
            ("[[claim]]\n" * 10_001, "it holds 10,001 claims, more than 10,000"),
        ],
        ids=lambda text: text[:24],
    )
    def test_a_file_that_is_none_is_told(
        self, tmp_path: Path, text: str, says: str
    ) -> None:
        with pytest.raises(UnreadableError) as told:
            read(tmp_path, text, "claims.toml")
        assert says in str(told.value)

    def test_numbers_of_any_length_are_no_failure(self, tmp_path: Path) -> None:
        text = f"[[claim]]\nsubject = 'Essex'\nfigure = 0x{'f' * 20_000}\n"
        _, faults = read(tmp_path, text, "claims.toml")
        assert faults[0].says.startswith("it is a number of thousands of digits")


class TestRefused:
    """Files that hold no claims."""

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"", "it holds no line"),
            (b"\n,,\n", "it holds no line"),
            (b"subject,figure\nEssex,3\0.6\n", "it is not text in UTF-8, cp1252 or"),
            ((HEADER + LINE).encode("utf-16-le"), "it is not text in UTF-8, cp1252 or"),
            (b"figure\n3.6\n", "its header lacks subject"),
            (b"id\na\n", "its header lacks subject and figure"),
            (b"subject,figure,figure\n", "its header has figure 2 times"),
            (b"subject,figur\n", "there is no field 'figur'; did you mean 'figure'?"),
            (b"subject," + b"x" * 10**6, "there is no field 'xxx"),
            (b'"subject,figure\n', "its header lacks subject and figure"),
            (HEADER.encode() + b"x\n" * 10_001, "it holds 10,001 claims, more than"),
            (b"x" * (2 * 2**20 + 1), "it is larger than 2 MB"),
        ],
        ids=lambda one: ascii(one[:24]),
    )
    def test_why_is_told(self, tmp_path: Path, data: bytes, says: str) -> None:
        with pytest.raises(UnreadableError) as told:
            read(tmp_path, data)
        assert says in str(told.value)

    def test_a_file_that_cannot_be_opened_is_told(self, tmp_path: Path) -> None:
        folder, pipe = tmp_path / "folder.csv", tmp_path / "pipe.csv"
        folder.mkdir()
        os.mkfifo(pipe)
        for path, says in (
            (folder, "it is a folder, not a file"),
            (pipe, "it is no ordinary file"),
            (tmp_path / "none.csv", "there is no such file"),
            (tmp_path / "claims.xlsx", "a claims file is CSV or TOML"),
        ):
            with pytest.raises(UnreadableError, match=says):
                read_claims(path)

    @pytest.mark.parametrize("source", [5, b"subject,figure", {"subject": "Essex"}])
    def test_what_is_neither_a_path_nor_mappings_is_refused(
        self, source: object
    ) -> None:
        with pytest.raises(UsageError, match="claims are a path, or a list"):
            read_claims(source)  # type: ignore[arg-type]

    def test_mappings_that_are_none_are_told(self) -> None:
        found = read_claims(["a", {None: 1}])  # type: ignore[list-item,dict-item]
        assert found.claims == ()
        assert [one.says for one in found.faults] == [
            "it is no set of fields",
            "there is no field 'None'",
        ]


def test_a_table_of_data_does_not_look_like_claims(tmp_path: Path) -> None:
    data = tmp_path / "stop_search.csv"
    data.write_text("force,searches\nEssex,5\n")
    assert not looks_like_claims(data)
    assert not looks_like_claims(tmp_path / "stop_search.parquet")
    assert looks_like_claims(tmp_path / "none.csv")
