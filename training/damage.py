"""Plant an error in a clean pair and say exactly where it is.

Every function takes a pair, lexicons and a seeded generator and returns a :class:`Damage`, or None where the pair does not
offer the occasion. Offsets are code points into the damaged texts, end exclusive.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from training.words import NEGATIONS, UNSPACED, UNSPACED_NEGATIONS, Lexicon, words

Range = tuple[int, int]
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Clean:
    """A pair that a human wrote; ``rival`` is the translation of another sentence of the same file, of similar length."""

    source_lang: str
    target_lang: str
    source: str
    target: str
    rival: str | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """The damaged pair with its labels; ``None`` labels are unknown, not absent. ``severity``: 1 minor, 5 major, 25 critical."""

    kind: str
    source: str
    target: str
    spans: tuple[Range, ...] | None = ()
    gaps: tuple[int, ...] | None = ()
    omitted: tuple[Range, ...] | None = ()
    severity: int = 5
    total: bool = False


Lexicons = Mapping[str, Lexicon]


def glue(text: str, at: int, phrase: str, language: str) -> tuple[str, Range]:
    """Insert a phrase at a word boundary, with spaces where the script has them."""
    if language in UNSPACED:
        return text[:at] + phrase + text[at:], (at, at + len(phrase))
    before = "" if at == 0 or text[at - 1].isspace() else " "
    after = "" if at >= len(text) or not (text[at].isalnum()) else " "
    start = at + len(before)
    return text[:at] + before + phrase + after + text[at:], (start, start + len(phrase))


def boundary(text: str, language: str, rng: random.Random) -> int | None:
    """The end of some word but, mostly, of the first."""
    spans = words(text, language)
    return rng.choice(spans[1:] or spans)[1] if len(spans) > 2 else None


def add(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    phrase = lexicons[pair.target_lang].phrase(rng)
    at = boundary(pair.target, pair.target_lang, rng)
    if phrase is None or at is None or phrase in pair.target:
        return None
    text, span = glue(pair.target, at, phrase, pair.target_lang)
    return Damage("addition", pair.source, text, (span,))


def add_to_source(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    phrase = lexicons[pair.source_lang].phrase(rng)
    at = boundary(pair.source, pair.source_lang, rng)
    if phrase is None or at is None or phrase in pair.source:
        return None
    text, span = glue(pair.source, at, phrase, pair.source_lang)
    return Damage("omission", text, pair.target, (), None, (span,))


def cut(text: str, language: str, rng: random.Random) -> tuple[str, int] | None:
    """Remove one to four words and the space before them; the shortened text and where they were."""
    spans = words(text, language)
    length = rng.randint(2, 6) if language in UNSPACED else rng.randint(1, 4)
    if len(spans) < length + 3:
        return None
    first = rng.randrange(1, len(spans) - length + 1)
    start, end = spans[first][0], spans[first + length - 1][1]
    if end - start < 3 and language not in UNSPACED:
        return None
    while start and text[start - 1].isspace():
        start -= 1
    return text[:start] + text[end:], start


def drop(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    shortened = cut(pair.target, pair.target_lang, rng)
    return shortened and Damage("omission", pair.source, shortened[0], (), (shortened[1],), None)


def drop_from_source(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    shortened = cut(pair.source, pair.source_lang, rng)
    return shortened and Damage("addition", shortened[0], pair.target, None, (), ())


def replace(text: str, edits: list[tuple[Range, str]]) -> tuple[str, tuple[Range, ...]]:
    """Replace ranges by other words; the new text and the new ranges."""
    parts, spans, cursor, length = [], [], 0, 0
    for (start, end), word in sorted(edits):
        parts += [text[cursor:start], word]
        length += start - cursor
        spans.append((length, length + len(word)))
        length += len(word)
        cursor = end
    return "".join([*parts, text[cursor:]]), tuple(spans)


def substitute(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    text = pair.target
    spans = [s for s in words(text, pair.target_lang) if s[1] - s[0] > 3 or pair.target_lang in UNSPACED]
    if len(spans) < 3:
        return None
    edits = []
    for start, end in rng.sample(spans, rng.choice((1, 1, 1, 2))):
        other = lexicons[pair.target_lang].stand_in(text[start:end], rng)
        if other and not text[start:end].isdigit():
            edits.append(((start, end), other))
    return Damage("substitution", pair.source, *replace(text, edits)) if edits else None


def swap(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    text = pair.target
    spans = [s for s in words(text, pair.target_lang) if s[1] - s[0] > 3]
    alike = [
        (a, b) for i, a in enumerate(spans) for b in spans[i + 2 :] if text[a[0]].isupper() == text[b[0]].isupper()
    ]
    alike = [(a, b) for a, b in alike if text[slice(*a)].lower() != text[slice(*b)].lower() and a[0] > 0]
    if not alike:
        return None
    first, second = rng.choice(alike)
    return Damage("swap", pair.source, *replace(text, [(first, text[slice(*second)]), (second, text[slice(*first)])]))


def negate(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    text, language = pair.target, pair.target_lang
    if language in UNSPACED_NEGATIONS:
        found = [(i, i + 1) for i, c in enumerate(text) if c in UNSPACED_NEGATIONS[language]]
    else:
        particles = set(NEGATIONS.get(language, []))
        found = [s for s in words(text, language) if text[slice(*s)].lower() in particles]
    if found:
        start, end = rng.choice(found)
        start -= start > 0 and text[start - 1].isspace()
        return Damage("negation", pair.source, text[:start] + text[end:], (), (start,), None, 25)
    verb = (
        re.search(r"\b(is|are|was|were|can|will|should|must|has|have|does|did)\b", text) if language == "en" else None
    )
    if verb is None:
        return None
    changed, span = glue(text, verb.end(), "not", language)
    return Damage("negation", pair.source, changed, (span,), (), (), 25)


def renumber(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    found = [m.span() for m in DIGITS.finditer(pair.target)]
    if not found:
        return None
    start, end = rng.choice(found)
    digits = list(pair.target[start:end])
    place = rng.randrange(len(digits))
    digits[place] = str((int(digits[place]) + rng.randint(1, 8)) % 9 + 1)
    changed = "".join(digits)
    if changed == pair.target[start:end]:
        return None
    return Damage("number", pair.source, *replace(pair.target, [((start, end), changed)]), severity=25)


def repeat(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    spans = words(pair.target, pair.target_lang)
    length = rng.randint(1, 4)
    if len(spans) < length + 2:
        return None
    first = rng.randrange(len(spans) - length)
    start, end = spans[first][0], spans[first + length - 1][1]
    space = "" if pair.target_lang in UNSPACED else " "
    extra = (space + pair.target[start:end]) * rng.choice((1, 1, 2, 5))
    return Damage("repetition", pair.source, pair.target[:end] + extra + pair.target[end:], ((end, end + len(extra)),))


def shuffle(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    spans = words(pair.target, pair.target_lang)
    length = rng.randint(3, 6)
    if len(spans) < length + 1:
        return None
    first = rng.randrange(len(spans) - length + 1)
    window = spans[first : first + length]
    order = window[:]
    rng.shuffle(order)
    edits = [(old, pair.target[slice(*new)]) for old, new in zip(window, order, strict=True)]
    text, _ = replace(pair.target, edits)
    return (
        Damage("order", pair.source, text, ((window[0][0], window[-1][1]),), severity=5)
        if text != pair.target
        else None
    )


def leave(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    """Words of the source left untranslated, in the place of as many words of the target."""
    here, there = words(pair.source, pair.source_lang), words(pair.target, pair.target_lang)
    length = rng.randint(2, 5)
    if min(len(here), len(there)) < length + 1:
        return None
    first = rng.randrange(min(len(here), len(there)) - length + 1)
    foreign = pair.source[here[first][0] : here[first + length - 1][1]]
    where = (there[first][0], there[first + length - 1][1])
    return Damage("untranslated", pair.source, *replace(pair.target, [(where, foreign)]), gaps=None, omitted=None)


def copy(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    return Damage("copy", pair.source, pair.source, ((0, len(pair.source)),), None, None, 25, True)


def detach(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    if pair.rival is None:
        return None
    return Damage(
        "detached", pair.source, pair.rival, ((0, len(pair.rival)),), None, ((0, len(pair.source)),), 25, True
    )


Damager = Callable[[Clean, Lexicons, random.Random], "Damage | None"]
DAMAGES: dict[Damager, float] = {
    add: 5, add_to_source: 2.5, drop: 4, drop_from_source: 2, substitute: 4, swap: 1.5, negate: 3, renumber: 2,
    repeat: 0.7, shuffle: 1, leave: 0.7, copy: 0.4, detach: 2.5,
}  # fmt: skip


def damage(pair: Clean, lexicons: Lexicons, rng: random.Random) -> Damage | None:
    """One random error, or None if three tries found no occasion."""
    for _ in range(3):
        (kind,) = rng.choices(list(DAMAGES), list(DAMAGES.values()))
        result = kind(pair, lexicons, rng)
        if result is not None and (result.source, result.target) != (pair.source, pair.target):
            return result
    return None
