"""The command that lists the profiles of published sources."""

from __future__ import annotations

import click

from peelcheck.cli.console import show

__all__ = ["profiles"]


@click.command("profiles")
@click.argument("name", required=False)
def profiles(name: str | None) -> None:
    """List the published sources that are read as they are, or explain one by NAME."""
    from peelcheck.profiles import profile_named  # noqa: PLC0415 - when needed
    from peelcheck.profiles import profiles as every  # noqa: PLC0415
    from peelcheck.reporting import profiles_page as page  # noqa: PLC0415

    if name is None:
        show(page.profiles_page(every().values()), None)
    else:
        show(page.profile_explained(profile_named(name)), None)
