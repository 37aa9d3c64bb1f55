"""Words that carry names, in every script: capitalised words, runs of katakana, runs of the characters that transcribe in Chinese."""

from difflib import SequenceMatcher
from functools import cache

import regex

from corpora.generators.lexicon import load
from corpora.generators.text import Piece, base, sentences_of, words_of

CASELESS = frozenset({"ar", "fa", "he", "hi", "mr", "ne", "ur"})
UNSPACED = frozenset({"zh", "ja"})
UNSUPPORTED = frozenset({"ko", "th", "bn", "ta", "te", "km", "my"})
_LONGEST_HAN = 7


@cache
def classes() -> dict[str, str]:
    """Letter -> class of its consonant."""
    return {letter: group for table in load("skeleton").values() for letter, group in table.items()}


def skeleton(word: str) -> str:
    """Classes of the consonants, doubles merged: ``Trump`` and ``ترامب`` both give ``trmp``."""
    found = "".join(classes().get(char, "") for char in word.lower())
    return regex.sub(r"(.)\1", r"\1", found)


def initials(text: str) -> set[int]:
    """Where a capital says nothing: the heads of sentences, and behind quotes and brackets."""
    quoted = {m.end() for m in regex.finditer(r"[\"“„«»'‘:(—–-]\s?", text)}
    return {piece.start for piece in sentences_of(text)} | quoted


def capitalised(text: str) -> list[Piece]:
    """Words of four letters or more with a capital inside a sentence."""
    heads = initials(text)
    return [
        w
        for w in words_of(text)
        if len(w.text) >= 4 and w.text[0].isupper() and w.start not in heads and not w.text.isupper()
    ]


def carriers(text: str, language: str) -> list[Piece]:
    """Words of a text that may carry a name."""
    code = base(language)
    if code == "ja":
        return [Piece(m[0], m.start(), m.end()) for m in regex.finditer(r"[\p{Katakana}ー]{3,}", text)]
    if code == "zh":
        return _windows(text)
    return [w for w in words_of(text) if len(w.text) >= 4] if code in CASELESS else capitalised(text)


def _windows(text: str) -> list[Piece]:
    """Every run of two to seven characters that transcribe; longer ones first."""
    letters = "".join(load("skeleton")["Han"]) + "阿艾埃奥欧伊哈赫海希霍胡豪亚雅耶约尤翰"
    found = []
    for run in regex.finditer(rf"[{letters}]{{2,}}", text):
        spans = [(at, to) for at in range(run.start(), run.end()) for to in range(at + 2, run.end() + 1)]
        found += [Piece(text[at:to], at, to) for at, to in spans if to - at <= _LONGEST_HAN]
    return sorted(found, key=lambda piece: (piece.start - piece.end, piece.start))


def matches(word: str, name: str) -> bool:
    """Whether ``word`` is ``name``, perhaps in another script or with an ending."""
    if word == name:
        return True
    left, right = _heard(word, name)
    unspaced = _is_unspaced(word)
    if min(len(left), len(right)) < (2 if unspaced else 3) or left[0] != right[0]:
        return False
    return likeness(word, name) >= (0.8 if unspaced else 0.75)


def likeness(word: str, name: str) -> float:
    """Share of consonants that two words have in common, in order; 1 for a word and itself."""
    if word == name:
        return 1.0
    return SequenceMatcher(None, *_heard(word, name), autojunk=False).ratio()


def _heard(word: str, name: str) -> tuple[str, str]:
    """Skeletons of two words; Chinese and Japanese tell no r from l."""
    left, right = skeleton(word), skeleton(name)
    if _is_unspaced(word) or _is_unspaced(name):
        return left.replace("r", "l"), right.replace("r", "l")
    return left, right


def _is_unspaced(word: str) -> bool:
    return word[0] > "\u2fff"
