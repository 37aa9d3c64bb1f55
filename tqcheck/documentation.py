"""The documentation pages of the checks, made from their docstrings: `python -m tqcheck.documentation docs/checks`."""

from __future__ import annotations

import argparse
import inspect
import re
from pathlib import Path

from tqcheck.checks import CHECKS
from tqcheck.registry import Check
from tqcheck.selection import load_check


def page(check: Check) -> str:
    """The page of one check as Markdown: code and name, facts, then the docstring with its sections as headings."""
    text = inspect.cleandoc(check.documentation).strip()
    text = re.sub(r"^(Why|Bad|Good|Limits|Settings|Sources?):[ \t]*", r"**\1.** ", text, flags=re.MULTILINE)
    facts = f"Severity {check.severity}, category `{check.category}`."
    if check.silenced_by:
        facts += f" Silenced by {', '.join(check.silenced_by)} on the same words: one cause gives one finding."
    return f"# {check.code} {check.name}\n\n{facts}\n\n{text}\n"


def pages() -> dict[str, str]:
    """File name -> text of every page, and of the index."""
    checks = [load_check(code) for code in sorted(CHECKS)]
    rows = [
        f"| [{check.code}]({check.code}.md) | {check.name} | {check.severity} | {_summary(check)} |" for check in checks
    ]
    index = "# Checks\n\n| code | name | severity | finds |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"
    return {"README.md": index, **{f"{check.code}.md": page(check) for check in checks}}


def _summary(check: Check) -> str:
    first = inspect.cleandoc(check.documentation).strip().split("\n\n")[0]
    return " ".join(first.split()).replace("|", "\\|")


def write(folder: Path) -> None:
    """Write every page, and delete pages of checks that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """`python -m tqcheck.documentation [FOLDER]`."""
    parser = argparse.ArgumentParser(description="Write a page of documentation for every check.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/checks"))
    write(parser.parse_args().folder)


if __name__ == "__main__":
    main()
