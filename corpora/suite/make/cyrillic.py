"""Serbian Latin to Cyrillic, so that one written sentence serves both scripts."""

import re

_PAIRS = {"dž": "џ", "lj": "љ", "nj": "њ"} | dict(
    zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True)
)
_LETTERS = re.compile("|".join(sorted(_PAIRS, key=len, reverse=True)), re.IGNORECASE)
# What stays Latin in Cyrillic text: addresses, code, placeholders, tags, unit signs, words with a digit or foreign letter.
_KEPT = re.compile(
    r"https?://\S+|https\b|\S+\.org\S*|\S+@\S+|`[^`]*`|<[^>]*>|\{[^}]*\}|%\w"
    r"|(?<=\d )(?:k?m|cm|mm|kg|l)\b|\b\w*[qwxyQWXY\d]\w*\b|\b[A-Z]{2,}\b"
)


def _letter(match: re.Match[str]) -> str:
    old = match.group()
    new = _PAIRS[old.lower()]
    return new.upper() if old[0].isupper() else new


def to_cyrillic(text: str) -> str:
    """Transliterate all but what Serbian keeps in Latin script."""
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_LETTERS.sub(_letter, text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join(parts) + _LETTERS.sub(_letter, text[end:])
