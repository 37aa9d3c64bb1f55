"""A "he" among sentences that speak of a woman alone, where the source drops its pronouns or gives them no gender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model import Article
from tqcheck.text.cast import cast_of, cast_places, has_strangers
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, read_signs
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

AROUND = 2
"""Sentences before and after in which nobody of the pronoun's sex may be spoken of."""
ANYBODY = "anyone anybody everyone everybody someone somebody whoever nobody each every person one's people"
"""Words whose "his" and "her" is nobody's in particular."""
_KIN = frozenset({"zh", "ja", "ko", "hu", "tr", "fi", "fa"})
"""Languages whose list of what women are holds relatives alone."""
SURE, LIKELY = 0.88, 0.78
"""Raw strength where the whole document speaks of nobody of that sex, and where it does elsewhere."""


@dataclass(frozen=True, slots=True)
class LonePronoun:
    """A pronoun of the other sex than everybody whom its surroundings speak of."""

    start: int
    end: int
    expected: Gender
    strength: float


def find_lone_pronouns(article: Article, index: int) -> Iterator[LonePronoun]:
    """Pronouns of one sentence of an English translation whose sex nobody near them has, on either side; at most one."""
    pair = article.pairs[index]
    if pair.target is None or pair.source is None or table_language(pair.target_language) != "en":
        return
    for right, wrong in OTHER_GENDER.items():
        signs = read_signs(pair.target.text, "en", wrong)
        if signs is None or not signs.pronouns:
            continue
        told = _spoken_of(article, index, right)
        if not told and not _is_woman_alone(article, index, right):
            continue
        if not signs.persons and compile_words(ANYBODY, "en").search(fold(pair.target.text, "en")):
            continue
        if any(_signs(article, near, wrong, own=index) for near in _near(article, index)) or _strangers(article, index):
            continue
        elsewhere = any(_signs(article, other, wrong, own=index) for other in range(len(article.pairs)))
        if elsewhere and not told:
            continue
        yield LonePronoun(*signs.pronouns[0], right, LIKELY if elsewhere or not told else SURE)
        return


def _near(article: Article, index: int) -> range:
    return range(max(0, index - AROUND), min(len(article.pairs), index + AROUND + 1))


def _spoken_of(article: Article, index: int, gender: Gender) -> bool:
    """Whether a person of the sex is named or meant just before, and meant by a pronoun just here."""
    named = any(_names(article, near, gender) for near in (index - 1, index))
    before = named or any(_signs(article, near, gender) for near in (index - 1, index))
    here = any(_pronouns(article, near, gender) for near in (index - 1, index, index + 1))
    return named or (before and here)


def _is_woman_alone(article: Article, index: int, gender: Gender) -> bool:
    """Whether the source's word for who it speaks of is a woman's, in this sentence or the one before ("die Bürgermeisterin")."""
    code = table_language(article.source_language)
    words = table("gender").get(code, {}).get("woman_role", "")
    signs = read_signs(article.pairs[index].target.text, "en", "male") if article.pairs[index].target else None  # type: ignore[union-attr]
    if gender != "female" or not words or (code in _KIN and not (signs and signs.persons)):
        return False  # "his mother" is his
    sides = [article.pairs[near].source for near in (index - 1, index) if near >= 0]
    return any(side and compile_words(words, code).search(fold(side.text, article.source_language)) for side in sides)


def _names(article: Article, index: int, gender: Gender) -> list[Span]:
    target = article.pairs[index].target if 0 <= index < len(article.pairs) else None
    return cast_places(target.text, cast_of(article), gender) if target else []


def _pronouns(article: Article, index: int, gender: Gender) -> tuple[Span, ...]:
    target = article.pairs[index].target if 0 <= index < len(article.pairs) else None
    signs = read_signs(target.text, "en", gender) if target else None
    return signs.pronouns if signs else ()


def _signs(article: Article, index: int, gender: Gender, own: int = -1) -> bool:
    """Whether either side of a pair speaks of a person of the sex; of pair `own`, the pronouns of its translation do not count."""
    if not 0 <= index < len(article.pairs):
        return False
    pair, cast = article.pairs[index], cast_of(article)
    for side, language in ((pair.source, pair.source_language), (pair.target, pair.target_language)):
        if side is None:
            continue
        signs = read_signs(side.text, language, gender)
        if cast_places(side.text, cast, gender) or (signs and signs.nouns):
            return True
        if signs and signs.pronouns and not (index == own and side is pair.target):
            return True
    return False


def _strangers(article: Article, index: int) -> bool:
    """Whether the sentence or the one before names somebody whose sex is not known."""
    pairs = article.pairs[max(0, index - 1) : index + 1]
    return any(pair.target and has_strangers(pair.target.text, cast_of(article)) for pair in pairs)
