"""Rule checks on one sentence pair."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.checks import CHECKS
from tqcheck.model import Article, Document, Hit, Pair, Run, Segment
from tqcheck.registry import Context, load


def findings_of(codes: Sequence[str], source: str, target: str, languages: tuple[str, str]) -> list[tuple[str, Hit]]:
    """(code, hit) of the pair checks `codes` on an article of one sentence."""
    left, right = _document(source), _document(target)
    pair = Pair(
        source=left.blocks[0], target=right.blocks[0], source_language=languages[0], target_language=languages[1]
    )
    article = Article(
        translation=right, source=left, source_language=languages[0], target_language=languages[1], pairs=(pair,)
    )
    context = Context(source_language=languages[0], target_language=languages[1], article=article)
    return [(code, hit) for code in codes for hit in load(CHECKS[code]).judge(pair, context)]


def _document(text: str) -> Document:
    block = Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))
    return Document(path="a.txt", text=text, blocks=(block,), format="text")
