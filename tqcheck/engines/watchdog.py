"""What is wrong with a machine translation by its looks alone: loops, copies, emptiness, a dropped rest."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tqcheck.model import Diagnostics

ENGINE_FAILED = "engine failed"
"""Word for a piece that the engine itself gave nothing for: it crashed, was killed, or rejected the text."""

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_DENSITY = 2.2
"""A character of a dense script stands for about this many Latin ones (FLORES: zh 2.9, ja 2.3, ko 2.0 English characters each)."""

_LOOP_TIMES = 4
_COPIED = 0.7
_MAX_PERIOD = 8


def diagnose(source: str, output: str, *, unknown: float = 0.0, lost: Sequence[str] = ()) -> Diagnostics:
    """Diagnostics of one translated piece; a loop that the source itself has is none."""
    if not source.strip():
        return Diagnostics()
    if not output.strip():
        return Diagnostics(failed=1.0, degenerate="empty", lost=tuple(lost))
    ratio, copied = _weight(output) / max(1.0, _weight(source)), copied_share(source, output)
    looping = _loops(source, output) or (ratio > 3 and _weight(output) > 120)
    return Diagnostics(
        unknown=unknown,
        copied=copied,
        truncated=_weight(source) >= 80 and ratio < 0.35,
        degenerate="loop" if looping else "copied" if copied > _COPIED else "",
        lost=tuple(lost),
    )


def merge(parts: Sequence[tuple[int, Diagnostics]]) -> Diagnostics:
    """Diagnostics of a text from its pieces, shares weighted by their lengths in characters."""
    total = sum(length for length, _ in parts) or 1

    def share(name: str) -> float:
        return round(sum(length * float(getattr(part, name)) for length, part in parts) / total, 4)

    return Diagnostics(
        unknown=share("unknown"),
        failed=share("failed"),
        copied=share("copied"),
        truncated=any(part.truncated for _, part in parts),
        degenerate=next((part.degenerate for _, part in parts if part.degenerate), ""),
        lost=tuple(stretch for _, part in parts for stretch in part.lost),
    )


def copied_share(source: str, output: str) -> float:
    """Share of the output's words of three letters and more that stand in the source as they are, 0 when there are under four.

    Words with a capital are taken for names and do not count.
    """
    known = {word.casefold() for word in _WORD.findall(source)}
    words = _words(output)
    # scripts without case or word spaces: a copied text is the same string
    if not words:
        return (
            1.0
            if len(source) > 12 and output.strip() == source.strip() and regex.search(r"\p{Lo}|\p{Ll}", source)
            else 0.0
        )
    return sum(word.casefold() in known for word in words) / len(words) if len(words) >= 4 else 0.0


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if len(word) >= 3 and word == word.lower()]


def longest_loop(words: Sequence[str]) -> int:
    """How often, at most, a phrase of up to eight words follows itself."""
    best = 1
    for period in range(1, min(_MAX_PERIOD, len(words) // 2) + 1):
        run = 0
        for index in range(period, len(words)):
            run = run + 1 if words[index] == words[index - period] else 0
            best = max(best, run // period + 1)
    return best


def _loops(source: str, output: str) -> bool:
    heard = longest_loop(_units(output))
    return heard >= _LOOP_TIMES and heard > longest_loop(_units(source)) + 1


def _units(text: str) -> list[str]:
    words = text.casefold().split()
    return words if len(words) * 12 > len(text) else list(text)


def _weight(text: str) -> float:
    dense = len(_DENSE.findall(text))
    return len(text.strip()) + dense * (_DENSITY - 1)
