"""What no trained model may be trusted with: an empty, copied, endlessly repeating or wrong-language translation never scores well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import regex
from numpy.typing import NDArray

from tqcheck.quality.files import WordTable
from tqcheck.quality.pieces import Pieces
from tqcheck.text.foreign_script import in_foreign_script

Kind = str
_LETTERS = regex.compile(r"\p{L}")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_NAMELIKE = regex.compile(r"^\p{Lu}|\p{N}")
_LOOP = regex.compile(
    r"(?P<unit>\b[\p{L}\p{M}\p{N}][^\n]{1,80}?)(?:[\s,.;:!?،。、]*\b(?P=unit)\b){3,}", regex.IGNORECASE
)
_DENSE_LOOP = regex.compile(
    r"(?P<unit>[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{2,30}?)(?P=unit){3,}"
)
COPIED_SHARE = 0.9
"""Share of the translation's words that stand in the source, in order, from which it is a copy."""
COPIED_WORDS = 4
"""Shorter texts may rightly be equal on both sides: names, titles, codes."""
DOUBLED_WORDS, LONGEST_DOUBLED = 5, 200
ABSENT = 0.003
"""A language is wrong if it is at most this likely, for the whole text and for its words without names."""
LETTERS_NEEDED, LETTERS_FOR_RELATIVES, PLAIN_PIECES = 24, 80, 3
_RELATIVES = {"hr": {"sl"}, "sl": {"hr"}, "sr-Cyrl": {"mk", "bg"}, "mk": {"sr-Cyrl", "bg"}, "bg": {"mk", "sr-Cyrl"}}
"""Languages that a short text is easily taken for."""
_SAME = {
    "bs": "hr", "sh": "hr", "cnr": "hr", "me": "hr", "no": "nb", "nn": "nb", "iw": "he", "in": "id", "ms": "id", "yue": "zh",
    "cmn": "zh", "arb": "ar", "fas": "fa",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alarm:
    """Why a translation is worthless, and which part of it: code points of the translation."""

    kind: Kind
    start: int
    end: int


def inspect(source: str | None, target: str, same_language: bool = False) -> Alarm | None:
    """The first alarm that needs nothing but the texts; None = nothing of the kind."""
    if not target.strip():
        return Alarm("empty", 0, len(target)) if source is None or source.strip() else None
    loop = _LOOP.search(target) or _DENSE_LOOP.search(target)
    if loop and (source is None or not (_LOOP.search(source) or _DENSE_LOOP.search(source))):
        return Alarm("repeated", *loop.span())
    if loop is None and (doubled := doubled_part(target)) and (source is None or not doubled_part(source)):
        return Alarm("repeated", *doubled)
    if source is not None and not same_language and is_copy(source, target):
        return Alarm("copied", 0, len(target))
    return None


def doubled_part(text: str) -> tuple[int, int] | None:
    """Where words that were just said are said again, if that is a good part of the text; code points of the second time.

    At least :data:`DOUBLED_WORDS` words, or characters of a script without spaces, two fifths of the text, and at most
    :data:`LONGEST_DOUBLED` words.
    """
    matches = list(_WORD.finditer(text))
    places = [(match.start() + i, match.start() + i + 1) for match in matches for i in range(len(match.group()))]
    dense = _DENSE.search(text) is not None
    spans = places if dense else [match.span() for match in matches]
    words = [text[start:end].casefold() for start, end in spans]
    least = max(DOUBLED_WORDS, 2 * len(words) // 5)
    for length in range(least, min(LONGEST_DOUBLED, len(words) // 2) + 1):
        run = 0
        for index in range(length, len(words)):
            run = run + 1 if words[index] == words[index - length] else 0
            if run == length:
                return spans[index - length + 1][0], spans[index][1]
    return None


def is_copy(source: str, target: str) -> bool:
    """Whether nearly all words of the translation stand in the source in the same order."""
    here, there = _words(source), _words(target)
    worded = [word for word in there if _LETTERS.search(word)]
    if len(worded) < COPIED_WORDS or _plain(worded) < 2:
        return False
    if here == there:
        return True
    cursor = matched = 0
    for word in there:
        if word in here[cursor:]:
            cursor, matched = here.index(word, cursor) + 1, matched + 1
    return matched >= COPIED_SHARE * len(there) and matched >= COPIED_SHARE * 0.8 * len(here)


def plain_pieces(text: str, pieces: Pieces) -> list[int]:
    """Ids of the pieces that belong to words without a capital and without a digit."""
    plain = [word.span() for word in _WORD.finditer(text) if not _NAMELIKE.search(word.group())]
    found, first = [], 0
    for piece, (start, end) in zip(pieces.ids, pieces.offsets, strict=True):
        while first < len(plain) and plain[first][1] <= start:
            first += 1
        if first < len(plain) and plain[first][0] < end:
            found.append(piece)
    return found


def _plain(words: list[str]) -> int:
    """Words that are no names: those without a capital, and all words of scripts without case."""
    return sum(not word[:1].isupper() for word in words)


def _words(text: str) -> list[str]:
    words: list[str] = []
    for match in _WORD.finditer(text):
        words += list(match.group()) if _DENSE.search(match.group()) else [match.group()]
    return words


class LanguageGuard:
    """A linear language identifier over the mean word vector of a text; it knows the languages of its table and no others."""

    def __init__(self, folder: Path, words: WordTable) -> None:
        self._folder = folder
        self._words = words

    @cached_property
    def _table(self) -> tuple[dict[str, int], NDArray[np.float32], NDArray[np.float32]]:
        with np.load(self._folder / "languages.npz") as stored:
            return {str(name): index for index, name in enumerate(stored["names"])}, stored["weight"], stored["bias"]

    def probabilities(self, ids: list[int]) -> dict[str, float]:
        """Language class to probability for a text's piece ids."""
        names, weight, bias = self._table
        mean = self._words.vectors(np.array(ids)).mean(axis=0)
        logits = mean @ weight + bias
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        return {name: float(shares[index]) for name, index in names.items()}

    def is_foreign(self, text: str, pieces: Pieces, language: str) -> bool:
        """Whether the text is surely not in the language; False where the language is unknown to the table or the text is short.

        Letters that the language never uses decide alone, from a few words on.
        Capitalised words are left out the second time: a sentence full of foreign names is in the language of its other words.
        """
        if in_foreign_script(text, language):
            return True
        expected = self._classes(language)
        letters = sum(2 if _DENSE.match(c) else 1 for c in _LETTERS.findall(text))
        if not expected or letters < LETTERS_NEEDED or _plain(_words(text)) < 3:
            return False
        if letters < LETTERS_FOR_RELATIVES:
            expected = expected.union(*(_RELATIVES.get(name, set()) for name in expected))
        plain = plain_pieces(text, pieces)
        return len(plain) >= PLAIN_PIECES and all(
            sum(shares.get(name, 0.0) for name in expected) <= ABSENT
            for shares in (self.probabilities(pieces.ids), self.probabilities(plain))
        )

    def _classes(self, language: str) -> set[str]:
        code = language.split("-")[0].lower()
        code = _SAME.get(code, code)
        wanted = {"hr", "sr-Cyrl"} if code in {"sr", "hr"} else {code}
        return wanted & self._table[0].keys()
