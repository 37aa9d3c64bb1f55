"""Whose relative or servant somebody is, exchanged: "the minister's brother" → « le ministre du frère ».

English names the owner first ("the minister's brother") or last ("the brother of the minister"); the other language has an order of
its own, and a sign between the two or on one of them: `data/owner_orders.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from tqcheck.text import patterns
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.mentions import Mention, find_mentions
from tqcheck.text.overlaps import joined
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_OWNS = r"['’]s?\s(?:\p{L}+\s)?"
_OF = r"\sof\s(?:(?:the|his|her|its|their|our|my|an?)\s)(?:\p{L}+\s)?"
_MAY_OWN = regex.compile(r"['’]s?\s\p{L}|\sof\s")


def find_owner_exchange(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of two persons of whom the wrong one is the other's."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None or table_language(pair.language) not in table("owner_orders") or not _MAY_OWN.search(pair.english):
        return None
    for owner, owned in _owners(pair):
        if _is_turned(owner, owned, pair):
            return pair.places(joined(owner.english, owned.english), joined(owner.other, owned.other))
    return None


def _owners(pair: EnglishSide) -> Iterator[tuple[Mention, Mention]]:
    """(owner, owned) persons that stand side by side in the English text; nobody is asked for where none may."""
    folded = fold(pair.english, "en")
    people = find_mentions(pair.english, pair.other, pair.language)
    if len(people) < 2:
        people = [item.mention for item in find_parties(pair.english, pair.other, pair.language) if item.listed]
    for one, two in pairwise(people):
        gap = folded[one.english[1] : two.english[0]]
        if patterns.fullmatch(_OWNS, gap) and not two.name:
            yield one, two
        elif patterns.fullmatch(_OF, gap) and not one.name:
            yield two, one


def _is_turned(owner: Mention, owned: Mention, pair: EnglishSide) -> bool:
    """Whether the other language says that the owner is whose the owned is."""
    facts = table("owner_orders")[table_language(pair.language)]
    first, second = (owned, owner) if facts["owner"] == "first" else (owner, owned)  # as they would stand exchanged
    if first.other > second.other:
        return False
    text = fold(pair.other, pair.language)
    gap = text[first.other[1] : second.other[0]]
    return bool(_sign(table_language(pair.language)).fullmatch(gap)) and not _is_half(
        text, first.other[0], second.other[1], pair
    )


def _is_half(text: str, start: int, end: int, pair: EnglishSide) -> bool:
    """Whether a further owner follows or precedes: 部长的弟弟的司机."""
    sign, code = _sign(table_language(pair.language)), table_language(pair.language)
    letters = r"[\p{L}\p{M}]+" if code not in UNSPACED else r"\p{L}{0,4}"
    return bool(regex.search(letters + sign.pattern + "$", text[max(0, start - 30) : start])) or bool(
        regex.match(sign.pattern + letters, text[end : end + 30])
    )


@cache
def _sign(code: str) -> regex.Pattern[str]:
    return regex.compile(str(table("owner_orders")[code]["sign"]))
