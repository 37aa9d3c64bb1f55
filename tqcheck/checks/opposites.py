"""Rule witness of TQ601: the translation says the opposite, or another value of the same kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.checks.linked_opposites import find_linked
from tqcheck.model import Hit, Link, Pair
from tqcheck.text.concept_search import count_named, find_senses
from tqcheck.text.masks import blank
from tqcheck.text.opposites import Opposition, find_oppositions, may_name
from tqcheck.text.overlaps import meets, overlap

_FIRM_LINK = 0.6
"""Strength of a link between words that is evidence of what renders what."""
_LOUD = 0.8
"""Raw strength from which an opposition is a major error."""


def find_opposites(pair: Pair) -> Iterator[Hit]:
    """Words of the translation that say another value than the source: "at most" for "at least", "sister" for "niece".

    Why: one word turns a figure, a right or a family around, and the sentence reads as well as before.

    Bad: "at least 40 people" → „höchstens 40 Menschen“; «siostrzenica» → "daughter"; 「輸入」→ "exports"

    Good: "not less than 40" → „mindestens 40“; "fell by 40 %" → „40 % weniger“; "he must not go" → „er darf nicht gehen“

    How: a lexicon files the words of 31 languages under the values of 121 axes (least | most, before | after, mother | father, ...). A pair
    is a finding when exactly one value of the source is nowhere in the translation and exactly one other of its axis stands there instead;
    words that may say the missing value, names ("North Korea") and negations nearby speak against it, and so does a back-translation
    that has the missing value. Bounds of a figure (at least, more than, above, over half) are compared across their axes, by which way
    they point, where neither side denies. Where word links are known, a pair of linked words of two values is one as well, though the
    sentence names the axis elsewhere.

    Limits: only what the lexicon holds; ambiguous words (to fall, left, over) are not in it, and a sentence with both values passes.
    """
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    seen = list[tuple[int, int]]()
    for found in find_oppositions(source, target, pair.source_language, pair.target_language):
        strength = _strength(pair, found)
        if strength is not None:
            seen.append(found.target)
            yield _hit(found, strength, source, target)
    for found in find_linked(pair):
        if not any(overlap(found.target, place) for place in seen) and not _comes_back(pair, found):
            seen.append(found.target)
            yield replace(_hit(found, found.strength, source, target), witness="linked-opposite")


def _strength(pair: Pair, found: Opposition) -> float | None:
    """Raw strength: of the axis, nearer to 1 where another witness agrees; None where one contradicts."""
    back = pair.evidence.back
    agrees = False
    if back is not None and back.diagnostics.sound and not back.gloss:
        if _comes_back(pair, found):
            return None
        agrees = may_name(back.text, back.language, found.axis, found.said, firm=True)
    links = [link for link in pair.evidence.links or () if link.strength >= _FIRM_LINK]
    if any(_touches(link, found) for link in links):
        agrees = True
    elif _renders_another_word(_of_others(pair, links, found), found):
        return None
    return round(1 - (1 - found.strength) / 2, 3) if agrees else found.strength


def _comes_back(pair: Pair, found: Opposition) -> bool:
    """Whether a sound back-translation has the value that is missing, as often as the source has it: "each" is not "both"."""
    back = pair.evidence.back
    if back is None or back.gloss or not back.diagnostics.sound or pair.source is None:
        return False
    if not may_name(back.text, back.language, found.axis, found.meant, firm=True):
        return False
    source = blank(pair.source.text, pair.source.marks)
    sense = found.axis, found.meant
    return count_named(back.text, back.language, *sense) >= count_named(source, pair.source_language, *sense)


def _of_others(pair: Pair, links: list[Link], found: Opposition) -> list[Link]:
    """The links but those to words of the source that say what the translation says: links seek such words out, wherever they stand."""
    source = blank(pair.source.text, pair.source.marks) if pair.source else ""
    same = [
        (word.start, word.end)
        for word in find_senses(source, pair.source_language)
        if (word.sense.axis, word.sense.value) == (found.axis, found.said)
    ]
    return [link for link in links if not meets((link.source.start, link.source.end), same)]


def _touches(link: Link, found: Opposition) -> bool:
    """Whether a link joins the two words."""
    return overlap((link.source.start, link.source.end), found.source) and overlap(
        (link.target.start, link.target.end), found.target
    )


def _renders_another_word(links: list[Link], found: Opposition) -> bool:
    """Whether every word of the translation's value is linked to source words elsewhere."""
    linked = [link for link in links if overlap((link.target.start, link.target.end), found.target)]
    covered = sum(link.target.end - link.target.start for link in linked)
    return covered >= 0.8 * (found.target[1] - found.target[0])


def _hit(found: Opposition, strength: float, source: str, target: str) -> Hit:
    meant, said = source[slice(*found.source)], target[slice(*found.target)]
    return Hit(
        start=found.target[0],
        end=found.target[1],
        source=found.source,
        message=f"The source says “{meant}”, the translation “{said}”.",
        severity="major" if strength >= _LOUD else "minor",
        confidence=strength,
        evidence=(("source", meant),),
        witness="opposite",
    )
