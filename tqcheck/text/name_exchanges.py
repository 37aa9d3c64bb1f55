"""Another name in the place of one: a name of the source that nothing renders, and a name of the translation that renders nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.fault_weights import certainty_of, kind_of, weigh
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_compounds import holds_name, is_noun_of_source, is_noun_of_target
from tqcheck.text.name_hints import is_hinted
from tqcheck.text.name_letters import TRANSCRIBING
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_places import completes, nearest, same_neighbour
from tqcheck.text.name_rendering import SAME, name_likeness, one_alphabet, rendering_distance
from tqcheck.text.name_rivals import Rivals
from tqcheck.text.name_signs import letters_alike, signs_of
from tqcheck.text.name_spellings import ADAPTED, folded
from tqcheck.text.name_words import Word, is_unspaced
from tqcheck.text.place_words import is_part_of_place
from tqcheck.text.sounds import strong
from tqcheck.text.temperature_scales import scale_names
from tqcheck.text.transliteration import heard, heard_inside
from tqcheck.text.unvowelled import is_unvowelled

_WORTH, _WORTH_OF_KIND = 0.5, {"nouns": 0.0, "unspaced": 0.6}
"""Weight of the signs from which a pair is reported; less where nouns have capitals, whose fit is the surer of strangers."""
_ALIKE, _ALIKE_BEHIND = 0.15, 0.3
"""Likeness of letters beyond the half from which two words are one name, and from which two are that begin otherwise; _HEARD: of
consonants, in two alphabets; _ALMOST: in one."""
_HEARD, _ALMOST = 0.6, 0.75
_AKIN, _SAME, _SAME_RUN = -0.3, 0.55, 0.7
"""Weight (`transliteration`) from which words with nearly the same consonants are one name, and from which any words are, or a run of
characters and a name in it, one wrong letter being granted."""
_UNLIKE = -1.5
"""Weight below which a run of characters and a name are not one, whatever their consonants (メディナ, ランターニュ)."""
_INSIDE = 1.0
"""Weight from which a name is part of a word that lost its spaces."""
_FEW, _MANY = 2, 3
_SURELY = 0.5
"""Likeness from which a word renders a name without doubt."""
_LONGER = 2.7
"""Consonants of a run of characters and of a name, by those of the shorter one, beyond which the run is more than the name."""


def find_exchanges(pair: NamePair) -> Iterator[NameFault]:
    """Pairs of a lost name and a stranger, or of any two that stand beside the same name; the likeliest first."""
    scored = [(_weight(name, word, signs, pair), name, word) for name, word, signs in exchange_candidates(pair)]
    worth = _worth(pair)
    for weight, name, word in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if weight >= worth:
            yield NameFault(name, word, "exchanged", certainty_of(weight))


def _weight(name: Word, word: Word, signs: dict[str, float], pair: NamePair) -> float:
    """The weight of the signs; the costly one, which speaks against an exchange, is read last."""
    weight = weigh("exchanged", signs, pair)
    return weigh("exchanged", signs | hints(name, word, pair), pair) if weight >= _worth(pair) else weight


def _worth(pair: NamePair) -> float:
    return _WORTH_OF_KIND.get(kind_of(pair.source_language, pair.target_language), _WORTH)


def hints(name: Word, word: Word, pair: NamePair) -> dict[str, float]:
    """The sign that other words name the one or the other after all."""
    return {"hinted": float(not pair.unspaced and is_hinted(name, word, pair))}


def exchange_candidates(pair: NamePair) -> Iterator[tuple[Word, Word, dict[str, float]]]:
    """Names and words that may stand for each other, with their signs."""
    if not pair.strangers or not pair.names:
        return
    strangers = [
        word
        for word in pair.strangers
        if not (
            _is_scale(word, pair.target_language)
            or _is_heard(word, pair)
            or _is_alluded(word, pair)
            or is_unvowelled(word, pair)
        )
    ]
    others: Rivals | None = None
    for name in pair.names:
        if _is_scale(name, pair.source_language) or is_noun_of_source(name, pair):
            continue
        for word in nearest(name, pair.source, strangers, pair.target):
            if not strong(name.sounds) or pair.renders(name, word) or pair.is_usual(name, word):
                continue
            if not (name in pair.lost or name in pair.fewer or _have_one_neighbour(name, word, pair)):
                continue
            if is_noun_of_target(word, pair) or _are_one(name, word, pair):
                continue
            others = others or Rivals.of(pair)
            signs = signs_of(name, word, pair, others)
            if not _is_added(word, signs, pair):
                yield name, word, signs


def _have_one_neighbour(name: Word, word: Word, pair: NamePair) -> bool:
    return same_neighbour(name, word, pair.names, pair.words, pair.renders)


def _is_scale(word: Word, language: str) -> bool:
    """Whether a word names a temperature scale, which a translator converts: Fahrenheit, Celzijusa."""
    return word.text.lower().startswith(scale_names(language))


def _is_alluded(word: Word, pair: NamePair) -> bool:
    """Whether the source has the country of whose name the word is a part."""
    return is_part_of_place(word.text, pair.target_language, pair.source, pair.source_language)


def _are_one(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether the two are one name in two spellings, or rendered so throughout (Najdžel is Nigel), or one person's two names."""
    document = pair.document
    if (
        holds_name(name, word, pair)
        or _is_one_name(name, word)
        or _is_respelt(name, word, pair)
        or document.are_one_person(name.text, word.text)
    ):
        return True
    return document.together[folded(name.text), folded(word.text)] > 1 and not document.is_kept(name.text)


