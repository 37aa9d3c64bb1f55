"""How languages of one alphabet spell a name of a third: Bashar, Baschar; Boguchar, Bogutšari; Gamsakhurdia, Gamsahhurdia."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from tqcheck.text.name_spellings import folded

_SPELLINGS = {
    "S": "sch sh š ş ș sz ś",
    "C": "tsch tch tš ch č ç cz",
    "H": "kh hh",
    "Z": "zh ž ż rz zs",
    "T": "ts tz ț ţ",
    "E": "ye je ie",
    "A": "ya ja ia",
    "U": "yu ju iu",
    "D": "ae ä ee",
    "O": "oe ö ø",
    "Y": "ue ü",
    "k": "k c",
    "i": "y j õ",
    "v": "w",
    "f": "ph",
    "ks": "x",
}
"""One sign -> the spellings that languages have for one sound. A letter that is only left out or doubled makes another spelling of none."""
_SOFT = regex.compile(r"c(?=[eiyä])")
_LEAST, _ENDING = 4, 3
"""Letters of the shortest name, and of the longest case ending."""


@lru_cache(maxsize=8192)
def is_adaptation(name: str, word: str) -> bool:
    """Whether two words are one name as two languages spell it, an ending aside."""
    left, right = _key(name), _key(word)
    if left == right:
        return name.lower() != word.lower()
    shorter, longer = sorted((left, right), key=len)
    plain = folded(name).startswith(folded(word)) or folded(word).startswith(folded(name))
    return not plain and len(shorter) >= _LEAST and longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """A word in signs; c before a front vowel is as ț, which may stand for it (Galicia, Galiția)."""
    signs = _signs()
    plain = _SOFT.sub("ts", word.lower())
    signed = str(_pattern().sub(lambda match: signs[match[0]], plain))
    return "".join(char if char.isupper() else folded(char) for char in signed)


@cache
def _signs() -> dict[str, str]:
    return {spelling: sign for sign, spellings in _SPELLINGS.items() for spelling in spellings.split()}


@cache
def _pattern() -> regex.Pattern[str]:
    """Every spelling, the longest first."""
    return regex.compile("|".join(sorted(_signs(), key=lambda spelling: (-len(spelling), spelling))))
