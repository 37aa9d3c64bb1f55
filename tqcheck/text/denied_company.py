"""What is had in the translation and not in the source: "without the owner's consent" as "with the owner's consent".

Counting words that deny fails where the sentence denies elsewhere too; the dictionary finds the noun, and the word before it tells.
"""

from __future__ import annotations

import regex

from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.negation import Polarity, Span
from tqcheck.text.overlaps import meets
from tqcheck.text.polarity_sides import VERB_LAST, Flip
from tqcheck.text.rendered_words import SUFFIXED, Side
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

CONCEPT = "without"
REACH = 32
"""Characters between "without" and its noun, at most."""
BETWEEN = regex.compile(r"(?:\s+[\p{L}\p{M}'’-]+){0,3}\s*")
"""What may stand between "with" and its noun: articles, owners, adjectives."""


def find_company(left: Side, right: Side) -> Flip | None:
    """A noun that one side has and the other lacks by its preposition; None where no dictionary holds the two languages."""
    ours, theirs = _places(left[0]), _places(right[0])
    if len(ours) == len(theirs):
        return None
    here, there, places = (left, right, ours) if len(ours) > len(theirs) else (right, left, theirs)
    words = str(table("with_words").get(table_language(there[2]), ""))
    if not words or table_language(here[2]) in VERB_LAST | SUFFIXED:
        return None
    mine, other = read_both(here[1:], there[1:])
    for place in places:
        if _has(place, mine, other, there, words):
            return Flip(here is left, place, "worded")
    return None


def _places(side: Polarity) -> list[Span]:
    return [(item.start, item.end) for item in (*side.meant, *side.answers) if CONCEPT in item.concepts]


def _has(place: Span, ours: list[Reading], theirs: list[Reading], there: Side, words: str) -> bool:
    """Whether the other side, once, has the noun behind a place, and "with" before it."""
    folded = fold(there[1], there[2])
    noun = next((one for one in ours if 0 <= one[0] - place[1] <= REACH and _names(one)), None)
    if noun is None:
        return False
    same = [one for one in theirs if not one[2].isdisjoint(noun[2])]
    if len(same) != 1:
        return False
    ends = [found.end() for found in compile_words(words, there[2]).finditer(folded) if found.end() <= same[0][0]]
    if not ends or not BETWEEN.fullmatch(folded, ends[-1], same[0][0]):
        return False
    denying = (*there[0].hard, *there[0].soft, *there[0].faint)
    return not meets((ends[-1], same[0][0]), denying)


def _names(reading: Reading) -> bool:
    """Whether a word says enough to be found again."""
    return not reading[2] & frozenset(str(table("denied_words")["en"]["light"]).split())
