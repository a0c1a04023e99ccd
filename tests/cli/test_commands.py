"""What a person sees of each command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from commands import Command
from jsonschema import validate

from peelcheck.reporting.machine import schema

COMMANDS = (
    *("check", "recompute", "rules", "tables", "explain", "statements"),
    *("schemas", "suites"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_worth_reading(
    peelcheck_command: Command, command: str
) -> None:
    done = peelcheck_command(command, "--help")
    assert done.returncode == 0
    assert f"peelcheck {command}" in done.stdout
    assert done.stdout.count("\n") >= 6


def test_the_help_of_check_gives_the_exit_codes(peelcheck_command: Command) -> None:
    told = peelcheck_command("check", "--help").stdout
    assert "4  a rule crashed" in told


def test_check_of_the_published_return_ends_with_0(
    peelcheck_process: Command, published: Path
) -> None:
    done = peelcheck_process("check", published)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.endswith("OK  no errors, 29 queries, 1,079 notes\n")
    assert "28 of 1,727 rows" in done.stdout


def test_a_clean_return_fits_on_one_screen(
    peelcheck_command: Command, sample_data: Path
) -> None:
    done = peelcheck_command("check", sample_data / "essex_submission")
    assert done.returncode == 0
    assert done.stdout.endswith("OK  no errors, no queries, no notes\n")
    assert len(done.stdout.splitlines()) < 10


def test_all_lists_every_rule_with_what_it_evaluated(
    peelcheck_command: Command, sample_data: Path
) -> None:
    told = peelcheck_command("check", sample_data / "essex_submission", "--all").stdout
    line = next(line for line in told.splitlines() if line.startswith("STS006"))
    assert line.split()[:4] == ["STS006", "query", "passed", "63"]


def test_assumptions_about_a_lone_file_are_printed(
    peelcheck_command: Command, sample_data: Path
) -> None:
    file = sample_data / "broken" / "population.zero.csv"
    told = peelcheck_command("check", file).stdout
    assert "assumed  kind collection: no manifest names one" in told
    assert "assumed  edition peel-2018-19: no manifest names one" in told


def test_there_is_no_colour_in_a_pipe(
    peelcheck_process: Command, published: Path
) -> None:
    assert "\x1b" not in peelcheck_process("check", published).stdout


def test_check_as_json_follows_its_schema(
    peelcheck_command: Command, published: Path
) -> None:
    told = json.loads(peelcheck_command("check", published, "--format", "json").stdout)
    validate(told, schema("report"))
    assert told["ok"] is True
    assert told["version"] == 3


def test_recompute_as_json_follows_its_schema(
    peelcheck_command: Command, published: Path
) -> None:
    done = peelcheck_command("recompute", published, "--format", "json")
    told = json.loads(done.stdout)
    validate(told, schema("figures"))
    assert len(told["figures"]) == 264


def test_the_same_input_gives_the_same_bytes_beside_the_header(
    peelcheck_command: Command, published: Path
) -> None:
    def told() -> object:
        done = peelcheck_command("check", published, "--format", "json")
        data = json.loads(done.stdout)
        del data["header"]
        return json.dumps(data)

    assert told() == told()


def test_recompute_as_csv_is_one_row_a_figure(
    peelcheck_command: Command, published: Path
) -> None:
    words = ("--format", "csv", "--force", "Essex", "--metric", "stop_search_rate")
    done = peelcheck_command("recompute", published, *words)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["force"], row["numerator"]) for row in rows] == [("Essex", "3004")]


def test_recompute_warns_where_the_return_does_not_pass(
    peelcheck_command: Command, sample_data: Path
) -> None:
    file = sample_data / "broken" / "stop_search.unknown_force.csv"
    done = peelcheck_command("recompute", file)
    assert done.returncode == 0
    assert "warning: this return does not pass `peelcheck check`" in done.stderr


def test_recompute_says_where_a_population_was_taken_from(
    peelcheck_command: Command, sample_data: Path
) -> None:
    told = peelcheck_command("recompute", sample_data / "essex_submission").stdout
    assert "taken    population: not in the return" in told


def test_explain_takes_a_submission_s_own_force(
    peelcheck_command: Command, sample_data: Path
) -> None:
    done = peelcheck_command(
        "explain", "stop_search_rate", sample_data / "essex_submission"
    )
    assert "Stops and searches per 1,000 people: Essex" in done.stdout


def test_explain_takes_what_the_other_commands_take(
    peelcheck_command: Command, published: Path
) -> None:
    words = ("explain", "stop_search_ratio", published, "--force", "Durham")
    group = ("--group", "Black or Black British", "--assume", "small_number=4")
    assert "SMALL_NUMBER" in peelcheck_command(*words, *group[:2]).stdout
    assert "SMALL_NUMBER" not in peelcheck_command(*words, *group).stdout


def test_a_force_s_figures_come_with_their_intervals(
    peelcheck_command: Command, published: Path
) -> None:
    told = peelcheck_command("recompute", published, "--force", "Essex").stdout
    line = next(line for line in told.splitlines() if line.startswith("Black"))
    assert line.split()[4:] == ["443", "34,679", "8.82", "7.95", "to", "9.76"]


def test_a_file_that_is_no_table_of_the_folder_is_left_alone_and_named(
    peelcheck_command: Command, sample_data: Path, tmp_path: Path
) -> None:
    for file in (sample_data / "essex_submission").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = peelcheck_command("check", tmp_path)
    assert done.returncode == 0
    assert "assumed  left alone notes.csv: no table of a return" in done.stdout


def test_explain_prints_the_waterfall(
    peelcheck_command: Command, published: Path
) -> None:
    words = ("stop_search_rate", published, "--force", "Essex")
    told = peelcheck_command("explain", *words).stdout
    assert "3,004 / 1,820,379 (ONS mid-2017) x 1,000 = 1.650" in told
    assert "-238         3,004   (A48)" in told


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("STS006", "resultant arrests is at most searches"),
        ("stop_search_rate", "ethnic group is Vehicle only (A48)"),
        ("A8", "STS001"),
        ("A13", "carried out remark Each number is held to both ends"),
        ("few_residents", "source assumption city_of_london"),
        ("small_number", "The report gives no threshold"),
        ("assumptions", "ethnicity_census = 2011"),
        ("STS003", "each expected combination of force, legislation, reason"),
        ("POP003", "not so, with the population_mid_year of another force"),
        ("ETH002", "is the sum of the rest"),
        ("STS.key", "stands once"),
        ("STS.columns", "the table's columns"),
    ],
)
def test_explain_knows(peelcheck_command: Command, name: str, says: str) -> None:
    done = peelcheck_command("explain", name)
    assert done.returncode == 0
    assert says in " ".join(done.stdout.split())


def test_rules_lists_id_statement_basis_severity_and_sentence(
    peelcheck_command: Command,
) -> None:
    told = peelcheck_command("rules", "--table", "stop_search").stdout
    line = next(line for line in told.splitlines() if line.startswith("STS006"))
    assert line.split()[:4] == ["STS006", "A5", "derived", "query"]
    assert "No more arrests follow than there were searches." in line


def test_tables_lists_columns_with_values(peelcheck_command: Command) -> None:
    assert "stop_search" in peelcheck_command("tables").stdout
    told = peelcheck_command("tables", "stop_search").stdout
    assert "Vehicle only" in " ".join(told.split())


def test_out_writes_the_whole_file_and_nothing_else(
    peelcheck_command: Command, published: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report.json"
    words = ("check", published, "--format", "json", "--out", out)
    done = peelcheck_command(*words)
    assert done.stdout == ""
    assert json.loads(out.read_text(encoding="utf-8"))["ok"] is True
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_out_into_a_missing_folder_is_told(
    peelcheck_command: Command, published: Path, tmp_path: Path
) -> None:
    out = tmp_path / "no" / "report.json"
    done = peelcheck_command("check", published, "--out", out)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check",), "Missing argument 'PATH'"),
        (("check", ".", "--constant", "year"), "'year' is not of the form NAME=VALUE"),
        (("explain", "STS06"), "there is no entry 'STS06'; did you mean 'STS006'?"),
        (("tables", "stopsearch"), "did you mean 'stop_search'?"),
        (("rules", "--table", "popu"), "there is no table 'popu'"),
    ],
)
def test_wrong_use_ends_with_2(
    peelcheck_process: Command, words: tuple[str, ...], says: str
) -> None:
    done = peelcheck_process(*words)
    assert done.returncode == 2
    assert says in done.stderr


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (("--edition", "peel-2030"), "there is no edition 'peel-2030'"),
        (("--assume", "smal_number=5"), "did you mean 'small_number'?"),
        (("--assume", "small_number=few"), "takes a int, not 'few'"),
        (("--assume", "small_number=-3"), "is at least 0"),
        (("--assume", "ethnicity_grouping=x"), "is one of 2001 grouping, 2011"),
        (("--kind", "collection"), "says kind submission, not collection"),
        (("--table", "stop"), "there is no table 'stop'"),
    ],
)
def test_an_option_that_means_nothing_ends_with_2(
    peelcheck_command: Command,
    sample_data: Path,
    option: tuple[str, str],
    says: str,
) -> None:
    done = peelcheck_command("check", sample_data / "essex_submission", *option)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_changed_assumption_is_printed(
    peelcheck_command: Command, sample_data: Path
) -> None:
    words = (sample_data / "essex_submission", "--assume", "small_number=50")
    told = peelcheck_command("check", *words).stdout
    assert "assumption changed  small_number = 50" in told
