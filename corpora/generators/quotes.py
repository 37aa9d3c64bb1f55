"""Quotation marks of two styles mixed, or one mark of a pair lost (TQ302, TQ303)."""

from random import Random

import regex

from corpora.generators.records import Corpus, Damage, Pair

_STYLES = (("„", "“"), ("„", "”"), ("“", "”"), ("«", "»"), ("»", "«"), ("”", "”"), ('"', '"'), ("「", "」"))
_NATIVE = {"zh": 2, "ja": 7, "ko": 2}


def _quotations(text: str) -> tuple[int, list[regex.Match[str]]]:
    """The one style of a text and its quotations; none where styles are mixed already."""
    found = []
    for number, (opening, closing) in enumerate(_STYLES):
        pattern = rf"{opening}[^{opening}{closing}„“”«»\"]+{closing}"
        matches = list(regex.finditer(pattern, text))
        marks = sum(text.count(mark) for mark in '„“”«»"「」')
        if matches and 2 * len(matches) == marks:
            found.append((number, matches))
    return found[0] if len(found) == 1 else (-1, [])


def mix_quotes(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Write one of several quotations in another style than the rest."""
    style, matches = _quotations(pair.target)
    if len(matches) < 2:
        return None
    match = random.choice(matches)
    opening, closing = _STYLES[2] if style in {6, 3, 4, 7} else _STYLES[6]
    text = pair.target[: match.start()] + opening + match.group()[1:-1] + closing + pair.target[match.end() :]
    return Damage(text=text, start=match.start(), end=match.end(), code="TQ302", severity="minor", kind="quotes-mixed")


def lose_quote(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Lose the closing mark of the only quotation; the span runs from the open mark to the gap."""
    _, matches = _quotations(pair.target)
    if len(matches) != 1 or matches[0].end() - matches[0].start() < 8:
        return None
    match = matches[0]
    kept = pair.target[: match.end() - 1].rstrip()
    text = kept + pair.target[match.end() :]
    kind = "quote-unpaired"
    return Damage(text=text, start=match.start(), end=len(kept), code="TQ303", severity="minor", kind=kind)
