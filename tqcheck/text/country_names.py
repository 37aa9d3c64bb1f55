"""Countries and cities whose name in the target language CLDR knows, and that the translation misspells by one letter."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_known
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_rendering import could_render, one_alphabet
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word, words_of
from tqcheck.text.places import place_forms

_LEAST = 5
"""Letters of the shortest name in which one letter is looked for."""
_ENDING = 6
"""Letters that a case ending and an article may add."""


def find_country_faults(pair: NamePair) -> Iterator[NameFault]:
    """Countries and cities with one letter wrong, where nothing else in the translation begins with their stem."""
    words = words_of(pair.target)
    kept = {word.text for word in words}
    for name in words_of(pair.source):
        known = place_forms(name.text, pair.source_language, pair.target_language)
        forms = [form for form in known if len(form) >= _LEAST]
        if not forms or name.text in kept or any(_covers(word, known, pair) for word in words):
            continue
        word = next((word for word in words if _is_slip(word, forms, pair)), None)
        if word is not None and not _sounds_right(name, word, pair):
            yield NameFault(name, word, "misspelt", 0.93)


def _covers(word: Word, forms: tuple[str, ...], pair: NamePair) -> bool:
    """Whether a word is one of the names, perhaps in another case or as the root of an adjective."""
    plain = folded(word.text)
    slips = any(_one_letter(folded(form), plain) for form in forms if len(form) == len(word.text))
    return not slips and any(folded(form)[: max(4, len(form) - 2)] in plain for form in forms)


def _is_slip(word: Word, forms: list[str], pair: NamePair) -> bool:
    if (not pair.caseless and not word.text[0].isupper()) or is_known(word.text.lower(), pair.target_language):
        return False
    return any(_one_letter(folded(form), folded(word.text)) for form in forms)


def _sounds_right(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a word in another alphabet renders the name by its sounds: Мендоза where CLDR writes Мендоса."""
    if one_alphabet(name.text, word.text):
        return False
    return could_render(name, word, pair.source_language, pair.target_language)


def _one_letter(form: str, word: str) -> bool:
    """Equal to the name but for one letter inside, or to its stem with another ending."""
    if len(form) == len(word):
        return sum(a != b for a, b in zip(form, word, strict=True)) == 1 and form[0] == word[0] and form[-1] == word[-1]
    stem = form[: max(_LEAST - 1, len(form) - 2)]
    wrong = [at for at, (a, b) in enumerate(zip(stem, word, strict=False)) if a != b]
    inside = len(wrong) == 1 and 0 < wrong[0] < len(stem) - 1
    return len(stem) >= _LEAST and inside and len(stem) <= len(word) <= len(stem) + _ENDING
