"""Time of the action: what is still to come in the source and has happened in the translation, or the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from tqcheck.text.inner_capitals import stands_as_name
from tqcheck.text.masks import FILLER
from tqcheck.text.polarity_sides import VERB_LAST
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]
_YEAR = regex.compile(r"(?<!\p{Nd})(?:1[0-9]|20)\p{Nd}{2}(?!\p{Nd})")
_HISTORIC = frozenset({"fr", "it", "es", "pt", "ca", "ro", "ru", "uk"})
"""Languages that tell history in the future tense: Il mourra en 1832."""
_SHORT = 16
"""Words of a sentence with one verb, in languages whose future cannot be told from a noun by its ending."""
_GERMAN = regex.compile(
    r"\b(?:[Ww]ird|[Ww]erden|[Ww]erde|[Ww]irst)\b(?:(?!\b(?:soll|sollen|kann|können|muss|müssen|darf|dürfen|will|wollen)\s)[^.;:!?,]){0,140}?\b(?P<verb>(?!ge|\p{L}{1,6}ge\p{L}{2,}en)\p{Ll}{3,}(?:en|ern|eln))(?=\s*(?:[,.;!?)“]|$|und\b))"
)
_INSEPARABLE = regex.compile(
    r"(?:vielen|allen|anderen|beiden|einigen|wenigen|ihnen|denen|meisten|ersten|letzten|neuen|alten|eigenen|weiteren)$|(?:be|ver|er|ent|zer|emp|miss|über|unter|wider|hinter)(?!kauf|läng|besser|kürz|stärk|änder|such|zahl|richt|setz|höh|neuer|weiter|laub|wart|klär"
    r"|reich|öffn|arbeit|handel|deck|lager|leg|teil|sag|schick|schaff|folg|gründ|nutz|grenz|mittel)"
)
"""Verbs whose participle may look like their infinitive (vergeben), but for weak ones; and words that are no verbs."""
_LONG = 35
"""Words of a sentence from which its verbs are too many to compare by their number."""
_RELATIVE = regex.compile(r"\b(?:who|which|that|whom|koj\w+|który\w*|котор\w+|який|яка|які|qui|que|che)\s*$")


_NEAR = 0.15
"""Share of a sentence that two verbs which stand for each other are apart, at most."""
_WIDE = 0.3
"""Share of a sentence within which two verbs of one time may stand for each other."""
_VAGUE = 0.12
"""Share of a sentence in which another word may say the time of a verb."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Where the source says when, where the translation says otherwise, and whether the translation has made it past."""

    source: Span
    start: int
    end: int
    to_past: bool


@dataclass(frozen=True, slots=True)
class _Times:
    """Places that surely speak of the future or the past, and those that may do so, the sure ones among them."""

    length: int
    future: list[Span]
    past: list[Span]
    perhaps_future: list[Span]
    perhaps_past: list[Span]


def find_tense_shift(source: str, target: str, source_language: str, target_language: str) -> Shift | None:
    """The one shift of a sentence pair, said of the first verb that shows it; None without two signs or without tables."""
    facts = [dict(table("tenses").get(table_language(language), {})) for language in (source_language, target_language)]
    if not all(facts):
        return None
    if any("single" in fact for fact in facts) and not (_is_single(source) and _is_single(target)):
        return None
    one, other = _times(source, source_language, facts[0]), _times(target, target_language, facts[1])
    historic = table_language(source_language) in _HISTORIC and bool(_YEAR.search(source))
    if max(len(source.split()), len(target.split())) <= _LONG:
        found = _shifted(one, other)
        if found:
            return None if found.to_past and historic else found
    ordered = (table_language(source_language) in VERB_LAST) == (table_language(target_language) in VERB_LAST)
    return None if historic else _shifted_nearby(one, other, ordered=ordered)


def _shifted(one: _Times, other: _Times) -> Shift | None:
    """The shift of a sentence that speaks of one time alone."""
    if one.future and other.past and not other.perhaps_future and len(other.past) > len(one.perhaps_past):
        return Shift(one.future[0], *other.past[0], to_past=True)
    if one.past and other.future and not one.perhaps_future and not other.perhaps_past:
        return Shift(one.past[0], *other.future[0], to_past=False)
    return None


