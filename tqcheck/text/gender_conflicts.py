"""Persons whose gender the translation changes: the source speaks of a woman alone, the translation of a man alone, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tqcheck.text.gender import (
    OTHER_GENDER,
    Gender,
    Signs,
    Span,
    has_gendered_things,
    may_hide,
    names_neuter,
    read_signs,
    speaks_of_bodies,
    speaks_of_things,
)
from tqcheck.text.pronoun_counts import find_turned_pronoun

_COUNTED = 0.83
"""Strength of a pronoun that is one too many, where those of the other sex are all missing."""


@dataclass(frozen=True, slots=True)
class GenderConflict:
    """A pronoun of the translation against the source's: places, the gender expected, raw strength 0-1."""

    start: int
    end: int
    source: Span
    expected: Gender
    strength: float


def find_gender_conflicts(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[GenderConflict]:
    """Conflicts of a sentence pair; at most one, at the pronoun that stands most nearly where the source's does."""
    given = {gender: read_signs(source, source_language, gender) for gender in OTHER_GENDER}
    said = {gender: read_signs(target, target_language, gender) for gender in OTHER_GENDER}
    for gender, other in OTHER_GENDER.items():
        ours, against, kept, wrong = given[gender], given[other], said[gender], said[other]
        if ours is None or against is None or kept is None or wrong is None:
            return
        found = wrong.pronouns if ours.verbs else tuple(span for span in wrong.pronouns if span not in wrong.verbs)
        if not found or against.pronouns or against.nouns or against.names:
            continue
        if kept.pronouns and (has_gendered_things(target_language) or may_hide(source, source_language, other)):
            continue
        strength = _strength(
            ours, replace(wrong, verbs=wrong.verbs if ours.verbs else ()), source_language, target_language
        )
        agrees = all(span in wrong.verbs for span in found) or not (ours.persons or ours.nouns or ours.names)
        if agrees and (speaks_of_bodies(target, target_language) or speaks_of_bodies(source, source_language)):
            continue  # "policija je rekla": the verb agrees with the police
        spoken = bool(ours.verbs and wrong.verbs)  # "he said" and "she said" are never of a thing
        if not strength or (not spoken and _may_be_thing(source, target, source_language, target_language)):
            continue
        place = ours.pronouns[0]
        near = min(found, key=lambda span: abs(span[0] / len(target) - place[0] / len(source)))
        yield GenderConflict(*near, place, gender, strength - 0.1 * bool(kept.pronouns))
        return
    turned = find_turned_pronoun(source, target, source_language, target_language)
    if turned:
        yield GenderConflict(turned.start, turned.end, turned.source, turned.gender, _COUNTED)


def _strength(ours: Signs, wrong: Signs, source_language: str, target_language: str) -> float:
    """0 where the source's pronoun may be of a thing; more where both sides say it twice or a noun or name says it too."""
    things = has_gendered_things(source_language), has_gendered_things(target_language)
    if not (ours.persons or ours.verbs if things[0] else ours.pronouns):
        return 0.0
    strength = 0.9 - 0.05 * sum(things)
    if things[1] and not wrong.persons and not wrong.verbs:
        strength -= 0.1  # "his" may be the plan's
    sure = len(ours.pronouns) > 1 or bool(ours.nouns or ours.names)
    return round(strength + 0.03 * sure + 0.02 * (len(wrong.pronouns) > 1), 3)


def _may_be_thing(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Whether a pronoun of one side may stand for what the other side calls "it"."""
    return (
        (has_gendered_things(target_language) and speaks_of_things(source, source_language))
        or (has_gendered_things(source_language) and speaks_of_things(target, target_language))
        or names_neuter(target, target_language)
    )
