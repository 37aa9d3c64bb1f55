"""What a whole document does with names: how it renders each name of the source, and which names its own words stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from tqcheck.model import Article
from tqcheck.text.locale_facts import primary
from tqcheck.text.masks import blank
from tqcheck.text.name_places import nearest
from tqcheck.text.name_rendering import could_render, is_latin
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, UNSPACED, Word, is_unspaced, names_in, words_of
from tqcheck.text.usual_names import is_usually

_APART = 3
_HEAD = 3
"""Letters at the head that a name and its rendering in the same alphabet have in common."""
_MANY = 4000
"""Pairs of a name and a word in one sentence beyond which it is a list, which tells nothing of what comes and goes together."""
_BOUND = 0.7
"""Share of the sentences with either of two words that has both, from which they are taken for one name."""


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """Names of a document.

    Attributes:
        renderings: name of the source (folded) -> how often each word of the translation renders it.
        owners: word of the translation (folded) -> names of the source (folded) that it renders somewhere.
        words: how often the translation has each word that may be a name, as written.
        together: in how many sentences a name of the source meets a word of the translation (both folded).
        neighbours: two names of the source that stand together somewhere (both folded, in order): Craig, Halkett.
        sentences: in how many sentences each of them stands, on its side: names, then words.
    """

    renderings: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    owners: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: Counter[str] = field(default_factory=Counter)
    together: Counter[tuple[str, str]] = field(default_factory=Counter)
    neighbours: set[tuple[str, str]] = field(default_factory=set)
    sentences: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))

    def are_kin(self, word: str, names: Collection[str]) -> bool:
        """Whether a word of the translation (folded) renders a name that stands beside one of some names elsewhere: Craig of Halkett."""
        owners = self.owners.get(word, set())
        return any(
            (one, other) in self.neighbours or (other, one) in self.neighbours for one in owners for other in names
        )

    def are_one_person(self, name: str, word: str) -> bool:
        """Whether a word of the translation is the other part of a name that the source has in full elsewhere: Hammel, Chad."""
        own, other = folded(name), folded(word)
        owners = self.owners.get(other, set())
        parts = {
            other,
            *(one for one in owners if one[:_HEAD] == other[:_HEAD] or is_latin(one) != is_latin(other)),
        } - {own}
        return any((one, own) in self.neighbours or (own, one) in self.neighbours for one in parts)

    def are_bound(self, name: str, word: str) -> bool:
        """Whether a name of the source and a word of the translation (both folded) come and go together: one renders the other."""
        number = self.together[name, word]
        return number > 1 and number >= _BOUND * max(self.sentences[0][name], self.sentences[1][word])

    def is_kept(self, name: str) -> bool:
        """Whether the translation has a name of the source letter by letter, in more sentences than not."""
        plain = folded(name)
        own = sum(
            number for word, number in self.renderings.get(plain, Counter[str]()).items() if folded(word) == plain
        )
        return own > 0 and 2 * own >= self.sentences[0][plain]


class _Identity:
    """An article compared by identity, so that a cache need not hash its texts."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.article is self.article


def names_of_document(article: Article | None) -> DocumentNames:
    """The names of an article, computed once; nothing without one."""
    return _collect(_Identity(article)) if article is not None else DocumentNames()


@lru_cache(maxsize=4)
def _collect(key: _Identity) -> DocumentNames:
    found = DocumentNames()
    for pair in key.article.pairs:
        if pair.source is None or pair.target is None:
            continue
        source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
        words = candidates(target, pair.target_language)
        found.words.update(word.text for word in words)
        names = names_in(source, pair.source_language)
        heard = {folded(word.text) for word in words}
        found.neighbours.update(
            (folded(one.text), folded(other.text))
            for one, other in pairwise(names)
            if 0 < other.start - one.end < _APART
        )
        said = {folded(name.text) for name in names}
        if len(said) * len(heard) <= _MANY:
            found.together.update((name, word) for name in said for word in heard)
        found.sentences[0].update(said)
        found.sentences[1].update(heard)
        for name in names:
            for word in nearest(name, source, words, target):
                languages = (pair.source_language, pair.target_language)
                if could_render(name, word, *languages) or is_usually(name.text, word.text, *languages):
                    found.renderings[folded(name.text)][word.text] += 1
                    found.owners[folded(word.text)].add(folded(name.text))
    return found


def candidates(target: str, language: str) -> tuple[Word, ...]:
    """Words of a translation that can render a name: those with a capital, where the script has capitals; else runs that transcribe."""
    if primary(language) in UNSPACED:
        return tuple(word for word in words_of(target) if is_unspaced(word.text) or word.text[0].isupper())
    caseless = primary(language) in CASELESS
    return tuple(word for word in words_of(target) if len(word.text) > 2 and (caseless or word.text[0].isupper()))
