"""`python -m corpora.peers`: an environment of their own, every tool over the same items, figures.json."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpora.peers.items import read_items
from corpora.peers.ours import RULES, judge_alone, round_trip

HERE = Path(__file__).parent
PYTHON = HERE / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
WEBLATE = ("weblate==5.14.3", "weblate-language-data", "siphashc", "translation-finder")
"""Installed without what only its server needs; the rest follows."""
WEBLATE_NEEDS = ("celery", "django", "django-appconf", "django-redis", "djangorestframework", "django-crispy-forms",
                 "django-compressor", "social-auth-app-django", "docutils", "filelock", "charset-normalizer", "requests",
                 "regex", "pyparsing", "pyicumessageformat", "fluent.syntax", "GitPython", "pillow", "nh3", "packaging",
                 "sentry-sdk", "lxml", "disposable-email-domains", "html2text")  # fmt: skip


def run_tool(script: str, installs: list[list[str]], items: list[dict[str, Any]]) -> dict[str, Any]:
    """What a script in the environment says of the items, or why it could not be asked."""
    for arguments in installs:
        done = subprocess.run([PYTHON, "-m", "pip", "install", "-q", *arguments], capture_output=True, text=True)
        if done.returncode:
            return {"skipped": f"does not install: {_reason(done.stderr)}"}
    lines = "".join(json.dumps(item) + "\n" for item in items)
    done = subprocess.run([PYTHON, HERE / script], input=lines, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        return {"skipped": f"does not run: {_reason(done.stderr)}"}
    return dict(json.loads(done.stdout))


def _reason(errors: str) -> str:
    """The last thing that a program said, without addresses."""
    return re.sub(r"[:,]?( for help visit)? \S+://\S+", "", errors.strip().splitlines()[-1])[:200]


def tools() -> Iterator[tuple[str, Callable[[list[dict[str, Any]]], dict[str, Any]]]]:
    """(name, what it says of the items), in the order of the table."""
    yield "tqcheck, checks that need no model", lambda items: judge_alone(items, RULES)
    yield "tqcheck, all checks", lambda items: judge_alone(items, ())
    yield "pofilter", lambda items: run_tool("with_pofilter.py", [["translate-toolkit==3.16.1"]], items)
    yield (
        "Weblate checks",
        lambda items: run_tool("with_weblate.py", [["--no-deps", *WEBLATE], list(WEBLATE_NEEDS)], items),
    )
    yield (
        "bicleaner-hardrules",
        lambda items: run_tool("with_bicleaner.py", [["--only-binary=:all:", "bicleaner-hardrules"]], items),
    )
    yield "round-trip chrF", round_trip
    yield "always", lambda items: {"version": "", "complaints": {item["id"]: ["always"] for item in items}}


def figures(items: list[dict[str, Any]], said: dict[str, Any]) -> dict[str, Any]:
    """Shares of bad and of good halves complained about, over the items the tool was asked, and by code."""
    if "skipped" in said:
        return said
    asked = [item for item in items if item["id"] in set(said.get("asked", [item["id"] for item in items]))]
    codes = sorted({item["code"] for item in asked})
    by_code = {code: _shares([item for item in asked if item["code"] == code], said["complaints"]) for code in codes}
    return {
        "version": said["version"],
        **_shares(asked, said["complaints"]),
        "unable": said.get("unable", []),
        "codes": by_code,
    }


def _shares(items: list[dict[str, Any]], complaints: dict[str, Any]) -> dict[str, Any]:
    bad = [item["id"] in complaints for item in items if item["bad"]]
    good = [item["id"] in complaints for item in items if not item["bad"]]
    return {
        "pairs": len(bad),
        "bad": round(sum(bad) / max(1, len(bad)), 3),
        "good": round(sum(good) / max(1, len(good)), 3),
    }


def main() -> None:
    """Run what runs here and write the figures."""
    parser = argparse.ArgumentParser(prog="python -m corpora.peers", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="every n-th pair of halves")
    parser.add_argument("--only", default="", help="names of tools, by semicolons; the figures of the others stay")
    arguments = parser.parse_args()
    only = {name.strip() for name in arguments.only.split(";") if name.strip()}
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", HERE / ".venv"], check=True)
    items = list(read_items(arguments.every))
    path = HERE / "figures.json"
    known = json.loads(path.read_text(encoding="utf-8"))["tools"] if path.exists() and only else {}
    asked = {name: figures(items, ask(items)) for name, ask in tools() if not only or name in only}
    table = {name: (known | asked)[name] for name, _ in tools() if name in known | asked}
    content = {"schema": "tqcheck-peers/1", "every": arguments.every, "tools": table}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, row in table.items():
        print(
            f"{name:46}", row.get("skipped") or f"bad {row['bad']:.2f}  good {row['good']:.2f}  of {row['pairs']} pairs"
        )


if __name__ == "__main__":
    main()
