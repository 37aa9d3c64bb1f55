"""One entry of a word list as a regular expression; how entries are written: `word_patterns`."""

from __future__ import annotations

import regex

UNSPACED = frozenset({"zh", "ja", "ko", "th"})
"""Languages whose words are matched as pieces of text: no spaces, or particles written on."""

GAP = 36
"""Characters that `~` may span."""

PROCLITICS = {
    "ar": r"(?:[وف]?(?:[بكل]?ال|لل|[بلكس])?)",
    "he": r"[ושהלבכמ]{0,3}",
}
"""What Arabic and Hebrew write onto the beginning of a word."""

LETTER = r"[\p{L}\p{M}\p{N}\u200c]"
"""What words are made of; Persian joins their parts with a zero-width non-joiner."""


def expression(entry: str, code: str) -> str:
    """What matches one entry of a list in folded text, its end included; its beginning is the caller's, for all entries at once."""
    parts = [_phrase(part, code) for part in entry.split("~")]
    if code in UNSPACED:
        return rf"[^.;:!?。！？]{{0,{GAP}}}?".join(parts)
    joined = rf"(?!{LETTER})[^.;:!?।]{{0,{GAP}}}?(?<!{LETTER})".join(parts)
    return joined + (r"(?=\p{L})" if entry.endswith("'") else rf"(?!{LETTER})")


def _phrase(part: str, code: str) -> str:
    return r"[\s\-]++".join(_word(word, code) for word in part.split("_"))


def _word(word: str, code: str) -> str:
    body = str(regex.escape(word.strip("*")))
    if code == "ja" and regex.fullmatch(r"[ァ-ヴー]+", word):
        return rf"(?<![ァ-ヴー]){body}(?![ァ-ヴー])"  # no piece of a longer loanword
    if code in UNSPACED:
        return body
    if word.startswith("*"):
        body = rf"{LETTER}{{2,24}}?{body}"
    return rf"{body}{LETTER}{{0,24}}+" if word.endswith("*") else body
