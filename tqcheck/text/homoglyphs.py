"""Words written in two alphabets: a Latin c inside a Russian word looks right and is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_LATIN = "aceopxyijsABCEHKMOPTXYIJSmhk"
_CYRILLIC = "асеорхуіјѕАВСЕНКМОРТХУІЈЅмһк"
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True)) | {"ѵ": "v", "ԁ": "d", "ԛ": "q", "ԝ": "w"}
_GREEK_TO_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov", strict=True))
_WORD = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{M}]{3,40}+")
_ATTACHED = regex.compile(
    r"\p{Latin}{2,}+\p{Cyrillic}+|\p{Cyrillic}{2,}+\p{Latin}{2,}+|\p{Latin}+\p{Greek}|\p{Greek}+\p{Latin}{2,}+"
)


_ENDING = regex.compile(r"\p{Latin}{3,}+\p{Cyrillic}{1,5}")
"""A Latin name with a Cyrillic case ending."""


_INSIDE = regex.compile(
    r"(?<![\p{L}\p{M}])[\u0900-\u0dff\u0e01-\u0e4e]{1,40}+\p{Latin}{1,2}[\u093c-\u094d\u09bc-\u09cd\u0abc-\u0acd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
    r"[\u0900-\u0dff\u0e01-\u0e4e]{0,40}+"
)
"""A Latin letter that carries a vowel sign of an Indic script or Thai."""


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word in two alphabets: offsets, the word in one alphabet where look-alikes explain it, how sure we are."""

    start: int
    end: int
    fix: str | None
    confidence: float


def find_mixed_words(text: str) -> Iterator[MixedWord]:
    """Words with letters of two alphabets; a Latin name with a Cyrillic ending (`iPhoneом`) is none."""
    for match in _INSIDE.finditer(text):
        yield MixedWord(match.start(), match.end(), None, 0.9)
    for match in _WORD.finditer(text):
        word = match[0]
        latin = [char for char in word if char <= "\u024f" or "\u1e00" <= char <= "\u1eff"]
        cyrillic = [char for char in word if "\u0400" <= char <= "\u052f"]
        greek = [char for char in word if "\u0370" <= char <= "\u03ff" or "\u1f00" <= char <= "\u1fff"]
        if bool(latin) + bool(cyrillic) + bool(greek) < 2:
            continue
        if _ENDING.fullmatch(word):
            continue
        fix = _in_one_alphabet(word, latin, cyrillic, greek)
        if fix is not None:
            yield MixedWord(match.start(), match.end(), fix, 0.95)
        elif not _ATTACHED.fullmatch(word) and not (greek and len(greek) == 1):
            yield MixedWord(match.start(), match.end(), None, 0.6)


def mend_mixed_words(text: str) -> str:
    """The text with every word that look-alikes explain in one alphabet: what a reader sees; of the same length."""
    for word in find_mixed_words(text):
        if word.fix is not None:
            text = text[: word.start] + word.fix + text[word.end :]
    return text


def _in_one_alphabet(word: str, latin: list[str], cyrillic: list[str], greek: list[str]) -> str | None:
    """The word with its look-alikes replaced, if that leaves one alphabet."""
    if latin and cyrillic and not greek:
        if all(char in _TO_CYRILLIC for char in latin) and len(cyrillic) >= len(latin):
            return "".join(_TO_CYRILLIC.get(char, char) if char in latin else char for char in word)
        if all(char in _TO_LATIN for char in cyrillic) and len(latin) > len(cyrillic):
            return "".join(_TO_LATIN.get(char, char) if char in cyrillic else char for char in word)
    if greek and latin and not cyrillic and all(char in _GREEK_TO_LATIN for char in greek) and len(latin) > len(greek):
        return "".join(_GREEK_TO_LATIN.get(char, char) for char in word)
    return None
