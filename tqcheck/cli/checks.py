"""`tqcheck checks` and `tqcheck explain`: what is checked, and why."""

from __future__ import annotations

from typing import Annotated

import typer


def checks() -> None:
    """List every check: code, name, severity, category."""
    from tqcheck.checks import CHECKS
    from tqcheck.selection import load_check

    for code in sorted(CHECKS):
        found = load_check(code)
        typer.echo(f"{code}  {found.name:28}{found.severity:10}{found.category}")


def explain(code: Annotated[str, typer.Argument(help="A code such as TQ404.")]) -> None:
    """Print the documentation page of a check."""
    from tqcheck.documentation import page
    from tqcheck.selection import load_check

    typer.echo(page(load_check(code.upper())), nl=False)
