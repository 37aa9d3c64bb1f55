"""Word lists of the data tables as patterns over running text, in every kind of script.

A list is words divided by spaces: `word` = that word, `word*` = any word that begins so, `*word` = that ends so, `a_b` = a phrase,
`a~b` = with up to some words between, inside a clause. Text is matched as `fold` gives it: in lowercase, position by position.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.transliterate import to_cyrillic

UNSPACED = frozenset({"zh", "ja", "ko", "th"})
"""Languages whose words are matched as pieces of text: no spaces, or particles written on."""

RELATIVES = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "me": "sr", "nb": "no", "nn": "no", "gl": "pt"}
"""Languages that read the tables of a close relative."""

GAP = 36
"""Characters that `~` may span."""

_PROCLITICS = {
    "ar": r"(?:[وف]?(?:[بكل]?ال|لل|[بلكس])?)",
    "he": r"[ושהלבכמ]{0,3}",
}
"""What Arabic and Hebrew write onto the beginning of a word."""

_LETTER = r"[\p{L}\p{M}\p{N}\u200c]"
"""What words are made of; Persian joins their parts with a zero-width non-joiner."""

NOTHING: regex.Pattern[str] = regex.compile(r"(?!)")


def table_language(language: str) -> str:
    """The code under which the tables keep a language."""
    code = primary(language)
    return RELATIVES.get(code, code)


@lru_cache(maxsize=8192)
def fold(text: str, language: str) -> str:
    """The text in lowercase, character by character, so that offsets stay; Turkish by its own rule of i."""
    if primary(language) in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    lowered = text.lower().replace("’", "'")
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text).replace("’", "'")


@cache
def compile_words(words: str, language: str, *, clitics: bool = True) -> regex.Pattern[str]:
    """The pattern of a list, for folded text; an empty list matches nothing.

    `clitics`: whether Arabic and Hebrew words may have prepositions and articles written onto them.
    """
    code = table_language(language)
    entries = words.split()
    if code == "sr":
        entries += [to_cyrillic(entry) for entry in entries]
    if not entries:
        return NOTHING
    options = "|".join(_option(entry, code) for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)))
    if code in UNSPACED:
        return regex.compile(options)
    before = _PROCLITICS.get(code, "") if clitics else ""
    return regex.compile(rf"(?<!{_LETTER}){before}(?:{options})")


def compile_labelled(words: Iterable[str], code: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    """One pattern for many words of a table language, the longest first, and the word of each of its groups (`match.lastgroup`)."""
    groups: dict[str, str] = {}
    options: list[str] = []
    for number, entry in enumerate(sorted(words, key=lambda entry: (-len(entry), entry))):
        spellings = (entry, to_cyrillic(entry)) if code == "sr" else (entry,)
        groups[f"g{number}"] = entry
        options.append(f"(?P<g{number}>{'|'.join(_option(spelling, code) for spelling in spellings)})")
    if not options:
        return NOTHING, groups
    before = "" if code in UNSPACED else rf"(?<!{_LETTER}){_PROCLITICS.get(code, '')}"
    return regex.compile(f"{before}(?:{'|'.join(options)})"), groups


def _option(entry: str, code: str) -> str:
    parts = [_phrase(part, code) for part in entry.split("~")]
    if code in UNSPACED:
        return rf"[^.;:!?。！？]{{0,{GAP}}}?".join(parts)
    joined = rf"(?!{_LETTER})[^.;:!?।]{{0,{GAP}}}?(?<!{_LETTER})".join(parts)
    return joined + (r"(?=\p{L})" if entry.endswith("'") else rf"(?!{_LETTER})")


def _phrase(part: str, code: str) -> str:
    return r"[\s\-]++".join(_word(word, code) for word in part.split("_"))


def _word(word: str, code: str) -> str:
    body = str(regex.escape(word.strip("*")))
    if code == "ja" and regex.fullmatch(r"[ァ-ヴー]+", word):
        return rf"(?<![ァ-ヴー]){body}(?![ァ-ヴー])"  # no piece of a longer loanword
    if code in UNSPACED:
        return body
    if word.startswith("*"):
        body = rf"{_LETTER}{{2,24}}?{body}"
    return rf"{body}{_LETTER}{{0,24}}+" if word.endswith("*") else body
