"""Who did it to whom, exchanged: "the council sued the company" where the company sued the council."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.mentions import Mention, Span, between, find_mentions, nearest_before
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import UNSPACED, compile_words, fold, table_language

CLOSE = 60
"""Characters of the English clause that hold subject, verb and object."""
BEHIND = 25
"""Characters behind the second of the two in which a language may still say that it is a passive."""
APART = 90
"""Characters between the two in the other language, at most."""
_ORDERED = frozenset("es fr pt it ro ca zh ar he hi tr fa ja ko nl sv da no de".split())  # noqa: SIM905
"""Languages in which the one who acts stands first, unless something marks the other."""
_VERB_LAST = frozenset({"tr", "hi", "ja", "ko", "fa"})
_MARKED = {
    "es": r"\b(?:al?|a la|a los|a las)\s(?:\p{L}+\s){0,2}$",
    "pt": r"\b(?:aos?|às?)\s(?:\p{L}+\s){0,2}$",
    "it": r"\b(?:al|alla|ai|alle|allo|a|all')\s?(?:\p{L}+\s){0,2}$",
    "fr": r"\b(?:à|au|aux|à la|à l')\s?(?:\p{L}+\s){0,2}$",
    "ro": r"\b(?:pe|lui)\s(?:\p{L}+\s){0,2}$",
    "de": r"\b(?:den|dem|einen|einem|einer|der|seinen|seinem|ihren|ihrem)\s(?:\p{L}+\s){0,3}$",
    "he": r"את\s(?:\p{L}+\s){0,2}$",
    "ar": r"\b(?:إلى|على|من)\s(?:\p{L}+\s){0,2}$",
}
"""What shows that a word that comes first is not the one who acts."""
_OBJECT_AFTER = {
    "ja": r"^\p{L}{0,3}?(?:を|に|から)",
    "hi": r"^\s(?:को|से)\b",
    "ko": r"^(?:을|를|에게)",
    "fa": r"^\sرا\b",
}
_OBLIQUE = {
    "cyrillic": (r"[аяуюеиы]$|(?:ов|ев|ом|ем|ой)[аиуе]?$", r"[еуюиы]$|(?:ой|ою)$"),
    "latin": (r"[aueiyę]$|(?:ow|ov|em|om)[ai]?$", r"[euyięąo]$|(?:om|ou)$"),
}
"""Endings that an inflected name shows where the one named is acted on: of names in a consonant, of names in -a."""
_STOP = r"[.;:!?。！？،]|\b(?:who|which|that|and|but|because|when|while|after|before|if)\b"


def find_role_swap(source: str, target: str, source_language: str, target_language: str) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of two participants whose roles are exchanged; None elsewhere.

    One side must be English, in an active clause with a verb from one person to another; the other side tells by word order or case.
    """
    english_source = table_language(source_language) == "en"
    english, other, language = (
        (source, target, target_language) if english_source else (target, source, source_language)
    )
    code = table_language(language)
    if (not english_source and table_language(target_language) != "en") or code == "en":
        return None
    verbs = list(_verbs().finditer(fold(english, "en")))
    if not verbs:
        return None
    mentions = find_mentions(english, other, language)
    for verb in verbs:
        pair = _subject_and_object(english, mentions, verb.span())
        if pair and _is_exchanged(pair, other, code):
            here = _join(pair[0].english, pair[1].english), _join(pair[0].other, pair[1].other)
            return (here[1], here[0]) if english_source else here
    return None


def _subject_and_object(english: str, mentions: list[Mention], verb: Span) -> tuple[Mention, Mention] | None:
    subject = next(iter(nearest_before(mentions, verb[0])), None)
    thing = next((item for item in mentions if item.english[0] >= verb[1]), None)
    if subject is None or thing is None or thing.english[1] - subject.english[0] > CLOSE:
        return None
    before, after = english[subject.english[1] : verb[0]], english[verb[1] : thing.english[0]]
    if regex.search(_STOP, before + " | " + after) or len(before.split()) > 3 or len(after.split()) > 5:
        return None
    if regex.search(
        r"\b(?:to|for|of|with|at|in|on|about|against|than|not|is|are|was|were|be|been|being)\b|['’]s\b", before
    ):
        return None
    if regex.search(r"\b(?:by|about|for|at|in|on|against|over|with)\b", after):
        return None
    return subject, thing


def _is_exchanged(pair: tuple[Mention, Mention], other: str, code: str) -> bool:
    subject, thing = pair
    gap = between(other, subject.other, thing.other)
    last = max(subject.other[1], thing.other[1])
    clause = gap + " " + other[last : last + (BEHIND if code in _VERB_LAST else 0)]
    if len(gap) > APART or regex.search(r"[.;:!?。！？؟]", gap) or _has_agent(clause, code):
        return False
    if code in _ORDERED:
        first = thing
        return thing.other < subject.other and not _is_marked(other, first, code)
    return subject.name and thing.name and _is_oblique(subject) and not _is_oblique(thing)


def _is_marked(text: str, mention: Mention, code: str) -> bool:
    before, after = text[: mention.other[0]], text[mention.other[1] :]
    if code in ("tr",):
        return bool(regex.match(r"['’](?:\p{L}{1,3})", after)) or bool(
            regex.search(r"(?:[yn]?[ıiuüae]|d[ae]n)$", mention.words[1])
        )
    if code in _OBJECT_AFTER:
        return bool(regex.search(_OBJECT_AFTER[code], after))
    return code in _MARKED and bool(regex.search(_MARKED[code], before.lower()[-40:]))


def _is_oblique(mention: Mention) -> bool:
    """Whether an inflected name stands in another case than the nominative."""
    base, form = mention.words
    script = "cyrillic" if "\u0400" <= form[0] <= "\u04ff" else "latin"
    consonant, vowel = _OBLIQUE[script]
    if base[-1] in "aа":
        return bool(regex.search(vowel, form))
    if base[-1] in "eiouy":
        return False
    if script == "latin" and form.lower() == base.lower():
        return False
    return bool(regex.search(consonant, form))


def _join(one: Span, two: Span) -> Span:
    return min(one[0], two[0]), max(one[1], two[1])


def acts_on_another(folded: str) -> bool:
    """Whether an English text in small letters has a verb from one person to another."""
    return bool(_verbs().search(folded))


@cache
def _verbs() -> regex.Pattern[str]:
    return compile_words(str(table("roles")["transitive"]), "en")


def _has_agent(text: str, code: str) -> bool:
    words = str(table("roles")["agents"].get(code, ""))
    if not words:
        return False
    folded = fold(text, code)
    if code in UNSPACED:
        return any(word in folded for word in words.split())
    return bool(compile_words(words, code).search(folded))
