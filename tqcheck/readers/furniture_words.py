"""Shapes of single lines that are furniture, and the words they need."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import regex

NUMBER = regex.compile(r"[\p{N}.,\u00a0 ]*\p{N}[\p{N}.,\u00a0 ]*(?:[KkMmКкМм]\b)?")
_STOP = regex.compile(r"[.!?…。！？।۔؟։።]['\"”’»)\]]*$")
_SENTENCE_STOP = regex.compile(r"\p{L}{2}[.!?…][\"”’»]?(?:\s|$)|[。！？।۔؟։።]")
_TOKEN = regex.compile(r"[\p{L}\p{M}'’\-()]+")
_SEPARATOR = r"\s*(?:[:：／/|©–—]|-(?=\s))\s*"
_DATE = regex.compile(
    r"(?:\p{N}{4}年\p{N}{1,2}月\p{N}{1,2}日|\p{N}{4}년\s?\p{N}{1,2}월\s?\p{N}{1,2}일"
    r"|\p{N}{1,4}[./-]\s?\p{N}{1,2}[./-]\s?\p{N}{1,4}\.?|\p{N}{1,2}[.:]\p{N}{2}(?::\p{N}{2})?(?:\s?[AaPp]\.?[Mm]\.?)?h?)"
)
_NAMES = regex.compile(
    r"(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*|de|van|von|der|al|bin|ibn|da|di|dos|i|y|et|und|and|и|og|och|e|&|,|/)"
)
_INSIDE = "()[]【】（）«»"


def is_credit(text: str) -> bool:
    """The credit of a picture alone: "Photo: REUTERS", "(Foto: N. N.)", "写真：共同", "Photo by Ana Marković", "© AFP"."""
    body = text.strip().strip(_INSIDE).strip()
    if body.startswith(("©", "(c)")) and len(body.split()) <= 6:
        return not _STOP.search(body[3:])
    match = _credit().match(body)
    return match is not None and _is_name(body[match.end() :])


def _is_name(rest: str) -> bool:
    """Whether what follows a credit word is an agency or a person: a few words, no sentence."""
    tokens = rest.split()
    if not 1 <= len(tokens) <= 8 or len(rest) > 70 or _SENTENCE_STOP.search(rest):
        return False
    first = rest[0]
    return not first.islower() or "/" in rest or "@" in rest or len(tokens) <= 2


@cache
def _credit() -> regex.Pattern[str]:
    words = "|".join(sorted(map(regex.escape, words_of("credit")), key=len, reverse=True))
    by = "|".join(map(regex.escape, words_of("credit_by")))
    return regex.compile(
        rf"(?i:(?:[\p{{L}}]+\s)?(?:{words})(?:\s?\p{{N}}{{1,2}})?)(?:{_SEPARATOR}|\s+(?i:{by})[:.]?\s+(?=\p{{Lu}}\p{{Ll}}+\s\p{{Lu}})|\.\s?(?=\p{{Lu}}))"
    )


def credit_at_end(text: str) -> int | None:
    """Where a credit begins at the end of a caption, glued or not ("...in Kievphoto: Reuters"); None without one."""
    for match in _credit_inside().finditer(text):
        if match.start() > 0 and _is_name(text[match.end() :].rstrip(_INSIDE + " ")):
            return int(match.start())
    return None


@cache
def _credit_inside() -> regex.Pattern[str]:
    words = "|".join(sorted(map(regex.escape, words_of("credit")), key=len, reverse=True))
    return regex.compile(rf"(?i:{words})\s?[:：©/]\s*(?=\S)")


def is_counter(text: str) -> bool:
    """A line of counters: a number, and beside numbers only counter words ("17302 views 11 comment(s)", "浏览 123 次")."""
    if not any(character.isdigit() for character in text) or len(text) > 80:
        return False
    rest = NUMBER.sub(" ", text.casefold())
    if any("\u3040" <= character <= "\ud7ff" for character in rest):
        for word in sorted(words_of("counter"), key=len, reverse=True):
            rest = rest.replace(word, " ") if not word.isascii() else rest
    tokens = _TOKEN.findall(rest)
    known = words_of("counter")
    found = [token for token in tokens if token.strip("()") in known or token in known]
    dense = any("\u3040" <= character <= "\ud7ff" for character in text)
    return len(found) == len(tokens) <= 10 and (bool(found) or dense)


def is_share_bar(text: str) -> bool:
    """A line of buttons: only names of networks and words like share, two at least or one network alone with share."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    if not tokens or len(tokens) > 14 or len(text) > 100:
        return False
    known = words_of("share")
    return all(token in known for token in tokens) and (len(tokens) > 1 or tokens[0] in words_of("buttons"))


def is_date(text: str) -> bool:
    """A date or time alone, or after a word like "published"."""
    if not _DATE.search(text) or len(text) > 100:
        return False
    rest = _DATE.sub(" ", text)
    tokens = [token.casefold() for token in _TOKEN.findall(rest)]
    known = words_of("dated")
    if not tokens:
        return not any(character.isdigit() for character in rest)
    return tokens[0] in known and len(tokens) <= 8


def is_byline(text: str) -> bool:
    """Who wrote it: "By Ana Marković", "Autor: N. N."; asked only near the top of a page."""
    if len(text) > 90 or _SENTENCE_STOP.search(text):
        return False
    head, colon, rest = (part.strip() for part in text.replace("：", ":").partition(":"))
    if colon:
        return head.casefold() in words_of("byline_colon") | words_of("byline") and 0 < len(rest.split()) <= 8
    first, _, names = text.partition(" ")
    tokens = names.replace(",", " ").split()
    return first.casefold() in words_of("byline") and 2 <= len(tokens) <= 6 and all(map(_NAMES.fullmatch, tokens))


def is_lead(text: str, *, loose: bool) -> bool:
    """A line that leads elsewhere: "Bonus video:", "Read also: ..."; `loose` allows a few words without a colon."""
    folded = text.casefold().strip(" »›>▶►•*-–—")
    phrase = next((phrase for phrase in _leads() if folded.startswith(phrase)), None)
    if phrase is None:
        return False
    rest = folded[len(phrase) :]
    if rest[:1].isalpha():
        return False
    if not rest.strip(" :：.…>»!|"):
        return bool(rest.strip(" ")) or loose or " " in phrase or phrase[0] >= "\u3040"
    if rest.lstrip()[:1] in {":", "：", "|"}:
        return " " in phrase or len(rest.split()) <= 12
    return loose and " " in phrase and len(rest.split()) <= 8 and not _STOP.search(rest)


@cache
def _leads() -> tuple[str, ...]:
    return tuple(sorted((phrase.casefold() for phrase in _table()["leads"]), key=lambda item: (-len(item), item)))


def says_notice(text: str) -> bool:
    """Whether a block is introduced as a note: "Disclaimer:", "Napomena:"."""
    head = text[:40].casefold().replace("：", ":").partition(":")
    return bool(head[1]) and head[0].strip(" *_[(") in {word.casefold() for word in _table()["notice"]}


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of data/furniture.toml, case-folded."""
    return frozenset(str(_table()[name]).casefold().split())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("tqcheck.readers").joinpath("data/furniture.toml").read_text(encoding="utf-8"))
