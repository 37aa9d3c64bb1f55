"""Hanyu Pinyin of Chinese characters, and which of them transcribe foreign names."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import regex

from tqcheck.text.tables import table


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for rank in ("first", "second"):
        for row in table("pinyin")[rank].split():
            reading, _, characters = row.partition("=")
            for character in characters:
                found[character].append(reading)
    return {character: tuple(readings) for character, readings in found.items()}


def readings_of(character: str) -> tuple[str, ...]:
    """Readings of a character without tones, ü as u, the commonest first; empty for what the table does not hold."""
    return _readings().get(character, ())


@cache
def transcribing() -> frozenset[str]:
    """Characters with which Chinese writes foreign names."""
    return frozenset("".join(table("sounds")["Han"]["transcribing"].split()))


@cache
def _words() -> regex.Pattern[str]:
    words = {*table("sounds")["Han"]["words"].split(), *table("han_words")["inside"].split()}
    return regex.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


def is_transcription(run: str) -> bool:
    """Whether a run of characters that transcribe is more than common words of them, such as 大约 and 森林."""
    rest = _words().sub(" ", run)
    return rest == run or any(len(part) > 1 for part in rest.split())


@cache
def pure() -> frozenset[str]:
    """Characters that hardly stand but in names."""
    return frozenset("".join(table("sounds")["Han"]["pure"].split()))


@cache
def _edges() -> frozenset[str]:
    return frozenset(table("han_words")["edges"].split())


def bare_run(text: str, start: int, end: int) -> tuple[int, int]:
    """A run of characters that transcribe without those at its ends that make a common word with their neighbour: 加拿大 in 加拿大大使."""
    while end > start and text[end - 1] not in pure() and text[end - 1 : end + 1] in _edges():
        end -= 1
    while start < end and start and text[start] not in pure() and text[start - 1 : start + 1] in _edges():
        start += 1
    return start, end


def sounds_of_han(character: str) -> tuple[str, ...]:
    """The consonants of a character in the classes of `sounds.sounds_of`, by its commonest reading: its head, and a nasal end."""
    reading = next(iter(readings_of(character)), "")
    if not reading or reading == "er":
        return ("lr?",) if reading else ()
    initials: dict[str, str] = table("sounds")["Han"]["initials"]
    head = initials.get(reading[:2]) or initials.get(reading[0], "")
    return ((head,) if head else ()) + (("nm",) if reading.endswith(("n", "ng")) else ())
