"""How often a text denies: negations counted, where "ne ... pas" is one and „niko nije“ one or two."""

from __future__ import annotations

from itertools import pairwise

Span = tuple[int, int]

ONE_DENIAL = 64
"""Characters of a clause within which a word that goes along with a negation is no second one ("ne ... pas", „niko nije“, "nor")."""
BESIDE = 3
"""Characters between two negations that are one word or phrase."""
LED = 14
"""Characters behind a negation in which a word that goes along with it certainly belongs to it."""
_CLAUSE_MARKS = frozenset(",.;:!?…—–、。，；：！？،؛؟।()（）")


def count_most(hard: list[Span], beside: set[Span], concord: set[Span], folded: str) -> int:
    """Every word but those that only go along with the one before ("n'est pas", „senki sem“), or with a negated verb („niko nije“)."""
    led = {
        span
        for last, span in pairwise(hard)
        if span in beside and span[0] - last[1] <= (BESIDE if last in beside else LED)
    }
    count, alone, verb, end = 0, 0, False, 0
    for span in hard:
        if _CLAUSE_MARKS.intersection(folded[end : span[0]]):
            count, alone, verb = count + (0 if verb else alone), 0, False
        end = span[1]
        if span in concord:
            alone += span not in led
        else:
            verb = True
            count += span not in led
    return count + (0 if verb else alone)


def count_denials(hard: list[Span], beside: set[Span], soft: list[Span], folded: str) -> tuple[Span, ...]:
    """The negations that deny by themselves, each with its first word."""
    found: list[Span] = []
    last, complete = (0, -ONE_DENIAL - 1), True
    led = ONE_DENIAL if beside.issuperset(hard) else BESIDE
    for span in hard:
        second = span in beside
        if second and any(_governs(end, span[0], folded, led) for _, end in soft):
            continue  # "without any", « impedir que atacase a nadie »
        reach = ONE_DENIAL if second or not complete else BESIDE
        if not 0 <= span[0] - last[1] <= reach or _CLAUSE_MARKS.intersection(folded[last[1] : span[0]]):
            found.append(span)
            complete = False
        complete = complete or not second
        last = span
    return tuple(found)


def _governs(end: int, start: int, folded: str, reach: int) -> bool:
    """Whether the word that begins there may go along with a word that denies inside, which ends so far before it: in one clause."""
    return 0 <= start - end <= reach and not _CLAUSE_MARKS.intersection(folded[end:start])
