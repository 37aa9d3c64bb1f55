"""How well a word in another script writes down the sounds of a name in Latin letters: Baldwin, بالدوين, बाल्डविन, 鲍德温, ボールドウィン.

A monotone alignment of letters, each block of one or two weighed by how much likelier it is in names and their transcriptions than by
chance (`corpora/fit_transliteration.py`): a joint multigram model (Deligne and Bimbot 1995), used as in transliteration mining
(Sajjad et al. 2012).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tqcheck.text.granted_letters import NEVER, NOTHING, Matrix, Weights, grant_exchange, grant_letter
from tqcheck.text.han_readings import readings_of
from tqcheck.text.tables import table

_HOPELESS, _CLEAR = -2.5, 2.4
"""Weights for each letter below which no one letter repairs a word, and from which nothing need be repaired."""
_UNKNOWN = -5.0
"""Weight of a pair of letters, or of a letter with nothing on the other side, that the table does not hold."""
_ENDING = -0.4
"""Weight of each letter that a case ending adds; _LONGEST: how many it may have."""
_LONGEST = 3
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "s", "ð": "d", "þ": "t", "æ": "e", "œ": "e"})
_ARABIC = str.maketrans(dict(zip("أإآٱىیکةئؤ", "ااااييكهيو", strict=True)))
_GLUED = {0x6: "وبلكفا", 0x5: "ובלכמשה"}
"""Letters that Arabic and Hebrew write before a name without a space: and, in, to, as, the... By block of the alphabet."""
_SYLLABLES = frozenset({"Han", "Katakana"})
"""Scripts that set no spaces, and of which a sign is a syllable."""
_HALF = "़्"
_REACH = 3
"""Letters of a name that one granted syllable may write down."""
_INDIC = range(0x980, 0xD80)


@dataclass(frozen=True, slots=True)
class Heard:
    """Weights of an alignment for each letter of the name: as it stands, and with one wrong letter granted.

    `score` is above 1 for most transcriptions and below 0 for other words; `repaired` never below it by more than a little.
    """

    score: float
    repaired: float


_BLOCKS = (
    (0x370, 0x400, "Greek"),
    (0x400, 0x530, "Cyrillic"),
    (0x590, 0x600, "Hebrew"),
    (0x600, 0x780, "Arabic"),
    (0x900, 0xD80, "Devanagari"),
    (0x3040, 0x3100, "Katakana"),
    (0x4E00, 0xA000, "Han"),
    (0xAC00, 0xD7A4, "Hangul"),
)
"""First code point, the one behind the last, and the table that reads them: all Indic scripts share one."""


def writes_down(word: str) -> str:
    """The table whose script the word has, by its first letter; empty for Latin letters and scripts without a table."""
    code = ord(word[0])
    return next((name for first, end, name in _BLOCKS if first <= code < end), "")


@lru_cache(maxsize=16384)
def letters_of(word: str) -> str:
    """A word in the letters of the tables: small, without accents; syllables of Chinese, Japanese and Korean as they are read."""
    script = writes_down(word)
    if not script:
        plain = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char.isalpha())
        return plain.translate(_PLAIN)
    if script in ("Han", "Katakana", "Hangul"):
        return "".join(map(_reading, word))
    plain = unicodedata.normalize("NFC", word.lower()).translate(_ARABIC)
    if script == "Devanagari":
        plain = "".join(chr(0x900 + ord(char) % 0x80) if ord(char) in _INDIC else char for char in plain)
        return "".join(char for char in unicodedata.normalize("NFD", plain) if char not in _HALF)
    return "".join(char for char in plain if char.isalpha())


@lru_cache(maxsize=2048)
def _reading(char: str) -> str:
    """The Latin letters of one syllable; a small kana of its vowel alone, nothing for the mark of a long one."""
    if char in "ーッっ・":
        return ""
    if "\u4e00" <= char <= "\u9fff":
        return next(iter(readings_of(char)), "")
    name = unicodedata.name(char, "").lower()
    return name.rpartition(" ")[2] if name.startswith(("katakana", "hiragana", "hangul")) else ""


@cache
def _weights(script: str) -> Weights:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in table(f"transliteration/{script}")["weights"].split():
        letters, _, rest = row.partition("=")
        written, _, weight = rest.partition(":")
        found[letters][written] = float(weight)
    return dict(found)


@lru_cache(maxsize=65536)
def heard(name: str, word: str) -> Heard | None:
    """How well one of two words writes down the other; None unless exactly one of them has Latin letters and the other a table.

    Runs of Chinese and Japanese may hold more than the name; Arabic and Hebrew words may begin with a letter that is no part of it.
    """
    scripts = [script for script in (writes_down(name), writes_down(word)) if script]
    if len(scripts) != 1:
        return None
    latin, written = (word, name) if writes_down(name) else (name, word)
    best: Heard | None = None
    for form in bare_forms(written):
        found = _heard(letters_of(latin), form, scripts[0])
        best = found if best is None or (found and found.score > best.score) else best
        if best and best.score >= _CLEAR:
            break
    return best


@lru_cache(maxsize=8192)
def heard_inside(name: str, word: str) -> float:
    """`Heard.score` with the name anywhere inside the word, whose spaces may be lost: رينجرز in ينزلرينجرز; -9 without a table."""
    scripts = [script for script in (writes_down(name), writes_down(word)) if script]
    if len(scripts) != 1:
        return -9.0
    latin, written = (word, name) if writes_down(name) else (name, word)
    letters, signs = letters_of(latin), _signs(written, scripts[0])[0]
    if not letters or not signs:
        return -9.0
    rows = _align(letters, signs, _weights(scripts[0]), _heads(letters, signs, inside=True))
    return _best_end(rows, inside=True) / len(letters)


@lru_cache(maxsize=8192)
def heard_between(name: str, run: str, head: bool, tail: bool) -> Heard | None:
    """As `heard` for a run of characters that begins (`head`) or ends (`tail`) with the name, as beside a dot; None without a table."""
    script, letters = writes_down(run), letters_of(name)
    signs, edges = _signs(run, script) if script in _SYLLABLES else ("", ())
    if writes_down(name) or not letters or not signs:
        return None
    weights = _weights(script)
    plain = _align(letters, signs, weights, _heads(letters, signs, inside=not head))
    granted = _align(letters, signs, weights, grant_letter(plain, edges, reach=_REACH))
    score, repaired = (rows[-1][-1] if tail else max(rows[-1]) for rows in (plain, granted))
    return Heard(score / len(letters), max(score, repaired) / len(letters))


def bare_forms(written: str) -> Iterator[str]:
    """The word, and what stands behind the letters that its language glues to names."""
    yield written
    glued = _GLUED.get(ord(written[0]) >> 8, "")
    for cut in (1, 2):
        if len(written) - cut > 2 and all(letter in glued for letter in written[:cut]):
            yield written[cut:]


def _heard(letters: str, written: str, script: str) -> Heard | None:
    if not letters:
        return None
    signs, edges = _signs(written, script)
    if not signs:
        return None
    inside = script in _SYLLABLES
    weights = _weights(script)
    plain = _align(letters, signs, weights, _heads(letters, signs, inside=inside))
    score = _best_end(plain, inside=inside)
    if not _HOPELESS <= score / len(letters) < _CLEAR:
        return Heard(score / len(letters), score / len(letters))
    starts = grant_letter(plain, edges, reach=_REACH if inside else 1)
    if not inside:
        grant_exchange(starts, plain, letters, signs, weights)
    granted = _align(letters, signs, weights, starts)
    return Heard(score / len(letters), max(score, _best_end(granted, inside=inside)) / len(letters))


@lru_cache(maxsize=16384)
def _signs(written: str, script: str) -> tuple[str, tuple[int, ...]]:
    """The letters of a transcription, and the offset at which the syllable or letter began that ends before each offset."""
    if script not in _SYLLABLES:
        signs = letters_of(written)
        return signs, tuple(at - 1 for at in range(len(signs) + 1))
    signs, starts = "", [-1]
    for char in written:
        reading = _reading(char)
        starts += [len(signs)] * len(reading)
        signs += reading
    return signs, tuple(starts)


def _best_end(rows: Matrix, *, inside: bool) -> float:
    """The weight of the best alignment: `inside` a run that may hold more, else some letters of the transcription being an ending."""
    last = rows[-1]
    if inside:
        return max(last)
    ends = range(max(0, len(last) - 1 - _LONGEST), len(last))
    return max(last[end] + _ENDING * (len(last) - 1 - end) for end in ends)


def _heads(letters: str, signs: str, *, inside: bool) -> Matrix:
    """Where an alignment may begin: at the head of both words; inside a run anywhere."""
    rows = [[NEVER] * (len(signs) + 1) for _ in range(len(letters) + 1)]
    rows[0] = [0.0 if inside or not at else NEVER for at in range(len(signs) + 1)]
    return rows


def _align(letters: str, signs: str, weights: Weights, starts: Matrix) -> Matrix:
    """Weights of the best alignments of all beginnings of two words: at (i, j) the first i letters with the first j signs."""
    nothing = weights.get("", NOTHING)
    added = [nothing.get(sign, _UNKNOWN) for sign in signs]
    pairs = ["", *(signs[at - 1 : at + 1] for at in range(1, len(signs)))]
    rows = starts
    _fill_head(rows[0], added)
    for i in range(1, len(rows)):
        one, two = weights.get(letters[i - 1], NOTHING), weights.get(letters[i - 2 : i], NOTHING) if i > 1 else NOTHING
        row, above, dropped = rows[i], rows[i - 1], one.get("", _UNKNOWN)
        last = row[0] = max(row[0], above[0] + dropped)
        for j, sign in enumerate(signs):
            best = row[j + 1]
            if (weight := above[j + 1] + dropped) > best:
                best = weight
            if (weight := last + added[j]) > best:
                best = weight
            if (weight := above[j] + one.get(sign, _UNKNOWN)) > best:
                best = weight
            if sign in two and (weight := rows[i - 2][j] + two[sign]) > best:
                best = weight
            if j and pairs[j] in one and (weight := above[j - 1] + one[pairs[j]]) > best:
                best = weight
            last = row[j + 1] = best
    return rows


def _fill_head(row: list[float], added: Sequence[float]) -> None:
    """The first row: no letter of the name yet, every sign one that is added."""
    for at, weight in enumerate(added):
        row[at + 1] = max(row[at + 1], row[at] + weight)
