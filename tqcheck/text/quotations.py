"""Which parts of a sentence are quoted speech."""

from __future__ import annotations

import regex

MARKS = regex.compile(r"[\"“”„‟«»「」『』״]|(?<!\w)[‘‚]|(?<=[.,!?])[’](?!\w)")
SHORTEST = 12
"""Shorter stretches are names, titles and words held at a distance, not speech."""


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Offsets inside quotation marks; a lone mark quotes up to the end of the sentence, or from its beginning."""
    places = [match.start() for match in MARKS.finditer(text)]
    if len(places) % 2:
        opens = places[0] * 2 < len(text) and text[places[0] - 1 : places[0]].strip() == ""
        places = [*places, len(text)] if opens else [-1, *places]
    pairs = zip(places[::2], places[1::2], strict=True)
    return [(start + 1, end) for start, end in pairs if end - start > SHORTEST]
