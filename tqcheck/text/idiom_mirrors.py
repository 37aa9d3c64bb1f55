"""Where a translation holds every content word of an idiom, by the bilingual dictionary: no table has to list what it may turn into."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.text.bilingual import Reading, firm_headwords, read_headwords
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.function_words import closed_classes
from tqcheck.text.idiom_forms import Form, heads_of
from tqcheck.text.light_words import is_light
from tqcheck.text.word_expressions import UNSPACED

LEAST = 2
"""Content words that an idiom must have so that all of them together are no chance; of a part of it as many as the whole has."""

Span = tuple[int, int]


def find_mirrored(
    texts: tuple[str, str], place: Span, forms: Sequence[Form], languages: tuple[str, str]
) -> list[list[Span]]:
    """For each content word of the idiom at a place of the source, where the translation firmly renders it; [] where one is missing.

    `texts`: source and translation, folded. `forms`: the wordings of the idiom; what else stands at its place was put in.
    """
    language = languages[0]
    function = closed_classes(language).function
    keys = [[key.rstrip("*") for key in form.keys if key.rstrip("*") not in function] for form in forms]
    least = max(LEAST, *(sum(not is_light(key, language) for key in own) for own in keys)) if keys else 0
    if language in UNSPACED or not least:
        return []
    beginnings = frozenset[str]().union(*(heads_of(key, language) for own in keys for key in own))
    own = [
        reading
        for reading in _read_firmly(texts[0], *languages)
        if place[0] <= reading[0]
        and reading[1] <= place[1]
        and heads_of(texts[0][reading[0] : reading[1]], language) & beginnings
    ]
    if sum(_weighs(texts[0][start:end], heads, language) for start, end, heads in own) < least:
        return []
    said = _read_firmly(texts[1], *languages[::-1])
    found = [[(start, end) for start, end, heads in said if heads & wanted] for _, _, wanted in own]
    return found if all(found) else []


def _weighs(word: str, heads: frozenset[str], language: str) -> bool:
    """Whether a word is no light verb, by its own table or, as some languages have none, by that of English."""
    return not (is_light(word, language) or all(is_light(head, ENGLISH) for head in heads))


def _read_firmly(text: str, language: str, other: str) -> list[Reading]:
    """The content words of a text with the English words that they render; by way of English where neither language is English."""
    function = closed_classes(language).function
    readings = read_headwords(text, language, other if language == ENGLISH else ENGLISH)
    found = [reading for reading in readings if text[reading[0] : reading[1]] not in function]
    if language == ENGLISH:
        return found
    return [(start, end, firm_headwords(text[start:end], language)) for start, end, _ in found]
