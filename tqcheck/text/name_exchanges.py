"""Another name in the place of one: a name of the source that nothing renders, and a name of the translation that renders nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_rendering import folded, name_likeness, one_alphabet
from tqcheck.text.name_signs import letters_alike, signs_of
from tqcheck.text.name_words import CASELESS, NOUNS_IN_CAPITALS, UNSPACED, Word
from tqcheck.text.sounds import strong
from tqcheck.text.tables import table

_WORTH = 0.5
"""Weight of the signs from which a pair is reported; _SURE: with the certainty of a major finding."""
_SURE = 2.5
_ALIKE = 0.2
"""Likeness of letters beyond the half from which two words are one name, spelt differently; _HEARD: of consonants, in two alphabets."""
_HEARD = 0.6
_FEW = 2


def find_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """Pairs of a lost name and a stranger, or of any two that stand beside the same name; the likeliest first."""
    scored = [(weigh(signs, pair), name, word) for name, word, signs in exchange_candidates(pair)]
    for weight, name, word in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if weight >= _WORTH:
            yield NameFault(name, word, "exchanged", 0.92 if weight >= _SURE else round(1 / (1 + exp(-weight)), 2))


def exchange_candidates(pair: NamePair) -> Iterator[tuple[Word, Word, dict[str, float]]]:
    """Names and words that may stand for each other, with their signs."""
    if not pair.strangers or not pair.names:
        return
    for name in pair.names:
        for word in pair.strangers:
            if not strong(name.sounds) or pair.renders(name, word) or _is_one_name(name, word):
                continue
            if pair.document.together[folded(name.text), folded(word.text)] > 1:
                continue  # rendered so throughout: Najdžel is Nigel by another alphabet's habits
            signs = signs_of(name, word, pair)
            if signs["lost"] or signs["fewer"] or signs["beside"]:
                yield name, word, signs


def _is_one_name(name: Word, word: Word) -> bool:
    """Whether the two are so much alike that they are one name in two spellings, which is another fault or none."""
    if one_alphabet(name.text, word.text):
        return letters_alike(name.text, word.text) >= _ALIKE
    return name_likeness(name, word) >= _HEARD and max(strong(name.sounds), strong(word.sounds)) > _FEW


def weigh(signs: Mapping[str, float], pair: NamePair) -> float:
    """The weight of the signs: log odds that one name stands for another, in texts of which half have such an error."""
    weights = _weights()[kind_of(pair.source_language, pair.target_language)]
    return weights["bias"] + sum(weights.get(sign, 0.0) * strength for sign, strength in signs.items())


def kind_of(source_language: str, target_language: str) -> str:
    """The kind of language pair whose weights hold: by spaces, capitals, and nouns in capitals."""
    codes = {primary(source_language), primary(target_language)}
    if codes & UNSPACED:
        return "unspaced"
    return "caseless" if codes & CASELESS else "nouns" if codes & NOUNS_IN_CAPITALS else "cased"


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Kind of language pair -> sign -> weight."""
    return {kind: dict(weights) for kind, weights in table("name_signs").items()}
