"""What speaks for and against a word of the translation standing where a name of the source should: the signs that are weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from tqcheck.text.caseless_signs import signs_without_capitals
from tqcheck.text.dictionary import has_known_stem, is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.foreign_letters import foreignness
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_places import (
    contradicted_order,
    displacement,
    is_expansion,
    is_reduction,
    same_edges,
    same_neighbour,
)
from tqcheck.text.name_rendering import is_latin, name_likeness, one_alphabet
from tqcheck.text.name_rivals import Rivals, is_clear
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import CASELESS, NOUNS_IN_CAPITALS, UNSPACED, Word, is_unspaced, words_of
from tqcheck.text.places import is_place, place_forms
from tqcheck.text.sounds import strong

_SHORT = 4
_LONG = 10
"""Letters of a German capitalised word beyond which it is a compound noun rather than a name."""


def signs_of(name: Word, word: Word, pair: NamePair, others: Rivals) -> dict[str, float]:
    """Name of each sign -> its strength, 0 where it is absent; most are 0 or 1."""
    caseless = {primary(pair.source_language), primary(pair.target_language)} & CASELESS
    own = signs_without_capitals(name, word, pair) if caseless else {}
    own |= _signs_of_rivals(name, word, pair, others)
    return (own | _signs_of_place(name, word, pair) | _signs_of_name(name, pair) | _signs_of_word(word, pair)) | {
        "likeness": name_likeness(name, word),
        "alike": float(name_likeness(name, word) >= 0.6),
        "letters alike": letters_alike(name.text, word.text),
        "nearly": float(pair.distance(name, word, 2) == 1),
        "one alphabet": float(one_alphabet(name.text, word.text)),
        "lost and unknown": float(name in pair.lost and _known(name, pair.source_language) is False),
        "both unknown": float(
            _known(name, pair.source_language) is False and _known(word, pair.target_language) is False
        ),
        "both places": float(
            bool(place_forms(name.text, pair.source_language, pair.target_language))
            and is_place(word.text, pair.source_language, pair.target_language)
        ),
    }


def _signs_of_place(name: Word, word: Word, pair: NamePair) -> dict[str, float]:
    apart = displacement(name, word, pair.source, pair.target)
    return {
        "beside": float(same_neighbour(name, word, pair.names, pair.words, pair.renders)),
        "near": float(apart < 0.1),
        "far": float(apart > 0.3),
        "order": contradicted_order(name, word, pair),
        "expansion": float(is_expansion(name, word, pair)),
        "reduction": float(is_reduction(name, word, pair)),
        "last lost": float(not _others(name, pair.lost, pair.source_language)),
        "last stranger": float(not _others(word, pair.strangers, pair.target_language)),
        "edges": float(same_edges(name, word, pair.source, pair.target)),
    }


def _signs_of_rivals(name: Word, word: Word, pair: NamePair, others: Rivals) -> dict[str, float]:
    lost, strangers = others.beside(name, word)
    source, target = pair.source_language, pair.target_language
    capitals = not {primary(source), primary(target)} & (CASELESS | UNSPACED)
    clear = (
        capitals and is_clear(name.text, source, target),
        capitals and is_clear(word.text, target, source),
    )
    return {
        "alone": float(len(others.lost) == 1 == len(others.strangers)),
        "as many": float(lost == strangers),
        "lost names": min(3.0, lost),
        "strangers": min(3.0, strangers),
        "name clear": float(clear[0]),
        "word clear": float(clear[1]),
        "both clear": float(all(clear)),
    }


def _others(one: Word, words: Sequence[Word], language: str) -> int:
    """How many other words of some are clearly names: in no dictionary, and in no letters of common words."""
    return sum(
        word.text != one.text
        and not is_common(word.text, language)
        and not is_known(word.text.lower(), language)
        and foreignness(word.text, language) >= 0
        for word in words
    )


def _signs_of_name(name: Word, pair: NamePair) -> dict[str, float]:
    language, known = pair.source_language, _known(name, pair.source_language)
    renderings = pair.document.renderings.get(folded(name.text), Counter[str]())
    elsewhere = pair.document.sentences[0][folded(name.text)] > 1
    return {
        "lost": float(name in pair.lost),
        "fewer": float(name in pair.fewer),
        "name kept": float(name.text in pair.target),
        "name known": float(known is True),
        "name common": float(is_common(name.text, language)),
        "name foreign": foreignness(name.text, language),
        "name unknown": float(known is False),
        "name person": float(is_person(name.text)),
        "name place": float(bool(place_forms(name.text, language, pair.target_language))),
        "name usual": min(2.0, renderings.total()),
        "name initial": float(name.initial and primary(language) not in CASELESS and not elsewhere),
        "name short": float(strong(name.sounds) < 2),
        "name long": float(strong(name.sounds) > 3),
        "name loud": float(name.text.isupper()),
        "headline": float(_is_headline(pair.source)),
        "name caseless": float(primary(language) in CASELESS),
        "name unspaced": float(is_unspaced(name.text)),
        "name noun": float(primary(language) in NOUNS_IN_CAPITALS),
    }


@lru_cache(maxsize=64)
def _is_headline(text: str) -> bool:
    """Whether most words of a text have a capital, so that it tells nothing."""
    words = words_of(text)
    return len(words) > 3 and sum(word.text[0].isupper() for word in words) > 0.6 * len(words)


def _signs_of_word(word: Word, pair: NamePair) -> dict[str, float]:
    language, known = pair.target_language, _known(word, pair.target_language)
    owners = pair.document.owners.get(folded(word.text), set())
    present = {folded(other.text) for other in pair.names}
    return {
        "word known": float(known is True),
        "word common": float(is_common(word.text, language)),
        "word foreign letters": foreignness(word.text, language),
        "word unknown": float(known is False),
        "word stem known": float(known is False and has_known_stem(word.text.lower(), language)),
        "word person": float(is_person(word.text)),
        "word place": float(is_place(word.text, pair.source_language, language)),
        "word kin": float(pair.document.are_kin(folded(word.text), present)),
        "word foreign": float(bool(owners) and owners.isdisjoint(present)),
        "word repeated": float(pair.document.words[word.text] > 1),
        "word initial": float(word.initial and primary(language) not in CASELESS),
        "word short": float(len(word.text) < _SHORT and not is_unspaced(word.text)),
        "word long": float(len(word.text) > _LONG),
        "word caseless": float(primary(language) in CASELESS),
        "word unspaced": float(is_unspaced(word.text)),
        "word noun": float(primary(language) in NOUNS_IN_CAPITALS),
        "word other script": float(is_latin(word.text) != is_latin(pair.target)),
    }


def letters_alike(name: str, word: str) -> float:
    """Share of letters that two words of one alphabet have in common beyond the half; 0 for two alphabets."""
    if not one_alphabet(name, word):
        return 0.0
    return max(0.0, SequenceMatcher(None, folded(name), folded(word), autojunk=False).ratio() - 0.5)


def _known(word: Word, language: str) -> bool | None:
    return None if is_unspaced(word.text) else is_known(word.text.lower(), language)
