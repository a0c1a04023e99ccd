"""The command that holds printed figures against a return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Command
from jsonschema import validate

from peelcheck.reporting.machine import schema

HEADER = "id,subject,metric,figure,unit,count,of,evidence\n"
SOUND = {
    "reproduced": "a,Essex,stop_search_rate,1.65,,,,\n",
    "not-reproduced": "b,Essex,stop_search_rate,3.6,,,,\n",
    "impossible": "c,Essex,,61 of 60,files,,,\n",
    "not-checkable": "d,Essex,,52%,,,,staff survey\n",
}
MALFORMED = "e,Essex,,about 3,,,,\n"
FAILS = ("not-reproduced", "impossible", "not-checkable", "malformed")


@pytest.fixture
def submission(sample_data: Path) -> Path:
    """Return a return that is quick to read."""
    return sample_data / "essex_submission"


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """Return a claims file with every verdict and a malformed line."""
    path = tmp_path / "claims.csv"
    path.write_text(HEADER + "".join(SOUND.values()) + MALFORMED)
    return path


def test_whatever_the_verdicts_it_ends_with_0(
    peelcheck_command: Command, claims: Path, submission: Path
) -> None:
    done = peelcheck_command("verify", claims, submission)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "claims.csv   held against essex_submission, edition peel-2018-19\n"
    )
    assert done.stdout.endswith(
        "1 reproduced, 1 not reproduced, 1 impossible, 1 not checkable, 1 malformed\n"
    )


@pytest.mark.parametrize("fails", FAILS)
def test_what_it_shall_fail_on_ends_with_1(
    peelcheck_command: Command,
    tmp_path: Path,
    submission: Path,
    fails: str,
) -> None:
    lines = {**SOUND, "malformed": MALFORMED}
    without = [text for verdict, text in lines.items() if verdict != fails]
    for text, code in ((HEADER + "".join(without), 0), (HEADER + lines[fails], 1)):
        path = tmp_path / "claims.csv"
        path.write_text(text if code == 0 else text + SOUND["reproduced"])
        done = peelcheck_command("verify", path, submission, "--fail-on", fails)
        assert done.returncode == code, done.stdout + done.stderr


def test_it_may_fail_on_several(
    peelcheck_command: Command, claims: Path, submission: Path
) -> None:
    words = [word for name in FAILS[:2] for word in ("--fail-on", name)]
    assert peelcheck_command("verify", claims, submission, *words).returncode == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEADER, "no claim was held"),
        (HEADER + MALFORMED, "1 malformed"),
        ("", "it holds no line"),
        ("subject,figur\n", "there is no field 'figur'; did you mean 'figure'?"),
        ("subject,figure\nEssex,3\0\n", "it is not text in UTF-8, cp1252 or marked"),
    ],
    ids=lambda text: ascii(text)[:20],
)
def test_without_a_claim_it_never_passes(
    peelcheck_command: Command, tmp_path: Path, submission: Path, text: str, says: str
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(text)
    done = peelcheck_command("verify", path, submission)
    assert done.returncode == 3
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_file_that_is_not_there_ends_with_3(
    peelcheck_command: Command, tmp_path: Path, claims: Path, submission: Path
) -> None:
    for words in ((tmp_path / "none.csv", submission), (claims, tmp_path / "none.csv")):
        done = peelcheck_command("verify", *words)
        assert done.returncode == 3
        assert "there is no such file" in done.stderr


def test_wrong_use_ends_with_2(
    peelcheck_command: Command, claims: Path, submission: Path
) -> None:
    for words in (
        (),
        (claims,),
        (claims, submission, "--fail-on", "reproduced"),
        (claims, submission, "--assume", "same_quantity_band=much"),
    ):
        assert peelcheck_command("verify", *words).returncode == 2


def test_json_follows_its_schema(
    peelcheck_command: Command, claims: Path, submission: Path
) -> None:
    done = peelcheck_command("verify", claims, submission, "--format", "json")
    made = json.loads(done.stdout)
    validate(made, schema("verification"))
    assert [one["verdict"] for one in made["claims"]] == [
        name.replace("-", " ") for name in SOUND
    ]
    assert [one["place"] for one in made["faults"]] == ["line 6"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_out_writes_what_would_be_printed(
    peelcheck_command: Command,
    claims: Path,
    submission: Path,
    tmp_path: Path,
    form: str,
) -> None:
    out = tmp_path / "held.txt"
    words = ("verify", claims, submission, "--format", form)
    done = peelcheck_command(*words, "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    printed = peelcheck_command(*words).stdout.splitlines()
    written = out.read_text(encoding="utf-8").splitlines()

    def body(lines: list[str]) -> list[str]:
        return [line for line in lines if '"made"' not in line]

    assert body(written) == body(printed)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_the_malformed_sample_names_thirty_lines_and_holds_the_rest(
    peelcheck_command: Command, sample_data: Path, submission: Path
) -> None:
    path = sample_data / "claims" / "malformed.csv"
    done = peelcheck_command("verify", path, submission)
    assert done.returncode == 0
    assert "30 lines are no claims and were not held" in done.stdout
    assert done.stdout.endswith("1 not reproduced, 3 not checkable, 30 malformed\n")
    assert "\x1b" not in done.stdout


def test_help_gives_the_exit_codes(peelcheck_command: Command) -> None:
    told = peelcheck_command("verify", "--help").stdout
    assert "Exit codes of verify:" in told
    assert "CLAIMS PATH" in told
