"""Two spellings of one name within a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, permutations

from tqcheck.text.dictionary import is_known
from tqcheck.text.document_names import DocumentNames
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_skeleton import name_skeleton
from tqcheck.text.name_slips import is_letter_slip
from tqcheck.text.name_words import is_unspaced
from tqcheck.text.proper_names import NameUse
from tqcheck.text.tables import table

_Uses = Mapping[str, list[NameUse]]


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Spelling -> all spellings of that name, from the table."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in table("name_variants")["groups"]:
        for spelling in group:
            found[spelling] |= set(group)
    return {spelling: frozenset(group) for spelling, group in found.items()}


def find_variants(
    uses: Iterable[NameUse], language: str, kept: Collection[str] = frozenset()
) -> Iterator[tuple[list[NameUse], list[NameUse], float]]:
    """(uses of the rarer spelling, uses of the commoner one, confidence) for each name spelt in two ways.

    A spelling that differs from several forms of a name (Pheonixu from Phoenix, Phoenixa) is said once. `kept` are the words of the source:
    what stands there may be kept beside the language's own name of it (Napoli, the club, and Nápoles).
    """
    words: defaultdict[str, list[NameUse]] = defaultdict(list)
    for use in uses:
        words[_base(use.word)].append(use)
    pairs: dict[frozenset[str], tuple[str, str, float]] = {}
    for one, other, confidence in _candidates(words, language):
        if not (_are_two_languages(one, other, language) or _is_original(one, other, kept, language)):
            pairs.setdefault(frozenset((one, other)), (one, other, confidence))
    partners = Counter(word for pair in pairs for word in pair)
    said: set[str] = set()
    for one, other, confidence in pairs.values():
        rare, common = sorted(
            (one, other), key=lambda word: (-partners[word], len(words[word]), -words[word][0].segment.span.start)
        )
        if rare not in said:
            said.add(rare)
            yield words[rare], words[common], confidence


def _is_original(one: str, other: str, kept: Collection[str], language: str) -> bool:
    """Whether the source has one of the spellings, which the language does not know, and the other one is a word of the language."""
    return any(
        own in kept and word not in kept and is_known(word.lower(), language) and not is_known(own.lower(), language)
        for own, word in ((one, other), (other, one))
    )


def _are_two_languages(one: str, other: str, language: str) -> bool:
    """Whether one is a word of English, kept in a title, and the other the same word of the text's own language: China, Čína."""
    if primary(language) == "en" or one in _groups():
        return False
    pairs = ((one.lower(), other.lower()), (other.lower(), one.lower()))
    return any(is_known(kept, "en") and is_known(own, language) and not is_known(kept, language) for kept, own in pairs)


def _is_title(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _base(word: str) -> str:
    for ending in ("'s", "’s", "'", "’"):
        word = word.removesuffix(ending)
    return word


def _candidates(words: _Uses, language: str) -> Iterator[tuple[str, str, float]]:
    for word in words:
        for other in sorted(_groups().get(word, ())):
            if other > word and other in words:
                yield word, other, 0.95
    if primary(language) not in ("de", "lb"):
        yield from _slips({word: uses for word, uses in words.items() if _is_title(word)})
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for word, uses in words.items():
        if len(word) >= 4 and not word.isupper() and not all(use.initial for use in uses):
            by_key[name_skeleton(word)].append(word)
    for key in sorted(by_key):
        for one, other in combinations(sorted(by_key[key]), 2):
            if other not in _groups().get(one, ()) and _one_name(words[one], words[other], one, other, language):
                yield one, other, 0.85


def _slips(words: _Uses) -> Iterator[tuple[str, str, float]]:
    """A name written once that differs in one inner letter from one written more often, endings aside."""
    often = {word: uses for word, uses in words.items() if len(word) >= 5 and not word.isupper()}
    by_letter: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in often:
        by_letter[word[0], len(word) // 4].append(word)
        by_letter[word[0], len(word) // 4 + 1].append(word)
    seen: set[tuple[str, str]] = set()
    for group in by_letter.values():
        for one, other in combinations(sorted(set(group)), 2):
            if (one, other) not in seen and _is_slip(one, other):
                seen.add((one, other))
                if min(len(words[one]), len(words[other])) == 1 and not _all_initial(words[one], words[other]):
                    yield one, other, 0.7


def _is_slip(one: str, other: str) -> bool:
    """Two letters exchanged or one replaced inside, at least three letters before the end."""
    short = min(len(one), len(other))
    if abs(len(one) - len(other)) > 3 or one.startswith(other) or other.startswith(one):
        return False
    first = next(at for at in range(short) if one[at] != other[at])
    if not 1 <= first <= short - 3:
        return False
    swapped = one[first : first + 2] == other[first : first + 2][::-1]
    step = 2 if swapped else 1
    tail, other_tail = one[first + step :], other[first + step :]
    common = next(
        (at for at, (a, b) in enumerate(zip(tail, other_tail, strict=False)) if a != b), min(len(tail), len(other_tail))
    )
    return common >= max(3, min(len(tail), len(other_tail)) - 2)


def _all_initial(left: list[NameUse], right: list[NameUse]) -> bool:
    return all(use.initial for use in left) or all(use.initial for use in right)


def _one_name(left: list[NameUse], right: list[NameUse], one: str, other: str, language: str) -> bool:
    """Whether the two spellings can be one name: not an ending, not two people with different surnames."""
    if one.lower() == other.lower() or one.replace("-", "").lower() == other.replace("-", "").lower():
        return False
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if primary(language) != "en" and shared >= min(len(one), len(other)) - 2:
        return False  # the end differs: a case, a gender, a plural
    if _is_umlaut_plural(one, other, language):
        return False
    surnames = {_neighbour(use) for use in left}, {_neighbour(use) for use in right}
    known = [names - {""} for names in surnames]
    return not all(known) or not known[0].isdisjoint(known[1])


_UMLAUTS = str.maketrans("äöü", "aou")


def _is_umlaut_plural(one: str, other: str, language: str) -> bool:
    """Whether two forms of a German noun differ by an umlaut alone: Tochter, Töchter. "Muller" is no German word."""
    plain = one.lower(), other.lower()
    return (
        primary(language) == "de"
        and plain[0].translate(_UMLAUTS) == plain[1].translate(_UMLAUTS)
        and all(is_known(word, language) for word in plain)
    )


def _neighbour(use: NameUse) -> str:
    return name_skeleton(use.after) if use.after else ""


def find_run_variants(document: DocumentNames) -> Iterator[tuple[str, str]]:
    """(once, more often): two runs of katakana or Chinese characters for one name of the source, but for one character the same."""
    for renderings in document.renderings.values():
        runs = [(word, number) for word, number in renderings.items() if is_unspaced(word)]
        for (rare, once), (common, often) in permutations(sorted(runs), 2):
            if once == 1 < often and is_letter_slip(common, rare):
                yield rare, common
