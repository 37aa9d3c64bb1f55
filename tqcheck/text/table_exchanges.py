"""One nationality or organisation in the place of another, by tables: a Frenchman for a German, the WTO for the WHO."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, UNSPACED, Word, words_of
from tqcheck.text.tables import table

_ENDING = 6
"""Letters that may follow the stem of a nationality."""
_GLUED = regex.compile(r"^[وفبلك]?(?:ال|ل)?")
_SHORT = 3
"""Letters of the longest word that an acronym leaves out (of, de la, und)."""
_NOWHERE = Word(0, 0, "", initial=False)
Named = dict[str, Word]


def find_table_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """The one entry of a table that only the source names, and the one that only the translation names."""
    yield from _one_for_one(pair, _nationalities, lambda key, text, language: False)
    if not (pair.source.isupper() or pair.target.isupper()):
        yield from _one_for_one(pair, _organisations, _in_full)


def _one_for_one(
    pair: NamePair, read: Callable[[str, str], Named | None], spelt: Callable[[str, str, str], bool]
) -> Iterator[NameFault]:
    said, rendered = read(pair.source, pair.source_language), read(pair.target, pair.target_language)
    if said is None or rendered is None or not said or not rendered:
        return
    lost = [key for key in said if key not in rendered and not spelt(key, pair.target, pair.target_language)]
    added = [key for key in rendered if key not in said and not spelt(key, pair.source, pair.source_language)]
    if len(lost) == len(added) == 1:
        yield NameFault(said[lost[0]], rendered[added[0]], "exchanged", 0.93)


def _nationalities(text: str, language: str) -> Named | None:
    """Country -> the word that names it or its people; None for a language that the table has not."""
    code = primary(language)
    stems = _stems(code)
    if not stems:
        return None
    if code in UNSPACED:
        return {key: _place(text, stem) for stem, key in stems.items() if stem in text}
    found: Named = {}
    longest = max(map(len, stems))
    for word in words_of(text):
        if code == "en" and not word.text[0].isupper():
            continue
        plain = _GLUED.sub("", word.text) if code == "ar" else folded(word.text)
        key = stems.get(f"{plain}=") or next(
            (stems[plain[:size]] for size in range(min(len(plain), longest), 2, -1) if plain[:size] in stems), None
        )
        if key is not None and len(plain) <= longest + _ENDING:
            found.setdefault(key, word)
    return found


@cache
def _stems(code: str) -> dict[str, str]:
    """Beginning of a word (`=` behind it: the whole word) -> country."""
    spell = (lambda stem: stem) if code in CASELESS else folded
    entries = ((key, facts.get(code, "").split()) for key, facts in table("nationalities").items())
    return {spell(stem): key for key, stems in entries for stem in stems}


def _place(text: str, form: str) -> Word:
    at = text.find(form)
    return replace(_NOWHERE, start=at, end=at + len(form), text=form)


def _organisations(text: str, language: str) -> Named:
    """Organisation -> its acronym, or how a language without acronyms writes it."""
    found: Named = {}
    for key, pattern in _patterns(primary(language)).items():
        match = pattern.search(text)
        if match:
            found[key] = replace(_NOWHERE, start=match.start(), end=match.end(), text=match[0])
    return found


@cache
def _forms(key: str, code: str) -> tuple[str, ...]:
    names = table("organisations")[key]["names"]
    return (*str(names.get(code, "")).split(), *names["en"].split())


@cache
def _patterns(code: str) -> dict[str, regex.Pattern[str]]:
    found = {}
    for key in table("organisations"):
        spaced = (regex.escape(form).replace(r"\+", r"\s\p{L}{0,2}") for form in _forms(key, code))
        words = "|".join(sorted(spaced, key=len, reverse=True))
        found[key] = regex.compile(
            words if code in UNSPACED else rf"(?<![\p{{L}}\p{{N}}])(?:{words})(?![\p{{L}}\p{{N}}])"
        )
    return found


def _in_full(key: str, text: str, language: str) -> bool:
    """Whether neighbouring words of a text begin with the letters of an acronym; `United Nations` also is the ONU."""
    heads = _initials(text)
    forms = (form.lower() for form in _forms(key, primary(language)))
    return any(form in heads or (len(form) > _SHORT - 1 and form[0] == "o" and form[1:] in heads) for form in forms)


@lru_cache(maxsize=64)
def _initials(text: str) -> str:
    words = regex.findall(r"\p{L}+", text)
    return "".join(word[0].lower() for word in words if len(word) > _SHORT or word[0].isupper())
