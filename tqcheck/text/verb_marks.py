"""Whether a language other than English gives somebody beside a verb another part than English does: `data/verb_parts.toml`."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.case_forms import has_cases
from tqcheck.text.mentions import Mention, is_body, may_act
from tqcheck.text.passive_agents import has_passive
from tqcheck.text.role_marks import marks_of_party
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_BREAK = regex.compile(r"[.,;:!?。！？،؟、，「」『』“”„«»\"()—–।\n]")
_NEAR = 60
"""Characters between the verb and the noun in the other language, at most."""
_ACCUSING = frozenset({"es"})
"""Languages that write a preposition before every person known who is acted on."""
_BY_WHOM = regex.compile(r"(?:[оеё][йюм]|[ая]ми|ою|ею)$")
"""Ends of Slavic nouns by whom something is done: «построенный компанией»."""
_MODIFIER = 4
"""Characters of a Chinese word before the one who is acted on, at most."""


def is_near(noun: Span, verb: Span, other: str) -> bool:
    """Whether a noun and a verb of the other language may belong together: nothing breaks the text between them."""
    first, second = sorted((noun, verb))
    return second[0] - first[1] <= _NEAR and not _BREAK.search(other[first[1] : second[0]])


def contradicts(told: str, mention: Mention, senses: frozenset[str], verb: Span, other: str, language: str) -> bool:
    """Whether the other language gives the noun the other part of the verb; `told` = "acts" or "suffers", what English says."""
    first, second = sorted((mention.other, verb))
    gap = other[first[1] : second[0]]
    seen = _by_participle(gap, verb, mention.other, other, language)
    if seen:
        return seen != told
    if patterns.search(_also(language), fold(gap, language)):
        return False
    marks = set(marks_of_party(other, mention, senses, language))
    if has_cases(language) and (mention.name or (told == "acts" and mention.plural)):
        return False  # a surname has endings of its own, and numbers have a genitive behind them: «подписали 640 сотрудников»
    start, end = clause_of(other, mention.other)
    clause = other[start:end]
    if told == "acts":
        return _suffers(marks, mention, gap, verb, clause, language)
    if has_passive(clause, language):
        return "BY" in marks and not marks & {"S", "O", "X"}
    return marks == {"S"} or (marks == {"S", "O"} and _acts(mention, gap, verb, other, language))


def _suffers(marks: set[str], mention: Mention, gap: str, verb: Span, clause: str, language: str) -> bool:
    """Whether the noun is acted on."""
    if marks and marks <= {"O"}:
        return True
    if has_passive(clause, language):
        return False
    if marks == {"O", "TO"}:
        return may_act(mention)
    return marks == {"S", "O"} and table_language(language) == "zh" and _is_behind(gap, verb, mention.other, clause)


def _is_behind(gap: str, verb: Span, noun: Span, clause: str) -> bool:
    """Whether a Chinese noun stands right behind the verb, and somebody else before it."""
    return verb[1] <= noun[0] and len(gap) <= _MODIFIER and not regex.search(r"[的了过着给在]", gap) and len(clause) > 8


def _acts(mention: Mention, gap: str, verb: Span, other: str, language: str) -> bool:
    """Whether an unmarked noun acts: right before the verb, or without the preposition of those who are acted on."""
    code = table_language(language)
    if code in _ACCUSING and _is_known_person(mention) and verb[1] <= mention.other[0]:
        return bool(regex.fullmatch(r"\s(?:el|la|los|las|su|sus|este|esta)\s(?:ex\s|propi[oa]\s)?", gap))
    return _is_subject(gap, mention.other < verb, other[slice(*verb)], language)


def _is_known_person(mention: Mention) -> bool:
    return mention.person and not mention.name and not is_body(mention.words[0])


def _is_subject(gap: str, noun_first: bool, verb: str, language: str) -> bool:
    """Whether an unmarked noun stands right before the verb, where a language of a firm order has the one who acts."""
    code = table_language(language)
    helpers = _helpers(code)
    if not noun_first or not helpers:
        return False
    if code == "zh":
        return len(gap) <= 3 and (not gap or gap in helpers)
    words = fold(gap, language).split()
    participles = tuple(str(table("verb_roles")["participles"].get(code, "")).split())
    if not words and participles and verb.lower().endswith(participles):
        return False  # "le maire accusé de …"
    return len(words) <= 2 and all(word in helpers for word in words)


def _by_participle(gap: str, verb: Span, noun: Span, other: str, language: str) -> str:
    """The part of a noun right behind a participle of the verb: "saved", «спасённый», 구조된; "" elsewhere."""
    if verb[1] > noun[0] or gap.strip() or _BY_WHOM.search(other[slice(*noun)]):
        return ""
    for part in ("suffers", "acts"):
        pattern = _participle(part, table_language(language))
        if pattern is not None and pattern.fullmatch(fold(other[verb[0] : noun[0]], language).strip()):
            return part
    return ""


@cache
def _participle(part: str, code: str) -> regex.Pattern[str] | None:
    ends = str(table("verb_parts")[f"participle_{part}"].get(code, "")).split()
    return regex.compile(rf".+(?:{'|'.join(ends)})") if ends else None


def clause_of(text: str, place: Span) -> Span:
    """The stretch without punctuation around a place."""
    start = max((match.end() for match in _BREAK.finditer(text[: place[0]])), default=0)
    after = _BREAK.search(text[place[1] :])
    return start, place[1] + after.start() if after else len(text)


@cache
def _also(language: str) -> str:
    """Words that begin another clause or another noun between the two."""
    words = str(table("verb_parts")["clause"].get(table_language(language), "")).split()
    return rf"(?<!\p{{L}})(?:{'|'.join(words)})(?!\p{{L}})" if words else "(?!)"


@cache
def _helpers(code: str) -> frozenset[str]:
    return frozenset(str(table("verb_parts")["helpers"].get(code, "")).split())
