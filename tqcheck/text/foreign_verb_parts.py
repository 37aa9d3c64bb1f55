"""The part somebody has in what a verb of a language other than English tells: by case, particle, preposition, or place beside the verb."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.case_forms import has_cases, part_by_case
from tqcheck.text.english_verb_parts import ACTS, SUFFERS
from tqcheck.text.mentions import Mention
from tqcheck.text.role_marks import has_passive, is_ordered, marks_of
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
APART, APART_UNSPACED = 45, 10
"""Characters between the two, at most."""
AROUND = 25
"""Characters around them in which a language may say that it is a passive."""
_GENITIVE = frozenset({"fr", "es", "pt", "it", "ro", "nl", "el", "zh", "fa", "de"})
"""Languages whose "from" is an "of" as well."""

_POSTPOSED = frozenset({"ja", "ko", "hi", "fa", "zh", "de", "hu"})
"""Languages that say "to" behind the noun, or before a verb at the end."""


def foreign_part(text: str, noun: Mention, senses: frozenset[str], verb: Span, language: str) -> str:
    """`ACTS`, `SUFFERS` or "" of a noun, with the headwords that it renders, beside a verb."""
    code, place = table_language(language), noun.other
    first, second = sorted((place, verb))
    gap = text[first[1] : second[0]]
    if len(gap) > (APART_UNSPACED if code in UNSPACED else APART) or regex.search(
        r"[.,;:!?。！？،؟、，“”«»\"()—–।]", gap
    ):
        return ""
    if not _is_finite(text[slice(*verb)].lower(), code) or (text[verb[0]].isupper() and code == "de"):
        return ""
    marks = set(_marks(text, noun, senses, language))
    around = (3, 6) if code in UNSPACED else (AROUND, AROUND)
    clause = text[max(0, first[0] - around[0]) : second[1] + around[1]]
    if "X" in marks or "NOT" in marks or "WITH" in marks:
        return ""
    if has_passive(clause, language):
        return ACTS if "BY" in marks and not marks & {"S", "O"} else ""
    if place < verb and marks & {"TO", "FROM"} and not has_cases(language) and code not in _POSTPOSED:
        return ""  # "he worked on a system that beat": the preposition belongs to another verb
    return _by_marks(marks, code) or _by_order(text, place, verb, marks, language)


def _marks(text: str, noun: Mention, senses: frozenset[str], language: str) -> frozenset[str]:
    marks = marks_of(text, noun, language)
    if not has_cases(language) or noun.name or not senses:
        return marks
    before = marks & {"X", "NOT", "WITH"} or _governed(text, noun.other, language)
    part = part_by_case(noun.words[1], senses, language, noun.person)
    return before | ({part} if part else {"S", "O"})


def _governed(text: str, place: Span, language: str) -> frozenset[str]:
    """X where one of the language's prepositions stands before the noun, or one word further."""
    facts = table("role_marks")[table_language(language)].get("before", {})
    words = {word for listed in facts.values() for word in listed.split()} - set(str(facts.get("NOT", "")).split())
    before = fold(text, language)[: place[0]].split()[-2:]
    return frozenset("X") if words & set(before) else frozenset()


def _by_marks(marks: set[str], code: str) -> str:
    if marks == {"S"}:
        return ACTS
    suffering = marks - {"BY", "THAN"}
    if suffering and suffering <= {"O", "TO", "FROM"} - ({"FROM"} if code in _GENITIVE else set()):
        return SUFFERS
    return ""


def _by_order(text: str, place: Span, verb: Span, marks: set[str], language: str) -> str:
    """Beside the verb, in languages of a firm order; where nothing marks the noun."""
    code = table_language(language)
    if marks != {"S", "O"} or not is_ordered(language) or code in ("ja", "ko", "hi", "tr", "fa", "ar", "de", "he"):
        return ""
    folded = fold(text, language)
    if place < verb:
        if code == "zh" and regex.search(r"[给对向跟和与把被比为让替由]\p{L}{0,3}$", text[: place[0]]):
            return ""
        between, form = folded[place[1] : verb[0]].strip(), folded[slice(*verb)]
        words = between.replace("l' ", "l'").split() if code not in UNSPACED else [between] if between else []
        helpers = _words("helpers", code)
        bare = not words and form.endswith(tuple(_words("participles", code)))
        return ACTS if not bare and all(word in helpers for word in words) else ""
    if code == "zh" and place[0] - verb[1] <= 2:
        return SUFFERS
    return ""


@cache
def _words(name: str, code: str) -> frozenset[str]:
    return frozenset(str(table("verb_roles")[name].get(code, "")).replace("_", " ").split())


@cache
def _endings(code: str) -> tuple[str, ...]:
    return tuple(str(table("verb_roles")["finite"].get(code, "")).split())


def _is_finite(word: str, code: str) -> bool:
    endings = _endings(code)
    return not endings or word.endswith(endings)
