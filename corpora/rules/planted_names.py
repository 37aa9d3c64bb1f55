"""Every name of a text misspelt, and exchanged for another one of its kind; the same pairs give the same errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from corpora.generators.damage import item_of
from corpora.generators.name import proper_names
from corpora.generators.name_errors import misspellings
from corpora.generators.name_forms import CASELESS, carriers, likeness, matches
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import Piece, base, splice, words_of
from corpora.rules.name_donors import Rendered, heard_donors, kept_donors, kinds_of
from corpora.rules.name_pairs import known_names
from tqcheck.text.dictionary import is_common
from tqcheck.text.name_letters import TRANSCRIBING
from tqcheck.text.name_rendering import one_alphabet
from tqcheck.text.name_spellings import folded

_ANOTHER = 0.65
"""Likeness of consonants from which two words may be one name in two spellings."""
_ROUNDS = 2
"""Times that each name is misspelt and exchanged, where the text gives fewer than the limit."""
_SHORT = 3
_RARE = 5000
"""Letters of a text of which a letter of the alphabet is one, at least."""
_LEAST, _LEAST_KANA, _LEAST_HAN = 5, 4, 3
"""Letters of the shortest name that is misspelt, by script."""
Place = tuple[Piece, Rendered]


def plant_names(pairs: Sequence[Pair], seed: int, limit: int) -> Iterator[dict[str, Any]]:
    """Errors in the names of pairs of one language pair: at most `limit` of each kind (0: no limit), each name once before any twice."""
    corpus = Corpus(pairs, known_names())
    places = [(pair, _places(pair, corpus)) for pair in pairs]
    pool = tuple(dict.fromkeys(name for _, found in places for _, name in found))
    letters = _alphabet(pairs)
    counts: Counter[str] = Counter()
    times: Counter[tuple[str, str]] = Counter()
    seen = set[tuple[str, str]]()
    for number in range(_ROUNDS):
        for pair, found in places:
            for index, place in enumerate(found):
                random = Random(f"{seed}/{number}/{index}/{pair.identifier}/{pair.languages}")
                wrong = {
                    "name-misspelt": _misspelt(place, pair, random, letters),
                    "name-replaced": _replaced(place, pair, pool, random),
                }
                for kind, words in wrong.items():
                    key = (place[1].english, kind)
                    if (limit and counts[kind] >= limit) or times[key] > number:
                        continue
                    damage = _damage(place[0], words, kind, pair, corpus)
                    if damage is None or (pair.identifier, damage.text) in seen:
                        continue
                    seen.add((pair.identifier, damage.text))
                    counts[kind] += 1
                    times[key] += 1
                    yield item_of(pair, damage) | {"id": f"{pair.identifier}/{kind}.{number}.{index}"}


def _alphabet(pairs: Sequence[Pair]) -> frozenset[str]:
    """Small letters that are no rarity in the translations: a ł of one Polish name is none of English."""
    counts = Counter("".join(pair.target for pair in pairs).lower())
    return frozenset(letter for letter, number in counts.items() if number * _RARE > counts.total())


def _damage(piece: Piece, words: Iterator[str], kind: str, pair: Pair, corpus: Corpus) -> Damage | None:
    """The first of some words in the place of a name; none that the texts have anywhere."""
    vocabulary = corpus.vocabulary(pair.target_language)
    for word in words:
        if kind == "name-misspelt" and word in vocabulary:
            continue
        text, start, end = splice(pair.target, piece.start, piece.end, word)
        return Damage(text=text, start=start, end=end, code="TQ104", severity="major", kind=kind)
    return None


def _misspelt(place: Place, pair: Pair, random: Random, letters: frozenset[str]) -> Iterator[str]:
    piece, name = place
    least = _LEAST if piece.text[0] < "\u3000" else _LEAST_KANA if piece.text[0] < "\u3100" else _LEAST_HAN
    if len(piece.text) < least:
        return iter(())
    said = name.english if base(pair.source_language) == "en" else _said(piece.text, pair)
    return misspellings(piece.text, said, _is_kept(said, piece.text, pair), random, letters)


def _replaced(place: Place, pair: Pair, pool: tuple[Rendered, ...], random: Random) -> Iterator[str]:
    piece, name = place
    target = pair.target_language
    kept = base(target) == "en" or _is_kept(name.english, piece.text, pair)
    donors = sorted(set(kept_donors(name, target) if kept else heard_donors(name, pool, target)))
    random.shuffle(donors)
    known = pair.target + pair.source
    return (word for word in donors if word not in known and likeness(word, piece.text) < _ANOTHER)


def _places(pair: Pair, corpus: Corpus) -> list[Place]:
    """Names of the target with what they render; in one alphabet only what is kept, unless languages transcribe in it."""
    into_english = base(pair.target_language) == "en"
    kinds = kinds_of(pair.target if into_english else pair.source)
    found = []
    for piece in proper_names(pair, corpus):
        if base(pair.target_language) in CASELESS and is_common(piece.text, pair.target_language):
            continue  # a word that sounds a little like the name
        names = [name for name in kinds if name == piece.text or (not into_english and matches(piece.text, name))]
        if not names:
            continue
        english = max(names, key=lambda name: likeness(piece.text, name))
        if _is_loan(piece.text, english, pair.target if into_english else pair.source):
            continue
        said = _said(piece.text, pair) if into_english else english
        transcribed = not one_alphabet(said, piece.text) or _transcribes(pair)
        if said and (transcribed or _is_kept(said, piece.text, pair)):
            found.append((piece, Rendered(english, piece.text, kinds[english])))
    return found


def _is_loan(word: str, name: str, english: str) -> bool:
    """Whether a word renders a common one of the English side as likely as the name: スキーヤー, skier."""
    common = (other.text for other in words_of(english) if other.text.islower() and len(other.text) > _SHORT)
    return any(likeness(word, other) >= likeness(word, name) and matches(word, other) for other in common)


def _transcribes(pair: Pair) -> bool:
    return bool({base(pair.source_language), base(pair.target_language)} & TRANSCRIBING)


def _is_kept(said: str, word: str, pair: Pair) -> bool:
    """Whether one side has the other's word letter by letter, an ending aside."""
    one, other = folded(said), folded(word)
    return one_alphabet(said, word) and (other.startswith(one) or one.startswith(other))


def _said(word: str, pair: Pair) -> str:
    """The word of the source that sounds most like a word of the translation."""
    heard = [piece.text for piece in (*carriers(pair.source, pair.source_language), *words_of(pair.source))]
    fitting = [text for text in heard if matches(text, word)]
    return max(fitting, key=lambda text: (likeness(text, word), -abs(len(text) - len(word))), default="")
