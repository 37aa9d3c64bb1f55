"""Idioms rendered word for word: the images of the source's idiom stand in the translation, where they mean nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.bilingual import firm_headwords, read_headwords
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.function_words import closed_classes
from tqcheck.text.idiom_forms import LOOSE, Form, find_form, find_key, keys_of, part_verb, read_form, read_words
from tqcheck.text.idiom_mirrors import find_mirrored
from tqcheck.text.idiom_stretches import together
from tqcheck.text.tables import table, table_if_any
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import NOTHING, WordPattern, compile_words, fold, table_language

LONG, FAR = 90, 0.4
"""Characters from which a sentence is long, and the share of it by which one image may stand away from where the idiom does."""

GLOSSED = 60
"""Characters around the images in which a word that calls them a saying stands, so that the translator knew what they are."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Idiom:
    """An idiom of the tables: its words as a pattern, the pieces of each form, its content words, its images, meaning and who shares it."""

    words: str
    pieces: tuple[tuple[str, ...], ...]
    forms: tuple[Form, ...]
    images: tuple[str, ...]
    meaning: str
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class LiteralIdiom:
    """An idiom found literally in the translation: the place of its images, that of the idiom, and what it means."""

    start: int
    end: int
    source: Span
    meaning: str


def find_literal_idioms(source: str, target: str, source_language: str, target_language: str) -> Iterator[LiteralIdiom]:
    """Idioms of the source all of whose images stand close together in the translation."""
    languages = table_language(source_language), table_language(target_language)
    if languages[0] == languages[1]:
        return
    given, said = fold(source, source_language), fold(target, target_language)
    found_here = list(_find_idioms(given, languages[0]))
    shared = [place for idiom, place in found_here if languages[1] in idiom.shared]
    told: list[Span] = []
    for idiom, place in found_here:
        if any(place[0] < end and start < place[1] for start, end in shared):
            continue
        placed = [(image, _places(image, said, languages)) for image in idiom.images]
        found = together([places for _, places in placed], languages[1])
        found = found or together(_loosened(placed, said, languages), languages[1])
        found = found or together(find_mirrored((given, said), place, idiom.forms, languages), languages[1])
        alone = len(placed) == 1
        if found is None:
            weighty = [places for image, places in placed if not _is_light(image)]
            found, alone = together(weighty, languages[1]), len(weighty) == 1
        if found is None or _is_glossed(found, said, languages[1]):
            continue
        if alone and (_is_far(found, said, place[0] / len(given)) or _is_stretched(idiom.forms, given, place)):
            continue
        inside = any(start <= found[0] and found[1] <= end for start, end in told)
        if not inside and not (alone and _is_idiom(found, said, languages[1])):
            told.append(found)
            yield LiteralIdiom(*found, place, idiom.meaning)


def _is_far(found: Span, said: str, place: float) -> bool:
    """Whether one image stands elsewhere in a long sentence than the idiom does: a chance."""
    return len(said) > LONG and abs(found[0] / len(said) - place) > FAR


def _is_stretched(forms: Sequence[Form], given: str, place: Span) -> bool:
    """Whether more words stand at the place of an idiom than any wording of it has: "took three steps and fell" is no "took the fall"."""
    longest = max((form.reach - LOOSE for form in forms), default=0)
    return 0 < longest < len(given[slice(*place)].split())


@cache
def _is_light(image: str) -> bool:
    """Whether an image is a verb that carries little, or a preposition: its place in the translation tells nothing."""
    light = " ".join(table("idiom_light_images").values()).split()
    return all(key.partition("_")[0] in light for key in image.split("/"))


def _is_idiom(place: Span, said: str, language: str) -> bool:
    """Whether an idiom of the translation's own language stands there: "make ends meet" has the ends of its Russian sister, too."""
    return any(
        start <= place[0] and place[1] <= end and (start, end) != place
        for _, (start, end) in _find_idioms(said, language)
    )


def _find_idioms(given: str, language: str) -> Iterator[tuple[_Idiom, Span]]:
    """The idioms that a folded text may hold, with their places, in the order of the tables."""
    words = read_words(given, language)
    numbers = _by_key(language)
    for number in sorted({number for key in ("", *(words.keys & numbers.keys())) for number in numbers.get(key, ())}):
        idiom = _idioms(language)[number]
        place = _find_written(idiom, given, language)
        if place is None:
            forms = (form for form in idiom.forms if len(idiom.images) > 1 or form.content > 1)
            place = next((place for form in forms if (place := find_form(form, words, language))), None)
        if place is not None:
            yield idiom, place


def _find_written(idiom: _Idiom, given: str, language: str) -> Span | None:
    """Where a folded text has an idiom as the table writes it."""
    if not any(all(piece in given for piece in form) for form in idiom.pieces):
        return None
    match = compile_words(idiom.words, language).search(given)
    return match.span() if match else None


