"""What the bilingual dictionary knows of the development texts: words it holds, how many of them it finds rendered, and in strangers.

    python -m corpora.measure_dictionary

Clean translations with their source, sentence by sentence as they are aligned without the embedded model; a stranger is the translation of
a sentence of another text in the languages, of about the same length. Prints a row for every language that stands beside English.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpora.fit_detached import chosen_items
from corpora.paired_texts import read_pairs
from tqcheck.align.renderings import count_rendered
from tqcheck.model import Pair
from tqcheck.text.bilingual_table import count_headwords
from tqcheck.text.word_patterns import table_language

SEED = 5
SHORTEST = 4
"""English words that the dictionary must know of a sentence, so that it counts."""
LENGTHS = (0.6, 1.6)
"""Length of a stranger to what it stands for."""


def strangers(texts: Sequence[tuple[str, list[Pair]]]) -> Iterator[Pair]:
    """Every pair with the translation of another text's sentence in the place of its own."""
    dice = random.Random(SEED)
    for name, pairs in texts:
        others = [pair.target for other, found in texts if other != name for pair in found if pair.target is not None]
        for pair in pairs:
            size = len(pair.target.text) if pair.target else 1
            near = [one for one in others if LENGTHS[0] <= len(one.text) / size <= LENGTHS[1]]
            if near:
                yield replace(pair, target=dice.choice(near))


def share(pairs: Sequence[Pair]) -> tuple[int, float]:
    """Sentences that count, and the mean share of their known words that are rendered."""
    counted = [(found, found + left) for found, left in map(count_rendered, pairs) if found + left >= SHORTEST]
    return len(counted), sum(found / known for found, known in counted) / max(1, len(counted))


def main() -> None:
    """Print the table."""
    texts = defaultdict[tuple[str, str], list[tuple[str, list[Pair]]]](list)
    for item in chosen_items()[0]:
        texts[item.languages].append((item.id, read_pairs(item, "TQ101")))
    rows, words = defaultdict[str, list[Pair]](list), Counter[str]()
    wrong = defaultdict[str, list[Pair]](list)
    for languages, own in sorted(texts.items()):
        language = table_language(languages[1] if languages[0] == "en" else languages[0])
        if "en" not in languages:
            continue
        rows[language] += [pair for _, pairs in own for pair in pairs]
        wrong[language] += strangers(own)
        words[language] = count_headwords(language)
    print("| language | headwords | sentences | known words rendered | in strangers |\n| --- | --- | --- | --- | --- |")
    for language in sorted(rows):
        if words[language]:
            (count, right), (_, stray) = share(rows[language]), share(wrong[language])
            print(f"| {language} | {words[language]:,} | {count} | {right:.2f} | {stray:.2f} |")


if __name__ == "__main__":
    main()
