"""How one name is written by languages of one alphabet, and by Serbian in its two: Philippa and Filipa, Шољић and Šoljić."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from tqcheck.text.transliterate import to_latin

_LIKENESS = 0.6
"""Share of letters in common below which two words of one alphabet that sound alike are two words (Tracy, Terveydeksi)."""
ADAPTED = frozenset(map(frozenset, "ck cz cs sz iy jy ij uv vw fv qk xs tz gj gh dj".split()))  # noqa: SIM905
"""Letters that languages of one alphabet exchange when they adapt a name (Macedonia, Makedonija; Victor, Viktor)."""
_SPELT = (
    ("ph", "f"),
    ("sh", "s"),
    ("th", "t"),
    ("ck", "k"),
    ("ow", "au"),
    ("ee", "i"),
    ("ea", "i"),
    ("oo", "u"),
    ("ey", "i"),
    ("oe", "i"),
)
"""English spellings, and the letters that languages write which spell by sound."""
_SOFT_G = regex.compile(r"dg|j|g(?=[eiy])")
"""Where English says dž: Bridget, Jack, George."""
_POSSESSIVE = regex.compile(
    r"(?<=\p{L}{3})(?:[oe]v(?:a|e|i|o|u|oga?|ome?|oj|ima?|ih)?|[ое]в(?:а|е|и|о|у|ога?|оме?|ој|има?|их)?)$"
)
"""What Serbian and its sisters put to a name for what is his or hers: Danovih."""
_SILENT = frozenset("aeiouyhw")
_PLAIN = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ð": "d", "ß": "s"})


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Small letters without accents."""
    plain = (char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char))
    return "".join(plain).translate(_PLAIN)


@lru_cache(maxsize=16384)
def is_serbian_twin(one: str, other: str) -> bool:
    """Whether a name is another in the other alphabet of Serbian, with its marks or without: Шољић, Šoljić, Soljic."""
    cyrillic, latin = (one, other) if one[0] > "\u02ff" else (other, one)
    return cyrillic[0] > "\u02ff" > latin[0] and folded(to_latin(cyrillic)) == folded(latin)


def _as_it_sounds(word: str) -> str:
    """A name with the letters that languages write which spell by sound: Philippa, Filipa; Ashdown, Ešdaun."""
    for written, sound in _SPELT:
        word = word.replace(written, sound)
    return str(regex.sub(r"(.)\1", r"\1", word))


def are_other_words(left: str, right: str) -> bool:
    """Whether two words that sound alike are spelt too differently to be one name."""
    voiced = _as_it_sounds(_SOFT_G.sub("dz", left))
    left, right = _as_it_sounds(left), _as_it_sounds(right)
    heads = frozenset((left[0], right[0]))
    if len(heads) > 1 and heads not in ADAPTED and not heads & _SILENT and voiced[0] != right[0]:
        return True
    return max(_ratio(left, right), _ratio(voiced, right)) < _LIKENESS


def _ratio(left: str, right: str) -> float:
    return SequenceMatcher(None, left, right[: len(left) + 3], autojunk=False).ratio()


def without_possessive(word: str) -> str:
    """A name without the suffix by which Serbian makes an adjective of it: Danovih, Dan."""
    return str(_POSSESSIVE.sub("", word))
