"""Names that both sides write in Latin letters, with a letter doubled, dropped, another or two exchanged: Zoran, Zroan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.letter_habits import oddness
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_adaptations import is_adaptation
from tqcheck.text.name_letters import TRANSCRIBING
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import nearest, same_neighbour
from tqcheck.text.name_rendering import APART, are_adapted, endings_of, is_latin
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_words import Word
from tqcheck.text.places import place_forms
from tqcheck.text.sounds import sounds_of, strong

_CERTAINTY = 0.85
_LEAST, _LONG = 5, 6
"""Letters of the shortest name; _LONG: of the shortest in which a letter too many or too few is seen."""
_STEM = 4
"""Letters of the shortest stem before an ending."""
_ENDINGS = {"fi": 5, "et": 4, "hu": 4, "tr": 4}
"""Letters of the longest ending of names, compounds of Finnish (Artibonitejoen) among them; of other languages with cases: _CASES."""
_CASES, _PLURAL = 3, 1
_KEPT_END = 2
_VOWELS, _BEFORE_H = frozenset("aeiou"), frozenset("cs")
_FLEETING = 2
"""Letters from a vowel that comes and goes to the end of the stem: Vettel, Vettla; Tracey, Tracy."""
_SILENT = frozenset("hjwy")
"""Letters that languages leave out and add: Othello, Otello."""


def find_kept_misprints(pair: NamePair) -> Iterator[NameFault]:
    """Names that stand in the translation less often than in the source, and near them a new word that is one slip away."""
    names = list(_missed(pair))
    words = [word for word in pair.words if _is_new(word, pair)] if names else []
    for name in names:
        plain = folded(name.text)
        for word in nearest(name, pair.source, words, pair.target):
            if is_adaptation(name.text, word.text):
                continue
            if not _is_slip(plain, folded(word.text), pair) or is_known(word.text.lower(), pair.target_language):
                continue
            if _is_name(name, word, pair):
                yield NameFault(name, word, "misspelt", _CERTAINTY)
                break


def _missed(pair: NamePair) -> Iterator[Word]:
    """Names that stand in the translation less often than in the source."""
    said = Counter(folded(name.text) for name in pair.capitals)
    written = [folded(word.text) for word in pair.words]
    for name in pair.capitals:
        plain = folded(name.text)
        if len(plain) >= _LEAST and _is_latin(name) and _renderings(plain, written) < said[plain]:
            yield name


def _is_latin(word: Word) -> bool:
    return word.text[0] < "\u0250" and word.text[0].isupper() and not word.text.isupper()


def _is_new(word: Word, pair: NamePair) -> bool:
    """Whether a word stands nowhere else on either side, and is no person's name."""
    own = word.text
    return (
        len(own) >= _LEAST
        and _is_latin(word)
        and folded(own) not in pair.document.sentences[0]
        and own not in pair.source
        and pair.document.words[own] < 2
        and not is_person(own)
    )


def _is_name(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether what is misspelt is a name that the language keeps, by tables and by the words around."""
    forms = place_forms(name.text, pair.source_language, pair.target_language)
    kept = folded(name.text) in map(folded, forms)
    if kept or (forms and is_latin(pair.target)):
        return kept
    if is_person(name.text) and not name.initial and primary(pair.target_language) not in TRANSCRIBING:
        return True
    known = is_known(name.text.lower(), pair.source_language) and not is_person(name.text)
    doubtful = known or is_common(name.text, pair.source_language)
    return not doubtful or same_neighbour(name, word, pair.capitals, pair.words, pair.renders)


def _renderings(plain: str, written: list[str]) -> int:
    """How many words are the name (folded), an ending aside."""
    return sum(other.startswith(plain) or (len(other) >= _STEM and plain.startswith(other)) for other in written)


def _is_slip(name: str, word: str, pair: NamePair) -> bool:
    """Whether a stem of the name and one of the word are one slip apart; what differs at the end alone are endings."""
    heard = bool({primary(pair.source_language), primary(pair.target_language)} & TRANSCRIBING)
    if (_are_bare(pair) or _is_doubled(name, word)) and _is_one_slip(name, word, heard=heard):
        return True
    if word.startswith(name[:-_KEPT_END]) or name.startswith(word[:-_KEPT_END]):
        return False
    inflected = bool(endings_of(pair.target_language)) and primary(pair.target_language) not in _ENDINGS
    return any(
        _is_one_slip(one, other, heard=heard) and not (inflected and _is_shortened(one, other))
        for one in _stems(name, pair.source_language)
        for other in _stems(word, pair.target_language)
        if one == name or other == word
    )


def _are_bare(pair: NamePair) -> bool:
    """Whether names stand without endings on both sides: no cases, Turkish ones behind an apostrophe, or Latin words in another script."""
    inflected = {code for code in (pair.source_language, pair.target_language) if endings_of(code)}
    return not {primary(code) for code in inflected} - APART or not is_latin(pair.target)


def _is_doubled(name: str, word: str) -> bool:
    """Whether a word is the name with one letter twice and two letters or more behind it: Ullman, Ullmman."""
    doubles = range(1, len(word) - _KEPT_END)
    return any(word[at] == word[at - 1] and word[:at] + word[at + 1 :] == name for at in doubles)


def _is_shortened(name: str, word: str) -> bool:
    """Whether a word has one letter where the name has it twice, as Slavic and Baltic endings follow it: Solihull, Solihulu."""
    return any(name[:at] + name[at + 1 :] == word for at in range(1, len(name)) if name[at] == name[at - 1])


def _stems(word: str, language: str) -> list[str]:
    """The word, and what endings may leave of it."""
    longest = _ENDINGS.get(primary(language), _CASES if endings_of(language) else _PLURAL)
    return [word[: len(word) - cut] for cut in range(longest + 1) if len(word) - cut >= _STEM]


def _is_one_slip(name: str, word: str, *, heard: bool) -> bool:
    """One slip between the first and the last letter.

    `heard`: the language writes names as they sound, and may write fewer letters, but none that stand oddly together.
    """
    if name[0] != word[0] or name[-1] != word[-1] or name == word or abs(len(name) - len(word)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(name, word, strict=False)) if a != b), min(len(name), len(word)))
    left, right = name[at:], word[at:]
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return True
    heard = heard and oddness(word) <= oddness(name)
    if len(left) == len(right):
        same_digraph = left[1:2] == "h" and {left[0], right[0]} <= _BEFORE_H
        return left[1:] == right[1:] and not (heard or same_digraph or are_adapted(name, word, at))
    longer, shorter = sorted((left, right), key=len, reverse=True)
    if longer[1:] != shorter or max(len(name), len(word)) < _LONG or _is_habit(name[:at], longer):
        return False
    return not heard or (bool(strong(sounds_of(longer[0]))) and longer[0] not in (longer[1:2], name[at - 1]))


def _is_habit(head: str, tail: str) -> bool:
    """Whether languages leave out or add the first letter of `tail`, behind `head`: Othello, Louisiana, Tracey, Vettel's Vettla, aa."""
    if tail[0] in _SILENT:
        return True
    doubled = tail[0] in (tail[1:2], head[-1])
    return tail[:2] == "ou" or (tail[0] in _VOWELS and (len(tail) == _FLEETING or doubled))
