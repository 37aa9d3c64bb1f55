"""Names of a source and what a translation makes of them: kept, inflected, transcribed, misspelt or exchanged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from tqcheck.text.locale_facts import locales_of, primary
from tqcheck.text.sounds import Sounds, alike, changed_sound, same_name, sounds_of
from tqcheck.text.tables import table

_UNSUPPORTED = frozenset(
    {"zh", "ja", "ko", "th", "km", "lo", "my", "bn", "ta", "te", "ml", "kn", "gu", "pa", "am", "ka", "hy"}
)
"""Languages whose script has no table of sounds here."""
_CASELESS = frozenset({"ar", "fa", "ur", "he", "hi", "mr", "ne"})
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be a name: offsets, text, its sounds, and whether it opens a sentence."""

    start: int
    end: int
    text: str
    sounds: Sounds
    initial: bool


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name of the source and the word that stands for it and is another one; `kind` is misspelt or exchanged."""

    source: Word
    target: Word
    kind: str
    certainty: float


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?<![\p{L}\p{M}\p{N}#@_'’])[\p{L}\p{M}\u200c]{2,40}+(?![\p{N}_@])")


@lru_cache(maxsize=8)
def repeated_capitals(text: str) -> frozenset[str]:
    """Capitalised words that a whole text uses more than once."""
    counts = Counter(word.text for word in words_of(text) if word.text[0].isupper())
    return frozenset(word for word, count in counts.items() if count > 1)


_OPENERS = frozenset(".!?…:;\"“”„«»‘’'()[]—–-•|/\n\ufffc।۔؟")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Words of a text with their sounds."""
    found = []
    for match in _pattern().finditer(text):
        lead = text[: match.start()].rstrip()[-1:]
        found.append(Word(match.start(), match.end(), match[0], sounds_of(match[0]), not lead or lead in _OPENERS))
    return tuple(found)


def names_in(text: str, language: str) -> list[Word]:
    """Words of a cased script that may be names: those with a capital; none where all nouns have one."""
    if primary(language) in _NOUNS_IN_CAPITALS | _CASELESS | _UNSUPPORTED:
        return []
    known = calendar_and_countries(language)
    return [
        word
        for word in words_of(text)
        if len(word.text) >= 4
        and word.text[0].isupper()
        and not word.text.isupper()
        and word.text.lower() not in known
        and not (word.initial and word.text.lower() in _title_words(language))
    ]


@cache
def calendar_and_countries(language: str) -> frozenset[str]:
    """Names that are translated, not transcribed: months, weekdays, countries and languages of CLDR, in lower case."""
    found: set[str] = set()
    for locale in locales_of(language):
        tables = [locale.territories.values(), locale.languages.values()]
        tables += [names["wide"].values() for field in (locale.months, locale.days) for names in field.values()]
        found |= {word.lower() for names in tables for name in names for word in str(name).replace("-", " ").split()}
    return frozenset(found)


@cache
def _title_words(language: str) -> frozenset[str]:
    return frozenset(table("title_words")["en"].split()) if primary(language) == "en" else frozenset()


def find_name_faults(
    source: str, target: str, source_language: str, target_language: str, known: frozenset[str]
) -> list[NameFault]:
    """Names that the translation misspells or exchanges.

    Args:
        source, target: one pair of texts, blanked of code and links.
        known: capitalised words of the whole translation, empty where there is only this text.
    """
    if primary(target_language) in _UNSUPPORTED:
        return []
    names = names_in(source, source_language)
    words = words_of(target)
    caseless = primary(target_language) in _CASELESS
    faults = []
    same_script = _script(source) == _script(target)
    for name in names:
        fault = _misspelt(name, words, source, target_language, known, caseless=caseless, same_script=same_script)
        if fault is not None:
            faults.append(fault)
    faults += _countries(words_of(source), words, source_language, target_language)
    if not caseless and primary(target_language) not in _NOUNS_IN_CAPITALS:
        faults += _exchanged(names, words, source, target_language, known, {id(fault.source) for fault in faults})
    return faults


