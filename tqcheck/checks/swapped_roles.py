"""Rule witness of TQ601: who did what to whom, exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.masks import blank
from tqcheck.text.pronoun_swaps import find_pronoun_swap, find_turned_subject
from tqcheck.text.role_swaps import find_role_swap

_PARTIES, _PRONOUNS = 0.85, 0.85


def swapped_roles(pair: Pair, context: Context) -> Iterator[Hit]:
    """Two participants whose roles the translation exchanges."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    texts = source, target, pair.source_language, pair.target_language
    witnesses = ((_PARTIES, find_role_swap), (_PRONOUNS, find_pronoun_swap), (_PRONOUNS, find_turned_subject))
    for strength, find in witnesses:
        found = find(*texts)
        if found:
            (start, end), place = found
            said = source[slice(*place)]
            yield Hit(
                start=start,
                end=end,
                source=place,
                message=f"Who does it to whom is exchanged: the source has “{said}”.",
                severity="critical",
                confidence=strength,
                evidence=(("source", said),),
                witness="roles",
            )
            return
