"""One country or city in the place of another: Slovakia for Slovenia, Austria for Australia, Genoa for Geneva."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_rendering import endings_of
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import UNSPACED, Word, words_of
from tqcheck.text.places import place_keys

_LEAST = 4
"""Letters of the shortest name of a place, and of the stem by which an adjective of it is known."""
_ADJECTIVE = 3
"""Letters that an adjective may lack at the end of the country's name (Slovenia, Slovene)."""
_SIMILAR = 0.6
"""Likeness of two names from which one is easily written for the other."""
_UNLIKE = 0.85
"""Certainty of one country for another whose name is unlike, where a script without spaces leaves only tables to tell names."""
_GLUED = frozenset("وبلكفا") | frozenset("ובלכמשה")


def find_place_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """The one place that only the source names, and the one place that only the translation names, where their names are similar."""
    named, rendered = _named(pair.source, pair.source_language), _named(pair.target, pair.target_language)
    lost = {
        key for key in named if key not in rendered and _is_absent(pair.target, pair.target_language, key, rendered)
    }
    added = {key for key in rendered if key not in named and _is_absent(pair.source, pair.source_language, key, named)}
    if len(lost) != 1 or len(added) != 1:
        return
    left, right = lost.pop(), added.pop()
    same = pair.renders(named[left], rendered[right]) or _is_city_of(left, right)
    if same:
        return
    if _are_similar(left, right, pair):
        yield NameFault(named[left], rendered[right], "exchanged", 0.93)
    elif pair.unspaced and left.isalpha() and right.isalpha():
        yield NameFault(named[left], rendered[right], "exchanged", _UNLIKE)


def _is_city_of(left: str, right: str) -> bool:
    """Whether one of the names begins the other, or ends it as a word: Mexico and Mexico City, Africa and South Africa."""
    one, other = (place_keys("en").get(key, ("-",))[0] for key in (left, right))
    return one.startswith(other) or other.startswith(one) or one.endswith(f" {other}") or other.endswith(f" {one}")


def _are_similar(left: str, right: str, pair: NamePair) -> bool:
    for language in ("en", pair.source_language, pair.target_language):
        one, other = (_forms(language).get(key, ("",))[0] for key in (left, right))
        if SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SIMILAR:
            return True
    return False


@cache
def _forms(language: str) -> dict[str, tuple[str, ...]]:
    """Key of a place -> its names in one word, in small letters without accents."""
    return {
        key: tuple(dict.fromkeys(folded(name) for name in names))
        for key, names in place_keys(language).items()
        if names and all(" " not in name for name in names)
    }


@cache
def _by_head(language: str) -> dict[str, list[tuple[str, str, str]]]:
    """First letters -> (stem, name, key), for lookup."""
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for key, names in _forms(language).items():
        for name in names:
            if len(name) >= _LEAST:
                stem = name[: max(_LEAST, len(name) - endings_of(language))]
                found[stem[:_LEAST]].append((stem, name, key))
    return dict(found)


def _named(text: str, language: str) -> dict[str, Word]:
    """Key of each place that the text names -> the word."""
    if primary(language) in UNSPACED:
        return _named_unspaced(text, language)
    found: dict[str, Word] = {}
    for word in words_of(text):
        for form in _bare(folded(word.text)):
            known = _by_head(language).get(form[:_LEAST], ())
            fits = [(len(stem), key) for stem, name, key in known if _is_form(form, stem, name, language)]
            if fits:
                longest = max(fits)[0]
                found |= {key: word for size, key in fits if size == longest}
                break
    return found


def _bare(word: str) -> list[str]:
    """The word, and what stands behind one or two letters that Arabic and Hebrew glue to it."""
    return [word[cut:] for cut in range(3) if cut == 0 or (word[:1] in _GLUED and len(word) - cut >= _LEAST)]


def _is_form(word: str, stem: str, name: str, language: str) -> bool:
    longest = len(name) + (_LEAST if endings_of(language) else 1)
    return word.startswith(stem) and len(word) <= longest


def _named_unspaced(text: str, language: str) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for name, key in sorted(
        ((name, key) for key, names in _forms(language).items() for name in names), key=lambda item: -len(item[0])
    ):
        at = text.find(name) if len(name) > 1 else -1
        if at >= 0 and not any(word.start <= at < word.end for word in found.values()):
            found[key] = replace(_EMPTY, start=at, end=at + len(name), text=name)
    return found


_EMPTY = Word(0, 0, "", initial=False)


def _is_absent(text: str, language: str, key: str, named: Mapping[str, Word]) -> bool:
    """Whether a text, which names some places in one word, holds neither an adjective of another nor its longer name."""
    names = place_keys(language).get(key, ())
    said = folded(text) if any(" " in name for name in names) else ""
    if not names or any(folded(name) in said for name in names if " " in name):
        return False
    return not _alludes(text, language, key, named)


def _alludes(text: str, language: str, key: str, named: Mapping[str, Word]) -> bool:
    """Whether a word of the text that names no other place begins as the place does: an adjective, its people."""
    stems = [name[: max(_LEAST, len(name) - _ADJECTIVE)] for name in _forms(language).get(key, ())]
    if primary(language) in UNSPACED:
        for word in named.values():
            text = text.replace(word.text, " ")
        return any(name[:2] in text for name in stems)
    others = {word.start for word in named.values()}
    forms = (form for word in words_of(text) if word.start not in others for form in _bare(folded(word.text)))
    return any(form.startswith(stem) for form in forms for stem in stems)
