"""One way for every engine to translate: split, mask, translate in one flat batch, unmask, rejoin, diagnose.

An engine gives a function from sentences to sentences; everything that models are known to damage is kept away from it here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tqcheck.engines.masking import FORMS, Masked, drop_codes, mask, unmask
from tqcheck.engines.splitting import LIMIT, Piece, join_pieces, split_text
from tqcheck.engines.watchdog import ENGINE_FAILED, diagnose, merge
from tqcheck.model import Diagnostics, Translation

Raw: TypeAlias = Callable[[Sequence[str]], Sequence[str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How an engine wants its texts.

    Attributes:
        limit: characters a piece may have.
        gloss: results are word-for-word aids.
        unreadable: share 0-1 of a text's letters the engine cannot read (no such letter in its vocabulary).
        unknown: share 0-1 of the output's words the engine admits it did not know.
        clean: takes the engine's marks (stars on unknown words) off the output.
    """

    limit: int = LIMIT
    gloss: bool = False
    unreadable: Callable[[str], float] = lambda _: 0.0
    unknown: Callable[[str], float] = lambda _: 0.0
    clean: Callable[[str], str] = str.strip


REFUSE = 0.3
"""A text with more unreadable letters than this is refused: a model fed a foreign script answers with junk."""

_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


def translate_carefully(
    texts: Sequence[str], source: str, target: str, raw: Raw, signature: str, manner: Manner | None = None
) -> list[Translation]:
    """One `Translation` per text, in order.

    `raw` gets each distinct non-empty piece once, shortest first, and returns None where it failed.
    """
    manner = manner or Manner()
    cut = [split_text(text, source, manner.limit) for text in texts]
    wanted = {piece.text for pieces in cut for piece in pieces if piece.text}
    done = _translate_pieces(sorted(wanted, key=lambda text: (len(text), text)), raw, manner)
    return [_assemble(pieces, done, target, signature, manner) for pieces in cut]


def _translate_pieces(pieces: list[str], raw: Raw, manner: Manner) -> dict[str, tuple[str, Diagnostics]]:
    refused = {piece: manner.unreadable(mask(piece).text) for piece in pieces}
    done = {
        piece: ("", Diagnostics(unknown=share, failed=1.0, degenerate="unreadable script"))
        for piece, share in refused.items()
        if share > REFUSE
    }
    left = [piece for piece in pieces if piece not in done]
    for form in FORMS:
        fresh = _translate_masked(left, form, raw, manner)
        for piece, result in fresh.items():
            if piece not in done or len(result[1].lost) < len(done[piece][1].lost):
                done[piece] = result
        left = [piece for piece in left if done[piece][1].lost]
    return done


def _translate_masked(pieces: list[str], form: str, raw: Raw, manner: Manner) -> dict[str, tuple[str, Diagnostics]]:
    masked = {piece: mask(piece, form) for piece in pieces}
    shouted = {piece for piece in pieces if _is_shouted(masked[piece].text)}
    texts = {piece: _lower(item.text) if piece in shouted else item.text for piece, item in masked.items()}
    needed = [piece for piece in pieces if texts[piece].strip()]
    outputs = dict(zip(needed, raw([texts[piece] for piece in needed]), strict=True)) if needed else {}
    return {
        piece: _finish(item, outputs.get(piece, texts[piece]), piece in shouted, manner)
        for piece, item in masked.items()
    }


def _finish(item: Masked, output: str | None, shouted: bool, manner: Manner) -> tuple[str, Diagnostics]:
    if output is None:
        return "", Diagnostics(failed=1.0, degenerate=ENGINE_FAILED)
    unknown = manner.unknown(drop_codes(item, output))
    output = manner.clean(output)
    text, lost = unmask(item, output.upper() if shouted else output)
    return text, diagnose(item.text, output, unknown=unknown, lost=lost)


def _assemble(
    pieces: list[Piece], done: dict[str, tuple[str, Diagnostics]], target: str, signature: str, manner: Manner
) -> Translation:
    results = [done.get(piece.text, ("", Diagnostics())) for piece in pieces]
    spaced = target.split("-")[0].lower() not in _SPACELESS
    text = join_pieces(pieces, [result[0] for result in results], spaced=spaced)
    parts = [(len(piece.text), result[1]) for piece, result in zip(pieces, results, strict=True) if piece.text]
    return Translation(text=text, language=target, signature=signature, diagnostics=merge(parts), gloss=manner.gloss)


def sentence_case(text: str) -> str:
    """A text in capitals as a sentence, of the same length; any other text as it is."""
    lowered = _lower(text) if _is_shouted(text) else text
    # a few capitals have longer small letters: places must stay
    return lowered if len(lowered) == len(text) else text


def _is_shouted(text: str) -> bool:
    """Written in capitals: models know few words in that form, so they get it in sentence case."""
    letters = [letter for letter in text if letter.upper() != letter.lower()]
    return len(letters) >= 12 and " " in text and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def _lower(text: str) -> str:
    return text[:1] + text[1:].lower()
