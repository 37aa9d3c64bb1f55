"""The rules are linear in length, and no hostile string makes them crawl."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import pytest

from tqcheck.checks import CHECKS
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.registry import Check, Context, load

RULES = tuple(
    code for code in CHECKS if code.startswith(("TQ10", "TQ3", "TQ40", "TQ502", "TQ603", "TQ801")) and code != "TQ404"
)
HOSTILE = [
    "1" * 4000, "1," * 2000, "1 000 " * 700, "a" * 4000, "a-" * 2000, "(" * 3000, '"' * 3000, "“" * 3000, "the " * 1500,
    "http://" + "a." * 1500, "a@" * 1500, "{" * 3000, "<a " * 1500, "%(" * 2000, "`" * 3000, "Xx" * 2000, "X." * 2000, " " * 4000,
    "аa" * 1500, "年1月" * 1000, "三百" * 1500, "einhundert" * 300, "twenty-" * 600, "A-1 " * 1000, "\u200b" * 3000, "Â€" * 1500,
    "not " * 1000, "January 1 " * 400, "$5 million " * 400, "а́" * 1500, "का" * 1500, "不没" * 1500, ": a) " * 800, "«a " * 1200,
    "Ivanov Petrov " * 400, "Bakerovski " * 600, "محمد " * 1000, "3 1/2 " * 800, "1،000" * 900, "2.4, " * 900, "trinaestogodi" * 400,
    "+1 (2" * 900, "(0" * 2000, "0 1-" * 1200, "555-123-" * 600, "-5 " * 1500, "-" * 4000, "3-1 " * 1200, "1/2 " * 1200, "XIV " * 400,
    "5:30 p.m. " * 500, "午前5時30分" * 500, "две трети " * 500, "yesterday " * 500, "3.4.2026 " * 500, "{a, plural" * 500, "#a " * 900,
    "ofthe " * 900, "devetnaestogagaga" * 300, "Constitutional Court " * 300, "मंत्r" * 900, "मr" * 1500, "ــ" * 1500, "de de " * 900,
    "7b " * 900,
]  # fmt: skip


def article_of(source: str, target: str, languages: tuple[str, str]) -> Article:
    def document(text: str) -> Document:
        block = Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))
        return Document(path="a.txt", text=text, blocks=(block,), format="text")

    left, right = document(source), document(target)
    pair = Pair(
        source=left.blocks[0], target=right.blocks[0], source_language=languages[0], target_language=languages[1]
    )
    return Article(
        translation=right, source=left, source_language=languages[0], target_language=languages[1], pairs=(pair,)
    )


def run(check: Check, article: Article) -> int:
    context = Context(
        source_language=article.source_language,
        target_language=article.target_language,
        article=article,
        settings={
            "disclaimer": "require",
            "glossary": [{"source": "the", "target": ["einhundert", "a"], "forbidden": "not"}],
        },
    )
    subjects = [article] if check.scope == "document" else article.pairs
    return sum(1 for subject in subjects for _ in check.judge(subject, context))


@pytest.mark.slow
@pytest.mark.parametrize("code", RULES)
def test_hostile_strings_take_no_time(code: str) -> None:
    check = load(CHECKS[code])
    for text in HOSTILE:
        for languages in (("en", "de"), ("ru", "zh")):
            start = time.process_time()
            run(check, article_of(text, text[::-1], languages))
            assert time.process_time() - start < 2.0, (code, text[:20], languages)


CLEAN = Path(__file__).parents[2] / "corpora" / "clean"


def calls_of(work: Callable[[], object]) -> int:
    """Functions called, Python's and C's: the same on every machine."""
    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def numbered_article(words: int, first: int) -> Article:
    """German paragraphs and as many English ones, numbered from `first`, each with a name of its own, so that no cache helps."""
    german = (CLEAN / "de" / "ferry.txt").read_text("utf-8").splitlines()
    english = (CLEAN / "de" / "ferry.source.txt").read_text("utf-8").splitlines()
    pairs = [(left, right) for left, right in zip(english, german, strict=False) if left and right]
    taken = [
        (f"{left} {n} Bor{n}is", f"{right} {n} Bor{n}is")
        for n, (left, right) in enumerate(islice(cycle(pairs), words // 40), first)
    ]

    def document(texts: list[str]) -> Document:
        blocks, start = [], 0
        for index, text in enumerate(texts):
            blocks.append(Segment(text=text, runs=(Run(0, len(text), start, len(text)),), block=index))
            start += len(text) + 2
        return Document(path="a.txt", text="\n\n".join(texts), blocks=tuple(blocks), format="text")

    source, target = document([left for left, _ in taken]), document([right for _, right in taken])
    made = (
        Pair(source=left, target=right, source_language="en", target_language="de")
        for left, right in zip(source.blocks, target.blocks, strict=True)
    )
    return Article(translation=target, source=source, source_language="en", target_language="de", pairs=tuple(made))


@pytest.mark.parametrize("code", RULES)
def test_work_grows_no_faster_than_the_text(code: str) -> None:
    check = load(CHECKS[code])
    run(check, numbered_article(400, 100))
    short = calls_of(lambda: run(check, numbered_article(800, 1000)))
    long = calls_of(lambda: run(check, numbered_article(3200, 2000)))
    assert long <= 5 * short + 2000, (short, long)
