"""Addresses, placeholders and tags broken or lost (TQ105, TQ106)."""

from random import Random

import regex

from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import cut, splice

_URL = regex.compile(r"https?://[^\s<>\"'）】」]+[^\s<>\"'.,;:!?)）】」]|[\w.+-]+@[\w-]+\.[\w.-]*\w")
_PLACEHOLDER = regex.compile(
    r"\{\{?\s?[\w.]+\s?\}?\}|%\d?\$?[sd@](?!\w)|%\(\w+\)[sd]|\$\{\w+\}|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|`[^`]+`"
)


def _shared(pattern: regex.Pattern[str], pair: Pair) -> list[regex.Match[str]]:
    return [m for m in pattern.finditer(pair.target) if m.group() in pair.source]


def _lost(pair: Pair, match: regex.Match[str], code: str, severity: str, kind: str) -> Damage | None:
    text, gap = cut(pair.target, match.start(), match.end())
    if match.group() in text:
        return None
    start = pair.source.index(match.group())
    span = (start, start + len(match.group()))
    return Damage(text=text, start=gap, end=gap, code=code, severity=severity, kind=kind, source_span=span)


def lose_link(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Remove an address that the source gives too."""
    found = _shared(_URL, pair)
    return _lost(pair, random.choice(found), "TQ105", "minor", "link-lost") if found else None


def break_link(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Change one letter of an address."""
    found = _shared(_URL, pair)
    if not found:
        return None
    match = random.choice(found)
    places = [i for i, char in enumerate(match.group()) if char.isalpha() and char.isascii() and i > 7]
    if not places:
        return None
    place = random.choice(places)
    old = match.group()[place]
    new = (
        match.group()[:place]
        + random.choice([c for c in "aeioklmnrst" if c != old.lower()])
        + match.group()[place + 1 :]
    )
    text, start, end = splice(pair.target, match.start(), match.end(), new)
    return Damage(text=text, start=start, end=end, code="TQ105", severity="minor", kind="link-broken")


def lose_placeholder(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Remove a placeholder, tag or piece of code that the source gives too."""
    found = _shared(_PLACEHOLDER, pair)
    return _lost(pair, random.choice(found), "TQ106", "minor", "placeholder-lost") if found else None


def break_placeholder(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Change a letter inside a placeholder, or its closing sign."""
    found = _shared(_PLACEHOLDER, pair)
    if not found:
        return None
    match = random.choice(found)
    old = match.group()
    new = old[:-1] if old[-1] in "}>`" else old.replace("%", "% ", 1)
    text, start, end = splice(pair.target, match.start(), match.end(), new)
    return Damage(text=text, start=start, end=end, code="TQ106", severity="minor", kind="placeholder-broken")
