"""Rule witness of TQ601: who did what to whom, or what is whose, exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.companion_swaps import find_companion_swap
from tqcheck.text.denied_contrasts import find_denied_contrast
from tqcheck.text.figure_swaps import find_figure_swap
from tqcheck.text.masks import blank
from tqcheck.text.parts_of import find_impossible_part
from tqcheck.text.pronoun_noun_swaps import find_pronoun_noun_swap
from tqcheck.text.pronoun_swaps import find_pronoun_swap, find_turned_subject
from tqcheck.text.relative_swaps import find_relative_swap
from tqcheck.text.role_swaps import find_role_swap
from tqcheck.text.verb_role_swaps import find_verb_role_swap

_TURNED, _VERB, _DENIED = 0.6, 0.5, 0.6
"""Of 10,000 sound pairs none is taken for one of the first; of the others one."""
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
    links = pair.evidence.lexical or ()
    for witness, strength, find_by_links, wording in (
        ("turned", _TURNED, find_pronoun_noun_swap, "Who does it to whom is exchanged: the source has “{}”."),
        ("verb", _VERB, find_verb_role_swap, "Who does it to whom is exchanged: the source has “{}”."),
        (
            "denied",
            _DENIED,
            find_denied_contrast,
            "What is meant and what is denied are exchanged: the source has “{}”.",
        ),
    ):
        found = find_by_links(*texts, links)
        if found:
            said = source[slice(*found[1])]
            yield _hit(*found, wording.format(said), strength, witness, said)
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
        severity="critical" if witness in ("roles", "turned", "verb") else "major",
        confidence=strength,
        evidence=(("source", said),) if said else (),
        witness=witness,
    )
