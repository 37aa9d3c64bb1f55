"""Finds the words of the concept lexicon in scripts that set no spaces."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.concept_index import concept_index
from tqcheck.text.concepts import Entry
from tqcheck.text.patterns import compiled

_HAN_AFTER = r"\s?[約约大概$¥￥€]{0,2}\s?[\p{Nd}零一二两三四五六七八九十百千万億亿半]"
_HAN_BEFORE = r"[\p{Nd}零一二两三四五六七八九十百千万億亿数半%％]\s?[\p{L}%％°]{0,4}$"


def find_in_unspaced(text: str, code: str) -> Iterator[tuple[int, int, Entry]]:
    """The longest entries of a text whose words have no spaces between them, in reading order."""
    index, at = concept_index(code), 0
    while at < len(text):
        for length in range(min(index.longest, len(text) - at), 0, -1):
            found = index.whole.get(text[at : at + length], ())
            free = [entry for entry in found if _stands_free(entry, text, at, at + length)]
            if free:
                yield from ((at, at + length, entry) for entry in free)
                at += length - 1
                break
        at += 1


def _stands_free(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the numbers an entry asks for are there, and a loanword is no piece of a longer one."""
    if entry.after and not compiled(_HAN_AFTER).match(text, end):
        return False
    if entry.before and not compiled(_HAN_BEFORE).search(text[max(0, start - 8) : start]):
        return False
    katakana = compiled(r"[ァ-ヴー]")
    if katakana.fullmatch(text[start]) and katakana.fullmatch(text[end - 1]):
        return not katakana.fullmatch(text[start - 1 : start]) and not katakana.fullmatch(text[end : end + 1])
    return True
