"""Fits how scripts write down names in Latin letters (tqcheck/text/data/transliteration), on CLDR and the development half.

    python -m corpora.fit_transliteration tqcheck/text/data/transliteration

Pairs of a name and its transcription are countries and cities of CLDR in English and another language, the names that translators of
the development half transcribed (`corpora.rules.attested`), our table of usual names, and the names that Chinese writes with dots
between their parts in `corpora.rules.more_clean` (查尔斯·伯奇, Charles Birch). A joint multigram model by expectation maximisation; what is
kept of it are the logarithms of how much likelier two blocks of letters are together than apart.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

import regex

from corpora.generators.name import names_of
from corpora.generators.name_forms import likeness
from corpora.generators.records import Corpus
from corpora.rules.attested import attested_names
from corpora.rules.clean_pairs import Selection, read_documents
from corpora.rules.more_clean import read_more
from tqcheck.text.han_readings import transcribing
from tqcheck.text.locale_facts import primary
from tqcheck.text.places import place_names
from tqcheck.text.tables import table
from tqcheck.text.transliteration import heard, letters_of, writes_down

LANGUAGES = "ru uk bg sr mk be kk ar fa ur hi mr ne bn ta te el he ko ja zh".split()  # noqa: SIM905
_BLOCKS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_ROUNDS = 8
_RARE = 1.5
"""Expected number of uses from which a block is kept."""
_LEAST = 3
_NAME = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+")
_DOTTED = regex.compile(r"\p{Han}{1,9}(?:·\p{Han}{1,9})+")
Block = tuple[str, str]


def _pairs() -> Iterator[tuple[str, str]]:
    """(name in Latin letters, its transcription)."""
    for language in LANGUAGES:
        for name, forms in place_names("en", language).items():
            yield from ((name, form) for form in forms if writes_down(form))
    documents = read_documents(Selection(frozenset(f"en-{code}" for code in LANGUAGES), "dev", 1000))
    names = attested_names()
    for items in documents.values():
        for pair in items:
            words = names_of(pair, Corpus((), names))
            for name in names.get(pair.source, frozenset()):
                found = max(words, key=lambda word: likeness(word.text, name), default=None)
                if found is not None and likeness(found.text, name) > 0.7 and writes_down(found.text):
                    yield name, found.text
    yield from _usual_names()
    yield from _dotted_names()


def _usual_names() -> Iterator[tuple[str, str]]:
    for language, rows in table("usual_names").items():
        for row in str(rows).split():
            name, _, forms = row.partition(":")
            yield from (
                (name, form) for form in forms.split("/") if primary(language) in LANGUAGES and writes_down(form)
            )


def _dotted_names() -> Iterator[tuple[str, str]]:
    """Parts of a name in as many words as the one with dots has, where they sound most alike of all such names of the sentence."""
    pairs = (pair for items in read_more(Selection(frozenset({"en-zh"}), "dev", 100_000)).values() for pair in items)
    for pair in pairs:
        names = [match[0].split() for match in _NAME.finditer(pair.source)]
        for match in _DOTTED.finditer(pair.target):
            parts = match[0].split("·")
            likely = [name for name in names if len(name) == len(parts)]
            best = max(likely, key=lambda name: _alike(name, parts), default=[])
            if best and _alike(best, parts) > 0:
                yield from (
                    (name, part) for name, part in zip(best, parts, strict=True) if transcribing().issuperset(part)
                )


def _alike(name: Sequence[str], parts: Sequence[str]) -> float:
    sounds = (heard(one, other) for one, other in zip(name, parts, strict=True))
    return sum(sound.score for sound in sounds if sound is not None)


def _steps(letters: str, signs: str) -> Iterator[tuple[int, int, int, int, Block]]:
    """Every block that can end at (i, j): (i, j, letters, signs, block)."""
    for i in range(len(letters) + 1):
        for j in range(len(signs) + 1):
            for a, b in _BLOCKS:
                if i >= a and j >= b:
                    yield i, j, a, b, (letters[i - a : i], signs[j - b : j])


def _expect(letters: str, signs: str, likely: dict[Block, float], counts: defaultdict[Block, float]) -> None:
    """Adds the expected uses of each block in one pair, by forward and backward sums."""
    steps = list(_steps(letters, signs))
    forward: defaultdict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for i, j, a, b, block in steps:
        forward[i, j] += forward[i - a, j - b] * likely.get(block, 0.0)
    end = (len(letters), len(signs))
    backward: defaultdict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for i, j, a, b, block in reversed(steps):
        backward[i - a, j - b] += backward[i, j] * likely.get(block, 0.0)
    if forward[end] > 0:
        for i, j, a, b, block in steps:
            counts[block] += forward[i - a, j - b] * likely.get(block, 0.0) * backward[i, j] / forward[end]


def _fit(pairs: Sequence[tuple[str, str]]) -> dict[Block, float]:
    """Blocks with their weights."""
    blocks = Counter(block for letters, signs in pairs for *_, block in _steps(letters, signs))
    likely: dict[Block, float] = {}
    total = sum(blocks.values())
    for block, number in blocks.items():
        likely[block] = number / total * (0.2 if not (block[0] and block[1]) else 1.0)
    counts: defaultdict[Block, float] = defaultdict(float)
    for _ in range(_ROUNDS):
        counts = defaultdict(float)
        for letters, signs in pairs:
            _expect(letters, signs, likely, counts)
        total_count = sum(counts.values())
        likely = {block: number / total_count for block, number in counts.items() if number > 0.05}
    return _weigh(counts, pairs)


def _weigh(counts: dict[Block, float], pairs: Sequence[tuple[str, str]]) -> dict[Block, float]:
    """How much likelier two blocks are together than their letters are by chance."""
    sides = [Counter("".join(pair[side] for pair in pairs)) for side in (0, 1)]
    sizes = [sum(side.values()) for side in sides]
    total = sum(counts.values())

    def chance(letters: str, side: int) -> float:
        return sum(log(sides[side][letter] / sizes[side]) for letter in letters)

    return {
        block: log(number / total) - chance(block[0], 0) - chance(block[1], 1)
        for block, number in counts.items()
        if number >= _RARE
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    by_script: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, written in _pairs():
        pair = letters_of(name), letters_of(written)
        if min(map(len, pair)) >= _LEAST and max(map(len, pair)) < 3 * min(map(len, pair)):
            by_script[writes_down(written)].add(pair)
    folder.mkdir(exist_ok=True)
    for script, pairs in sorted(by_script.items()):
        weights = _fit(sorted(pairs))
        rows = sorted(f"{letters}={signs}:{weight:.1f}" for (letters, signs), weight in weights.items())
        print(f"{script}: {len(pairs)} names, {len(rows)} blocks")
        head = "# Names in Latin letters and how the script writes them: blocks and weights, made by corpora/fit_transliteration.py."
        lines = [" ".join(rows[at : at + 16]) for at in range(0, len(rows), 16)]
        (folder / f"{script}.toml").write_text(
            head + '\nweights = """\n' + "\n".join(lines) + '"""\n', encoding="utf-8"
        )


if __name__ == "__main__":
    main()
