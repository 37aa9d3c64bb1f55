"""Some words of a third language amid a sentence, told by its grammar words, letters and dictionary: „su avant l'hiver ont déplacé sve“.

Close relatives are asked about as well, Russian in Ukrainian and Spanish in Portuguese: their content words are often the same, their
grammar words and letters are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.dictionary import is_known
from tqcheck.text.function_words import RELATIVES, closed_classes
from tqcheck.text.language_codes import ONE_LANGUAGE, primary, related, same_language
from tqcheck.text.language_facts import common_words
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_cyrillic

THIRD = (
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "hr",
    "hu",
    "it",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sv",
    "tr",
    "uk",
)
"""Languages whose words are looked for; all have a dictionary."""
LIKELY = 3
"""Languages that a clause is looked at for."""
SIGN, THEIRS, OURS, NOBODYS = 1.5, 1.0, -2.0, -0.3
"""What a word says for a third language: one of its grammar words, or letters that ours lacks; one that its dictionary alone has; one
that ours alone has; one that neither has. Names and what both have say nothing."""
LEAST, FEWEST, FEWEST_STRANGE = 3.0, 3, 2
"""What a stretch must say together, and how many of its words must speak for it; where strange letters are among them."""
SHORTEST = 3
"""Letters of a word that the dictionaries are asked about."""

_JOINT = regex.compile(r"['’]")


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells third languages: grammar words that ours lack, with the languages that have them, and letters that ours lacks."""

    words: Mapping[str, frozenset[str]]
    letters: frozenset[str]

    def told_by(self, word: str) -> frozenset[str]:
        """The languages that have a word in small letters, or what stands before its apostrophe."""
        return self.words.get(word) or self.words.get(_JOINT.split(word)[0], frozenset())

    def is_strange(self, word: str) -> bool:
        """Whether a word is in small letters and written as only a relative of our language is."""
        return word.islower() and not self.letters.isdisjoint(word)


def find_islands(
    text: str, clause: Sequence[tuple[int, int]], languages: tuple[str, str]
) -> Iterator[tuple[int, int, str]]:
    """(start, end, language) of the stretch of a clause that is most surely in a third language; `clause`: the offsets of its words."""
    marks = marks_of(*map(primary, languages))
    words = [text[start:end] for start, end in clause]
    told = [marks.told_by(word.lower()) for word in words]
    strange = [marks.is_strange(word) for word in words]
    for code in _likely(told, any(strange), languages[1]):
        signs = [code in codes or odd for codes, odd in zip(told, strange, strict=True)]
        worths = [
            _worth(word, place, sign, code, languages[1])
            for place, (word, sign) in enumerate(zip(words, signs, strict=True))
        ]
        first, last = _best(worths)
        inside = range(first, last)
        speaking, fewest = (
            sum(worths[place] > 0 for place in inside),
            FEWEST_STRANGE if any(strange[first:last]) else FEWEST,
        )
        if speaking >= fewest and any(signs[first:last]) and sum(worths[first:last]) >= LEAST:
            yield clause[first][0], clause[last - 1][1], code
            return


def _likely(told: Sequence[frozenset[str]], strange: bool, language: str) -> list[str]:
    """The languages that two words of a clause speak for, and relatives where it has strange letters."""
    counts = Counter(code for codes in told for code in codes)
    relatives = [code for code in THIRD if strange and related(code, language)]
    likely = {*relatives, *(code for code, count in counts.items() if count >= 2)}
    return sorted(likely, key=lambda code: (-counts[code], code))[:LIKELY]


def _worth(word: str, place: int, sign: bool, code: str, language: str) -> float:
    if sign:
        return SIGN
    if len(word) < SHORTEST or (place and word[0].isupper()):
        return 0.0
    plain = _JOINT.split(word.lower())[-1]
    ours, theirs = is_known(plain, language), is_known(plain, code)
    if ours:
        return 0.0 if theirs else OURS
    return THEIRS if theirs else NOBODYS


def _best(worths: Sequence[float]) -> tuple[int, int]:
    """The stretch whose words say most together: first, and behind the last."""
    best, found, first, total = 0.0, (0, 0), 0, 0.0
    for place, worth in enumerate(worths):
        if total <= 0:
            first, total = place, 0.0
        total += worth
        if total > best:
            best, found = total, (first, place + 1)
    return found


@cache
def marks_of(source: str, target: str) -> Marks:
    """The marks of a pair of languages."""
    ours = _grammar(source) | _grammar(target)
    words = dict[str, frozenset[str]]()
    for code in THIRD:
        if not any(same_language(code, own) for own in (source, target)):
            for word in _grammar(code) - ours:
                if len(word) > 1:
                    words[word] = words.get(word, frozenset()) | {code}
    return Marks(words, frozenset(str(table("strange_letters").get(ONE_LANGUAGE.get(target, target), ""))))


def _grammar(language: str) -> frozenset[str]:
    """The grammar words of a language and those that are its commonest."""
    code = ONE_LANGUAGE.get(language, language)
    function = closed_classes(code).function if code not in RELATIVES else frozenset[str]()
    found = function | common_words(code)
    return found.union(map(to_cyrillic, found)) if code == "sr" else found
