"""Fits how scripts write down names in Latin letters (tqcheck/text/data/transliteration), on CLDR and the development half.

    python -m corpora.fit_transliteration tqcheck/text/data/transliteration

Pairs of a name and its transcription are countries and cities of CLDR in English and another language, and the names that translators of
the development half transcribed (`corpora.rules.attested`). A joint multigram model by expectation maximisation; what is kept of it are
the logarithms of how much likelier two blocks of letters are together than apart.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

from corpora.generators.name import names_of
from corpora.generators.name_forms import likeness
from corpora.generators.records import Corpus
from corpora.rules.attested import attested_names
from corpora.rules.clean_pairs import Selection, read_documents
from tqcheck.text.places import place_names
from tqcheck.text.transliteration import letters_of, writes_down

LANGUAGES = "ru uk bg sr mk be kk ar fa ur hi mr ne bn ta te el he ko ja zh".split()  # noqa: SIM905
_BLOCKS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_ROUNDS = 8
_RARE = 1.5
"""Expected number of uses from which a block is kept."""
_LEAST = 3
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
                heard = max(words, key=lambda word: likeness(word.text, name), default=None)
                if heard is not None and likeness(heard.text, name) > 0.7 and writes_down(heard.text):
                    yield name, heard.text


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
