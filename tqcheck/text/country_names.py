"""Countries and cities whose name in the target language CLDR knows, and that the translation misspells by one letter."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_words import Word, words_of
from tqcheck.text.places import place_names, stem_of

_LEAST = 5
"""Letters of the shortest name in which one letter is looked for."""
_ENDING = 6
"""Letters that a case ending and an article may add."""


def find_country_faults(pair: NamePair) -> Iterator[NameFault]:
    """Countries and cities with one letter wrong, where nothing else in the translation begins with their stem."""
    expected = place_names(pair.source_language, pair.target_language)
    words = words_of(pair.target)
    for name in words_of(pair.source):
        forms = [form for form in expected.get(name.text.lower(), ()) if len(form) >= _LEAST]
        if not forms or any(stem_of(form) in word.text.lower() for form in forms for word in words):
            continue
        word = next((word for word in words if _is_slip(word, forms, pair)), None)
        if word is not None:
            yield NameFault(name, word, "misspelt", 0.93)


def _is_slip(word: Word, forms: list[str], pair: NamePair) -> bool:
    if not pair.caseless and not word.text[0].isupper():
        return False
    return any(_one_letter(form, word.text.lower()) for form in forms)


def _one_letter(form: str, word: str) -> bool:
    """Equal to the name but for one letter inside, or to its stem with another ending."""
    if len(form) == len(word):
        return sum(a != b for a, b in zip(form, word, strict=True)) == 1 and form[0] == word[0] and form[-1] == word[-1]
    stem = stem_of(form)
    wrong = [at for at, (a, b) in enumerate(zip(stem, word, strict=False)) if a != b]
    inside = len(wrong) == 1 and 0 < wrong[0] < len(stem) - 1
    return len(stem) >= _LEAST and inside and len(stem) <= len(word) <= len(stem) + _ENDING
