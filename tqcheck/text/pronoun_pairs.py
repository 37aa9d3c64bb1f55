"""He and she around one verb, exchanged: "he sued her" for „sie verklagte ihn“, by what stands beside the verb, not by the whole pair.

A subject that is left out is read off the verb: "oskarżył ją" has a man accuse a woman.
"""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.english_pronoun_verbs import read_pronoun_pairs
from tqcheck.text.english_side import english_side
from tqcheck.text.passive_agents import has_passive
from tqcheck.text.pronoun_swaps import SEXES
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]


def find_pronoun_pair_swap(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source); None where English has both directions, or the other side has the right one."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    english, other, language = pair.english, pair.other, pair.language
    here = read_pronoun_pairs(english)
    if not here or len({acts for acts, _ in here}) > 1:
        return None
    acts, place = here[0]
    suffers = "she" if acts == "he" else "he"
    there, right = _find(other, language, suffers, acts), _find(other, language, acts, suffers)
    if there is None or right is not None or has_passive(other[slice(*there)], language):
        return None
    return pair.places(place, there)


def _find(text: str, language: str, acts: str, suffers: str) -> Span | None:
    pattern = _pattern(table_language(language), acts, suffers)
    found = pattern.search(fold(text, language)) if pattern else None
    return found.span() if found else None


@cache
def _pattern(code: str, acts: str, suffers: str) -> regex.Pattern[str] | None:
    """The two pronouns in their cases with a verb beside them, or a past tense of one sex and a pronoun of the other."""
    facts, options = table("roles"), list[str]()
    shared = str(table("verb_roles")["him"].get(code, {}).get(suffers, ""))
    object_ = "|".join(shared.split())
    if not object_ or (acts, suffers) not in SEXES:
        return None
    subject = "|".join(str(facts["subject"].get(code, {}).get(acts, "")).split())
    word = r"(?:\p{L}+\s)"
    if subject:
        options.append(rf"(?:{subject})\s{word}{{0,2}}(?:{object_})")
    past = "|".join(str(table("verb_roles")["past"].get(code, {}).get(acts, "")).split())
    if past:
        options += [rf"\p{{L}}{{2,}}(?:{past})\s(?:{object_})", rf"(?:{object_})\s{word}?\p{{L}}{{2,}}(?:{past})"]
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(options)})(?!\p{{L}})") if options else None
