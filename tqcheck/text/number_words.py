"""Numbers written in words: `twenty-one`, `dvadeset jedan`, `einundzwanzig`, `двумстам`, 三百五十.

The words are data (see `number_lexicon`); the grammar below is one for all languages: units add to tens, hundreds and thousands multiply
what stands before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.han_numerals import find_han_numbers
from tqcheck.text.locale_facts import primary
from tqcheck.text.number_lexicon import PLAIN, Lexicon, lexicon_of


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: offsets in the text and value."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str


@cache
def _word_pattern(*, apostrophes: bool = False) -> regex.Pattern[str]:
    letters = r"[\p{L}\p{M}\u00ad\u200c\u200d]++"
    return regex.compile(rf"{letters}(?:['’ʼ]{letters})*+" if apostrophes else letters)


def find_spelled_numbers(text: str, language: str) -> list[Spelled]:
    """Numbers in words, in order; units like `one` included: the caller knows where they are articles."""
    if primary(language) in ("zh", "ja"):
        return [Spelled(start, end, value) for start, end, value in find_han_numbers(text)]
    lexicon = lexicon_of(language)
    return list(_scan(text, lexicon)) if lexicon else []


def _scan(text: str, lexicon: Lexicon) -> Iterator[Spelled]:
    pattern = _word_pattern(apostrophes=lexicon.apostrophes)
    tokens = [_Token(match.start(), match.end(), match[0].lower().translate(PLAIN)) for match in pattern.finditer(text)]
    index = 0
    while index < len(tokens):
        values, used = _run(text, tokens, index, lexicon)
        if not used:
            index += 1
            continue
        yield from _combine(values)
        index += used


_Part = tuple[int, int, int, bool]
"""start, end, value, whether a joiner stands before it."""


def _run(text: str, tokens: list[_Token], first: int, lexicon: Lexicon) -> tuple[list[_Part], int]:
    parts: list[_Part] = []
    index, joined, last = first, False, first
    while index < len(tokens):
        if index > first and not _adjacent(text, tokens[index - 1], tokens[index]):
            break
        size, values = _lookup(tokens, index, lexicon)
        if size:
            start, end = tokens[index].start, tokens[index + size - 1].end
            parts += [(start, end, value, joined or glue) for value, glue in values]
            index += size
            last, joined = index, False
        elif parts and not joined and tokens[index].text in lexicon.joiners:
            joined = True
            index += 1
        else:
            break
    return parts, last - first


def _adjacent(text: str, left: _Token, right: _Token) -> bool:
    between = text[left.end : right.start]
    return len(between) == 1 and (between.isspace() or between in "-‐‑־")


def _lookup(tokens: list[_Token], index: int, lexicon: Lexicon) -> tuple[int, list[tuple[int, bool]]]:
    for size in range(min(lexicon.longest, len(tokens) - index), 0, -1):
        phrase = " ".join(token.text for token in tokens[index : index + size])
        if phrase in lexicon.words:
            return (size, [(lexicon.words[phrase], False)]) if lexicon.words[phrase] >= 0 else (0, [])
    token = tokens[index].text
    if lexicon.prefixes:
        bare, joined = _strip_prefixes(token, lexicon)
        for size in range(min(lexicon.longest, len(tokens) - index), 0, -1):
            phrase = " ".join((bare, *(token.text for token in tokens[index + 1 : index + size])))
            if lexicon.words.get(phrase, -1) >= 0:
                return size, [(lexicon.words[phrase], joined)]
    if lexicon.glued and len(token) > 4 and (pieces := _take_apart(token, lexicon)):
        return 1, pieces
    if lexicon.suffixes and (value := _without_suffix(token, lexicon)) is not None:
        return 1, [(value, False)]
    if lexicon.endings and (pieces := _as_adjective(token, lexicon)):
        return 1, pieces
    if (age := _AGE.search(token)) and (pieces := _years_old(token[: age.start()], lexicon)):
        return 1, pieces
    return 0, []


_AGE = regex.compile(
    r"(?<=.{4})(?:godi[sš]nj|годи(?:[шщ]н|шњ)|лет(?:н|к|и)|ljetn|let(?:n|ý|á|é|í|i)|rocz|річ|letni|lat(?:k|ek|ce)|roč[nk]|enn[ei]$|znamenkast|cifren|stellig|значн)"
)
"""What follows a number in words for an age or a decade in one word: trinaestogodišnji, тридцатилетний, tredicenne."""
_LINKS = ("", "i", "e", "o", "a", "y", "ь", "ť")


def _years_old(head: str, lexicon: Lexicon) -> list[tuple[int, bool]]:
    """The number at the head of such a word; the vowel that links the parts may be its own or added."""
    for stem in (head, head[:-1]):
        for vowel in _LINKS:
            word = stem + vowel
            if word in lexicon.words:
                return [(lexicon.words[word], False)]
            if pieces := _take_apart(word, lexicon):
                return pieces
    return []


_ORDINALS = ("", "y", "ý", "i")
"""What may stand behind the head of such a word where the table holds the word itself."""


def _as_adjective(token: str, lexicon: Lexicon) -> list[tuple[int, bool]]:
    """The number in front of such an ending: devetnaestog, osmdesátých, neunziger, vierundvierzigjährige."""
    for ending in lexicon.endings:
        head = token.removesuffix(ending)
        if head is token or len(head) < 5:
            continue
        value = next((lexicon.words[head + link] for link in _ORDINALS if head + link in lexicon.words), 0)
        if 11 <= value <= 90:
            return [(value, False)]
        if len(ending) > 2 and lexicon.glued and (pieces := _take_apart(head, lexicon)):
            return pieces
    return []


def _strip_prefixes(token: str, lexicon: Lexicon) -> tuple[str, bool]:
    joined = token[:1] in lexicon.joiners
    for cut in range(1, min(4, len(token) - 1)):
        if token[cut - 1] not in lexicon.prefixes:
            break
        if token[cut:] in lexicon.words:
            return token[cut:], joined
    return token, joined


def _without_suffix(token: str, lexicon: Lexicon) -> int | None:
    for cut in range(len(token) - 1, max(1, len(token) - 7), -1):
        if cut >= 2 and token[:cut] in lexicon.words:
            return lexicon.words[token[:cut]] if cut >= 3 or len(token) - cut <= 3 else None
    return None


def _take_apart(token: str, lexicon: Lexicon) -> list[tuple[int, bool]]:
    """The number words a glued token is made of, longest first, none left over; empty when it is not all numbers."""
    position, glue = 0, False
    pieces: list[tuple[int, bool]] = []
    while position < len(token):
        for end in range(min(len(token), position + 16), position, -1):
            piece = token[position:end]
            if len(piece) > 1 and piece in lexicon.words:
                pieces.append((lexicon.words[piece], glue))
                glue = False
                break
            if pieces and piece in lexicon.joiners and end < len(token):
                glue = True
                break
        else:
            return []
        position = end
    return pieces


def _combine(parts: list[_Part]) -> Iterator[Spelled]:
    total, current, start, end = 0, 0, -1, -1
    limit = 10**18
    for part_start, part_end, value, joined in parts:
        fits = start >= 0 and _fits(current, value, total, limit, joined=joined)
        if start >= 0 and not fits:
            yield Spelled(start, end, total + current)
            total, current, start, limit = 0, 0, -1, 10**18
        if start < 0:
            start = part_start
        end = part_end
        if value >= 1000:
            total, current, limit = total + max(current, 1) * value, 0, value
        elif value >= 100 and 0 < current < 100 and value == 100:
            current *= 100
        else:
            current += value
    if start >= 0:
        yield Spelled(start, end, total + current)


def _fits(current: int, value: int, total: int, limit: int, *, joined: bool) -> bool:
    if value >= 1000:
        return value < limit and (current > 0)
    if value >= 100:
        return (value == 100 and 1 <= current < 20) or (current == 0 and total > 0)
    if value == 0:
        return False
    if value >= 20 and value % 10 == 0:
        return current % 100 == 0 or (joined and 0 < current % 100 < 10)
    if value >= 10:
        return current % 100 == 0
    return current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0)
