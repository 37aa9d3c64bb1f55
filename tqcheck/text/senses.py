"""Words with several meanings, rendered by the wrong one: a "race" in a marathon as a human race, «лук» in a recipe as a bow.

`data/senses/english_*.toml` holds English words: a table for each with its `forms`, its `senses` (what speaks for each), and for each
language the words that render each sense, `;` between senses. `data/senses/foreign_LANGUAGE*.toml` holds words of other languages:
forms = the senses, each the English words that render it, `@`, and what speaks for it, which is English, too, because one side always is:
names of `domains.toml`, or words and phrases (`a_b`) of its own. A second `@` brings words of the source beside it that speak for it.
Words are written as in `word_patterns`. Where a first sense has no words, the forms are phrases that decide the sense and rule out what
the others say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tqcheck.text import patterns
from tqcheck.text.word_patterns import WordPattern, compile_words, fold, table_language

ENGLISH = "en"
HINTS, HINTED_SHARE = 2, 0.25
"""Words of a sense's own cues, and share of them, that must belong to a domain so that the domain speaks for the sense, too."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning: the words that render it, and what speaks for it: domains, English words of its own, words of the source beside it."""

    words: str
    domains: tuple[str, ...] = ()
    cues: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Homonym:
    """A word of the source, its meanings, and the numbers of those that it has only where something speaks for them."""

    forms: str
    senses: tuple[Sense, ...]
    rare: frozenset[int] = frozenset()

    @property
    def rules_out(self) -> bool:
        """Whether the form decides the sense, and the table has but what another would be called: "landing gear" is no transmission."""
        return not self.senses[0].words


@lru_cache(maxsize=128)
def homonyms(source_language: str, target_language: str) -> tuple[Homonym, ...]:
    """What the tables hold for a direction; nothing where neither side is English."""
    source, target = table_language(source_language), table_language(target_language)
    if source == target or ENGLISH not in (source, target):
        return ()
    return tuple(_of_english(target) if source == ENGLISH else _of_others(source))


def find_homonyms(text: str, source_language: str, target_language: str) -> Iterator[tuple[Homonym, tuple[int, int]]]:
    """The homonyms that a source text holds, with the places of their words."""
    if not homonyms(source_language, target_language):
        return
    folded = fold(text, source_language)
    for rules_out in (False, True):  # apart, since a phrase would hide the words it is made of
        for match in _any_form(source_language, target_language, rules_out=rules_out).finditer(folded):
            for entry in _entries_of(match[0], source_language, target_language):
                if entry.rules_out == rules_out:
                    yield entry, match.span()


def domains_of(text: str) -> dict[str, frozenset[str]]:
    """What an English text speaks of: domain -> the words that tell."""
    found: dict[str, set[str]] = {}
    whole, beginnings = _domain_words()
    for match in patterns.finditer(r"[a-z][a-z'\-]+", fold(text, ENGLISH)):
        word = match[0]
        names = [*whole.get(word, ())]
        for length in range(3, len(word) + 1):
            names += beginnings.get(word[:length], ())
        for name in names:
            found.setdefault(name, set()).add(word[:5])
    return {name: frozenset(words) for name, words in found.items()}


@lru_cache(maxsize=4096)
def hinted_domains(entry: Homonym, number: int) -> frozenset[str]:
    """What a sense is about by the words of its own cues, where the table does not say so, and no other sense is about it."""
    others = frozenset[str]().union(
        *(
            {*sense.domains, *domains_of(sense.cues.replace("_", " "))}
            for place, sense in enumerate(entry.senses)
            if place != number
        )
    )
    sense = entry.senses[number]
    least = max(HINTS, HINTED_SHARE * len(sense.cues.replace("_", " ").split()))
    named = domains_of(sense.cues.replace("_", " "))
    return frozenset(name for name, words in named.items() if len(words) >= least) - others - {*sense.domains}


def cue_words(cues: str, text: str) -> frozenset[str]:
    """Which of a sense's own cues an English text holds; phrases keep their space."""
    return (
        frozenset(match[0] for match in compile_words(cues, ENGLISH).finditer(fold(text, ENGLISH)))
        if cues
        else frozenset()
    )


