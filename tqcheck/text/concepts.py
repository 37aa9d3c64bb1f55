"""A lexicon of concepts: words of each language filed under a value ("least") of an axis ("bound"), and where a text names them.

`data/opposites/*.toml` holds a table for each axis: `values` names them, and each language gives one list of words a value. Lists are
words divided by spaces: `word` = that word, `word+` = with up to four letters more (an ending), `word*` = any word that begins so,
`*word` = any that ends so, `a_b` = a phrase, `#` = a number, `a~b` = a, other words, b (Chinese). What stands behind `|` may mean the
value but need not: it is never evidence against another one.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from tqcheck.text.bare_letters import bare_letters
from tqcheck.text.transliterate import to_cyrillic

SKIP = "skip"
"""The axis of phrases that hold a word of another axis and do not mean it ("once more", "White House")."""

_REACH = {"+": 4, "*": 24}
_JOINTS = str.maketrans("'-\u200c", "___")
"""What holds two words together as a space does: also what Persian writes inside words, which hides where one ends."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of an entry: its letters, how many more may follow, and whether any may stand before."""

    letters: str
    reach: int = 0
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """What an entry means: "axis.value"; `firm` = for certain."""

    axis: str
    value: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of the lexicon and what they mean.

    Attributes:
        parts: its words in order; one piece of text in scripts without spaces.
        before, after: whether a number must stand there.
        weight: letters written; of two entries that fit, the heavier is meant.
    """

    parts: tuple[Part, ...]
    senses: tuple[Sense, ...]
    before: bool = False
    after: bool = False
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """Values that exclude one another.

    Attributes:
        strength: raw strength of a conflict on the axis, 0-1.
        negation: "near" = a negation near a word spares it, "anywhere" = one anywhere else in the sentence
            does, "ignored" = none does, "parity" = the two sides' numbers of them tell, "alike" = near, where
            these differ, "led" = as anywhere, but for the clause that the word opens, "clause" = one in its own clause,
            "ahead" = one anywhere before it (anywhere at all where verbs come last).
        excuses: value -> other senses ("axis.value") that may stand for it.
        counted: whether words that may mean a value excuse only as many others as they are more than the source's own.
        words: language -> value -> word list.
        converse: whether either value may be said of the same two things in turned order ("A before B" is "B after A").
        by_place: whether its words are compared place by place too, where a sentence has several; not names of persons and things, whose
            places change.
        capital: whether its words are written with a capital inside a sentence, too: "Mrs", "Bey".
    """

    name: str
    values: tuple[str, ...]
    strength: float
    negation: str = "near"
    excuses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: bool = False
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    by_place: bool = True
    converse: bool = False
    capital: bool = False


@cache
def axes() -> dict[str, Axis]:
    """Every axis by name, in the order of the files."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    folder = files("tqcheck.text.data").joinpath("opposites")
    for resource in sorted(folder.iterdir(), key=lambda item: item.name):
        if resource.name.endswith(".toml"):
            for name, facts in tomllib.loads(resource.read_text(encoding="utf-8")).items():
                found[name] = _joined(found[name], facts)
    plain = {name: _axis(name, facts) for name, facts in found.items() if "of" not in facts}
    return plain | {name: _crossed(name, facts, plain) for name, facts in found.items() if "of" in facts}


def _crossed(name: str, facts: dict[str, Any], plain: Mapping[str, Axis]) -> Axis:
    """An axis that borrows its values' words from others, and may list more of its own."""
    parts = {value: [_lent(part) for part in senses.split()] for value, senses in facts.pop("of").items()}
    own = _axis(name, facts)
    codes = sorted(
        {code for kinds in parts.values() for kind, *_ in kinds for code in plain[kind].words} | set(own.words)
    )
    words = {code: {value: own.words.get(code, {}).get(value, "") for value in own.values} for code in codes}
    for code, lists in words.items():
        for value, kinds in parts.items():
            for kind, lent, only_sure in kinds:
                borrowed = plain[kind].words.get(code, {}).get(lent, "")
                lists[value] = _joined_words(lists[value], borrowed.partition("|")[0] if only_sure else borrowed)
    return replace(own, words={code: _untangled(lists) for code, lists in words.items()})


def _lent(part: str) -> tuple[str, str, bool]:
    """(axis, value, whether only its sure words are borrowed) of "axis.value", or of "axis.value!"."""
    kind, _, value = part.partition(".")
    return kind, value.rstrip("!"), value.endswith("!")


