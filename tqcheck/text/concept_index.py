"""The entries of the concept lexicon by how they begin, so that a text is read once whatever the number of entries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from tqcheck.text.compared_words import FRAME
from tqcheck.text.concepts import Entry, entries
from tqcheck.text.word_expressions import UNSPACED


@dataclass(frozen=True, slots=True)
class ConceptIndex:
    """Entries by their first word (whole, or what it begins or ends with); by their text where words have no spaces.

    `framed`: those that hold other words in their middle, by what opens them.
    """

    whole: dict[str, list[Entry]]
    beginnings: dict[str, list[Entry]]
    endings: dict[str, list[Entry]]
    longest: int
    framed: dict[str, list[tuple[str, Entry]]]


@cache
def concept_index(code: str) -> ConceptIndex:
    """The entries of a table language, indexed."""
    whole, beginnings, endings = (defaultdict[str, list[Entry]](list) for _ in range(3))
    framed = defaultdict[str, list[tuple[str, Entry]]](list)
    for entry in entries(code):
        if FRAME in entry.parts[0].letters:
            opener, _, closing = entry.parts[0].letters.partition(FRAME)
            framed[opener].append((closing, entry))
        elif code in UNSPACED:
            whole[" ".join(part.letters for part in entry.parts)].append(entry)
        else:
            first = entry.parts[0]
            (endings if first.ending else beginnings if first.reach else whole)[first.letters].append(entry)
    longest = max(map(len, (*whole, *beginnings)), default=0)
    return ConceptIndex(dict(whole), dict(beginnings), dict(endings), longest, dict(framed))
