"""Words that look alike in two languages and mean different things: the look-alike in place of the meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from tqcheck.text.word_patterns import WordPattern, compile_words, fold, table_language

FAR = 0.45
"""Share of a long sentence beyond which the look-alike stands too far from the source word to render it."""
LONG = 90
"""Characters from which a sentence is long enough for that."""


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """An entry read in one direction; lists as in `word_patterns`.

    Attributes:
        word: source words.
        lookalike: their look-alikes in the translation.
        meaning: what the source words mean, in the language of the translation.
        rendered: source words that the look-alike would render rightly.
    """

    word: str
    lookalike: str
    meaning: str
    rendered: str


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A look-alike found: its place, that of the source word, and the meaning lost."""

    start: int
    end: int
    source: tuple[int, int]
    meaning: str


def find_false_friends(source: str, target: str, source_language: str, target_language: str) -> Iterator[Mistaken]:
    """Look-alikes in the translation for which the source has the false friend and no word that justifies them."""
    languages = table_language(source_language), table_language(target_language)
    given, said = fold(source, source_language), fold(target, target_language)
    if not _any_word(*languages).search(given):
        return
    for entry in _entries(*languages):
        word = compile_words(entry.word, languages[0]).search(given)
        if word is None:
            continue
        found = _nearest(compile_words(entry.lookalike, languages[1]), said, word.start() / len(given))
        if found is None or _is_justified(entry, languages, given, said):
            continue
        if not _is_name(source, word.span(), target, found, languages[0]):
            yield Mistaken(*found, word.span(), _shown(entry.meaning))


def _nearest(pattern: WordPattern, said: str, place: float) -> tuple[int, int] | None:
    """The match that stands most nearly where the source word does."""
    spans = [match.span() for match in pattern.finditer(said)]
    if not spans:
        return None
    best = min(spans, key=lambda span: abs(span[0] / len(said) - place))
    too_far = len(said) > LONG and abs(best[0] / len(said) - place) > FAR
    return None if too_far else best


def _is_name(source: str, place: tuple[int, int], target: str, found: tuple[int, int], language: str) -> bool:
    """Whether both words are written as names, or the source's is: "Eden Hazard", "Desert Island Discs", "the Advocate"."""
    word, said = source[slice(*place)], target[slice(*found)]
    if not word[:1].isupper() or (word == source[: place[1]].strip("\"'“”„«» ") and word != said):
        return False
    return (
        word == said
        or (language != "de" and said[:1].isupper())
        or (language != "de" and source[: place[0]].strip() != "")
    )


def _shown(meaning: str) -> str:
    """The first meaning that is a whole word; "" where the table has stems only."""
    whole = next((word for word in meaning.split() if "*" not in word), "")
    return whole.replace("_", " ").replace("~", " … ")


def _is_justified(entry: FalseFriend, languages: tuple[str, str], given: str, said: str) -> bool:
    """Whether the meaning is rendered somewhere, or another word of the source asks for the look-alike."""
    return bool(
        compile_words(entry.meaning, languages[1]).search(said)
        or compile_words(entry.rendered, languages[0]).search(given)
    )


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    folder = files("tqcheck.text.data").joinpath("false_friends")
    found: dict[str, dict[str, list[str]]] = {}
    for resource in sorted(folder.iterdir(), key=lambda item: item.name):
        if resource.name.endswith(".toml"):
            for direction, lines in tomllib.loads(resource.read_text(encoding="utf-8")).items():
                found[direction] = found.get(direction, {}) | lines  # a direction may go on in another file
    return found


@lru_cache(maxsize=64)
def _entries(source_language: str, target_language: str) -> tuple[FalseFriend, ...]:
    """What the tables hold for a direction: lines read forwards and lines of the other direction read backwards."""
    forwards = _tables().get(f"{source_language}-{target_language}", {})
    backwards = _tables().get(f"{target_language}-{source_language}", {})
    found = [FalseFriend(left, right, meaning, other) for left, (right, meaning, other) in forwards.items() if meaning]
    found += [FalseFriend(right, left, other, meaning) for left, (right, meaning, other) in backwards.items() if other]
    return tuple(found)


@lru_cache(maxsize=64)
def _any_word(source_language: str, target_language: str) -> WordPattern:
    """All source words of a direction at once: most sentences hold none."""
    return compile_words(" ".join(entry.word for entry in _entries(source_language, target_language)), source_language)
