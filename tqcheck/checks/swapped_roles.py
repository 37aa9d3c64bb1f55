"""Rule witness of TQ601: who did what to whom, or what is whose, exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from tqcheck.model import Hit, Link, Pair, Span
from tqcheck.registry import Context
from tqcheck.text.companion_swaps import find_companion_swap
from tqcheck.text.compared_swaps import find_compared_swap
from tqcheck.text.denied_contrasts import find_denied_contrast
from tqcheck.text.exchanged_values import find_exchanged_values
from tqcheck.text.figure_swaps import find_figure_swap
from tqcheck.text.masks import blank
from tqcheck.text.opening_parts import find_opening_part
from tqcheck.text.owner_exchanges import find_owner_exchange
from tqcheck.text.parts_of import find_impossible_part
from tqcheck.text.pronoun_noun_swaps import find_pronoun_noun_swap
from tqcheck.text.pronoun_pairs import find_pronoun_pair_swap
from tqcheck.text.pronoun_swaps import find_pronoun_swap, find_turned_subject
from tqcheck.text.relative_parts import find_relative_part
from tqcheck.text.relative_swaps import find_relative_swap
from tqcheck.text.role_swaps import find_role_swap
from tqcheck.text.segment import sentence_spans
from tqcheck.text.verb_part_swaps import find_verb_part_swap

_PARTIES, _PRONOUNS, _COMPANIONS, _FIGURES, _PARTS = 0.85, 0.85, 0.8, 0.9, 0.92
_TURNED, _DENIED, _COMPARED, _ACTS, _CROSSED = 0.6, 0.6, 0.6, 0.6, 0.6
"""Of some 8,000 sound pairs none is taken for one of these."""
_WHOM = "Who does it to whom is exchanged: the source has “{}”."
_WHOSE = "Who is whose is exchanged: the source has “{}”."
_WHICH = "Which is more is exchanged: the source has “{}”."
_BESIDE = "What stands beside what is exchanged: the source has “{}”."
_MEANT = "What is meant and what is denied are exchanged: the source has “{}”."

Exchange = tuple[tuple[int, int], tuple[int, int]]


def swapped_roles(pair: Pair, context: Context) -> Iterator[Hit]:
    """Two participants whose roles, or two figures whose places, the translation exchanges."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    texts = source, target, pair.source_language, pair.target_language
    links = pair.evidence.lexical or ()
    for witness, strength, wording, find in _witnesses(links, pair.evidence.links or ()):
        found = find(*texts) or _in_sentences(find, *texts)
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


def _witnesses(
    links: Sequence[Link], all_links: Sequence[Link]
) -> Iterator[tuple[str, float, str, Callable[..., Exchange | None]]]:
    """(witness, strength, message, finder), the surest first; `links` hold whatever the sentence, `all_links` in this one."""
    yield "roles", _PARTIES, _WHOM, partial(find_role_swap, lexical=links)
    yield "roles", _PRONOUNS, _WHOM, find_pronoun_swap
    yield "roles", _PRONOUNS, _WHOM, find_turned_subject
    yield "roles", _PRONOUNS, _WHOM, find_relative_swap
    yield "roles", _COMPANIONS, _WHOM, find_companion_swap
    yield "turned", _TURNED, _WHOSE, find_owner_exchange
    yield "turned", _TURNED, _WHOM, find_pronoun_pair_swap
    yield "turned", _TURNED, _WHOM, partial(find_pronoun_noun_swap, links=links)
    yield "acts", _ACTS, _WHOM, partial(find_verb_part_swap, links=links)
    yield "acts", _ACTS, _WHOM, partial(find_relative_part, links=links)
    yield "acts", _ACTS, _WHOM, partial(find_opening_part, links=links)
    yield "compared", _COMPARED, _WHICH, partial(find_compared_swap, links=links)
    yield "denied", _DENIED, _MEANT, partial(find_denied_contrast, links=links)
    yield "crossed", _CROSSED, _BESIDE, partial(find_exchanged_values, links=[*links, *all_links])


def _in_sentences(
    find: Callable[..., Exchange | None], source: str, target: str, source_language: str, target_language: str
) -> Exchange | None:
    """The first exchange inside a sentence, where the sides of the pair have as many sentences; by tables alone, without links."""
    ours, theirs = _sentences(source, source_language), _sentences(target, target_language)
    if len(ours) != len(theirs) or len(ours) < 2:
        return None
    alone = find.func if isinstance(find, partial) else find
    for here, there in zip(ours, theirs, strict=True):
        found = alone(source[here.start : here.end], target[there.start : there.end], source_language, target_language)
        if found:
            (start, end), (first, last) = found
            return (start + there.start, end + there.start), (first + here.start, last + here.start)
    return None


@lru_cache(maxsize=64)
def _sentences(text: str, language: str) -> list[Span]:
    return sentence_spans(text, language)


def _hit(
    place: tuple[int, int], source: tuple[int, int] | None, message: str, strength: float, witness: str, said: str
) -> Hit:
    return Hit(
        start=place[0],
        end=place[1],
        source=source,
        message=message,
        severity="critical" if witness in ("roles", "turned", "acts") else "major",
        confidence=strength,
        evidence=(("source", said),) if said else (),
        witness=witness,
    )
