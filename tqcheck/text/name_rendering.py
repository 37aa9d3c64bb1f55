"""Whether a word of the translation renders a name of the source: kept, inflected, adapted or transcribed."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text.dictionary import is_known
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_spellings import ADAPTED, are_other_words, folded, is_serbian_twin, without_possessive
from tqcheck.text.name_words import CASELESS, Word, is_unspaced
from tqcheck.text.sounds import (
    OPTIONAL,
    Sounds,
    distance,
    distance_inside,
    edits,
    likeness,
    softened,
    sounds_of,
    strong,
)
from tqcheck.text.transliteration import heard

_INFLECTING = frozenset("sr hr bs sl mk bg ru uk be pl cs sk lt lv fi et hu tr is el ro hy ka".split())  # noqa: SIM905
SAME = 0.99
"""Likeness of two words that sound the same."""
_MANY = 3
"""Consonants from which a common word that begins with them all is taken for the name."""
_FAINT, _FAINT_RUN, _HEARD, _CLEARLY, _CLEAR = -0.3, 0.1, 0.5, 0.9, 2.0
"""Weight (`transliteration`) from which a word in another script renders a name whose consonants it has, and from which a run does; from
which any word does, from which a common word or a part of a run of characters does, and from which it leaves no doubt."""
_FEW = 2
_INSIDE = 0.6
"""Share of its consonants that a run of katakana or Chinese characters has in common with the name that it holds."""
_SHARED = 4
"""Letters at the head from which two words of one alphabet are taken for one name with different endings."""
_SOFTENED, _FRONT = frozenset(map(frozenset, ("cs", "cz", "tz"))), frozenset("eiyj")
"""Letters that are exchanged before some vowels alone (Alice, Alise), and these vowels."""
_PREFIXES = {0x6: "وبلكفا", 0x5: "ובלכמשה"}
"""Letters that Arabic and Hebrew write before a name without a space: and, in, to, as, the... By block of the alphabet."""
APART = frozenset({"tr"})
"""Languages that set case endings apart from names by an apostrophe."""


@lru_cache(maxsize=16384)
def endings_of(language: str) -> int:
    """Consonants that case endings of a language may add to a name."""
    return 2 if primary(language) in _INFLECTING else 0


def one_alphabet(left: str, right: str) -> bool:
    """Whether two words are written in letters of one block (both Latin, both Cyrillic...)."""
    return _block(left[0]) == _block(right[0])


@lru_cache(maxsize=4096)
def is_latin(text: str) -> bool:
    """Whether most of the letters are Latin."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char < "\u0250" for char in letters) > len(letters)


def _block(char: str) -> int:
    code = ord(char)
    return 0 if code < 0x250 else code >> 8


def tail_of(language: str) -> int:
    """Consonants that a language's case endings add to a name in its own alphabet."""
    code = primary(language)
    return 3 if code in _INFLECTING or code == "ko" else 1 if code in CASELESS else 2


def rendering_distance(name: Word, word: Word, endings: int, gap: int = 1, tail: int = 3) -> int:
    """0: the word renders the name; 1: but for one consonant; 2 and more: it is another word.

    `endings`, `gap` and `tail` as in `sounds.distance`. A name of vowels alone renders everything: nothing can be said of it.
    """
    if name.text == word.text or not strong(name.sounds) or is_serbian_twin(name.text, word.text):
        return 0
    if is_unspaced(name.text) != is_unspaced(word.text):
        return _unspaced_distance(name, word, gap)
    if one_alphabet(name.text, word.text):
        return _letter_distance(name, word, endings, gap)
    pairs = ((own, sounds) for own in _variants(name) for sounds in _variants(word))
    return min(distance(own, sounds, endings, gap, tail) for own, sounds in pairs)


def consonants_apart(name: Word, word: Word, source_language: str, target_language: str) -> int:
    """`rendering_distance` in two languages."""
    return _apart(name.text, word.text, endings_of(source_language), tail_of(target_language))


@lru_cache(maxsize=65536)
def _apart(name: str, word: str, endings: int, tail: int) -> int:
    return rendering_distance(_alone(name), _alone(word), endings, 1, tail)


@lru_cache(maxsize=65536)
def renders(name: str, word: str, endings: int) -> bool:
    """Whether a word renders a name, all consonants being heard."""
    if one_alphabet(name, word) and _begin_apart(name, word):
        return False
    return rendering_distance(_alone(name), _alone(word), endings) == 0


def name_likeness(name: Word, word: Word) -> float:
    """Share of consonants that a name and a word have in common, whatever their languages glue to them; 1 where they are the same."""
    return _name_likeness(name.text, word.text)


@lru_cache(maxsize=65536)
def _name_likeness(name_text: str, word_text: str) -> float:
    name, word = _alone(name_text), _alone(word_text)
    if name.text == word.text or is_serbian_twin(name_text, word_text):
        return 1.0
    if (sound := heard(name.text, word.text)) is not None:
        return min(1.0, max(0.0, sound.score / _CLEAR))
    if is_unspaced(name.text) != is_unspaced(word.text):
        latin, run = (word, name.sounds) if is_unspaced(name.text) else (name, word.sounds)
        return max(likeness(softened(latin.text), run), likeness(softened(latin.text.removesuffix("s")), run))
    return max(likeness(own, sounds) for own in _variants(name) for sounds in _variants(word))


def is_same(name: Word, word: Word) -> bool:
    """Whether a word is the name in the same letters but for accents, or sounds the same in another alphabet (Anna, Анна)."""
    if one_alphabet(name.text, word.text):
        return folded(name.text) == folded(word.text)
    return name_likeness(name, word) >= SAME