def _is_added(word: Word, signs: dict[str, float], pair: NamePair) -> bool:
    """Whether the translation adds the other name of a person, where the source has none in its place: Captain Halkett, Craig Halkett."""
    placed = signs["beside"] and not signs["name common"]
    return not placed and completes(word, pair, pair.document.are_one_person)


def _is_respelt(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a language that writes foreign names as they sound has the same consonants: Gjorge, Đorđe."""
    codes = {primary(pair.source_language), primary(pair.target_language)}
    return bool(codes & TRANSCRIBING) and strong(name.sounds) > 1 and name_likeness(name, word) >= SAME


def _is_heard(word: Word, pair: NamePair) -> bool:
    """Whether some name of the source is the word in other letters, nearly: it is no other name, though it may be misspelt.

    A name that other words render as often as the source has it needs no further word.
    """
    if is_unspaced(word.text):
        return False
    names = [name for name in nearest(word, pair.target, pair.names, pair.source) if not is_unspaced(name.text)]
    others = [name for name in names if strong(name.sounds) > 1 and heard(name.text, word.text)]
    return any(not _has_enough(name, pair) and _is_one_name(name, word) for name in others)


def _has_enough(name: Word, pair: NamePair) -> bool:
    """Whether as many words render a name as the source has it, and leave no doubt."""
    words = pair.renderings_of(name)
    return (
        bool(words)
        and name not in pair.fewer
        and all(pair.is_usual(name, word) or name_likeness(name, word) >= _SURELY for word in words)
    )


def _is_one_name(name: Word, word: Word) -> bool:
    """Whether the two are so much alike that they are one name in two spellings, which is another fault or none."""
    if one_alphabet(name.text, word.text):
        same = (
            _begin_alike(name, word)
            and name_likeness(name, word) >= _ALMOST
            and min(strong(name.sounds), strong(word.sounds)) > _FEW
        )
        return same or letters_alike(name.text, word.text) >= (_ALIKE if _begin_alike(name, word) else _ALIKE_BEHIND)
    if (sound := heard(name.text, word.text)) is not None:
        run = is_unspaced(name.text) or is_unspaced(word.text)
        if run and sound.score < _UNLIKE:
            return False
        if run and _has_all_consonants(name, word):
            return True
        near = rendering_distance(name, word, 0) < _FEW and (not run or _are_as_long(name, word))
        as_long = not run or strong(word.sounds) + strong(name.sounds) <= _LONGER * min(
            strong(word.sounds), strong(name.sounds)
        )
        if (sound.repaired >= (_SAME_RUN if run else _SAME) and as_long) or (near and (run or sound.score > _AKIN)):
            return True
        return not run and heard_inside(name.text, word.text) >= _INSIDE
    return name_likeness(name, word) >= _HEARD and max(strong(name.sounds), strong(word.sounds)) > _FEW


def _has_all_consonants(name: Word, word: Word) -> bool:
    """Whether a run of characters and a name have the same consonants: all of three or more, or as many of two (伯奇, Birch)."""
    fewest, most = sorted((strong(name.sounds), strong(word.sounds)))
    if fewest < _FEW or rendering_distance(name, word, 0, int(fewest == _FEW)):
        return False
    return fewest > _FEW or most - fewest <= 1


def _begin_alike(name: Word, word: Word) -> bool:
    """Whether two words begin with letters that languages exchange; Ionescu and Popescu share what many surnames end with."""
    heads = frozenset((folded(name.text)[0], folded(word.text)[0]))
    return len(heads) == 1 or heads in ADAPTED


def _are_as_long(name: Word, word: Word) -> bool:
    """Whether a name and a run of characters have nearly as many consonants, more than three."""
    sizes = strong(name.sounds), strong(word.sounds)
    return min(sizes) > _MANY and max(sizes) - min(sizes) < _FEW