def _misspelt(
    name: Word,
    words: tuple[Word, ...],
    source: str,
    language: str,
    known: frozenset[str],
    *,
    caseless: bool,
    same_script: bool,
) -> NameFault | None:
    if len(name.sounds) < 2 or any(_answers(name, word, strict=same_script) for word in words):
        return None
    excluded = calendar_and_countries(language) | _title_words(language)
    source_words = words_of(source)
    for word in words:
        if (not caseless and not word.text[0].isupper()) or word.text in source or word.text.lower() in excluded:
            continue
        if _is_slip(name, word, caseless=caseless, same_script=same_script):
            return NameFault(name, word, "misspelt", _certainty(name, word, known))
        if _nearly(name, word) and _same_neighbour(name, word, source_words, words, caseless=caseless):
            return NameFault(name, word, "misspelt", 0.85)
    return None


def _script(text: str) -> str:
    """Letters of the Latin script or others, by the majority."""
    letters = [char for char in text if char.isalpha()]
    return "Latin" if sum(char < "\u0250" for char in letters) * 2 > len(letters) else "other"


def _is_slip(name: Word, word: Word, *, caseless: bool, same_script: bool) -> bool:
    """Whether the difference looks like a slip, not like an ending, another word or a habit of transcription."""
    if same_script and _other_consonant(name.text, word.text):
        return True
    if name.initial and not word.initial:
        return False
    at = changed_sound(name.sounds, word.sounds)
    if at is None or name.text.lower() in _title_words("en"):
        return False
    last = len(name.sounds) - 1
    spread = abs(len(name.text) - len(word.text))
    if at == last and (len(name.sounds) < 4 or name.text[-1] in "sс" or len(word.sounds) > len(name.sounds)):
        return False
    if caseless:
        return at > 0 and len(name.sounds) >= 4 and len(word.sounds) <= len(name.sounds) + 1 and spread <= 2
    return (at > 0 or len(name.sounds) >= 4) and spread <= 3


def _nearly(name: Word, word: Word) -> bool:
    """One consonant away in a name of two or more, whatever its place."""
    left, right = name.sounds, word.sounds
    if not 2 <= len(left) <= len(right) <= len(left) + 2:
        return False
    return sum(not alike(a, b) for a, b in zip(left, right, strict=False)) == 1


def _other_consonant(one: str, other: str) -> bool:
    """Equal letters but for one consonant that is another sound; an ending may follow."""
    head = other[: len(one)].lower()
    if len(one) < 5 or len(head) < len(one) or len(other) > len(one) + 4:
        return False
    wrong = [(a, b) for a, b in zip(one.lower(), head, strict=False) if a != b]
    if len(wrong) != 1:
        return False
    left, right = sounds_of(wrong[0][0]), sounds_of(wrong[0][1])
    return bool(left and right) and not alike(left[0], right[0])


def _same_letters(one: str, other: str) -> bool:
    """Equal but for one letter."""
    return len(one) == len(other) >= 5 and sum(a != b for a, b in zip(one.lower(), other.lower(), strict=False)) == 1


def _answers(name: Word, word: Word, *, strict: bool = False) -> bool:
    """Whether a word renders the name; strictly where both sides write the same alphabet and names keep their letters."""
    if word.text == name.text:
        return True
    if strict and word.text[:1].isupper() and _other_consonant(name.text, word.text):
        return False
    return same_name(name.sounds, word.sounds)


def _certainty(name: Word, word: Word, known: frozenset[str]) -> float:
    if name.text in known and word.text not in known - {word.text}:
        return 0.93
    if _same_letters(name.text, word.text):
        return 0.9
    return 0.75 if len(name.sounds) >= 4 else 0.6


