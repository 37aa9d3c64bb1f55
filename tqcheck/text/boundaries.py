"""Corrections to sentence boundaries: which ones are none, and which ones are missing."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

import regex

_ORDINAL_CODES = "bs cnr cs da de dsb et fi fo hr hsb hu is lb lv mk nb nn no pl sh sk sl sq sr tr "
ORDINAL_LANGUAGES = frozenset(_ORDINAL_CODES.split())
"""Languages that write ordinal numbers with a full stop ("12. maja", "19. Jahrhundert"); CLDR RBNF digits-ordinal."""

_CLOSERS = "'\"”’»«›“‘)\\]】」』）〉》〕"
_BEFORE = regex.compile(rf"(?P<stop>[.…!?。！？؟।။]+)[{_CLOSERS}]*\s*$")
_WORD_BEFORE = regex.compile(r"(?:^|[\s(\[„“\"«'’/—–])([^\s(\[„“\"«'’/—–]{1,12})\.$")
_TWO_WORDS_BEFORE = regex.compile(r"(?:^|[\s(\[„“\"«])(\S{1,6} \S{1,6})\.$")
_JAPANESE_ATTRIBUTION = regex.compile(r"(?:と|って|っていう|という|など|は|が|を|に|の|も|で|、)")
_OPENERS = "\"'“‘„«»‹›(（[「『—–-¿¡… "
_MISSED = regex.compile(
    r"[។៕](?:[\u200b\s]*)(?=\S)"  # Khmer
    r"|།[\s།]+(?=[^\s།])"  # Tibetan shad
    r"|(?<=[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}”\"'’%])[.!?…]+[”\"’»]*[ \u00a0]+(?=[\"“„«‘'¿¡]?\p{Lu})"  # inside a quotation
    r"|(?<=[.!?])[)\]][ \u00a0]+(?=\p{Lu})"
    r"|(?<=[。！？])[）】](?=[^。！？、，])"
)
_MIN_PIECE = 20


def corrected_starts(text: str, starts: list[int], language: str) -> list[int]:
    """Sentence starts of a text after correction.

    Args:
        text: the block.
        starts: offsets where a segmenter begins sentences, sorted, the first 0.
        language: ISO 639 code; decides abbreviations and ordinals.

    Returns:
        Sorted offsets, the first 0.
    """
    known = set(starts)
    missed = {at for match in _MISSED.finditer(text) if (at := match.end()) not in known and _is_missed(text, match)}
    candidates = sorted(known | missed)
    cased = any(character.isupper() for character in text)
    kept = [0]
    for at in candidates[1:] if candidates[:1] == [0] else candidates:
        if 0 < at < len(text) and not _is_false(text, at, language, at in missed, cased):
            kept.append(at)
    return kept


def _is_missed(text: str, match: regex.Match[str]) -> bool:
    """Whether a stop that the segmenter passed over ends a sentence (both sides long enough to be one)."""
    if text[match.start()] in "។៕།" or match.group()[0] in ")]）】":
        return True
    end = match.end()
    return bool(match.start() >= _MIN_PIECE and len(text) - end >= _MIN_PIECE)


def _is_false(text: str, at: int, language: str, missed: bool, cased: bool) -> bool:
    """Whether no sentence begins at this offset."""
    before = text[max(0, at - 40) : at].rstrip()
    match = _BEFORE.search(before)
    if match is None:
        return False
    following = text[at : at + 40].lstrip(_OPENERS)
    if _continues(text, at, following, match.group("stop"), cased):
        return True
    if match.group("stop") != "." or not before.endswith("."):
        return False
    return _is_abbreviated(before, following, language, missed)


def _continues(text: str, at: int, following: str, stop: str, cased: bool) -> bool:
    """Whether what follows goes on with the same sentence: lower case, the attribution of a quotation, a decimal part."""
    if following[:1].islower() and not following[1:2].isupper():
        return stop in "!?" or cased
    closed = text[at - 1 : at] in {"」", "』"}
    if closed and _JAPANESE_ATTRIBUTION.match(text, at) is not None:
        return True
    return at > 1 and text[at - 1] == "." and text[at - 2].isdigit() and text[at].isdigit()


def _is_abbreviated(before: str, following: str, language: str, missed: bool) -> bool:
    """Whether the full stop at the end of `before` belongs to an abbreviation, an initial or an ordinal number."""
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    token = word.group(1).lower()
    table = _abbreviations(language.partition("-")[0])
    two = _TWO_WORDS_BEFORE.search(before)
    if token in table[1] or (two and two.group(1).lower() in table[1]):
        return False
    if token in table[0] or (two and two.group(1).lower() in table[0]):
        return following[:1].isdigit() or token not in {"no", "st", "al"} or missed
    if token.isdigit():
        return language.partition("-")[0] in ORDINAL_LANGUAGES and len(token) <= 2 and following[:1].isalpha()
    return _is_initial(word.group(1), language) or (missed and "." in token)


def _is_initial(token: str, language: str) -> bool:
    letter = token.rpartition(".")[2]
    return len(letter) == 1 and letter.isupper() and not (language == "en" and token == "I")


@lru_cache(maxsize=64)
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """(always followed by something, often final) abbreviations of a language, without their last full stop."""
    table = _table()
    entry = table.get(language, {})
    entry = table.get(str(entry["same"]), {}) if "same" in entry else entry
    both = (table["any"], entry)
    before, final = (frozenset(word for part in both for word in part.get(key, ())) for key in ("before", "final"))
    return before - final, final


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("tqcheck.text").joinpath("data/abbreviations.toml").read_text(encoding="utf-8"))
