"""Spaces (TQ306), broken encodings (TQ307), hidden characters (TQ308), mixed alphabets (TQ502)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tqcheck.model import PROSE, Hit, Kind, Pair, Place
from tqcheck.registry import Context, check
from tqcheck.text.hidden import find_hidden
from tqcheck.text.homoglyphs import find_mixed_words
from tqcheck.text.masks import blank
from tqcheck.text.mojibake import find_mojibake
from tqcheck.text.spacing import find_spacing_faults

_SHOWN = PROSE | {Kind.CAPTION}


@check("TQ306", "spacing", category="locale-convention/spacing", severity="minor", scope="block", kinds=_SHOWN)
def spacing(pair: Pair, context: Context) -> Iterator[Hit]:
    """A space too many or too few: doubled, before a comma, missing before French high punctuation, Latin marks between Han characters.

    Why: small, but everywhere, and each language has its own habit that machine translation forgets.

    Bad: "two  words", "a word , then", « Vraiment? » in French, "你好,世界"

    Good: « Vraiment ? », "Vraiment?" in Canadian French, two spaces after a full stop, "a ... b"

    Limits: which space (no-break, narrow) is house style and is not judged.
    """
    if pair.target is None:
        return
    source = blank(pair.source.text, pair.source.marks) if pair.source else ""
    for fault in find_spacing_faults(blank(pair.target.text, pair.target.marks), context.target_language):
        if fault.message == "More than one space." and "  " in source:
            continue
        yield Hit(start=fault.start, end=fault.end, message=fault.message, confidence=fault.confidence, fix=fault.fix)


@check("TQ307", "mojibake", category="fluency/character-encoding", severity="minor", scope="block", kinds=_SHOWN)
def mojibake(pair: Pair, context: Context) -> Iterator[Hit]:
    """Characters that were decoded in the wrong encoding, or replaced because they could not be decoded.

    Why: readers see rubbish where a letter or an apostrophe was.

    Bad: "itâ€™s", "ÐºÐ½Ð¸Ð³Ð°", "caf�"

    Good: "it's", "книга", "Ângela", "Ã" alone

    Limits: only UTF-8 read as Windows-1252 or Latin-1, and the replacement character.
    """
    if pair.target is None:
        return
    for start, end, meant in find_mojibake(blank(pair.target.text, pair.target.marks)):
        shown = pair.target.text[start:end]
        message = f"{shown} is {meant!r} in a wrong encoding." if meant else "A character was lost in decoding."
        yield Hit(start=start, end=end, message=message, confidence=0.95, fix=meant)


@check(
    "TQ308", "hidden-character", category="fluency/character-encoding", severity="minor", scope="block", kinds=_SHOWN
)
def hidden_character(pair: Pair, context: Context) -> Iterator[Hit]:
    """A character that nobody sees: zero-width space, strayed joiner, direction override, control character; once a paragraph.

    Why: it breaks search, links and line breaks, and an override shows the text in another order than it has.

    Bad: "Kyiv" with a zero-width space inside; a right-to-left override in English

    Good: the joiners of Persian and Hindi, of emoji; the marks of right-to-left texts; zero-width spaces in Thai and Khmer

    Limits: what the source holds as well is left alone, but overrides are not; soft hyphens are not judged.
    """
    if pair.target is None:
        return
    source = pair.source.text if pair.source else ""
    found: defaultdict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    for start, end, name, dangerous in find_hidden(
        blank(pair.target.text, pair.target.marks), context.target_language, source
    ):
        found[name, dangerous].append((start, end))
    for (name, dangerous), (first, *others) in found.items():
        yield Hit(
            start=first[0],
            end=first[1],
            message=f"Hidden character {name}{f', {len(others) + 1} times in this paragraph' if others else ''}.",
            severity="major" if dangerous else None,
            confidence=0.95,
            fix="",
            related=tuple(Place(pair.target.locate(*span), pair.target.text[slice(*span)]) for span in others),
        )


@check("TQ502", "mixed-script", category="fluency/character-encoding", severity="minor", scope="block", kinds=_SHOWN)
def mixed_script(pair: Pair, context: Context) -> Iterator[Hit]:
    """A word is written with letters of two alphabets that look alike.

    Why: it looks right and cannot be searched, spell-checked or read aloud.

    Bad: «Россия» with a Latin c; "Kiev" with a Cyrillic е

    Good: iPhone'ом, «USB-порт», α-helix, µm, 5G

    Limits: a whole word in the wrong alphabet is not seen; only Latin, Cyrillic and Greek.
    """
    if pair.target is None:
        return
    text = blank(pair.target.text, pair.target.marks)
    for word in find_mixed_words(text):
        if pair.source and text[word.start : word.end] in pair.source.text:
            continue
        message = f"{text[word.start : word.end]} mixes two alphabets."
        yield Hit(start=word.start, end=word.end, message=message, confidence=word.confidence, fix=word.fix)
