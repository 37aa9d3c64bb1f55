"""Serbian and Montenegrin between their two alphabets."""

from __future__ import annotations

import regex

_CYRILLIC_LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN_LETTERS = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š"
_PAIRS = dict(zip(_CYRILLIC_LETTERS, _LATIN_LETTERS.split(), strict=True)) | {"с\u0301": "ś", "з\u0301": "ź"}
"""Vuk Karadžić's alphabet, one letter to one or two, with the two Montenegrin letters."""

_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _PAIRS.items()}
_CYRILLIC = regex.compile(r"[сзСЗ]\u0301|[\u0400-\u04ff]")
_LATIN = regex.compile(r"[ǄǅǆǇǈǉǊǋǌ]|(?i:dž|lj|nj)|(?i:[a-zđžćčšśź])")
_DIGRAPHS = {"ǆ": "dž", "ǉ": "lj", "ǌ": "nj"}
_SPLIT = regex.compile(
    r"(?i)\b(?:nad(?=ž)|in(?=jekc)|kon(?=junkt)|kon(?=jug)|an(?=jon)|tan(?=jug)|od(?=živ)|od(?=žal)|pred(?=živ))"
)
"""Prefixes before which two letters stay two ("nadživeti", "injekcija", "konjunktura")."""


def to_latin(text: str) -> str:
    """Serbian Cyrillic in Latin letters; other characters, other Cyrillic letters too, stay as they are.

    A capital digraph is "Lj" before a small letter and "LJ" otherwise, so the length of the text may change.
    """

    def replace(match: regex.Match[str]) -> str:
        letter = match.group()
        latin = _PAIRS.get(letter.lower())
        if latin is None:
            return str(letter)
        if letter == letter.lower():
            return latin
        following = text[match.end() : match.end() + 1]
        before = text[match.start() - 1 : match.start()]
        loud = following.isupper() or (not following.isalpha() and before.isupper())
        return latin.upper() if loud or len(latin) == 1 else latin.capitalize()

    return str(_CYRILLIC.sub(replace, text))


def to_cyrillic(text: str) -> str:
    """Serbian Latin in Cyrillic letters; q, w, x, y and what is no letter stay, and prefixes keep n-j, d-ž apart where they must."""
    split = {match.end() - 1 for match in _SPLIT.finditer(text)}
    parts, at = list[str](), 0
    for match in _LATIN.finditer(text):
        if match.start() < at:
            continue
        written = match.group()
        if len(written) == 2 and match.start() in split:
            written = written[0]
        cyrillic = _letter(written)
        parts += [text[at : match.start()], cyrillic]
        at = match.start() + len(written)
        if len(written) < len(match.group()):
            parts.append(_letter(match.group()[1]))
            at += 1
    return "".join((*parts, text[at:]))


def _letter(latin: str) -> str:
    low = latin.lower()
    cyrillic = _TO_CYRILLIC.get(_DIGRAPHS.get(low, low), latin)
    return cyrillic.upper() if latin[0].isupper() or latin[0] in "ǅǈǋ" else cyrillic
