"""Long work is announced, on a terminal only, with an estimate from measured rates."""

import sys

import pytest

from tqcheck.cli.estimates import announce, estimate
from tqcheck.config import Plan
from tqcheck.jobs import Job

LARGE = Job(path="a.en.txt", source_path="a.pt.txt", data=b"x" * 100_000, source_language="pt", target_language="en")


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


def test_a_long_run_is_announced(terminal, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    announce([LARGE], Plan(), 1, quiet=False)
    said = capsys.readouterr().err
    assert said == "tqcheck: about 6 min of work, less what earlier runs remember\n"


def test_a_short_one_a_quiet_one_and_one_that_nobody_watches_are_not(terminal, capsys, monkeypatch):
    small = Job(path="a.en.txt", source_path="a.pt.txt", data=b"The cat sleeps.")
    announce([small], Plan(), 1, quiet=False)
    announce([LARGE], Plan(), 1, quiet=True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    announce([LARGE], Plan(), 1, quiet=False)
    assert capsys.readouterr().err == ""


def test_it_follows_the_engine_of_the_pair_and_what_is_needed():
    with_firefox, without = estimate([LARGE], Plan()), estimate([LARGE], Plan(engine="none"))
    assert with_firefox > 1.5 * without > 0
    assert estimate([LARGE], Plan(engines=(("pt-en", "none"),))) == without
    assert estimate([LARGE], Plan(engine="apertium")) < 1.1 * without
    assert estimate([LARGE], Plan(select=("TQ3",))) == 0
