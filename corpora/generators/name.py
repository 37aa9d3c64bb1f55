"""Names with one letter off, and names replaced by another name of the corpus (TQ104)."""

from difflib import SequenceMatcher
from functools import cache
from random import Random

import regex

from corpora.generators.lexicon import load
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import Piece, base, sentences_of, splice, words_of

_CASELESS = frozenset({"ar", "fa", "he", "hi"})
_UNSUPPORTED = frozenset({"zh", "ja", "ko", "th", "bn", "ta", "te", "km", "my"})


@cache
def _classes() -> dict[str, str]:
    return {letter: group for table in load("skeleton").values() for letter, group in table.items()}


def skeleton(word: str) -> str:
    """Classes of the consonants, doubles merged: ``Trump`` and ``ترامب`` both give ``trmp``."""
    found = "".join(_classes().get(char, "") for char in word.lower())
    return regex.sub(r"(.)\1", r"\1", found)


def _initials(text: str) -> set[int]:
    quoted = {m.end() for m in regex.finditer(r"[\"“„«»'‘:(—–-]\s?", text)}
    return {piece.start for piece in sentences_of(text)} | quoted


def _capitalised(text: str) -> list[Piece]:
    initials = _initials(text)
    return [
        w
        for w in words_of(text)
        if len(w.text) >= 4 and w.text[0].isupper() and w.start not in initials and not w.text.isupper()
    ]


def _matches(word: str, name: str) -> bool:
    """Whether ``word`` is ``name``, perhaps in another script or with an ending."""
    if word == name:
        return True
    left, right = skeleton(word), skeleton(name)
    if min(len(left), len(right)) < 3 or left[0] != right[0]:
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.75


def names_of(pair: Pair) -> list[Piece]:
    """Words of the target that carry a name of the source; found by form, so inflected names count too."""
    language = base(pair.target_language)
    if language in _UNSUPPORTED or base(pair.source_language) in _UNSUPPORTED | _CASELESS:
        return []
    names = [piece.text for piece in _capitalised(pair.source)]
    if (
        language == "de" or base(pair.source_language) == "de"
    ):  # every noun has a capital: only identical words are names
        return [w for w in _capitalised(pair.target) if w.text in names]
    words = words_of(pair.target) if language in _CASELESS else _capitalised(pair.target)
    return [w for w in words if len(w.text) >= 4 and any(_matches(w.text, name) for name in names)]


def _other_consonant(old: str, text: str, random: Random) -> str | None:
    """A letter of the same table that sounds different and that the text's own alphabet has."""
    table = next(t for t in load("skeleton").values() if old.lower() in t)
    group, alphabet = table[old.lower()], set(text.lower())
    others = sorted(c for c, g in table.items() if g != group and c in alphabet)
    return random.choice(others) if others else None


def misspell_name(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Change one inner consonant of a name into one that sounds different."""
    names = [n for n in proper_names(pair, corpus) if len(n.text) >= 5]
    if not names:
        return None
    name = random.choice(names)
    places = [i for i in range(1, min(len(name.text) - 1, 6)) if name.text[i].lower() in _classes()]
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
    others = [n for n in _shared_names(corpus, pair.target_language) if n not in known]
    others = [n for n in others if n[-1] == name.text[-1] and n[:2] != name.text[:2]]
    if not others:
        return None
    text, start, end = splice(pair.target, name.start, name.end, random.choice(others))
    return Damage(text=text, start=start, end=end, code="TQ104", severity="major", kind="name-replaced")


def proper_names(pair: Pair, corpus: Corpus) -> list[Piece]:
    """``names_of`` without what is a common word elsewhere in the corpus (Parliament, Beach, Next)."""
    common = _common_words(corpus, pair.source_language, pair.target_language)
    sources = [piece.text for piece in _capitalised(pair.source) if piece.text.lower() in common]
    return [
        n
        for n in names_of(pair)
        if n.text.lower() not in common and not any(_matches(n.text, name) for name in sources)
    ]


def _common_words(corpus: Corpus, source_language: str, target_language: str) -> set[str]:
    """Words that the corpus writes in small letters on either side of a language pair with capitals."""

    def compute() -> set[str]:
        pairs = [
            p for p in corpus.pairs if (p.source_language, p.target_language) == (source_language, target_language)
        ]
        texts = [p.source for p in pairs] + ([] if base(target_language) in _CASELESS else [p.target for p in pairs])
        return {word.text for text in texts for word in words_of(text) if word.text == word.text.lower()}

    return corpus.once(f"common from {source_language}", target_language, compute)


def _carried_over(pair: Pair, corpus: Corpus) -> list[Piece]:
    """Names that stand in the source too, letter by letter, or by their sounds where the two sides have other alphabets."""
    latin = [sum(char < "\u0250" for char in text) * 2 > len(text) for text in (pair.source, pair.target)]
    return [
        n
        for n in proper_names(pair, corpus)
        if n.text in pair.source or (latin[0] != latin[1] and len(skeleton(n.text)) > 2)
    ]


def _shared_names(corpus: Corpus, language: str) -> list[str]:
    def compute() -> list[str]:
        pairs = [pair for pair in corpus.pairs if pair.target_language == language]
        return sorted({n.text for pair in pairs for n in _carried_over(pair, corpus)})

    return corpus.once("names", language, compute)
