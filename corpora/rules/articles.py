"""Articles of one-sentence paragraphs out of sentence pairs, and the hits of checks on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpora.generators.records import Pair as Clean
from tqcheck.checks import CHECKS
from tqcheck.checks.calibration import calibrate
from tqcheck.company import least_shown
from tqcheck.judge import LEAST_MAJOR
from tqcheck.model import Article, Document, Hit, Pair, Run, Segment
from tqcheck.registry import Check, Context, load

RULES = ("TQ1", "TQ3", "TQ4", "TQ502", "TQ601", "TQ603", "TQ8")
"""The codes that need no model and no alignment of their own."""


def load_rules(codes: Sequence[str] = RULES) -> list[Check]:
    """The checks whose codes begin with one of `codes`."""
    return [load(target) for code, target in CHECKS.items() if code.startswith(tuple(codes))]


def make_article(items: Sequence[Clean]) -> Article:
    """An article whose paragraphs are the sentence pairs; languages are those of the first."""
    first = items[0]
    source = _document([item.source for item in items], "source")
    target = _document([item.target for item in items], "target")
    pairs = tuple(
        Pair(source=left, target=right, source_language=first.source_language, target_language=first.target_language)
        for left, right in zip(source.blocks, target.blocks, strict=True)
    )
    return Article(
        translation=target,
        source=source,
        source_language=first.source_language,
        target_language=first.target_language,
        pairs=pairs,
    )


def _document(texts: Sequence[str], path: str) -> Document:
    blocks, start = [], 0
    for index, text in enumerate(texts):
        blocks.append(Segment(text=text, runs=(Run(0, len(text), start, len(text)),), block=index))
        start += len(text) + 2
    return Document(path=path, text="\n\n".join(texts), blocks=tuple(blocks), format="text")


def run_checks(article: Article, checks: Iterable[Check], only: int | None = None) -> Iterator[tuple[Check, Hit, int]]:
    """(check, hit, index of the paragraph hit) of what a report shows; pair checks on paragraph `only` alone, where it is given."""
    return (found for found in _judge(article, checks, only) if _confidence(*found[:2]) >= least_shown(found[0].code))


def _judge(article: Article, checks: Iterable[Check], only: int | None) -> Iterator[tuple[Check, Hit, int]]:
    context = Context(source_language=article.source_language, target_language=article.target_language, article=article)
    for check in checks:
        if check.scope == "document":
            for hit in check.judge(article, context):
                yield check, hit, hit.segment.block if hit.segment else 0
            continue
        for index, pair in enumerate(article.pairs):
            if only in (None, index):
                for hit in check.judge(pair, context):
                    yield check, hit, index


def is_loud(check: Check, hit: Hit) -> bool:
    """Whether a report calls a hit major or critical."""
    return (hit.severity or check.severity) in ("major", "critical") and _confidence(check, hit) >= LEAST_MAJOR


def _confidence(check: Check, hit: Hit) -> float:
    return calibrate(check.code, check.confidence if hit.confidence is None else hit.confidence, hit.witness)
