"""The report for a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from tests.render.reports import document, finding, small_report
from tqcheck.model import DocumentReport, Pair, Report, Score
from tqcheck.render.contract import to_payload
from tqcheck.render.text import render, visible


def report_of(text: str, span: tuple[int, int], **fields: Any) -> str:
    translation = document("a.txt", text)
    judged = DocumentReport(
        document=translation,
        source=None,
        source_language="",
        target_language="en",
        words=3,
        pairs=tuple(
            Pair(source=None, target=block, source_language="", target_language="en") for block in translation.blocks
        ),
        findings=(finding(text, span, **fields),),
        score=Score(mqm=0.0, per_1000_words=0.0, penalty=0.0),
    )
    report = Report(verdict="fail", documents=(judged,), notices=(), skipped=(), signature="s", version="1")
    return render(to_payload(report), width=60)


def marked(rendered: str) -> tuple[str, str]:
    """What stands above the carets, cell by cell, and the carets."""
    excerpt, carets = (line.partition("| ")[2] for line in rendered.splitlines()[1:3])
    low, high = carets.index("^"), len(carets)
    shown, at = "", 0
    for character in excerpt:
        if low <= at < high or (shown and at == high and not cell_len(character)):
            shown += character
        at += cell_len(character)
    return shown, carets.strip()


EXPECTED = """\
a.en.txt:1:1: neutral TQ801 missing-disclaimer (almost certain, 1.00)
  No disclaimer.

a.en.txt:2:21: major TQ101 number-mismatch (almost certain, 0.93)
 2 | The government sent 38,000 soldiers 🪖 north.
   |                     ^^^^^^
  The source says 3,800; the translation says 38,000.
  source: 3.800
  back-translation: 38.000
  fix: 3,800

a.en.txt:3:1: major TQ201 omission (almost certain, 0.93)
 3 | He said so to him.
   | ^
  A sentence of the source is missing.

a.en.txt:3:12: major TQ404 restated-differently (likely, 0.80)
 3 | He said so to him.
   |            ^^^^^^
  Said otherwise elsewhere.
  line 2: without these words: The government

a.en.txt: note: The article says that it was machine-translated.

b.txt: TQ901 empty file
note: No scorer for pt-en.

a.en.txt: MQM 99.0, 10.0 penalty points per 1000 words; short text
Failed: 4 findings (3 major, 1 neutral) in 14 words; 2 stop publication (major or worse, confidence 0.90 or more); 1 file not checked
"""


def test_the_whole_report_reads_like_this() -> None:
    assert render(to_payload(small_report())) == EXPECTED


@pytest.mark.parametrize(
    ("gate", "said"),
    [
        (("minor", 0.5), "3 stop publication (minor or worse, confidence 0.50 or more)"),
        (("critical", 0.9), "none stop publication (critical, confidence 0.90 or more)"),
        (("never", 0.9), "no finding stops publication, as this run was asked"),
        (None, "in 14 words; 1 file not checked"),
    ],
)
def test_the_summary_says_what_the_gate_counted(gate: tuple[str, float] | None, said: str) -> None:
    assert said in render(to_payload(replace(small_report(), gate=gate))).splitlines()[-1]


def test_color_changes_the_look_and_not_a_word() -> None:
    import re

    colored = render(to_payload(small_report()), color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored).split() == EXPECTED.split()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The 3,3 million tons", "3,3"),
        ("数字は三千八百です", "三千八百"),
        ("ค่าคือ ๓๘๐๐ บาท", "๓๘๐๐"),
        ("cafe\u0301 cre\u0300me bru\u0302le\u0301e", "bru\u0302le\u0301e"),
        ("बहुत अच्छा काम", "अच्छा"),
        ("\ttab before the word", "word"),
    ],
)
def test_carets_stand_under_the_span(text: str, word: str) -> None:
    start = text.index(word)
    shown, carets = marked(report_of(text, (start, start + len(word))))
    assert shown == word
    assert len(carets) == cell_len(word)


def test_a_long_line_is_cut_around_the_span_and_never_wraps() -> None:
    text = "before " * 40 + "HERE " + "after " * 40
    rendered = report_of(text, (280, 284))
    assert marked(rendered) == ("HERE", "^^^^")
    assert max(map(cell_len, rendered.splitlines()[1:3])) <= 60
    assert rendered.splitlines()[1].count("…") == 2


def test_a_long_span_is_cut_at_its_end() -> None:
    rendered = report_of("漢" * 300, (0, 300))
    assert max(map(cell_len, rendered.splitlines()[1:3])) <= 60


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J\x1b]0;owned\x07", "<U+001B>[2J<U+001B>]0;owned<U+0007>"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("a\u2028b\nc", "a<U+2028>b c"),
        ("\udcff", "<U+DCFF>"),
        ("שלום \u200fעולם", "שלום \u200fעולם"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_control_and_bidirectional_characters_are_spelled_out(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


def test_hostile_text_reaches_no_line_of_the_report() -> None:
    hostile = "word \x1b[31m\u202e here"
    rendered = report_of(hostile, (5, 10), message=hostile, evidence=(("source", hostile),), fix=hostile)
    assert not {"\x1b", "\u202e"} & set(rendered)
