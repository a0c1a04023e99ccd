"""The house keeps its own rules: sizes, words, pages."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

from peelcheck.ledger import ledger
from peelcheck.reference.editions import edition_named
from peelcheck.reporting.annex import statements_as_markdown
from peelcheck.reporting.rulebook_page import rules_as_markdown
from peelcheck.rules.rulebook import rulebook

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 30


def sources(root: Path) -> list[Path]:
    folders = ("peelcheck", "tests", "tools", "benchmarks")
    found = [path for folder in folders for path in (root / folder).rglob("*.py")]
    return [path for path in found if path.parent.name != "schemas"]


def test_no_file_is_longer_than_300_lines(root: Path) -> None:
    long = {
        str(path.relative_to(root)): length
        for path in sources(root)
        if (length := len(path.read_text(encoding="utf-8").splitlines()))
        > LINES_OF_A_FILE
    }
    assert long == {}


def body_lines(node: ast.FunctionDef) -> int:
    """Return the lines of a function without its signature and docstring."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    if not body or node.end_lineno is None:
        return 0
    return node.end_lineno - body[0].lineno + 1


def test_no_function_of_the_package_is_longer_than_30_lines(root: Path) -> None:
    long = {}
    for path in (root / "peelcheck").rglob("*.py"):
        if path.parent.name == "schemas":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.FunctionDef)
                and body_lines(node) > LINES_OF_A_FUNCTION
            ):
                long[f"{path.relative_to(root)}:{node.name}"] = body_lines(node)
    assert long == {}


def test_every_assumption_has_its_line_in_the_docs(root: Path) -> None:
    page = (root / "docs/explanation/assumptions.md").read_text(encoding="utf-8")
    for name, one in edition_named("peel-2018-19").assumptions.items():
        line = next(line for line in page.splitlines() if f"`{name}`" in line)
        assert str(one.value) in line


def test_every_written_rule_is_in_the_changelog_or_follows_from_a_table(
    root: Path,
) -> None:
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    named = set(re.findall(r"[A-Z]{3}\d{3}", text))
    for first, last in re.findall(r"([A-Z]{3}\d{3}) to\s+([A-Z]{3}\d{3})", text):
        numbers = range(int(first[3:]), int(last[3:]) + 1)
        named |= {f"{first[:3]}{number:03}" for number in numbers}
    written = {rule.id for rule in rulebook() if "." not in rule.id}
    assert written <= named


def test_the_rulebook_page_is_fresh(root: Path) -> None:
    page = (root / "docs/reference/rulebook.md").read_text(encoding="utf-8")
    assert page.endswith(rules_as_markdown(rulebook()))


def test_the_ledger_page_is_fresh(root: Path) -> None:
    page = (root / "docs/reference/ledger.md").read_text(encoding="utf-8")
    assert page.endswith(statements_as_markdown(ledger().values()))


def test_the_links_of_the_pages_lead_somewhere(root: Path) -> None:
    for page in [root / "README.md", *(root / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_ci_runs_the_readme_s_test_command(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    lines = [line for line in readme.splitlines() if "python -m pytest" in line]
    assert len(lines) == 1
    script = (root / ".ci/run").read_text(encoding="utf-8")
    assert "grep -m1 'python -m pytest' README.md" in script


def test_what_the_readme_shows_is_what_is_printed(root: Path) -> None:
    import sys

    readme = (root / "README.md").read_text(encoding="utf-8")
    folder = "sample_data/police_powers_ye_mar_2018"
    words = (
        ("check", folder),
        ("recompute", folder),
        ("explain", "stop_search_rate", folder, "--force", "Essex"),
        ("verify", "sample_data/claims/peel_2018_19_essex.csv", folder),
    )
    printed = ""
    for command in words:
        done = subprocess.run(
            [sys.executable, "-m", "peelcheck", *command],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
        )
        printed += done.stdout
    fences = re.findall(
        r"^```(\w*)\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL
    )
    blocks = [text for language, text in fences if not language]
    assert len(blocks) == len(words)
    for block in blocks:
        for line in block.splitlines():
            if line.strip() not in {"", "..."}:
                assert line in printed


@pytest.mark.parametrize("name", ["report", "figures", "verification"])
def test_the_schemas_are_schemas(root: Path, name: str) -> None:
    from jsonschema import Draft202012Validator

    path = root / "peelcheck" / "reporting" / f"{name}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
