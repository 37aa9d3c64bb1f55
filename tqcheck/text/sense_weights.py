"""What speaks for a sense of a homonym: its sentence, the sentences beside it, the document, and how rare the sense is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.model import Article, Pair
from tqcheck.text.rendered_senses import sense_places
from tqcheck.text.senses import ENGLISH, Homonym, Sense, cue_words, domains_of, hinted_domains
from tqcheck.text.word_patterns import compile_words, fold, table_language

OWN, NEAR, REST, PHRASE, ELSEWHERE, BESIDE, RARE = 3.0, 1.5, 0.5, 7.0, 3.0, 5.0, 4.0
"""What a cue counts in the sentence, in the two beside it, in the rest of the document; a phrase in the sentence in addition; that the
document renders the word so in another sentence; a word of the source's language beside the homonym; and that the sense is not rare."""
HINTED = 0.4
"""Share of this that a word counts of a domain to which only the sense's own cues belong."""
MOST = 6
"""Words of the rest of the document that count, and renderings elsewhere that do (half of it)."""


@dataclass(frozen=True, slots=True)
class Case:
    """A homonym of one pair, and where it stands."""

    article: Article
    index: int
    entry: Homonym
    place: tuple[int, int]

    @property
    def pair(self) -> Pair:
        """The pair that it stands in."""
        return self.article.pairs[self.index]


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks for a sense, whether any of it is near (in the sentence or the document's other renderings), and whether it is rare.

    Attributes:
        own: the words of the sentence itself that speak for it.
    """

    told: float
    close: bool
    rare: bool
    own: frozenset[str] = frozenset()

    def against(self, other: Weight) -> float:
        """With what a usual sense has ahead of a rare one."""
        return self.told + RARE * (other.rare and not self.rare)


def weigh(case: Case, number: int) -> Weight:
    """What speaks for a sense of a case."""
    sense, mine = case.entry.senses[number], case.index
    told, anywhere = _told(case.article, sense)
    own = _evidence(case, told.get(mine, frozenset()))
    near = _evidence(case, told.get(mine - 1, frozenset()) | told.get(mine + 1, frozenset())) - own
    rest = _evidence(case, anywhere) - own - near
    phrases, beside = sum(" " in word for word in own), _said_beside(case, sense)
    elsewhere = min(_rendered_elsewhere(case, number), MOST // 2)
    weight = OWN * len(own) + PHRASE * phrases + NEAR * len(near) + REST * min(len(rest), MOST)
    weight += ELSEWHERE * elsewhere + BESIDE * beside
    if number not in case.entry.rare and own | near:
        weight += HINTED * _hinted(case, number, own | near | rest)
    return Weight(weight, bool(own) or elsewhere > 1 or beside > 0, number in case.entry.rare, own)


def _hinted(case: Case, number: int, known: frozenset[str]) -> float:
    """What words of domains say for a sense to which only its own cues belong; those that are counted already say nothing new."""
    names, mine = hinted_domains(case.entry, number), case.index
    if not names or names.isdisjoint(_read_whole(case.article)[0]):
        return 0.0
    found = [_evidence(case, _named(case.article, index, names)) - known for index in (mine, mine - 1, mine + 1)]
    return OWN * len(found[0]) + NEAR * len((found[1] | found[2]) - found[0])


def _named(article: Article, index: int, names: frozenset[str]) -> frozenset[str]:
    """The words of a pair that belong to some domains; nothing where there is no such pair."""
    if not 0 <= index < len(article.pairs):
        return frozenset()
    domains, _ = _read(article, index)
    return frozenset[str]().union(*(domains.get(name, ()) for name in names))


def _said_beside(case: Case, sense: Sense) -> int:
    """How many words and phrases of the source's own language that speak for a sense stand in the sentence."""
    if not sense.beside or case.pair.source is None:
        return 0
    language, text = case.pair.source_language, case.pair.source.text
    return len({match[0] for match in compile_words(sense.beside, language).finditer(fold(text, language))})


def _evidence(case: Case, words: frozenset[str]) -> frozenset[str]:
    """Those of some words that speak for a sense: the homonym and its renderings are no evidence about themselves."""
    circular = _circular(case)
    return frozenset(word for word in words if word[:5] not in circular or " " in word)


def _circular(case: Case) -> frozenset[str]:
    """Beginnings of the homonym's own English words."""
    english = case.pair.source_language == ENGLISH
    own = case.entry.forms if english else " ".join(sense.words for sense in case.entry.senses)
    return frozenset(word.strip("*").replace("_", " ")[:5] for word in own.split())


@lru_cache(maxsize=1024)
def _told(article: Article, sense: Sense) -> tuple[dict[int, frozenset[str]], frozenset[str]]:
    """What speaks for a sense in the pairs of an article that say any of it, by index, and in all of them: read once, not at every use."""
    found = dict[int, frozenset[str]]()
    named, whole = _read_whole(article)
    said = cue_words(sense.cues, whole)
    if named.isdisjoint(sense.domains) and not said:
        return found, frozenset()
    for index in range(len(article.pairs)):
        domains, text = _read(article, index)
        folded = fold(text, ENGLISH)
        cues = cue_words(sense.cues, text) if any(cue in folded for cue in said) else frozenset[str]()
        words = cues.union(*(domains.get(name, ()) for name in sense.domains))
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


def _rendered_elsewhere(case: Case, number: int) -> int:
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
            found[index] = tuple(
                number for number, sense in enumerate(entry.senses) if sense_places(sense, text, language)
            )
    return found, Counter(found.values())
