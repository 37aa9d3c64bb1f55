"""An English woman whose verbs, or whose trade, are a man's in the translation: "the neighbour said that she ..." → „Sąsiad powiedział“."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.gender import Signs, Span, read_signs
from tqcheck.text.participants import find_persons
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

_SHE_ACTED = (
    r"\bshe\s(?:\p{L}+ly\s|also\s|later\s|never\s|then\s)?(?:had|was|would|\p{L}{2,}ed|came|went|saw|knew|took|gave|left|lost|won|"
    r"found|wrote|made|said|told|got|did|kept|met|sold|bought|read|ran|began|became|felt|grew|lived|spent|fell|fled|spoke|taught|thought|"
    r"brought|built|paid|sent)\b"
)
_NOBODY = r"\b(?:nobody|no\sone|none|anyone|anybody|everyone|everybody|someone|somebody|who)\b"
"""Words whose verbs are a man's in most languages."""
_TRADE = r"^(?:the|a|our|my)\s(\p{L}{2,}(?:er|or|ist|ian|guide))\s"
_OWN = (
    r"\b(?:the|a|our|my|their)\s(?:new\s|young\s|old\s)?{person}\s(?:\p{{L}}+\s)?\p{{L}}+(?:\s\p{{L}}+){{0,5}}\sher\b"
)
"""Somebody at the beginning of an English sentence who does something with what is hers."""


def find_her_as_him(source: str, target: str, source_language: str, target_language: str) -> tuple[Span, Span] | None:
    """(place in the translation, place of the English pronoun): a sentence whose only person is a woman, in forms of a man alone."""
    code = table_language(target_language)
    if table_language(source_language) != "en":
        return None
    woman, man = read_signs(source, "en", "female"), read_signs(source, "en", "male")
    if woman is None or man is None or man.pronouns or man.nouns or man.names:
        return None
    pronoun = None if patterns.search(_NOBODY, fold(source, "en")) else _speaks_of_her(source)
    said = _read(target, target_language)
    if pronoun is None or said is None or said[1].pronouns or said[1].nouns:
        return None
    found = _mans_verb(target, code) or _mans_trade(target, code, source)
    return (found, pronoun) if found else None


def _read(target: str, language: str) -> tuple[Signs, Signs] | None:
    male, female = read_signs(target, language, "male"), read_signs(target, language, "female")
    return (male, female) if male and female else None


def _speaks_of_her(source: str) -> Span | None:
    """The pronoun, where she is the subject of a verb, or where the one who acts first is the one whose things are hers."""
    folded = fold(source, "en")
    acted = patterns.search(_SHE_ACTED, folded)
    if acted:
        return acted.start(), acted.start() + len("she")
    persons = find_persons(source) or [match.span(1) for match in patterns.finditer(_TRADE, folded)]
    if len(persons) != 1 or patterns.search(r"\p{Lu}\p{Ll}+", source[1:]):
        return None  # "her" may be anybody's who is named
    found = patterns.match(_OWN.format(person=regex.escape(folded[slice(*persons[0])])), folded)
    return (found.end() - len("her"), found.end()) if found else None


def _mans_verb(target: str, code: str) -> Span | None:
    """The first verb of a man, where none is a woman's."""
    facts = table("gender").get(code, {})
    if "past_he" not in facts:
        return None
    folded = fold(target, code)
    if compile_words(facts["past_she"], code).search(folded) or compile_words(facts.get("woman_role", ""), code).search(
        folded
    ):
        return None
    nouns = compile_words(facts.get("no_verbs", ""), code)
    found = next(
        (
            match
            for match in compile_words(facts["past_he"], code).finditer(folded)
            if not nouns.fullmatch(match[0]) and not _is_governed(folded[match.end() :], facts.get("governs", ""))
        ),
        None,
    )
    return found.span() if found else None


def _is_governed(rest: str, words: str) -> bool:
    """Whether a postposition follows, which no verb has: सुनीता ने."""
    return bool(words) and any(rest.startswith(f" {word} ") for word in words.split())


def _mans_trade(target: str, code: str, source: str) -> Span | None:
    """A masculine article before a trade, where the English subject is the same woman: "le ministre"."""
    pattern = _trades(code)
    if pattern is None or not find_persons(source):
        return None
    found = list(pattern.finditer(fold(target, code)))
    return found[0].span() if len(found) == 1 and found[0].start() == 0 else None


@cache
def _trades(code: str) -> regex.Pattern[str] | None:
    facts = table("gender").get(code, {})
    if "man_role" not in facts or code == "de":
        return None
    articles, roles = ("|".join(regex.escape(word) for word in facts[key].split()) for key in ("article", "man_role"))
    return regex.compile(
        rf"(?<!\p{{L}})(?:{articles})\s(?:(?:novo|nuevo|nouveau|nuovo|jeune|joven|jovem|giovane)\s)?(?:{roles})(?!\p{{L}})"
    )