def _alone(text: str) -> Word:
    """A word without its place."""
    return Word(0, 0, text, initial=False)


def could_render(name: Word, word: Word, source_language: str, target_language: str) -> bool:
    """Whether the word can render the name; a common word of a script without capitals must sound clearly like it."""
    return _could_render(name.text, word.text, source_language, target_language)


@lru_cache(maxsize=65536)
def _could_render(name_text: str, word_text: str, source_language: str, target_language: str) -> bool:
    if one_alphabet(name_text, word_text) and _begin_apart(name_text, word_text):
        return False
    name, word = _alone(name_text), _alone(word_text)
    unspaced = is_unspaced(word.text) or is_unspaced(name.text)
    common = not unspaced and (_is_common(word.text, target_language) or _is_common(name.text, source_language))
    if is_serbian_twin(name_text, word_text):
        return True
    apart = consonants_apart(name, word, source_language, target_language)
    may_sound = apart < _FEW or (apart == _FEW and strong(name.sounds) > _MANY) or unspaced
    if strong(name.sounds) and may_sound and (sound := heard(name.text, word.text)) is not None:
        if sound.score >= (_CLEARLY if common or unspaced else _HEARD):
            return True
        return not apart and not common and sound.score >= (_FAINT_RUN if unspaced else _FAINT)
    if apart:
        return False
    return unspaced or not common or strong(name.sounds) > _MANY or name_likeness(name, word) >= SAME


def _begin_apart(name: str, word: str) -> bool:
    """Whether two words of one alphabet begin so differently that neither renders the other: spares nine of ten comparisons."""
    letter, head = _beginning(name)
    other, heard = _beginning(word)
    return (
        letter != other
        and bool(head)
        and bool(heard)
        and head.isdisjoint(heard)
        and not folded(word).endswith(folded(name))
    )


@lru_cache(maxsize=16384)
def _beginning(text: str) -> tuple[str, frozenset[str]]:
    """First letter, and the letters of the sounds up to the first that no transcription leaves out; no sounds where one might."""
    sounds = sounds_of(text)
    first = next((at for at, sound in enumerate(sounds) if strong((sound,))), _MANY)
    return folded(text)[:1], frozenset("".join(sounds[: first + 1])) - {OPTIONAL} if first < _MANY else frozenset()


def _is_common(word: str, language: str) -> bool:
    return primary(language) in CASELESS and bool(is_known(word, language))


def _unspaced_distance(name: Word, word: Word, gap: int) -> int:
    """As `rendering_distance` where one of them is a run of katakana or Chinese characters: it may hold more than the name."""
    latin, run = (word, name.sounds) if is_unspaced(name.text) else (name, word.sounds)
    for sounds in {softened(latin.text), softened(latin.text.removesuffix("s"))}:
        if strong(sounds) and distance_inside(sounds, run, gap) == 0 and likeness(sounds, run) >= _INSIDE:
            return 0
    sounds = softened(latin.text)
    parts = {run, run[1:], run[:-1]} if len(run) > len(sounds) > _FEW else {run}
    return max(1, min(edits(sounds, part, gap) for part in parts))


def _variants(word: Word) -> list[Sounds]:
    """The sounds of a word, and of what stands behind letters that its language glues to names."""
    prefixes = _PREFIXES.get(_block(word.text[0]), "")
    found = [word.sounds]
    if len(word.text) > 3 and word.text[0] in prefixes:
        found.append(sounds_of(word.text[1:]))
        if word.text[1] in prefixes:
            found.append(sounds_of(word.text[2:]))
    return found


def _letter_distance(name: Word, word: Word, endings: int, gap: int) -> int:
    left, right = folded(name.text), folded(word.text)
    if (at := wrong_letter(left, right)) is not None:
        return 0 if are_adapted(left, right, at) or not strong(sounds_of(left[at] + right[at])) else 1
    if left.startswith(right) or right.startswith(left) or _shares_stem(left, right):
        return 0
    if len(left) >= _SHARED and right.endswith(left):
        return 0
    if not strong(word.sounds):
        return 2
    found = distance(name.sounds, word.sounds, endings, gap)
    if found > 1:
        return found
    bare = without_possessive(right)
    spelt = {right, bare}
    if found == 1 and bare != right:
        found, spelt = distance(name.sounds, sounds_of(bare), endings, gap), {bare}
    return 2 if found == 0 and all(are_other_words(left, stem) for stem in spelt) else found


def wrong_letter(one: str, other: str) -> int | None:
    """Where words differ that are equal but for one letter inside; an ending may follow."""
    head = other[: len(one)]
    if len(one) < _SHARED or len(head) < len(one) or len(other) > len(one) + _SHARED:
        return None
    wrong = [at for at, (a, b) in enumerate(zip(one, head, strict=True)) if a != b]
    return wrong[0] if len(wrong) == 1 and 0 < wrong[0] < len(one) - 1 else None


def are_adapted(one: str, other: str, at: int) -> bool:
    """Whether languages exchange the letters in which two words differ at a place; some only before certain vowels."""
    letters = frozenset((one[at], other[at]))
    if letters == {"g", "z"} and one[at - 1] == "d":
        return True  # Bridget, Bridžet
    return letters in ADAPTED and (letters not in _SOFTENED or one[at + 1 : at + 2] in _FRONT)


def _shares_stem(left: str, right: str) -> bool:
    """Whether two words begin alike for four letters and for most of the shorter one."""
    length = min(len(left), len(right))
    same = next((at for at in range(length) if left[at] != right[at]), length)
    return same >= max(_SHARED, 0.7 * len(left))
