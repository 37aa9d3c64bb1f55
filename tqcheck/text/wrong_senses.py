"""Which sense of a homonym its context asks for, and whether the translation gives another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from tqcheck.model import Article, Pair
from tqcheck.text.senses import ENGLISH, Homonym, Sense, cue_words, domains_of, find_homonyms
from tqcheck.text.word_patterns import compile_words, fold, table_language

OWN, NEAR, REST, PHRASE, ELSEWHERE = 3.0, 1.5, 0.5, 7.0, 3.0
"""What a cue counts in the sentence, in the two beside it, in the rest of the document; a phrase in the sentence in addition; and that the
document renders the word so in another sentence."""
MOST = 6
"""Words of the rest of the document that count, and renderings elsewhere that do (half of it)."""
LEAD, SHARE = 3.0, 2.0
"""By how much, and how many times, what speaks for another sense must exceed what speaks for the sense rendered."""
FAR, LONG = 0.6, 90
"""Share of a sentence of some length beyond which a word stands too far from the homonym to render it."""


@dataclass(frozen=True, slots=True)
class WrongSense:
    """A word of the translation that renders another sense: its place, that of the homonym, how much the context prefers the right one.

    Attributes:
        meant: a word of the sense that the context asks for.
        close: whether the sentence itself or the document's other renderings ask for it, not only what the document speaks of.
        clear: whether more than one word speaks for it.
    """

    start: int
    end: int
    source: tuple[int, int]
    meant: str
    close: bool
    clear: bool


@dataclass(frozen=True, slots=True)
class _Case:
    """A homonym of one pair, and where it stands."""

    article: Article
    index: int
    entry: Homonym
    place: tuple[int, int]

    @property
    def pair(self) -> Pair:
        return self.article.pairs[self.index]


def find_wrong_senses(article: Article, index: int) -> Iterator[WrongSense]:
    """The homonyms of one pair of an article that the translation renders in a sense which the context speaks against."""
    pair = article.pairs[index]
    if pair.source is None or pair.target is None:
        return
    taken = set[tuple[int, int]]()
    for entry, place in find_homonyms(pair.source.text, pair.source_language, pair.target_language):
        found = None if _is_name(pair.source.text, place, pair) else _judge(_Case(article, index, entry, place))
        if found and (found.start, found.end) not in taken:
            taken.add((found.start, found.end))
            yield found


def _judge(case: _Case) -> WrongSense | None:
    target = case.pair.target.text if case.pair.target else ""
    places = [_places(sense, target, case.pair.target_language) for sense in case.entry.senses]
    said = [number for number, found in enumerate(places) if found]
    if len(said) != 1:
        return None
    source = case.pair.source.text if case.pair.source else ""
    near = min(places[said[0]], key=lambda span: abs(span[0] / len(target) - case.place[0] / len(source)))
    if len(target) > LONG and abs(near[0] / len(target) - case.place[0] / len(source)) > FAR:
        return None
    weights = [_weigh(case, number) for number in range(len(places))]
    best = max(range(len(weights)), key=lambda number: weights[number][0])
    ahead, behind = weights[best][0], weights[said[0]][0]
    if best == said[0] or ahead - behind < LEAD or ahead < SHARE * behind:
        return None
    return WrongSense(*near, case.place, _shown(case.entry.senses[best]), weights[best][1], ahead - behind > LEAD)


def _weigh(case: _Case, number: int) -> tuple[float, bool]:
    """What speaks for a sense, and whether any of it stands in the sentence or in the document's other renderings."""
    sense, mine = case.entry.senses[number], case.index
    told, anywhere = _told(case.article, sense)
    own = _evidence(case, told.get(mine, frozenset()))
    near = _evidence(case, told.get(mine - 1, frozenset()) | told.get(mine + 1, frozenset())) - own
    rest = _evidence(case, anywhere) - own - near
    phrases = sum(" " in word for word in own)
    elsewhere = min(_rendered_elsewhere(case, number), MOST // 2)
    weight = OWN * len(own) + PHRASE * phrases + NEAR * len(near) + REST * min(len(rest), MOST)
    return weight + ELSEWHERE * elsewhere, bool(own) or elsewhere > 1


def _evidence(case: _Case, words: frozenset[str]) -> frozenset[str]:
    """Those of some words that speak for a sense: the homonym and its renderings are no evidence about themselves."""
    circular = _circular(case)
    return frozenset(word for word in words if word[:5] not in circular or " " in word)


def _circular(case: _Case) -> frozenset[str]:
    """Beginnings of the homonym's own English words."""
    english = case.pair.source_language == ENGLISH
    own = case.entry.forms if english else " ".join(sense.words for sense in case.entry.senses)
    return frozenset(word.strip("*").replace("_", " ")[:5] for word in own.split())


@lru_cache(maxsize=1024)
def _told(article: Article, sense: Sense) -> tuple[dict[int, frozenset[str]], frozenset[str]]:
    """What speaks for a sense in the pairs of an article that say any of it, by index, and in all of them: read once, not at every use."""
    found = dict[int, frozenset[str]]()
    named, whole = _read_whole(article)
    if named.isdisjoint(sense.domains) and not cue_words(sense.cues, whole):
        return found, frozenset()
    for index in range(len(article.pairs)):
        domains, text = _read(article, index)
        words = cue_words(sense.cues, text).union(*(domains.get(name, ()) for name in sense.domains))
        if words:
            found[index] = words
    return found, frozenset().union(*found.values())


@lru_cache(maxsize=4096)
def _read(article: Article, index: int) -> tuple[dict[str, frozenset[str]], str]:
    """What the English side of a pair speaks of, and its text."""
    pair = article.pairs[index]
    side = pair.source if table_language(pair.source_language) == ENGLISH else pair.target
    text = side.text if side else ""
    return domains_of(text), text


@lru_cache(maxsize=16)
def _read_whole(article: Article) -> tuple[frozenset[str], str]:
    """What the English side of an article speaks of anywhere, and its text: most senses have nothing that speaks for them."""
    read = [_read(article, index) for index in range(len(article.pairs))]
    return frozenset().union(*(domains for domains, _ in read)), "\n.\n".join(text for _, text in read)


def _rendered_elsewhere(case: _Case, number: int) -> int:
    """In how many other pairs of the document the homonym is rendered in this sense and no other."""
    said, counts = _uses(case.article, case.entry)
    return counts[number,] - (said.get(case.index) == (number,))


@lru_cache(maxsize=1024)
def _uses(article: Article, entry: Homonym) -> tuple[dict[int, tuple[int, ...]], Counter[tuple[int, ...]]]:
    """The senses that the translation names in each pair of an article whose source has the homonym, by index, and how often each set."""
    form, found = compile_words(entry.forms, article.source_language), dict[int, tuple[int, ...]]()
    for index, pair in enumerate(article.pairs):
        if pair.source and pair.target and form.search(fold(pair.source.text, article.source_language)):
            text, language = pair.target.text, article.target_language
            found[index] = tuple(number for number, sense in enumerate(entry.senses) if _places(sense, text, language))
    return found, Counter(found.values())


def _places(sense: Sense, text: str, language: str) -> list[tuple[int, int]]:
    return [match.span() for match in compile_words(sense.words, language).finditer(fold(text, language))]


def _is_name(text: str, place: tuple[int, int], pair: Pair) -> bool:
    """Whether the homonym is written as a name inside a sentence; German writes all nouns so."""
    before = text[: place[0]].rstrip(" \"'“„«(")
    inside = bool(before) and not regex.search(r"[.!?:…。]$", before)
    return inside and text[place[0]].isupper() and table_language(pair.source_language) != "de"


def _shown(sense: Sense) -> str:
    """The first rendering that is a whole word; "" where the table has stems only."""
    return next((word for word in sense.words.split() if "*" not in word), "").replace("_", " ")
