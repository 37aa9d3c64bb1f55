"""A figure that stands in the sentence next door is not missing; one that stands nowhere is."""

from __future__ import annotations

import pytest

from tqcheck.checks import CHECKS
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.registry import Context, load

SOURCE = ("법원 앞에는 조병두 씨(68)의 가게 한 곳뿐이다.", "그는 평생 도장을 새겼다.")
MOVED = ("Only the shop of Cho Byung-du is left by the courthouse.", "Cho, 68, has carved seals all his life.")
CHANGED = ("Only the shop of Cho Byung-du is left by the courthouse.", "Cho, 86, has carved seals all his life.")


def messages(target: tuple[str, str]) -> list[str]:
    pairs = tuple(
        Pair(source=segment(one), target=segment(other), source_language="ko", target_language="en")
        for one, other in zip(SOURCE, target, strict=True)
    )
    empty = Document(text="", blocks=(), path="", format="txt")
    article = Article(translation=empty, source=empty, source_language="ko", target_language="en", pairs=pairs)
    context = Context(source_language="ko", target_language="en", article=article)
    return [hit.message for pair in pairs for hit in load(CHECKS["TQ101"]).judge(pair, context)]


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (MOVED, []),
        (CHANGED, ["68 of the source is missing in the translation.", "86 has no counterpart in the source."]),
    ],
)
def test_only_a_figure_that_stands_nowhere_is_reported(target: tuple[str, str], expected: list[str]) -> None:
    assert messages(target) == expected
