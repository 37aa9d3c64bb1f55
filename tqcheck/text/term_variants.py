"""One source term with two renderings in one document, learnt from the document alone.

Few places are certain without a dictionary, so only three shapes are looked for: a loan word beside the usual word, another half of a
two-word term, a compound beside the phrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqcheck.text.bilingual import COMPOUNDING
from tqcheck.text.sounds import alike, distance, sounds_of, strong
from tqcheck.text.statement_words import Word
from tqcheck.text.term_sides import Rendering, Side, Variants, read_side, use_of
from tqcheck.text.word_patterns import table_language

_SHORTEST = 5
"""Letters of a word that is worth judging."""
_MOST = 400
"""Sentence pairs of a document beyond which a term is common enough to be nobody's term."""


def find_term_variants(
    pairs: Sequence[tuple[str, str]], source_language: str, target_language: str
) -> Iterator[Variants]:
    """Terms with two renderings; `pairs` are sentences of the source with their translations, in order."""
    source = read_side([left for left, _ in pairs], source_language)
    target = read_side([right for _, right in pairs], target_language)
    yield from _loans(source, target)
    reported = set[str]()
    # Where nouns are written together freely, the longer word is the same term said in full: Suchmaschine, Web-Suchmaschine.
    compounds = table_language(target_language) not in COMPOUNDING
    for variants in _two_words(source, target, pairs, compounds=compounds):
        if variants.term not in reported:
            reported.add(variants.term)
            yield variants


def _is_content(word: Word) -> bool:
    return word.role in ("content", "name") and len(word.form) >= _SHORTEST


def _loans(source: Side, target: Side) -> Iterator[Variants]:
    """A word that is rendered by its own loan in some places (kontroler) and by one other word in the others (upravljač)."""
    loans = defaultdict(list)
    for index, row in enumerate(target.words):
        for word in row:
            if word.role == "content" and len(word.form) >= _SHORTEST:
                loans[index].append(word)
    seen = set[str]()
    for row in source.words:
        for word in row:
            if word.role == "content" and len(word.form) >= 6 and word.stem not in seen:
                seen.add(word.stem)
                found = _loan_variants(word, source.pairs_of[word.stem], loans, target)
                if found is not None:
                    yield found


def _loan_variants(
    word: Word, places: frozenset[int], candidates: dict[int, list[Word]], target: Side
) -> Variants | None:
    """The loan must be the exception: three uses of one native word, in nearly all other places and nowhere else."""
    if not 4 <= len(places) <= _MOST:
        return None
    heard = {
        index: loan
        for index in sorted(places)
        if (loan := _heard(word.form, candidates.get(index, []), _LOAN)) is not None
    }
    others = places - heard.keys()
    if not heard or len(others) < max(3, 2 * len(heard)):
        return None
    usual = _learn(others, target)
    if usual is None or target.pairs_of[usual] & heard.keys():
        return None
    main = [use_of(index, usual, target) for index in sorted(others & target.pairs_of[usual])]
    if _heard(word.form, [Word(0, 0, usual, usual, "content", 0)]) or any(
        not target.pairs_of[loan.stem] <= places or loan.form[:3] == usual[:3] for loan in heard.values()
    ):
        return None
    return Variants(
        word.form, tuple(main), tuple(Rendering(index, loan.start, loan.end) for index, loan in heard.items())
    )


_LOAN = 5
"""Consonants that a loan and its source must share where nothing else speaks for it."""


def _heard(form: str, words: Sequence[Word], fewest: int = 4) -> Word | None:
    """The word that sounds like the source's, consonant by consonant."""
    sounds = sounds_of(form)
    if strong(sounds) < fewest:
        return None
    for word in words:
        other = sounds_of(word.form)
        if strong(other) >= fewest and alike(sounds[0], other[0]) and distance(sounds, other, 1) == 0:
            return word
    return None


def _learn(places: frozenset[int], target: Side) -> str | None:
    """The stem of a common word that stands in nearly all of these pairs and hardly anywhere else."""
    counts = Counter(
        stem
        for index in places
        for stem in {
            word.stem for word in target.words[index] if word.role == "content" and len(word.form) >= _SHORTEST
        }
    )
    best = [
        stem
        for stem, count in counts.items()
        if count >= max(3, 0.7 * len(places)) and count >= 0.9 * len(target.pairs_of[stem])
    ]
    return max(best, key=lambda stem: (counts[stem], stem)) if best else None


