"""Fits which pairs of letters betray a foreign name in a language without capitals (tqcheck/text/data/foreign_letters.toml).

    python -m corpora.fit_foreign_letters tqcheck/text/data/foreign_letters.toml

Names are the countries and cities of CLDR and what translators of the development half made of names (`corpora.rules.attested`); words are
those of the same translations and of simplemma's dictionary.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import log
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from corpora.generators.name import names_of
from corpora.generators.records import Corpus, Pair
from corpora.generators.text import words_of
from corpora.rules.attested import attested_names
from corpora.rules.clean_pairs import Selection, read_documents
from tqcheck.text.places import place_names
from tqcheck.text.transliteration import letters_of, writes_down

LANGUAGES = ("ar", "fa", "he", "hi")
_SAMPLE = 20_000
"""Words taken from the dictionary; a word of running text counts _RUNNING times."""
_RUNNING = 3
_SMOOTHING = 3.0
_LEAST = 0.2
"""Smallest weight that is kept."""


def _names(language: str, pairs: Iterable[Pair]) -> set[str]:
    found = {form for forms in place_names("en", language).values() for form in forms}
    attested = attested_names()
    for pair in pairs:
        found |= {word.text for word in names_of(pair, Corpus((), attested))}
    return {name for name in found if writes_down(name)}


def _words(language: str, pairs: Iterable[Pair], names: set[str]) -> list[str]:
    known = sorted(map(str, DefaultDictionaryFactory().get_dictionary(language)))
    running = {word.text for pair in pairs for word in words_of(pair.target)} - names
    found = [*known[:: max(1, len(known) // _SAMPLE)], *(sorted(running) * _RUNNING)]
    return [word for word in found if len(word) > 2 and writes_down(word)]


def _bigrams(words: Iterable[str]) -> Counter[str]:
    return Counter(one + other for word in words for one, other in pairwise(f"^{letters_of(word)}$"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    output = parser.parse_args().output
    lines = [
        "# How much likelier two letters are in foreign names than in words (logarithms): made by corpora/fit_foreign_letters.py."
    ]
    for language in LANGUAGES:
        documents = read_documents(Selection(frozenset({f"en-{language}"}), "dev", 1000))
        pairs = [pair for items in documents.values() for pair in items]
        names = _names(language, pairs)
        foreign, native = _bigrams(names), _bigrams(_words(language, pairs, names))
        sizes = foreign.total(), native.total()
        both = foreign.keys() | native.keys()
        weights = {
            pair: log((foreign[pair] + _SMOOTHING) / (sizes[0] + _SMOOTHING * len(both)))
            - log((native[pair] + _SMOOTHING) / (sizes[1] + _SMOOTHING * len(both)))
            for pair in both
        }
        rows = sorted(f"{pair}:{weight:.1f}" for pair, weight in weights.items() if abs(weight) >= _LEAST)
        print(language, len(names), "names", len(rows), "pairs of letters")
        lines += [f'{language} = """', *(" ".join(rows[at : at + 24]) for at in range(0, len(rows), 24)), '"""']
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
