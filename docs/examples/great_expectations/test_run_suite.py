from importlib.util import find_spec
from pathlib import Path

import pytest
import run_suite

SAMPLES = Path(__file__).parents[3] / "sample_data"
VALID = SAMPLES / "essex_submission" / "stop_search.csv"


def broken(fault):
    return SAMPLES / "broken" / f"stop_search.{fault}.csv"


@pytest.fixture(params=["pandas", "sqlite", "postgres", "spark"])
def check(request, tmp_path, capsys):
    """Return what runs the example over a file, and gives its end and its lines."""
    kind, more = request.param, []
    if kind == "spark":
        pytest.importorskip("pyspark", reason="pyspark is not installed")
    if kind == "postgres":
        url = request.config.getoption("--postgres")
        if url is None:
            pytest.skip("no server is named with --postgres")
        more = ["--url", url, "--replace"]

    def run(path, *words):
        words = [kind, str(path), "--project", str(tmp_path), *more, *words]
        code = run_suite.main(words)
        return code, capsys.readouterr().out.splitlines()

    return run


def test_peelcheck_is_not_needed():
    assert find_spec("peelcheck") is None


def test_a_valid_table_meets_every_expectation(check, tmp_path):
    code, lines = check(VALID)
    assert (code, lines[0]) == (0, "26 met, 0 not met, 0 did not run")
    (page,) = tmp_path.rglob("local_site/validations/**/*.html")
    words = "STS001 (error, A8): British Transport Police is out of scope."
    assert f"{words} Mend: Remove its rows;" in page.read_text()


@pytest.mark.parametrize(
    ("fault", "rule", "rows"),
    [
        ("unknown_force", "STS.force.domain", 1),
        ("doubled_cell", "STS.key", 2),
        ("british_transport_police", "STS001", 1),
        ("blank_count", "STS.searches.missing", 1),
        ("unknown_ethnic_group", "STS.ethnic_group.domain", 1),
    ],
)
def test_a_fault_fails_its_rule_alone(check, fault, rule, rows):
    code, lines = check(broken(fault))
    assert (code, lines[1]) == (1, "25 met, 1 not met, 0 did not run")
    count = f"{rows} row{'s' if rows > 1 else ''}"
    assert lines[0].startswith(f"not met, {count}: {rule} (error, ")


def test_columns_of_the_key_that_are_not_there_are_filled(check):
    path = SAMPLES / "broken" / "outcome_counts.negative_year.csv"
    code, lines = check(path, "--table", "outcome_counts")
    assert (code, lines[1]) == (1, "28 met, 1 not met, 0 did not run")
    assert lines[0].startswith("not met, 1 row: OUT003 (error, A31): ")


def test_columns_go_by_their_names(check):
    code, lines = check(broken("column_renamed"))
    assert (code, lines[-2]) == (2, "22 met, 1 not met, 3 did not run")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((",0,0", ",1.5,0"), "column searches: 1.5 at position 0 is no whole number"),
        ((",0,0", ",five,0"), "column searches: five at position 0 is no whole"),
        ((",0,0", ",inf,0"), "column searches: inf at position 0 is no whole number"),
        ((",0,0", ",٣,0"), "column searches: ٣ at position 0 is no whole number"),
        (("resultant_arrests", "searches"), "there are two columns searches"),
        (("\n2018", "\nx,2018"), "there are rows with more cells than the header"),
        ((VALID.read_text().splitlines()[0], "a;b"), "there is none of the columns"),
        (("2018-03-31", "31/03/2018"), "column year_ending: time data"),
    ],
)
def test_what_is_not_of_its_type_is_refused(check, tmp_path, capsys, change, words):
    path = tmp_path / "stop_search.csv"
    path.write_text(VALID.read_text().replace(*change))
    with pytest.raises(SystemExit) as ended:
        check(path)
    assert ended.value.code == 2
    assert words in capsys.readouterr().err


def test_a_table_that_is_there_is_not_replaced_unasked(tmp_path, capsys):
    words = ["sqlite", str(VALID), "--project", str(tmp_path)]
    url = f"sqlite:///{tmp_path / 'theirs.db'}"
    assert run_suite.main([*words, "--url", url]) == 0
    kept = [*tmp_path.rglob("great_expectations.yml")]
    assert ["theirs.db" in path.read_text() for path in kept] == [False]
    with pytest.raises(SystemExit):
        run_suite.main([*words, "--url", url])
    assert "Table 'stop_search' already exists" in capsys.readouterr().err


def test_a_database_that_is_not_there_is_named(tmp_path, capsys):
    url = f"sqlite:///{tmp_path / 'nosuch' / 'returns.db'}"
    words = ["sqlite", str(VALID), "--project", str(tmp_path), "--url", url]
    with pytest.raises(SystemExit):
        run_suite.main(words)
    assert "unable to open database file" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_database_of_another_kind_is_refused(tmp_path, capsys, kind):
    words = [kind, str(VALID), "--project", str(tmp_path), "--url", "nonsense"]
    with pytest.raises(SystemExit):
        run_suite.main(words)
    assert f"a database of {kind} is named with --url {kind}" in capsys.readouterr().err


def test_whole_numbers_are_kept_to_the_last_figure(tmp_path):
    path = tmp_path / "population.csv"
    path.write_text("year,force,population\n2017,NA,100000000000000001\n2017,Essex,\n")
    columns = {
        "force": {"type": "text"},
        "population": {"type": "whole number"},
    }
    frame = run_suite.read(path, columns)
    assert frame["population"][0] == 100000000000000001
    assert [*frame["force"]] == ["NA", "Essex"]


def test_what_did_not_run_neither_failed_nor_passed(tmp_path, capsys):
    words = ["pandas", str(broken("column_missing")), "--project", str(tmp_path)]
    assert run_suite.main(words) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2] == "22 met, 1 not met, 3 did not run"
    assert sum(line.startswith("did not run: ") for line in lines) == 3


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    with pytest.raises(SystemExit):
        run_suite.main(["pandas", "nosuch.csv", "--project", str(tmp_path)])
    assert "there is no file nosuch.csv" in capsys.readouterr().err


def test_it_may_be_run_again(tmp_path):
    words = ["pandas", str(VALID), "--project", str(tmp_path)]
    assert [run_suite.main(words), run_suite.main(words)] == [0, 0]