@cache
def _by_key(language: str) -> dict[str, tuple[int, ...]]:
    """Numbers of the idioms by the longest word of each wording (`keys_of`): few share it with a sentence. "" = it may be any."""
    found = dict[str, list[int]]()
    for number, idiom in enumerate(_idioms(language)):
        keys = {key for entry in _written(idiom.words, language) for key in _keys(entry, language)}
        for key in keys if "" not in keys else {""}:
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _keys(entry: str, language: str) -> frozenset[str]:
    """The keys of the longest word of an entry that is no grammar, as `read_words` divides a text: "red-handed" is two words."""
    function = closed_classes(language).function
    longest = max(regex.split(r"[_~'\-]", entry), key=lambda word: (word not in function, len(word)))
    loose = language in UNSPACED or longest.startswith("*")
    return frozenset({""}) if loose else keys_of(longest, language)


@cache
def _idioms(language: str) -> tuple[_Idiom, ...]:
    """The idioms of a language; the tables lie in a file for each, so that a run reads those of its languages alone."""
    return tuple(
        _Idiom(
            words,
            _pieces(words, language),
            _forms(words, language),
            tuple(images.split()),
            meaning,
            frozenset(shared.split()),
        )
        for words, (images, meaning, shared) in table_if_any(f"idioms/{language}").items()
    )


def _forms(words: str, language: str) -> tuple[Form, ...]:
    forms = (form for entry in _written(words, language) if (form := read_form(entry, language)))
    return tuple(forms)


def _written(words: str, language: str) -> list[str]:
    """The entries of an idiom; Serbian ones in both alphabets, verbs also in two parts."""
    entries = words.split()
    entries += [parted for entry in entries if (parted := part_verb(entry, language))]
    return entries + [to_cyrillic(entry) for entry in entries] if language == "sr" else entries


def _pieces(words: str, language: str) -> tuple[tuple[str, ...], ...]:
    """What must stand in the text for each form of an idiom: no pattern is compiled before that, and most never are."""
    forms = _written(words, language)
    return tuple(tuple(piece for piece in regex.split(r"[_~*]+", form) if piece) for form in forms)


@cache
def _image(image: str, language: str) -> WordPattern:
    """The words of an image; `a/b` = the words of either. What has no words in a language is never found there."""
    words = table_if_any(f"idiom_images/{language}")
    default = "{}*" if language == "en" else ""
    found = " ".join(words.get(key, default.format(key)) for key in image.split("/"))
    return compile_words(found, language) if found.strip() else NOTHING


@cache
def _named(image: str) -> frozenset[str]:
    """The English words that name an image, in dictionary form: its keys and those that English has for them, too."""
    keys, words = image.split("/"), table_if_any(f"idiom_images/{ENGLISH}")
    return frozenset(keys).union(*(words.get(key, "").replace("*", "").split() for key in keys))


def _is_glossed(place: Span, said: str, language: str) -> bool:
    """Whether the translation hands the images on as a saying: good translators keep a proverb that the article goes on to play with."""
    words = compile_words(table("idiom_glosses").get(language, ""), language)
    return words.search(said, max(0, place[0] - GLOSSED), place[1] + GLOSSED) is not None


def _loosened(placed: Sequence[tuple[str, list[Span]]], said: str, languages: tuple[str, str]) -> list[list[Span]]:
    """The places of several images where one that tells much is named by its own word and others by words of many meanings."""
    missing = [not places for _, places in placed]
    told = any(places and not _is_light(image) for image, places in placed)
    if languages[1] == ENGLISH or not any(missing) or not told:
        return []
    return [places or _places(image, said, languages, firm=False) for image, places in placed]


def _places(image: str, said: str, languages: tuple[str, str], firm: bool = True) -> list[Span]:
    """Where a translation names an image: by its table, in English in any form of the word, elsewhere by the bilingual dictionary, too.

    `firm`: only by a word whose first meaning it is.
    """
    language = languages[1]
    found = {match.span() for match in _image(image, language).finditer(said)}
    if language == ENGLISH:
        words = read_words(said, ENGLISH)
        return sorted(found.union(*(find_key(key, words, ENGLISH) for key in image.split("/"))))
    keys = _named(image)
    return sorted(
        found
        | {
            (start, end)
            for start, end, heads in read_headwords(said, language, ENGLISH)
            if heads & keys and (not firm or _names_firmly(said[start:end], keys, language))
        }
    )


def _names_firmly(word: str, keys: frozenset[str], language: str) -> bool:
    """Whether a word names an image by its first meaning and is no word of grammar: "sobre" is an envelope, and "about"."""
    return bool(keys & firm_headwords(word, language)) and word.casefold() not in closed_classes(language).function
