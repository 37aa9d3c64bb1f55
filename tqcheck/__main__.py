"""`python -m tqcheck`."""

from tqcheck.cli.app import run

run()
