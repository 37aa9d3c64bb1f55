"""Rule witness of TQ601: who did what to whom, or what is whose, exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.companion_swaps import find_companion_swap
from tqcheck.text.figure_swaps import find_figure_swap
from tqcheck.text.masks import blank
from tqcheck.text.parts_of import find_impossible_part
from tqcheck.text.pronoun_swaps import find_pronoun_swap, find_turned_subject
from tqcheck.text.relative_swaps import find_relative_swap
from tqcheck.text.role_swaps import find_role_swap

_PARTIES, _PRONOUNS, _COMPANIONS, _FIGURES, _PARTS = 0.85, 0.85, 0.8, 0.9, 0.92


def swapped_roles(pair: Pair, context: Context) -> Iterator[Hit]:
    """Two participants whose roles, or two figures whose places, the translation exchanges."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    texts = source, target, pair.source_language, pair.target_language
    witnesses = (
        (_PARTIES, partial(find_role_swap, lexical=pair.evidence.lexical or ())),
        (_PRONOUNS, find_pronoun_swap),
        (_PRONOUNS, find_turned_subject),
        (_PRONOUNS, find_relative_swap),
        (_COMPANIONS, find_companion_swap),
    )
    for strength, find in witnesses:
        found = find(*texts)
        if found:
            said = source[slice(*found[1])]
            message = f"Who does it to whom is exchanged: the source has “{said}”."
            yield _hit(found[0], found[1], message, strength, "roles", said)
            return
    swapped = find_figure_swap(*texts)
    if swapped:
        said = source[slice(*swapped[1])]
        yield _hit(*swapped, f"The figures changed places: the source has “{said}”.", _FIGURES, "places", said)
    part = find_impossible_part(*texts)
    if part:
        yield _hit(
            part, None, "The part is larger than the whole: the two figures changed places.", _PARTS, "places", ""
        )


def _hit(
    place: tuple[int, int], source: tuple[int, int] | None, message: str, strength: float, witness: str, said: str
) -> Hit:
    return Hit(
        start=place[0],
        end=place[1],
        source=source,
        message=message,
        severity="critical" if witness == "roles" else "major",
        confidence=strength,
        evidence=(("source", said),) if said else (),
        witness=witness,
    )
