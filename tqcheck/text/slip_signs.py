"""What speaks for and against a word being a misspelt name of the source in another script: the signs that are weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.text.caseless_signs import signs_without_capitals
from tqcheck.text.corrections import corrections
from tqcheck.text.dictionary import has_known_stem, is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.foreign_letters import foreignness
from tqcheck.text.han_readings import is_transcription
from tqcheck.text.inflected_names import is_case_form
from tqcheck.text.letter_habits import oddness
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_hearing import as_heard, heard_best, may_be_heard
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_places import displacement, nearest, same_neighbour
from tqcheck.text.name_rendering import consonants_apart
from tqcheck.text.name_slips import is_letter_slip
from tqcheck.text.name_spellings import folded
from tqcheck.text.name_unspaced import is_pinyin_in
from tqcheck.text.name_words import CASELESS, Word, is_unspaced
from tqcheck.text.places import adjective_of, is_place, place_forms
from tqcheck.text.run_owners import is_other_run
from tqcheck.text.sounds import strong
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.transliteration import Heard, heard
from tqcheck.text.written_onto import is_written_onto

_GRANTED = 0.6
"""Weight (`transliteration`) that a word must have, one letter granted, to be a misspelling; _GAIN: what the letter must bring, in all."""
_GAIN = 1.5
_BETTER = 1.5
"""By how much, in all, a known name one slip away must sound more like the name for a word to be its misspelling without `_GAIN`."""
_APART = 2
"""Consonants in which a misspelling may differ from the name."""
_RIGHT = 2.3
"""Weight from which a word is no misspelling."""
_LEAST = 4
"""Letters of the shortest name; of the shortest run of characters _LEAST_RUN; _LEAST_SOURCE: where the source has it."""
_LEAST_RUN, _LEAST_SOURCE = 3, 2
_MOST_ODD = 3
_WELL = 3.0
"""Weight from which an unknown word renders a run of characters well enough, whatever known word is one letter away."""
_SILENT = Heard(0.0, 0.0)
_PEOPLES = ("ites", "ians", "eans", "ans", "ese", "ism", "ist", "ists", "ite", "ian", "ean")
"""English endings of peoples and beliefs, the longest first."""


def slip_candidates(pair: NamePair) -> Iterator[tuple[Word, Word, dict[str, float]]]:
    """Names and words that may be their misspellings, with their signs."""
    own = {word.text for word in pair.capitals}
    for name in pair.capitals:
        if len(name.text) < (_LEAST_SOURCE if is_unspaced(name.text) else _LEAST) or name.text.isupper():
            continue
        for word in nearest(name, pair.source, pair.words, pair.target):
            least = _LEAST_RUN if is_unspaced(word.text) else _LEAST
            if len(word.text) < least or word.text in own or not may_be_heard(*as_heard(name, word, pair)):
                continue
            if word.text.isupper() or _is_place(word, pair):
                continue
            if not (_may_transcribe(name) and _may_transcribe(word)):
                continue
            if pair.is_written(word) or _is_right(name, word, pair) or is_other_run(name, word, pair):
                continue
            signs = _signs(name, word, pair)
            if signs is not None:
                yield name, word, signs


def _may_transcribe(word: Word) -> bool:
    """Whether a word is no run of Chinese characters that are common words."""
    return not "\u4e00" <= word.text[0] <= "\u9fff" or is_transcription(word.text)


def _is_right(name: Word, word: Word, pair: NamePair) -> bool:
    """Whether a word is the name in another case or in Pinyin, its country, or renders another word, the name being common."""
    if is_unspaced(name.text) != is_unspaced(word.text) and (
        is_pinyin_in(word, name.text) or is_pinyin_in(name, word.text)
    ):
        return True
    if is_case_form(name.text, word.text, pair.source_language):
        return True
    if is_unspaced(word.text) and adjective_of(word.text, (name.text,), pair.target_language, pair.source_language):
        return True
    if is_case_form(word.text, name.text, pair.target_language):
        return True
    owned = any(other.text != name.text for other in pair.owners_of(word))
    return owned and is_written_onto(name.text, pair.source_language)


def _is_place(word: Word, pair: NamePair) -> bool:
    return not is_unspaced(word.text) and is_place(word.text, pair.source_language, pair.target_language)


def _signs(name: Word, word: Word, pair: NamePair) -> dict[str, float] | None:
    """The signs of a possible misspelling; None for what is none."""
    said, seen = as_heard(name, word, pair)
    within = is_unspaced(name.text) and _odd(word, pair) > 0
    if not within and consonants_apart(name, word, pair.source_language, pair.target_language) > _APART:
        return None
    sound = heard_best(said.text, seen.text)
    if sound is None or _is_people(said, seen, sound):
        return None
    odd = _odd(word, pair)
    slip = _usual_slip(name, word, pair)
    gain = (sound.repaired - sound.score) * len(name.text)
    granted = sound.repaired >= _GRANTED and sound.score < _RIGHT and gain >= _GAIN
    better = _corrected(name, word, sound, pair) if granted or sound.score > 0 else 0.0
    mended = _mended(said, word, sound, pair) if odd else 0.0
    strange = mended and sound.repaired >= _GRANTED and sound.score > 0
    syllables = _signs_of_syllables(said, word, sound, pair)
    if not (slip or granted or strange or any(syllables.values()) or better * len(name.text) >= _BETTER):
        return None
    return {
        "usual slip": slip,
        "correction": float(better > 0),
        "odd": float(odd),
        "odder": float(odd > oddness(name.text)),
        "mended": mended,
        "better": better,
        "score": max(-1.0, sound.score),
        "granted": sound.repaired,
        "gain": min(6.0, gain),
        "one consonant": float(pair.distance(said, seen, 2) == 1),
        "consonants": min(5.0, strong(name.sounds)),
        "same consonants": float(pair.distance(said, seen) == 0),
        **syllables,
        **_signs_of_place(name, word, pair),
        **_signs_of_words(name, word, pair),
        **(signs_without_capitals(name, word, pair) if pair.caseless else {}),
    }


def _odd(word: Word, pair: NamePair) -> int:
    """How many odd runs of letters (`letter_habits`) an unknown word has, three at most."""
    if is_unspaced(word.text) or word.text[0] > "\u024f" or is_person(word.text) or not word.text[1:].islower():
        return 0
    return 0 if is_known(word.text.lower(), pair.target_language) else min(_MOST_ODD, oddness(word.text))


def _mended(said: Word, word: Word, sound: Heard, pair: NamePair) -> float:
    """Whether a known word without odd letters is one slip away and sounds as much like the name."""
    likely = (other for other in corrections(word.text, pair.target_language) if not oddness(other))
    return float(any((heard(said.text, other) or _SILENT).score >= sound.score for other in likely))


def _signs_of_syllables(said: Word, word: Word, sound: Heard, pair: NamePair) -> dict[str, float]:
    """What a run of syllables gains, in all, with two of them exchanged; what a name in letters does, being a known one."""
    if sound.score <= 0 or is_unspaced(said.text) == is_unspaced(word.text):
        return {}
    if is_unspaced(said.text):
        known = is_person(word.text) or is_known(word.text.lower(), pair.target_language) is not False
        unknown = not known and sound.score < _WELL
        likely = corrections(word.text, pair.target_language) if unknown else ()
        gain = max(((heard(said.text, other) or _SILENT).score for other in likely), default=0.0) - sound.score
        return {"known gain": _strength(gain, word)}
    text = word.text
    exchanged = {text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :] for at in range(2, len(text))} - {text}
    gain = max(((heard(said.text, other) or _SILENT).score for other in sorted(exchanged)), default=0.0) - sound.score
    return {"exchange gain": _strength(gain, said)}


def _strength(gain: float, name: Word) -> float:
    """The gain of a letter in all of the name's, six at most; 0 where it is too small to tell anything."""
    return min(6.0, gain * len(name.text)) if gain * len(name.text) >= _GAIN else 0.0


