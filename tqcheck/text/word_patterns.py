"""Word lists of the data tables as patterns over running text, in every kind of script.

A list is words divided by spaces: `word` = that word, `word*` = any word that begins so, `*word` = that ends so, `a_b` = a phrase,
`a~b` = with up to some words between, inside a clause. Text is matched as `fold` gives it: in lowercase, position by position.
"""

from __future__ import annotations

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
def compile_words(words: str, language: str) -> regex.Pattern[str]:
    """The pattern of a list, for folded text; an empty list matches nothing."""
    code = table_language(language)
    entries = words.split()
    if code == "sr":
        entries += [to_cyrillic(entry) for entry in entries]
    if not entries:
        return NOTHING
    options = "|".join(_option(entry, code) for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)))
    if code in UNSPACED:
        return regex.compile(options)
    clitics = _PROCLITICS.get(code, "")
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){clitics}(?:{options})(?![\p{{L}}\p{{M}}\p{{N}}])")


def _option(entry: str, code: str) -> str:
    parts = [_phrase(part, code) for part in entry.split("~")]
    between = r"[^.;:!?。！？।]" if code in UNSPACED else r"(?![\p{L}\p{M}])[^.;:!?।]"
    edge = r"" if code in UNSPACED else r"(?<![\p{L}\p{M}])"
    return rf"{between}{{0,{GAP}}}?{edge}".join(parts) if len(parts) > 1 else parts[0]


def _phrase(part: str, code: str) -> str:
    return r"[\s\-]++".join(_word(word, code) for word in part.split("_"))


def _word(word: str, code: str) -> str:
    body = str(regex.escape(word.strip("*")))
    if code == "ja" and regex.fullmatch(r"[ァ-ヴー]+", word):
        return rf"(?<![ァ-ヴー]){body}(?![ァ-ヴー])"  # no piece of a longer loanword
    if word.startswith("*"):
        body = body if code in UNSPACED else rf"[\p{{L}}\p{{M}}]{{2,24}}?{body}"
    if not word.endswith("*"):
        return body
    return body if code in UNSPACED else rf"{body}[\p{{L}}\p{{M}}]{{0,12}}+"
