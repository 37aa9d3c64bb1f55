"""A verb or participle of the other sex right behind a person's name: „Okafor powiedział“ of a woman, "Ingrid è stato eletto"."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.gender import OTHER_GENDER, Gender, Span
from tqcheck.text.known_people import People
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

_NAME = r"(?<![\p{L}\p{M}\-])\p{Lu}[\p{L}\p{M}'’\-]+(?:\s\p{Lu}[\p{L}\p{M}'’\-]+){0,2}"
_BETWEEN = (
    r"(?:\s(?:się|też|także|również|już|nie|jednak|później|potem|не|уже|также|тоже|однако|позже|потом|вже|також|теж|пізніше|"
    r"je|nije|se|si|još|već|je\sse|су|је|није|се|још|већ|prý|však|už|také|později|ještě|ga|mu|му|ју|его|її|його|ее|её|им|её))?\s"
)
"""A particle or an adverb that may stand between a subject and its verb."""
_BE = {
    "it": r"(?:è|era|fu|venne|viene|è\sstat[oa]|era\sstat[oa]|sarà|rimase|si\sè)",
    "es": r"(?:fue|es|era|está|estaba|estuvo|ha\ssido|había\ssido|será|quedó)",
    "pt": r"(?:foi|é|era|está|estava|tinha\ssido|será|ficou)",
    "ro": r"(?:a\sfost|este|era|fusese|va\sfi)",
}
_PARTICIPLES: dict[str, dict[Gender, str]] = {
    "it": {
        "male": r"\p{L}{2,}(?:ato|uto|ito|rto|tto|sto|eso|uso)",
        "female": r"\p{L}{2,}(?:ata|uta|ita|rta|tta|sta|esa|usa)",
    },
    "es": {"male": r"\p{L}{2,}(?:ado|ido|echo|erto|uesto|ito)", "female": r"\p{L}{2,}(?:ada|ida|echa|erta|uesta|ita)"},
    "pt": {
        "male": r"\p{L}{2,}(?:ado|ido|eito|erto|osto|ito|orto)",
        "female": r"\p{L}{2,}(?:ada|ida|eita|erta|osta|ita|orta)",
    },
    "ro": {"male": r"\p{L}{2,}(?:at|it|ut|ât|rs|ns|es)", "female": r"\p{L}{2,}(?:ată|ită|ută|âtă|rsă|nsă|esă)"},
}
_MEN_ONLY = {
    "es": r"(?:or|ero|ogo|ado|ino|ico)$",
    "pt": r"(?:or|eiro|ogo|ado|ino|ico)$",
    "it": r"(?:tore|iere|ogo)$",
    "de": r"(?:or|er|ist|arzt|anwalt|ent)$",
    "fr": r"(?:teur|ien|ier|avocat|voisin)$",
}
"""Endings of trades that have another form for women, by language."""
_STOP = r"(?:stato|lado|lato|marito|figlio|partido|gato|grupo|invitado\sa|sido|stata|estado|mercado|resultado)"
"""Nouns with the ending of a participle."""


def find_named_forms(target: str, language: str, people: People) -> tuple[Span, Span, Gender] | None:
    """(place of the form, place of the name, sex of the name) in a translation from English; None where all agree."""
    code = table_language(language)
    for match in patterns.finditer(_NAME, target):
        words = [word for word in patterns.compiled(r"\s").split(match[0]) if word]
        right = _sex_of(words, people)
        if right is None or not _is_subject(target, match.start()):
            continue
        place = _verb(target, match.end(), code, OTHER_GENDER[right]) or _participle(target, match.end(), code, right)
        if right == "female" and place is None:
            place = _trade(target, match.end(), code)
        if place:
            return place, match.span(), right
    return None


def _sex_of(words: list[str], people: People) -> Gender | None:
    """The sex of whoever bears all of these names, if more than a list says it, or the name is given in full."""
    sexes = {people.known(word) for word in words}
    sure = len(words) > 1 or any(people.is_told(word) for word in words)
    return ("female" if "female" in sexes else "male") if len(sexes) == 1 and "" not in sexes and sure else None


def _is_subject(text: str, place: int) -> bool:
    """Whether a name begins a clause: what stands before it is no preposition, noun or verb that governs it."""
    before = text[:place].rstrip()
    return not before or before[-1] in ".!?…:;,«»„“”\"'‘’—–-("


def _verb(text: str, end: int, code: str, wrong: Gender) -> Span | None:
    """A past of the wrong gender right behind a name."""
    facts = table("gender").get(code, {})
    forms = facts.get("past_she" if wrong == "female" else "past_he", "")
    if not forms or "no_verbs" not in facts:
        return None
    folded = fold(text, code)
    gap = regex.compile(_BETWEEN).match(folded, end)
    found = compile_words(forms, code).match(folded, gap.end()) if gap else None
    if found is None or text[found.start()].isupper() or compile_words(facts["no_verbs"], code).fullmatch(found[0]):
        return None
    return found.start(), found.end()


def _participle(text: str, end: int, code: str, right: Gender) -> Span | None:
    """A form of "to be" and a participle of the other gender right behind a name."""
    pattern = _being(code, OTHER_GENDER[right])
    found = pattern.match(fold(text, code), end) if pattern else None
    return (found.start("form"), found.end("form")) if found else None


def _trade(text: str, end: int, code: str) -> Span | None:
    """A man's trade in apposition to a name: "Denise Okafor, director de la biblioteca"."""
    pattern = _apposition(code)
    found = pattern.match(fold(text, code), end) if pattern else None
    return (found.start("form"), found.end("form")) if found else None


@cache
def _apposition(code: str) -> regex.Pattern[str] | None:
    facts = table("gender").get(code, {})
    if code not in _MEN_ONLY or "man_role" not in facts:
        return None
    roles = [role for role in facts["man_role"].split() if patterns.search(_MEN_ONLY[code], role)]
    articles = "|".join(facts["article"].split())
    words = "|".join(sorted(map(regex.escape, roles), key=len, reverse=True))
    return regex.compile(rf",\s(?:\d+(?:\s\p{{L}}+)?,\s)?(?P<form>(?:(?:{articles})\s)?(?:{words}))(?!\p{{L}})")


@cache
def _being(code: str, gender: Gender) -> regex.Pattern[str] | None:
    if code not in _BE:
        return None
    return regex.compile(
        rf"\s(?:non\s|no\s|não\s|nu\s)?{_BE[code]}\s(?!{_STOP}\b)(?P<form>{_PARTICIPLES[code][gender]})\b"
    )