def _exchanged(
    names: list[Word], words: tuple[Word, ...], source: str, language: str, known: frozenset[str], seen: set[int]
) -> list[NameFault]:
    """A name of the source that nothing answers, where a foreign name of the translation answers nothing."""
    source_words = words_of(source)
    free = [
        name
        for name in names
        if id(name) not in seen and _is_personal(name) and not any(_answers(name, word) for word in words)
    ]
    foreign = [
        word
        for word in words
        if len(word.text) >= 4
        and word.text[0].isupper()
        and not word.text.isupper()
        and len(word.sounds) > 1
        and word.text not in source
        and word.text.lower() not in calendar_and_countries(language) | _title_words(language)
        and not any(
            same_name(word.sounds, other.sounds) or same_name(other.sounds, word.sounds) for other in source_words
        )
    ]
    for name in free:
        for word in foreign:
            if _same_neighbour(name, word, source_words, words, caseless=False):
                return [NameFault(name, word, "exchanged", 0.9 if name.text in known else 0.85)]
    inside = [word for word in foreign if not word.initial]
    if len(free) == 1 and len(inside) == 1 and not free[0].initial:
        return [NameFault(free[0], inside[0], "exchanged", 0.9 if free[0].text in known else 0.5)]
    return []


def _countries(
    source_words: tuple[Word, ...], words: tuple[Word, ...], source_language: str, target_language: str
) -> list[NameFault]:
    """Countries whose name in the target language is known, and misspelt by one letter."""
    expected = _country_names(source_language, target_language)
    faults = []
    for name in source_words:
        forms = expected.get(name.text.lower(), ())
        stems = [form[: max(4, len(form) - 2)] for form in forms if len(form) >= 5]
        if not stems or any(stem in word.text.lower() for stem in stems for word in words):
            continue
        for word in words:
            if any(_other_consonant(stem, word.text.lower()) or _swapped(stem, word.text.lower()) for stem in stems):
                faults.append(NameFault(name, word, "misspelt", 0.93))
                break
    return faults


def _swapped(stem: str, word: str) -> bool:
    """Equal to the stem but for one letter inside."""
    head = word[: len(stem)]
    wrong = [at for at, (a, b) in enumerate(zip(stem, head, strict=False)) if a != b]
    return (
        len(head) == len(stem) >= 5 and len(wrong) == 1 and 0 < wrong[0] < len(stem) - 1 and len(word) <= len(stem) + 6
    )


@cache
def _country_names(source_language: str, target_language: str) -> dict[str, tuple[str, ...]]:
    """Country in one word of the source language, in lower case -> its names in the target language."""
    found: dict[str, tuple[str, ...]] = {}
    targets = locales_of(target_language)
    for locale in locales_of(source_language):
        for code, name in locale.territories.items():
            forms = [str(target.territories.get(code, "")).lower() for target in targets]
            if " " not in str(name) and len(code) == 2:
                found[str(name).lower()] = tuple(form for form in forms if form and " " not in form)
    return found


def _is_personal(name: Word) -> bool:
    return not name.initial and len(name.sounds) > 1 and name.text.lower() not in _title_words("en")


def _same_neighbour(
    name: Word, word: Word, source_words: tuple[Word, ...], words: tuple[Word, ...], *, caseless: bool
) -> bool:
    """Whether both stand on the same side of one further name: `Elin Jones` and `Lartin Jones`."""
    for step in (-1, 1):
        left, right = _beside(name, source_words, step, caseless=False), _beside(word, words, step, caseless=caseless)
        if left is None or right is None or len(left.sounds) < 2 or left.text.lower() in _title_words("en"):
            continue
        if left.text == right.text or (len(left.sounds) > 2 and same_name(left.sounds, right.sounds)):
            return True
    return False


def _beside(word: Word, words: tuple[Word, ...], step: int, *, caseless: bool) -> Word | None:
    """The capitalised word right before or after, with one space between."""
    at = words.index(word) + step
    if not 0 <= at < len(words):
        return None
    other = words[at]
    gap = other.start - word.end if step > 0 else word.start - other.end
    return other if gap == 1 and (caseless or other.text[0].isupper()) and not (step > 0 and other.initial) else None
