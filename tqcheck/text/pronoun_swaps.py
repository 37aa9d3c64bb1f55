"""He to her for she to him: the pronouns of both sides in their cases, where each side has one man and one woman."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]
SEXES = (("he", "she"), ("she", "he"))


def find_pronoun_swap(source: str, target: str, source_language: str, target_language: str) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source): she acts on him in the source alone, he on her in the translation alone."""
    facts, codes = table("roles"), (table_language(source_language), table_language(target_language))
    texts = fold(source, source_language), fold(target, target_language)
    if any(code not in facts["subject"] for code in codes) or _is_doubtful(texts, codes):
        return None
    for one, two in SEXES:
        ours = _find(texts[0], codes[0], one, two)
        theirs = _find(texts[1], codes[1], two, one)
        if ours and theirs:
            return theirs, ours
    return None


def find_turned_subject(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """An English subject whose only counterpart is an object ("ją"): "she taught her brother" for "the brother taught her".

    Only where the other language has an object's form that is no possessive, and no pronoun of that sex as a subject.
    """
    facts, codes = table("roles"), (table_language(source_language), table_language(target_language))
    if "en" not in codes or codes[0] == codes[1] or not all(code in facts["certain"] or code == "en" for code in codes):
        return None
    english = codes.index("en")
    texts = fold(source, source_language), fold(target, target_language)
    here, there, code = texts[english], texts[1 - english], codes[1 - english]
    if _is_doubtful(texts, codes):
        return None
    for sex in ("he", "she"):
        acts = _acting(sex).search(here)
        suffers = list(compile_words(facts["certain"][code][sex], code).finditer(there))
        subject = compile_words(facts["subject"][code][sex], code).search(there)
        others = list(compile_words(facts["object"]["en"][sex], "en").finditer(here))
        if (
            acts
            and len(suffers) == 1
            and not subject
            and all(acts.start() < found.start() < acts.end() for found in others)
        ):
            spans = acts.span(), suffers[0].span()
            return (spans[1], spans[0]) if english == 0 else spans
    return None


@cache
def _acting(sex: str) -> regex.Pattern[str]:
    """An English pronoun, a verb from one person to another, and somebody of the pronoun's own: "she taught her elder brother"."""
    verbs = "|".join(str(table("roles")["transitive"]).split())
    own = "his" if sex == "he" else "her"
    return regex.compile(
        rf"(?<!\p{{L}}){sex}\s(?:had\s|has\s|also\s|later\s|never\s)?(?:{verbs})\s(?:(?:{own}|the|an?|their)\s)(?:\p{{L}}+\s){{0,2}}?\p{{L}}+"
    )


def _find(text: str, code: str, acts: str, suffers: str) -> Span | None:
    """From the one who acts to the one acted on; None where the text has another pronoun of either."""
    subject, thing = table("roles")["subject"][code], table("roles")["object"][code]
    found = [list(compile_words(words, code).finditer(text)) for words in (subject[acts], thing[suffers])]
    against = [list(compile_words(words, code).finditer(text)) for words in (subject[suffers], thing[acts])]
    if len(found[0]) != 1 or len(found[1]) != 1 or any(against):
        return None
    spans = sorted((found[0][0].span(), found[1][0].span()))
    return spans[0][0], spans[1][1]


def _is_doubtful(texts: tuple[str, str], codes: tuple[str, str]) -> bool:
    """Whether a passive or a verb whose feeler is no subject may turn the cases round."""
    facts = table("roles")
    return any(
        bool(compile_words(str(facts[kind].get(code, "")), code).search(text))
        for text, code in zip(texts, codes, strict=True)
        for kind in ("agents", "shy")
    )
