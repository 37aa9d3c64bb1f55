"""Closed-class words: what is grammar, who is affected, what negates, what attributes a statement."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

RELATIVES = {
    "hr": "sr",
    "bs": "sr",
    "cnr": "sr",
    "sh": "sr",
    "me": "sr",
    "sr-latn": "sr",
    "zh-tw": "zh",
    "nb": "sv",
    "da": "sv",
}
"""Languages that borrow the table of a close relative until they have their own."""


_BEGINNING = 3
"""Letters of a stem from which words that begin so attribute a statement; a shorter one is a word by itself."""


@dataclass(frozen=True, slots=True)
class ClosedClasses:
    """The closed-class words of one language, case-folded; `reporting` holds words and stems, `beginnings` those that begin words.

    All empty = unknown language.
    """

    function: frozenset[str] = frozenset()
    participants: frozenset[str] = frozenset()
    negation: frozenset[str] = frozenset()
    reporting: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()

    def reports(self, word: str) -> bool:
        """Whether the word attributes a statement (said, announced, according)."""
        return word in self.reporting or word.startswith(self.beginnings)


@cache
def closed_classes(language: str) -> ClosedClasses:
    """The table of a language, by primary subtag, or of its close relative; empty where there is none."""
    code = language.lower()
    table = _tables()
    entry = table.get(RELATIVES.get(code, code)) or table.get(RELATIVES.get(code.split("-")[0], code.split("-")[0]), {})
    reporting = tuple(entry.get("reporting", "").split())
    return ClosedClasses(
        function=frozenset(entry.get("function", "").split()),
        participants=frozenset(entry.get("participants", "").split()),
        negation=frozenset(entry.get("negation", "").split()),
        reporting=reporting,
        beginnings=tuple(stem for stem in reporting if len(stem) >= _BEGINNING),
    )


@cache
def _tables() -> dict[str, dict[str, str]]:
    resource = files("tqcheck.text").joinpath("data/function_words.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


_CLEAR, _TIMES, _READ = 8, 3, 4000
"""Grammar words that a text must hold, how many times as many as of the other language, and the characters that are read."""


def is_clearly(text: str, language: str, other: str) -> bool:
    """Whether a text is in one language and not in another, told by grammar words alone; False where that is open or a table is missing."""
    ours, theirs = closed_classes(language).function, closed_classes(other).function
    if not ours or not theirs:
        return False
    words = text[:_READ].casefold().split()
    count = sum(word in ours for word in words)
    return count >= _CLEAR and count >= _TIMES * sum(word in theirs for word in words)
