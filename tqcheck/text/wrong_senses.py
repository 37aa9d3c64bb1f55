"""Which sense of a homonym its context asks for, and whether the translation gives another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model import Article
from tqcheck.text.cue_distance import words_between
from tqcheck.text.inner_capitals import stands_as_name
from tqcheck.text.overlaps import overlap
from tqcheck.text.rendered_senses import own_places, renders_beside
from tqcheck.text.sense_weights import Case, Weight, weigh
from tqcheck.text.senses import ENGLISH, Sense, find_homonyms
from tqcheck.text.word_patterns import table_language

LEAD, SHARE = 3.0, 2.0
"""By how much, and how many times, what speaks for another sense must exceed what speaks for the sense rendered."""
LEAST, AHEAD = 2.0, 1.0
"""What must speak for another sense, and how much more than for the sense rendered, rarity left aside: that a sense is rare is no sign that
it is not meant."""
SURE = 6.0
"""By how much what speaks for another sense must exceed what speaks for the sense rendered so that a lone finding is worth reading: most of
those between that and `LEAD` stand in good translations."""
FIRM, NEAR = 6.0, 8
"""What speaks for a sense so surely that it does not matter where its words stand; words within which a single one must stand else."""
FAR, LONG = 0.6, 90
"""Share of a sentence of some length beyond which a word stands too far from the homonym to render it."""


@dataclass(frozen=True, slots=True)
class WrongSense:
    """A word of the translation that renders another sense: its place, that of the homonym, how much the context prefers the right one.

    Attributes:
        meant: a word of the sense that the context asks for.
        close: whether the sentence itself or the document's other renderings ask for it, not only what the document speaks of.
        clear: whether more than one word speaks for it, or only a rare sense against it.
        decided: whether the form of the word decides it, or the sense rendered is a rare one.
        sure: whether it is decided, or very much speaks for it.
    """

    start: int
    end: int
    source: tuple[int, int]
    meant: str
    close: bool
    clear: bool
    decided: bool
    sure: bool


def find_wrong_senses(article: Article, index: int) -> Iterator[WrongSense]:
    """The homonyms of one pair of an article that the translation renders in a sense which the context speaks against."""
    pair = article.pairs[index]
    if pair.source is None or pair.target is None:
        return
    taken = set[tuple[int, int]]()
    here = list(find_homonyms(pair.source.text, pair.source_language, pair.target_language))
    for entry, place in here:
        case = Case(article, index, entry, place)
        found = None if stands_as_name(pair.source.text, place[0], pair.source_language) else _judge(case)
        if found is None or (found.start, found.end) in taken:
            continue
        others = (other for other, spot in here if spot == place and other is not entry)
        if not any(_confirms(Case(article, index, other, place), found) for other in others):
            taken.add((found.start, found.end))
            yield found


def _confirms(case: Case, found: WrongSense) -> bool:
    """Whether another table of the same word has more that speaks for the sense of a rendering than for any other."""
    said = [
        any(overlap(span, (found.start, found.end)) for span in own_places(sense, case.pair, case.place))
        for sense in case.entry.senses
    ]
    if not any(said):
        return False
    told = [weigh(case, number).told for number in range(len(said))]
    return max(told) > 0 and said[told.index(max(told))]


def _judge(case: Case) -> WrongSense | None:
    places = [own_places(sense, case.pair, case.place) for sense in case.entry.senses]
    said = [number for number, found in enumerate(places) if found]
    if len(said) != 1 or (near := _nearest(places[said[0]], case)) is None:
        return None
    if renders_beside(case.pair, case.place, near):
        return None
    weights = [weigh(case, number) for number in range(len(places))]
    mine = weights[said[0]]
    best = max(weights, key=lambda weight: weight.against(mine))
    ahead = best.against(mine)
    if best is mine or ahead - mine.told < LEAD or ahead < SHARE * mine.told:
        return None
    if best.told < LEAST or best.told - mine.told < AHEAD or _is_remote(best, case, near):
        return None
    meant = case.entry.senses[weights.index(best)]
    decided = mine.rare or case.entry.rules_out
    sure = decided or best.told - mine.told >= SURE
    return WrongSense(*near, case.place, _shown(meant), best.close, ahead - mine.told > LEAD, decided, sure)


def _is_remote(best: Weight, case: Case, said: tuple[int, int]) -> bool:
    """Whether all that speaks for a sense is one word of the sentence, which stands far from the homonym."""
    if best.told >= FIRM or len(best.own) != 1:
        return False
    english = table_language(case.pair.source_language) == ENGLISH
    side = case.pair.source if english else case.pair.target
    return side is not None and words_between(next(iter(best.own)), case.place if english else said, side.text) > NEAR


def _nearest(places: list[tuple[int, int]], case: Case) -> tuple[int, int] | None:
    """The rendering that stands most nearly where the homonym does; none where that is far away in a long sentence."""
    target, source = (side.text if side else "" for side in (case.pair.target, case.pair.source))
    found = min(places, key=lambda span: abs(span[0] / len(target) - case.place[0] / len(source)))
    far = abs(found[0] / len(target) - case.place[0] / len(source)) > FAR
    return None if far and len(target) > LONG else found


def _shown(sense: Sense) -> str:
    """The first rendering that is a whole word; "" where the table has stems only."""
    return next((word for word in sense.words.split() if "*" not in word), "").replace("_", " ")