def _of_english(target: str) -> Iterable[Homonym]:
    rare = _rare_senses(ENGLISH)
    for name, facts in _tables("english").items():
        rendered = [part.strip() for part in str(facts.get(target, "")).split(";")]
        if len(rendered) == len(facts["senses"]):
            senses = tuple(_sense(words, cues) for words, cues in zip(rendered, facts["senses"], strict=True))
            yield Homonym(str(facts["forms"]), senses, rare.get(name, frozenset()))


def _of_others(source: str) -> Iterable[Homonym]:
    rare = _rare_senses(source)
    for entries in _files(f"foreign_{source}"):
        for forms, senses in entries.items():
            yield Homonym(
                forms,
                tuple(_sense(*map(str.strip, sense.split("@"))) for sense in senses),
                rare.get(forms.split()[0], frozenset()),
            )


def _sense(words: str, cues: str = "", beside: str = "") -> Sense:
    known, entries = _domains(), cues.split()
    own = " ".join(cue for cue in entries if cue not in known)
    return Sense(words, tuple(cue for cue in entries if cue in known), own, beside)


@cache
def _rare_senses(language: str) -> dict[str, frozenset[int]]:
    """Of each word the senses that `rare.toml` names, counted from 0."""
    found = dict[str, frozenset[int]]()
    for number, words in _tables("rare").get(language, {}).items():
        for word in str(words).split():
            found[word] = found.get(word, frozenset()) | {int(number) - 1}
    return found


@cache
def _tables(prefix: str) -> dict[str, dict[str, Any]]:
    found = dict[str, dict[str, Any]]()
    for tables in _files(prefix):
        for name, facts in tables.items():
            found[name] = found.get(name, {}) | facts
    return found


def _files(prefix: str) -> Iterator[dict[str, Any]]:
    """The tables of the files whose name begins with some words, by name."""
    folder = files("tqcheck.text.data").joinpath("senses")
    for resource in sorted(folder.iterdir(), key=lambda item: item.name):
        if f"{resource.name.removesuffix('.toml')}_".startswith(f"{prefix}_"):
            yield tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def _domains() -> dict[str, str]:
    return {name: str(words) for name, words in _tables("domains")["domains"].items()}


@cache
def _domain_words() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    whole, beginnings = dict[str, list[str]](), dict[str, list[str]]()
    for name, words in _domains().items():
        for word in words.split():
            (beginnings if word.endswith("*") else whole).setdefault(word.rstrip("*"), []).append(name)
    return whole, beginnings


@lru_cache(maxsize=128)
def _any_form(source_language: str, target_language: str, *, rules_out: bool) -> WordPattern:
    entries = homonyms(source_language, target_language)
    return compile_words(" ".join(entry.forms for entry in entries if entry.rules_out == rules_out), source_language)


@lru_cache(maxsize=4096)
def _entries_of(word: str, source_language: str, target_language: str) -> tuple[Homonym, ...]:
    wholes, beginnings, others = _by_words(source_language, target_language)
    found = {
        *wholes.get(word, ()),
        *(number for size in range(len(word)) for number in beginnings.get(word[: size + 1], ())),
    }
    entries = homonyms(source_language, target_language)
    found |= {number for number in others if compile_words(entries[number].forms, source_language).fullmatch(word)}
    return tuple(entries[number] for number in sorted(found))


@lru_cache(maxsize=128)
def _by_words(
    source_language: str, target_language: str
) -> tuple[dict[str, list[int]], dict[str, list[int]], list[int]]:
    """The homonyms by number: of each plain word, of each beginning, and those whose forms are more than plain words."""
    wholes, beginnings, others = dict[str, list[int]](), dict[str, list[int]](), list[int]()
    for number, entry in enumerate(homonyms(source_language, target_language)):
        pattern = compile_words(entry.forms, source_language)
        for word, begins in pattern.plain:
            (beginnings if begins else wholes).setdefault(word, []).append(number)
        if len(pattern.plain) < len(pattern.entries):
            others.append(number)
    return wholes, beginnings, others
