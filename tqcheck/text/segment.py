"""Sentences and words of a text, with exact offsets."""

from __future__ import annotations

import regex

from tqcheck.model import Kind, Segment, Span
from tqcheck.text.boundaries import corrected_starts

_NO_SPACE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\u3005\u3007\u30fc]"
_CLUSTERED = r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_WORD = regex.compile(
    rf"(?P<katakana>[\p{{Katakana}}\u30fc]+)|(?P<han>{_NO_SPACE}\p{{M}}*)|(?P<cluster>{_CLUSTERED}[\p{{M}}\u0e30-\u0e3a\u0e45-\u0e4e"
    r"\u0eb0-\u0ebc\u0ec8-\u0ecd]*)"
    rf"|[[\p{{L}}\p{{M}}\p{{N}}_]--{_NO_SPACE}--{_CLUSTERED}]+"
    rf"(?:['’ʼ\-‐‑.,:·׳״\u200c\u200d]?[[\p{{L}}\p{{M}}\p{{N}}_]--{_NO_SPACE}--{_CLUSTERED}]+)*",
    regex.V1,
)
_CHARACTERS_PER_WORD = {"han": 1.7, "cluster": 3.2}
"""Characters that make a word on average: Chinese and Japanese 1.7 (UD treebanks GSD), Thai 3.2 letter clusters (UD PUD)."""


def split_sentences(block: Segment, language: str) -> list[Segment]:
    """The sentences of a block, in order, each with the block's kind and its own part of the runs and marks.

    Boundaries come from sentencex and are corrected (`tqcheck.text.boundaries`). Joined with the white space between them the
    sentences are the block again; that white space belongs to none. Code is one piece.
    """
    if block.kind is Kind.CODE:
        return [block] if block.text.strip() else []
    spans = sentence_spans(block.text, language)
    return [block] if spans == [Span(0, len(block.text))] else [block.cut(span.start, span.end) for span in spans]


def sentence_spans(text: str, language: str) -> list[Span]:
    """Sentences of a text as spans without white space at their edges, in order."""
    starts = corrected_starts(text, _starts(text, language), language)
    spans = list[Span]()
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        if body := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append(Span(first, first + len(body)))
    return spans


def _starts(text: str, language: str) -> list[int]:
    """Offsets where sentencex begins a sentence; 0 is always one. Boundaries whose text is not ours are dropped: nothing can move."""
    from sentencex import get_sentence_boundaries

    starts = {0}
    for boundary in get_sentence_boundaries(language.partition("-")[0] or "en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        if text[start:end] == boundary["text"]:
            starts.add(start)
    return sorted(starts)


def words(text: str, language: str = "") -> list[Span]:
    """Words of a text: letters, marks and digits with what stands inside them (apostrophe, hyphen, point, joiner).

    Scripts without spaces: one Han or Hiragana character, one run of Katakana, one letter cluster of Thai, Lao, Khmer or Myanmar is a word
    here; `count_words` corrects for that. `language` is for languages that need other rules; none does yet.
    """
    return [Span(match.start(), match.end()) for match in _WORD.finditer(text)]


def count_words(text: str, language: str = "") -> int:
    """Number of words; in scripts without spaces estimated from characters, at least one where there is any."""
    plain, dense = 0, dict.fromkeys(_CHARACTERS_PER_WORD, 0)
    for match in _WORD.finditer(text):
        kind = match.lastgroup
        if kind in dense:
            dense[kind] += 1
        else:
            plain += 1
    estimated = sum(number / _CHARACTERS_PER_WORD[kind] for kind, number in dense.items())
    return plain + (max(1, round(estimated)) if estimated else 0)
