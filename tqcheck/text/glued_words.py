"""Two words run together: caption and credit, sentence and sentence, word and name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table


@dataclass(frozen=True, slots=True)
class Glued:
    """Words run together: offsets, text, what to write, how sure we are."""

    start: int
    end: int
    text: str
    fix: str
    confidence: float


_WORD = regex.compile(r"[\p{L}\p{M}]++")
_SENTENCES = regex.compile(
    r"(?<![\p{L}\p{M}.@/\\_-])(?P<left>[\p{L}\p{M}]{3,40}+)(?P<stop>[.!?…][\"”»’)]?)(?P<right>\p{Lu}[\p{Ll}\p{M}]{1,30}+)(?![\p{Lu}\d_.(]|\.\p{L})"
)
_CAMEL = regex.compile(
    r"(?<![\p{L}\p{M}\d#@_./-])(?P<left>\p{L}[\p{Ll}\p{M}]{2,30}+)(?P<right>\p{Lu}[\p{Ll}\p{M}]{2,30}+)(?![\p{L}\p{M}\d_])"
)
_COMMA = regex.compile(
    r"(?<![\p{L}\p{M}\d#@_./-])(?P<left>[\p{Ll}]{3,30}+)(?P<stop>[,;])(?P<right>[\p{Ll}]{3,30}+)(?![\p{L}\d_,/])"
)


def vocabulary_of(texts: Iterable[str]) -> Counter[str]:
    """How often each word of a document occurs."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def find_glued_words(text: str, language: str, known: Counter[str], source: str = "") -> Iterator[Glued]:
    """Glued words of one block; `known` are the document's words, `source` the source's text (what stands there too is a name)."""
    taken = -1
    for found in sorted(
        [*_credits(text, language), *_sentences(text, source), *_camels(text, known, source)],
        key=lambda item: item.start,
    ):
        if found.start > taken:
            taken = found.end
            yield found


@cache
def _credit_pattern() -> regex.Pattern[str]:
    words = "|".join(sorted(map(regex.escape, table("credits")["words"]), key=len, reverse=True))
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}])(?P<left>[\p{{L}}\p{{M}}]{{2,30}}?)(?P<right>(?i:{words}))(?=\s?[:：/©])"
    )


def _credits(text: str, language: str) -> Iterator[Glued]:
    facts = table("credits")
    for match in _credit_pattern().finditer(text):
        left, right = match["left"], match["right"]
        camel = left[-1].islower() and right[0].isupper()
        if match[0].lower() in facts["words_in_one"] or (not camel and primary(language) in facts["compounding"]):
            continue
        yield Glued(match.start(), match.end(), match[0], f"{left} {right}", 0.9)


def _sentences(text: str, source: str) -> Iterator[Glued]:
    for pattern, confidence in ((_SENTENCES, 0.85), (_COMMA, 0.8)):
        for match in pattern.finditer(text):
            if match[0] not in source:
                yield Glued(
                    match.start(), match.end(), match[0], f"{match['left']}{match['stop']} {match['right']}", confidence
                )


def _camels(text: str, known: Counter[str], source: str) -> Iterator[Glued]:
    """A lower-case word and a capitalised one, both used elsewhere in the document and the two together only here."""
    brands = table("credits")["brands"]
    for match in _CAMEL.finditer(text):
        left, right, both = match["left"], match["right"], match[0]
        if both in source or both in brands or known[both] > 1 or right not in known or _is_prefix(left):
            continue
        if left in known or left.lower() in known:
            yield Glued(match.start(), match.end(), both, f"{left} {right}", 0.85)


def _is_prefix(left: str) -> bool:
    return left in (
        "Mac",
        "Van",
        "Von",
        "Des",
        "Del",
        "Fitz",
        "San",
        "Pan",
        "Pre",
        "Non",
        "Anti",
        "Super",
        "Inter",
        "Euro",
    )
