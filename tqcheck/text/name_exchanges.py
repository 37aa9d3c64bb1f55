"""Another name in the place of one: a name of the source that nothing renders, and a name of the translation that renders nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.dictionary import is_known
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import displacement, same_neighbour
from tqcheck.text.name_rendering import folded
from tqcheck.text.name_words import NOUNS_IN_CAPITALS, Word
from tqcheck.text.places import place_names

THRESHOLD = 2.5


def find_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """Pairs of a lost name and a stranger, the likeliest first."""
    scored = [(exchange_score(name, word, pair), name, word) for name in pair.lost for word in pair.strangers]
    for score, name, word in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if score >= THRESHOLD:
            yield NameFault(name, word, "exchanged", 0.93 if score >= THRESHOLD + 1 else 0.8)


def exchange_score(name: Word, word: Word, pair: NamePair) -> float:
    return sum(exchange_features(name, word, pair).values())


def exchange_features(name, word, pair):
    doc = pair.document
    owners = doc.owners.get(folded(word.text), set())
    ours = {folded(other.text) for other in pair.names}
    f = {}
    f["usual"] = 0.75 * min(2, sum(doc.renderings.get(folded(name.text), {}).values()))
    f["owned"] = 1.5 if owners and owners.isdisjoint(ours) else 0
    f["neighbour"] = 1.5 if same_neighbour(name, word, pair.capitals, pair.words, pair.renders) else 0
    f["s_known"] = -0.5 if is_known(name.text.lower(), pair.source_language) else 0.5
    k = is_known(word.text.lower(), pair.target_language)
    f["t_known"] = -0.5 if k else 1 if k is False else 0
    f["only"] = 1 if len(pair.lost) == 1 == len(pair.strangers) else 0
    d = displacement(name, word, pair.source, pair.target)
    f["place"] = 0.5 if d < 0.2 else -1 if d > 0.4 else 0
    f["initial"] = -1 * name.initial -.5* word.initial
    f["place_name"] = -1 if name.text.lower() in place_names(pair.source_language, pair.target_language) else 0
    if len(name.text) < 4: f["short"] = -1
    if not f["owned"] and not f["neighbour"]:
        if pair.caseless: f["x"] = -3
        if primary(pair.target_language) in NOUNS_IN_CAPITALS and len(word.text) > 10: f["x"] = -1
    return f
