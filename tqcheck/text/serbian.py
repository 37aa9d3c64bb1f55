"""Serbian by its letters and words: told from Macedonian and the eastern languages in Cyrillic, from Croatian in Latin letters."""

from __future__ import annotations

from collections import Counter

from tqcheck.text.language_facts import Identification, language_facts
from tqcheck.text.segment import words
from tqcheck.text.transliterate import to_latin

_SOUTHERN = 60
"""Letters of a Cyrillic text among which Russian, Ukrainian or Bulgarian would show one that Serbian lacks."""
_EKAVIAN_WORDS = (
    "gde vreme posle reč pre nedelja svet uvek deo ovde vredi čovek mesto hteo videti mleko leto predsednik sedište "
)
_EKAVIAN = frozenset(_EKAVIAN_WORDS.split())
_CROATIAN_WORDS = (
    "tko tjedan tisuća tisuće općina kolovoza siječnja veljače ožujka travnja svibnja lipnja srpnja rujna "
    "listopada studenoga prosinca uvjet priopćenje tvrtka glazba zrak sustav povijest vlak "
)
_CROATIAN = frozenset(_CROATIAN_WORDS.split())


def identify_serbian(text: str) -> Identification | None:
    """Serbian in Cyrillic: its own letters decide; without them its words in Latin letters against Macedonian ones.

    A text of some length without any of the letters й щ ъ ы ь э ю я is neither Russian nor Ukrainian nor Bulgarian.
    """
    low = text.casefold()
    own = sum(low.count(letter) for letter in "ђћ")
    shared = sum(low.count(letter) for letter in "јљњџ")
    foreign = sum(low.count(letter) for letter in "ѓќѕ")
    other = sum(low.count(letter) for letter in "йщъыьэюяіїєґў")
    letters = sum(character.isalpha() for character in low)
    southern = other == 0 and letters >= _SOUTHERN
    if not southern and (own + shared == 0 or other > own + shared or (own + shared) * 100 < letters):
        return None
    if own > foreign:
        return Identification("sr", 0.99, "Serbian letters")
    serbian, macedonian = _serbian_words(text)
    if foreign > own and macedonian * 2 >= serbian:
        return Identification("mk", 0.99, "Macedonian letters")
    if serbian > macedonian:
        return Identification("sr", 0.95, "Serbian words in Cyrillic letters")
    if macedonian > serbian:
        return Identification("mk", 0.9, "Macedonian words")
    return Identification("sr", 0.7, "no letters of the eastern alphabets") if southern and not foreign else None


def _serbian_words(text: str) -> tuple[int, int]:
    """How many words are frequent in Serbian and not in Macedonian, and the other way round."""
    table = language_facts()
    serbian, macedonian = table["sr"].common, frozenset(map(to_latin, table["mk"].common))
    latin = to_latin(text).casefold()
    counts = Counter(latin[span.start : span.end] for span in words(latin))
    return sum(counts[word] for word in serbian - macedonian), sum(counts[word] for word in macedonian - serbian)


def name_serbo_croatian(text: str) -> str:
    """Serbo-Croatian in Latin letters: sr or hr by a few words, else sh."""
    seen = {text[span.start : span.end].casefold() for span in words(text)}
    ekavian, croatian = len(seen & _EKAVIAN), len(seen & _CROATIAN)
    return "sr" if ekavian > croatian else "hr" if croatian > ekavian else "sh"