def _two_words(source: Side, target: Side, pairs: Sequence[tuple[str, str]], *, compounds: bool) -> Iterator[Variants]:
    """Two-word terms whose rendering keeps one word and changes the other, or becomes a compound (where `compounds` are told)."""
    uses: defaultdict[tuple[str, str], list[tuple[int, Word, Word]]] = defaultdict(list)
    for index, row in enumerate(source.words):
        for left, right in pairwise(row):
            near = right.start - left.end == 1 and left.clause == right.clause
            if near and _is_term_word(right) and _is_term_word(left):
                uses[left.stem, right.stem].append((index, left, right))
    for (first, second), found in uses.items():
        places = sorted({index for index, _, _ in found})
        if not 2 <= len(places) <= _MOST:
            continue
        index, left, right = found[0]
        term = pairs[index][0][left.start : right.end]
        variants = _other_half(
            term, (left.form, right.form), places, source.pairs_of[second] | source.pairs_of[first], target
        )
        if not variants and compounds:
            variants = _compound(term, found, places, target)
        if variants is not None:
            yield variants


def _is_term_word(word: Word) -> bool:
    return word.role in ("content", "name") and len(word.form) >= 4 and word.form.isalpha()


def _other_half(
    term: str, forms: tuple[str, str], places: list[int], either: frozenset[int], target: Side
) -> Variants | None:
    """The word that all places share, with a loan of the source beside it in some and another word in the others."""
    shared = [
        stem
        for stem in {
            word.stem for word in target.words[places[0]] if word.role in ("content", "name") and len(word.form) >= 3
        }
        if all(index in target.pairs_of[stem] for index in places) and target.pairs_of[stem] <= either
    ]
    for stem in sorted(shared):
        beside = {index: _neighbours(index, stem, target) for index in places}
        loaned = {
            index: word
            for index, words in beside.items()
            for word in words
            if any(_heard(form, [word]) for form in forms)
        }
        if any(all(_heard(form, target.words[index]) for form in forms) for index in places):
            return None  # a name that is transcribed
        others = [index for index in places if index not in loaned]
        mixed = any(_heard(form, target.words[index]) for index in others for form in forms)
        if not loaned or not others or mixed:
            continue
        native = {index: words[0] for index in others if len(words := beside[index]) >= 1}
        only_here = all(target.pairs_of[word.stem] <= set(others) for word in native.values())
        if len(native) == len(others) and only_here and len({word.stem for word in native.values()}) == 1:
            one = [Rendering(index, word.start, word.end) for index, word in sorted(loaned.items())]
            two = [Rendering(index, word.start, word.end) for index, word in sorted(native.items())]
            loan_is_usual = (len(one), -one[0].pair) > (len(two), -two[0].pair)
            main, odd = (one, two) if loan_is_usual else (two, one)
            return Variants(term, tuple(main), tuple(odd))
    return None


def _neighbours(index: int, stem: str, target: Side) -> list[Word]:
    """Content words that touch the word of this stem, the one before it first."""
    row = target.words[index]
    place = next(at for at, word in enumerate(row) if word.stem == stem)
    near = [row[at] for at in (place - 1, place + 1) if 0 <= at < len(row)]
    return [word for word in near if _is_content(word) and word.clause == row[place].clause]


def _compound(term: str, found: Sequence[tuple[int, Word, Word]], places: list[int], target: Side) -> Variants | None:
    """The head of the usual phrase as the end of a longer word: bomba de calor and termobomba."""
    counts = Counter(index for index, _, _ in found)
    if len(found) < 3:
        return None
    forms = {word.form for _, left, right in found for word in (left, right)}
    for head in filter(_is_term_word, target.words[places[0]]):
        root = head.form if len(head.form) < _SHORTEST else head.form[:-1]
        uses = {index: [word for word in target.words[index] if word.form.startswith(root)] for index in places}
        longer = [
            (index, word)
            for index in places
            for word in target.words[index]
            if len(word.form) > len(root) + 2
            and word.stem.endswith(head.stem)
            and not any(_heard(form, [word]) for form in forms)
        ]
        short = [index for index, word in longer if len(uses[index]) == counts[index] - 1]
        rest = sum(len(words) for words in uses.values())
        if len(longer) == 1 and len(short) == 1 and rest >= 2 and len(target.pairs_of[longer[0][1].stem]) == 1:
            main = [Rendering(index, words[0].start, words[0].end) for index, words in uses.items() if words]
            return Variants(term, tuple(main), (Rendering(longer[0][0], longer[0][1].start, longer[0][1].end),))
    return None
