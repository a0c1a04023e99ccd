"""The profiles on the command line."""

from __future__ import annotations

from commands import Command

SHAPES = "sample_data/published_shapes"


def test_profiles_are_listed_and_explained(peelcheck_command: Command) -> None:
    listed = peelcheck_command("profiles").stdout
    assert "home-office-workforce" in listed
    told = peelcheck_command("profiles", "ons-police-force-area-tables").stdout
    assert "Open Government Licence" in told
    assert "'+' is suppressed." in told
    assert "sheets Table P1, Table P3" in told
    for name in ("ethnicity-facts-and-figures", "home-office-stop-search"):
        assert peelcheck_command("profiles", name).returncode == 0
    done = peelcheck_command("profiles", "home-office-workforces")
    assert done.returncode == 2
    assert "did you mean 'home-office-workforce'?" in done.stderr


def test_a_profile_may_be_asked_for(peelcheck_command: Command) -> None:
    file = f"{SHAPES}/2019-03-essex-stop-and-search.csv"
    done = peelcheck_command("check", file, "--profile", "data-police-uk-stop-search")
    assert done.returncode == 0
    assert "read by profile data-police-uk-stop-search" in done.stdout
    assert "STR002 note" in done.stdout
    done = peelcheck_command("check", file, "--profile", "home-office-outcomes")
    assert done.returncode == 3


def test_what_a_totals_rule_checks_is_explained(peelcheck_command: Command) -> None:
    told = peelcheck_command("explain", "CRI.totals").stdout
    assert "each printed total is what its members add up to" in told


def test_the_command_has_help_worth_reading(peelcheck_command: Command) -> None:
    done = peelcheck_command("profiles", "--help")
    assert done.returncode == 0
    assert "List the published sources" in done.stdout