def _is_people(name: Word, word: Word, sound: Heard) -> bool:
    """Whether an English word without the ending of a people or a belief is clearly the name: フェニキア, Phoenicians."""
    said, written = (name.text, word.text) if name.text[0] > "\u024f" else (word.text, name.text)
    bare = next((written[: -len(ending)] for ending in _PEOPLES if written.endswith(ending)), "")
    stem = written.removesuffix("s").removesuffix("n")
    forms = [bare, *([stem] if stem.endswith("ia") and stem != written else [])]
    found = [heard(said, form) or _SILENT for form in forms if len(form) >= _LEAST]
    return any(other.score >= 1.0 and other.score > sound.score for other in found)


def _usual_slip(name: Word, word: Word, pair: NamePair) -> float:
    """How often the document has the name in a spelling from which the word is one letter away; 0 where it has the word as often."""
    usual = pair.document.renderings.get(folded(name.text), Counter[str]())
    here = usual.get(word.text, 0)
    whole = primary(pair.target_language) in CASELESS
    often = (number for other, number in usual.items() if is_letter_slip(other, word.text, whole=whole))
    return max(0.0, min(3.0, max(often, default=0) - max(0.0, here - 1.0)))


def _corrected(name: Word, word: Word, sound: Heard, pair: NamePair) -> float:
    """By how much a word of the dictionary one letter away sounds more like the name than the word does; syllables do not tell that."""
    known = is_known(word.text.lower(), pair.target_language) is not False or is_person(word.text)
    if is_unspaced(word.text) or is_unspaced(name.text) or known:
        return 0.0
    said = name.text if as_heard(name, word, pair)[0] is name else to_cyrillic(name.text)
    likely = (heard(said, other) or _SILENT for other in corrections(word.text, pair.target_language))
    return max(0.0, max((other.score for other in likely), default=0.0) - sound.score)


