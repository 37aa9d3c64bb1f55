"""Names with one letter off, and names replaced by another name of the corpus (TQ104)."""

from collections.abc import Collection
from random import Random

from corpora.generators.lexicon import load
from corpora.generators.name_forms import (
    CASELESS,
    UNSPACED,
    UNSUPPORTED,
    capitalised,
    carriers,
    classes,
    likeness,
    matches,
    skeleton,
)
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import Piece, base, splice, words_of

_ANOTHER = 0.65
"""Likeness of consonants from which two words may be one name in two spellings (إنستغرام, انستجرام): no exchange is planted."""


def names_of(pair: Pair, corpus: Corpus) -> list[Piece]:
    """Words of the target that carry a name of the source; found by form, so inflected names count too.

    Where the corpus knows which words of the English side are names (`Corpus.attested`), these alone are; else the source needs capitals.
    """
    source, target = base(pair.source_language), base(pair.target_language)
    if source in UNSUPPORTED or target in UNSUPPORTED:
        return []
    attested = corpus.attested.get(pair.source if source == "en" else pair.target)
    if attested is None:
        return _by_capitals(pair)
    if target == "en":
        heard = carriers(pair.source, pair.source_language)
        words = [w for w in words_of(pair.target) if w.text in attested]
        return [w for w in words if any(matches(other.text, w.text) for other in heard)]
    return _distinct(_nearest(attested, pair))


def _nearest(names: Collection[str], pair: Pair) -> list[Piece]:
    """The words of the target that sound most like each name, where it would stand: other words may sound a little like it, too."""
    words, found = carriers(pair.target, pair.target_language), list[Piece]()
    for name in sorted(names):
        place = max(0, pair.source.find(name)) / len(pair.source)
        heard = [
            (
                likeness(word.text, name),
                len(word.text) if word.text[0] > "\u2fff" else 0,
                -abs(_place(word, pair) - place),
                word,
            )
            for word in words
            if matches(word.text, name)
        ]
        best = max((item[:3] for item in heard), default=None)
        chosen = next((item[3].text for item in heard if item[:3] == best), None)
        found += [word for *_, word in heard if word.text == chosen]
    return sorted(found, key=lambda piece: (piece.start - piece.end, piece.start))


def _place(word: Piece, pair: Pair) -> float:
    return word.start / len(pair.target)


def _by_capitals(pair: Pair) -> list[Piece]:
    source, target = base(pair.source_language), base(pair.target_language)
    if target in UNSPACED or source in UNSPACED | CASELESS:
        return []
    names = [piece.text for piece in capitalised(pair.source)]
    if "de" in (source, target):  # every noun has a capital: only identical words are names
        return [w for w in capitalised(pair.target) if w.text in names]
    return [w for w in carriers(pair.target, pair.target_language) if any(matches(w.text, n) for n in names)]


def _distinct(pieces: list[Piece]) -> list[Piece]:
    """Without what overlaps an earlier piece, in the order of the text."""
    kept: list[Piece] = []
    for piece in pieces:
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda piece: piece.start)


def _shortest(word: str) -> int:
    """Letters from which a wrong one is planted: a character of Chinese is a syllable."""
    return 3 if word[0] > "\u30ff" else 4 if word[0] > "\u2fff" else 5


def _other_consonant(old: str, text: str, random: Random) -> str | None:
    """A letter of the same table that sounds different and that the text's own alphabet has."""
    table = next(t for t in load("skeleton").values() if old.lower() in t)
    group, alphabet = table[old.lower()], set(table if old > "\u2fff" else text.lower())
    others = sorted(c for c, g in table.items() if g[0] != group[0] and c in alphabet)
    return random.choice(others) if others else None


def misspell_name(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Change one inner consonant of a name into one that sounds different."""
    names = [n for n in proper_names(pair, corpus) if len(n.text) >= _shortest(n.text)]
    if not names:
        return None
    name = random.choice(names)
    places = [i for i in range(1, min(len(name.text) - 1, 6)) if name.text[i].lower() in classes()]
    if not places:
        return None
    place = random.choice(places)
    new = _other_consonant(name.text[place], pair.target, random)
    word = name.text[:place] + (new or "") + name.text[place + 1 :]
    if not new or word in corpus.vocabulary(pair.target_language):
        return None
    text, start, end = splice(pair.target, name.start, name.end, word)
    return Damage(text=text, start=start, end=end, code="TQ104", severity="major", kind="name-misspelt")


def replace_name(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Put another name of the corpus in the place of a name that both sides write alike, or that is transcribed."""
    names = _carried_over(pair, corpus)
    if not names:
        return None
    name = random.choice(names)
    known = pair.target + pair.source
    others = [n for n in _shared_names(corpus, pair) if n not in known]
    alike = base(pair.target_language) in UNSPACED
    others = [n for n in others if (alike or n[-1] == name.text[-1]) and likeness(n, name.text) < _ANOTHER]
    if not others:
        return None
    text, start, end = splice(pair.target, name.start, name.end, random.choice(others))
    return Damage(text=text, start=start, end=end, code="TQ104", severity="major", kind="name-replaced")


def proper_names(pair: Pair, corpus: Corpus) -> list[Piece]:
    """``names_of`` without what is a common word elsewhere in the corpus (Parliament, Beach, Next)."""
    common = _common_words(corpus, pair.source_language, pair.target_language)
    sources = [piece.text for piece in capitalised(pair.source) if piece.text.lower() in common]
    return [
        n
        for n in names_of(pair, corpus)
        if n.text.lower() not in common and not any(matches(n.text, name) for name in sources)
    ]


def _common_words(corpus: Corpus, source_language: str, target_language: str) -> set[str]:
    """Words that the corpus writes in small letters on the sides of a language pair with capitals."""

    def compute() -> set[str]:
        pairs = [
            p for p in corpus.pairs if (p.source_language, p.target_language) == (source_language, target_language)
        ]
        sides = [(source_language, [p.source for p in pairs]), (target_language, [p.target for p in pairs])]
        texts = [text for code, side in sides if base(code) not in CASELESS | UNSPACED for text in side]
        return {word.text for text in texts for word in words_of(text) if word.text == word.text.lower()}

    return corpus.once(f"common from {source_language}", target_language, compute)


def _carried_over(pair: Pair, corpus: Corpus) -> list[Piece]:
    """Names that stand in the source too, letter by letter, or by their sounds where the two sides have other alphabets."""
    latin = [sum(char < "\u0250" for char in text) * 2 > len(text) for text in (pair.source, pair.target)]
    least = 2 if base(pair.target_language) in UNSPACED else 3
    return [
        n
        for n in proper_names(pair, corpus)
        if n.text in pair.source or (latin[0] != latin[1] and len(skeleton(n.text)) >= least)
    ]


def _shared_names(corpus: Corpus, pair: Pair) -> list[str]:
    def compute() -> list[str]:
        pairs = [other for other in corpus.pairs if other.languages == pair.languages]
        return sorted({n.text for other in pairs for n in _carried_over(other, corpus)})

    return corpus.once(f"names from {pair.source_language}", pair.target_language, compute)