def _shifted_nearby(one: _Times, other: _Times, *, ordered: bool) -> Shift | None:
    """The shift of one verb in a sentence of several: by its place, when the others have taken their counterparts.

    Where the languages put their verbs in different places, and where "if they bought" may be meant, each side must also name its own
    time once more than the other.
    """
    for to_past in (True, False):
        ours, theirs = (one.future, other.past) if to_past else (one.past, other.future)
        same, excuse = (other.future, one.past) if to_past else (other.past, one.future)
        vague, excusing = (
            (other.perhaps_future, one.perhaps_past) if to_past else (other.perhaps_past, one.perhaps_future)
        )
        if ordered and to_past:
            ours, theirs = _left_over(ours, same, one, other), _left_over(theirs, excuse, other, one)
        elif len(same) >= len(ours) or len(excuse if to_past else excusing) >= len(theirs):
            continue  # "would … only if they had": a verb at the end stands far from the one that it renders
        vague = [span for span in vague if span not in theirs]
        excusing = [span for span in excusing if span not in ours]
        for left in ours:
            for right in theirs:
                if _apart(left, right, one, other) <= _NEAR and not (
                    _stands_near(vague, (left, one), (right, other))
                    or _stands_near(excusing, (right, other), (left, one))
                ):
                    return Shift(left, *right, to_past=to_past)
    return None


def _left_over(words: list[Span], others: list[Span], own: _Times, their: _Times) -> list[Span]:
    """The words that no word of the same time answers, when each takes the nearest within `_WIDE`."""
    pairs = sorted((_apart(word, other, own, their), word, other) for word in words for other in others)
    taken, given = set[Span](), set[Span]()
    for apart, word, other in pairs:
        if apart <= _WIDE and word not in taken and other not in given:
            taken.add(word)
            given.add(other)
    return [word for word in words if word not in taken]


def _stands_near(words: list[Span], across: tuple[Span, _Times], beside: tuple[Span, _Times]) -> bool:
    """Whether words of one text stand where the verb of the other does, or beside the verb of their own."""
    own = beside[1]
    return any(
        min(_apart(across[0], word, across[1], own), _apart(beside[0], word, own, own)) <= _VAGUE for word in words
    )


def _apart(left: Span, right: Span, one: _Times, other: _Times) -> float:
    """How far apart two places are, as shares of their texts."""
    return abs(left[0] / max(1, one.length) - right[0] / max(1, other.length))


def _is_single(text: str) -> bool:
    return len(text.split()) <= _SHORT and not regex.search(r"[,;:—–\"“”„«»]", text)


def _times(text: str, language: str, facts: dict[str, Any]) -> _Times:
    small = _ignoring(fold(text, language), language, str(facts.get("ignore", "")))
    future, past = (str(facts.get(name, "")) for name in ("future", "past"))
    surely = {name: _find(small, language, words.partition("|")[0]) for name, words in (("f", future), ("p", past))}
    if table_language(language) == "de":
        surely["f"] += [match.span() for match in _GERMAN.finditer(text) if not _INSEPARABLE.match(match["verb"])]
    for name, kind in (("future_final", "f"), ("past_final", "p")):
        surely[kind] += [match.span(1) for match in _final(str(facts.get(name, "")), language).finditer(small)]
    perhaps = [_find(small, language, words.replace("|", " ")) for words in (future, past)]
    surely["f"] = [span for span in surely["f"] if not _RELATIVE.search(small[: span[0]])]
    surely = {kind: [span for span in spans if not _is_noun(text, span[0], language)] for kind, spans in surely.items()}
    return _Times(
        len(text),
        sorted(surely["f"]),
        sorted(surely["p"]),
        sorted({*perhaps[0], *surely["f"]}),
        sorted({*perhaps[1], *surely["p"]}),
    )


def _is_noun(text: str, start: int, language: str) -> bool:
    """Whether a capital inside a sentence shows that a word is no verb: Will Wade, „mit Waren“."""
    if table_language(language) == "de":
        return text[start : start + 1].isupper() and text[:start].rstrip()[-1:].isalpha()
    return stands_as_name(text, start, language)


def _find(text: str, language: str, words: str) -> list[Span]:
    return [match.span() for match in compile_words(words.strip(), language).finditer(text)]


def _ignoring(text: str, language: str, words: str) -> str:
    return compile_words(words, language).sub(FILLER, text) if words else text


@cache
def _final(pattern: str, language: str) -> regex.Pattern[str]:
    if not pattern:
        return regex.compile(r"(?!)")
    before = r"\w{0,3}?" if table_language(language) in UNSPACED else r"\p{L}{2,}?"
    return regex.compile(rf"({before}{pattern})\s*[.。!！]?\s*$")