def _untangled(lists: Mapping[str, str]) -> dict[str, str]:
    """The lists where no word is sure of two values: it may mean either; and of two values, what is sure of one is never the other."""
    sure = Counter(word for words in lists.values() for word, firm in list_words(words) if firm)
    found = dict[str, str]()
    for value, words in lists.items():
        firm = [word for word, is_firm in list_words(words) if is_firm and sure[word] == 1]
        vague = [word for word, _ in list_words(words) if word not in firm and (sure[word] != 1 or len(lists) > 2)]
        found[value] = " ".join((*firm, "|", *vague))
    return found


def _joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Facts of an axis from two files: where both have lists for a language, the words of each value together."""
    both = {key: _joined_lists(one[key], value) for key, value in other.items() if key in one and key != "values"}
    return one | other | both


def _joined_lists(one: str | list[str], other: str | list[str]) -> str | list[str]:
    """Each value's sure words of both lists, then those that may mean it."""
    if isinstance(one, str) or isinstance(other, str):
        return f"{one} {other}"
    return [_joined_words(*words) for words in zip(one, other, strict=True)]


def _joined_words(one: str, other: str) -> str:
    sure, _, perhaps = one.partition("|")
    surer, _, vaguer = other.partition("|")
    firm = dict.fromkeys(f"{sure} {surer}".split())
    return " ".join((*firm, "|", *(word for word in dict.fromkeys(f"{perhaps} {vaguer}".split()) if word not in firm)))


def _axis(name: str, facts: dict[str, Any]) -> Axis:
    values = tuple(facts.pop("values", (SKIP,)))
    strength, negation = facts.pop("strength", 0.9), facts.pop("negation", "near")
    counted = facts.pop("counted", False)
    by_place, converse = facts.pop("by_place", True), facts.pop("converse", False)
    capital = facts.pop("capital", False)
    excuses = {value: tuple(senses.split()) for value, senses in facts.pop("excuses", {}).items()}
    words = {
        code: lists
        if isinstance(lists, dict)
        else dict(zip(values, [lists] if isinstance(lists, str) else lists, strict=True))
        for code, lists in facts.items()
    }
    return Axis(name, values, strength, negation, excuses, counted, words, by_place, converse, capital)


def values_named(axis: Axis, senses: Sequence[Sense]) -> set[str]:
    """Values of an axis that senses may name: by themselves, sure or not, or as another axis' word that may stand for one."""
    named = {f"{sense.axis}.{sense.value}" for sense in senses}
    return {
        value
        for value in axis.values
        if f"{axis.name}.{value}" in named or not named.isdisjoint(axis.excuses.get(value, ()))
    }


@cache
def entries(code: str) -> tuple[Entry, ...]:
    """The entries of one table language; words of several axes are one entry with several senses."""
    senses: defaultdict[str, list[Sense]] = defaultdict(list)
    for axis in axes().values():
        for value, words in axis.words.get(code, {}).items():
            for word, firm in list_words(words):
                for spelling in _spellings(word, code):
                    _add(senses[spelling], Sense(axis.name, value, firm))
    return tuple(_entry(spelling, tuple(found)) for spelling, found in senses.items())


def _add(senses: list[Sense], sense: Sense) -> None:
    """Once each, and none that may be meant where it surely is: sure words of a list come first."""
    if not {sense, replace(sense, firm=True)} & set(senses):
        senses.append(sense)


def list_words(words: str) -> Iterator[tuple[str, bool]]:
    """The words of a list, each with whether it means the value for certain."""
    firm, _, maybe = words.partition("|")
    yield from ((word, True) for word in firm.split())
    yield from ((word, False) for word in maybe.split())


def _spellings(word: str, code: str) -> tuple[str, ...]:
    word = "_".join(map(bare_letters, word.translate(_JOINTS).split("_")))
    return (word, to_cyrillic(word)) if code == "sr" else (word,)


def _entry(spelling: str, senses: tuple[Sense, ...]) -> Entry:
    before, after = spelling.startswith("#"), spelling.endswith("#")
    kept = [word for word in spelling.strip("#").split("_") if word]
    parts = tuple(Part(word.strip("+*"), _REACH.get(word[-1], 0), word.startswith("*")) for word in kept)
    return Entry(parts, senses, before, after, sum(len(part.letters) for part in parts) + before + after)