def _signs_of_place(name: Word, word: Word, pair: NamePair) -> dict[str, float]:
    apart = displacement(name, word, pair.source, pair.target)
    others = [other for other in pair.renderings_of(name) if other.text != word.text]
    owners = [other for other in pair.owners_of(word) if other.text != name.text]
    return {
        "lost": float(name in pair.lost),
        "fewer": float(name in pair.fewer),
        "rendered": float(bool(others)),
        "word owned": float(bool(owners)),
        "word taken": float(pair.renders(name, word)),
        "beside": float(same_neighbour(name, word, pair.names, pair.words, pair.renders)),
        "near": float(apart < 0.1),
        "far": float(apart > 0.3),
        "throughout": float(pair.document.together[folded(name.text), folded(word.text)] > 1),
        "word foreign": float(bool(pair.document.owners.get(folded(word.text), set()) - {folded(name.text)})),
    }


def _signs_of_words(name: Word, word: Word, pair: NamePair) -> dict[str, float]:
    source, target = pair.source_language, pair.target_language
    known = None if is_unspaced(word.text) else is_known(word.text.lower(), target)
    return {
        "word known": float(known is True),
        "word unknown": float(known is False),
        "word common": float(is_common(word.text, target)),
        "word stem known": float(known is False and has_known_stem(word.text.lower(), target)),
        "word person": float(is_person(word.text)),
        "word foreign letters": foreignness(word.text, target),
        "word initial": float(word.initial and primary(target) not in CASELESS),
        "word unspaced": float(is_unspaced(word.text)),
        "name unspaced": float(is_unspaced(name.text)),
        "name known": float(bool(is_known(name.text.lower(), source))),
        "name common": float(is_common(name.text, source)),
        "name person": float(is_person(name.text)),
        "name place": float(bool(place_forms(name.text, source, target))),
        "name a name": float(name in pair.names),
        "short": float(min(len(name.text), len(word.text)) < 5),
        "long": float(min(len(name.text), len(word.text)) > 7),
    }
