"""Which of two is meant and which denied, exchanged: "by volume, not by time" for "by time, not by volume"; one of the two tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text.english_side import english_side
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_MEANT, _DENIED = "meant", "denied"
_BUT = r",?\s(?:but|sondern|maar|utan|mais|sino|mas|ma|ci|lecz|ale|ale|но|а|але|nego|već|но|αλλά|vaan|אלא|بل|بلکه)\s"
_SIGHT = 60
"""Characters beside a word in which a contrast may show."""
_NEVER = regex.compile(r"(?!)")


def find_denied_contrast(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    links: Sequence[Link] = (),
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of a word that one side means and the other denies, in a contrast of two."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    english, other, language = pair.english, pair.other, pair.language
    texts = fold(english, "en"), fold(other, language)
    if not (_has_denial(texts[0], "en") and _has_denial(texts[1], table_language(language))):
        return None
    for party in find_parties(english, other, language, pair.linked(links)):
        mention = party.mention
        here = _reading(texts[0], mention.english, "en")
        there = _reading(texts[1], mention.other, table_language(language)) if here else ""
        if there and here != there:
            return pair.places(mention.english, mention.other)
    return None


def _reading(text: str, place: Span, code: str) -> str:
    """Whether the word at a place is denied or meant in a contrast; "" where it stands in none."""
    patterns = _patterns(code)
    before, behind = text[max(0, place[0] - _SIGHT) : place[0]], text[place[1] : place[1] + _SIGHT]
    if patterns.denied_behind.match(behind) or patterns.denied_before.search(before):
        return _DENIED
    if patterns.opening.search(before):
        return _DENIED if patterns.but.match(behind) else ""
    return _MEANT if patterns.meant_behind.match(behind) or patterns.meant_before.search(before) else ""


def _has_denial(text: str, code: str) -> bool:
    facts = table("contrast_denials").get(code)
    if facts is None:
        return False
    words = str(facts.get("before", "") + " " + facts.get("behind", "")).split()
    return any(word.split("_")[0] in text for word in words)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands beside a word that is denied ("…, not the") or meant ("not … but the", and behind it "…, not a").

    `opening` and `but`: around the first of two, denied ("not the … but").
    """

    denied_before: regex.Pattern[str] = _NEVER
    denied_behind: regex.Pattern[str] = _NEVER
    meant_before: regex.Pattern[str] = _NEVER
    meant_behind: regex.Pattern[str] = _NEVER
    opening: regex.Pattern[str] = _NEVER
    but: regex.Pattern[str] = _NEVER


@cache
def _patterns(code: str) -> _Patterns:
    facts = {key: str(value) for key, value in table("contrast_denials")[code].items()}
    if "behind" in facts:
        gap = r"\p{L}{0,2}" if code in UNSPACED else r"(?:['’]?\p{L}{0,4})?\s?"
        return _Patterns(denied_behind=regex.compile(rf"{gap}(?:{_options(facts['behind'])})(?!\p{{L}}*(?:miş|se|di))"))
    words = _options(facts["before"])
    if code in UNSPACED:
        return _Patterns(
            denied_before=regex.compile(rf"(?:{words})\p{{L}}?$"), meant_behind=regex.compile("[，、]?(?:而不是|而非)")
        )
    return _spaced(facts, words)


def _spaced(facts: Mapping[str, str], words: str) -> _Patterns:
    little = rf"(?:(?:{_options(facts['little'])})(?:\s|(?<=['’]))){{0,3}}"
    adjective = r"(?:\p{L}[\p{L}\-]+\s)?"
    links = _options(facts["and"])
    opening = rf"(?:,\s(?:(?:{links})\s)?|\s(?:{links})\s|\s(?=(?:{_options(_long(facts['before']))})\s))"
    if not facts["and"]:  # Arabic: what looks like a noun behind it, since the denial of verbs is the same word
        opening = r"[,،]?\s"
    noun = str(facts.get("noun", r"\p{L}"))
    first = rf"(?<!\p{{L}})(?:{words})\s"
    return _Patterns(
        denied_before=regex.compile(rf"{opening}(?:{words})\s{little}{adjective}$"),
        meant_behind=regex.compile(rf"{opening}(?:{words})\s{little}(?:{noun})"),
        opening=regex.compile(rf"{first}{little}{adjective}$"),
        but=regex.compile(_BUT),
        meant_before=regex.compile(rf"{first}[^.;:!?]{{2,40}}?{_BUT}{little}{adjective}$"),
    )


def _long(words: str) -> str:
    """Denials of several words, which need no comma."""
    return " ".join(word for word in words.split() if "_" in word) or "(?!)"


def _options(words: str) -> str:
    found = "|".join(
        str(regex.escape(word)).replace("_", r"\s") if word != "(?!)" else word
        for word in sorted(words.split(), key=len, reverse=True)
    )
    return found or "(?!)"
