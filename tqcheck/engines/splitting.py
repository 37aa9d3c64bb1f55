"""Long texts cut into pieces a model can carry, and put together again exactly.

The translation models were trained on sentences: at 1000 characters they drop the rest or loop, without an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

import regex

LIMIT = 400
"""Characters a piece may have: the firefox models are sound to about 500."""

_CLAUSE_END = regex.compile(r"[,;:،؛、，；：–—)»”]\s+|[、，；：。！？।]")
_SPACE = regex.compile(r"\s+")
_SURROGATE = regex.compile(r"[\uD800-\uDFFF]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch to translate and the white space that follows it in the text (`tail`)."""

    text: str
    tail: str


def split_text(text: str, language: str, limit: int = LIMIT) -> list[Piece]:
    """Sentences, the overlong ones cut at clauses, then spaces, then anywhere; pieces and tails joined are the text again."""
    pieces: list[Piece] = []
    for line in _keep_ends(regex.compile(r"\s*[\r\n]+\s*"), text):
        for sentence in _sentences(line, language):
            for piece in (piece for part in _shorten(sentence, limit) for piece in _trim(part)):
                if pieces and not piece.text:
                    pieces[-1] = Piece(pieces[-1].text, pieces[-1].tail + piece.tail)
                else:
                    pieces.append(piece)
    return pieces


def join_pieces(pieces: list[Piece], translations: list[str], *, spaced: bool = True) -> str:
    """The translations with the white space of the original between them.

    `spaced` = the language written out puts spaces between sentences: one is added where the original (Chinese, Japanese, Thai) has none.
    """
    out = []
    for index, (piece, translation) in enumerate(zip(pieces, translations, strict=True)):
        missing = spaced and not piece.tail and index + 1 < len(pieces) and translation and piece.text
        out.append(translation + (" " if missing else piece.tail))
    return "".join(out)


def _sentences(line: str, language: str) -> list[str]:
    if len(line) < 40:
        return [line]
    from sentencex import segment

    # the splitter is native code: it gets no lone surrogates, and text it does not give back whole is left in one piece
    safe = _SURROGATE.sub("\ufffd", line)
    sentences = list(segment(language or "en", safe))
    if "".join(sentences) != safe:
        return [line]
    cuts = [0, *accumulate(len(sentence) for sentence in sentences)]
    return [line[low:high] for low, high in pairwise(cuts) if low < high]


def _shorten(text: str, limit: int) -> list[str]:
    if len(text) <= limit:
        return [text]
    for boundary in (_CLAUSE_END, _SPACE):
        places = [match.end() for match in boundary.finditer(text, 0, limit) if match.end() > limit // 4]
        if places:
            return [text[: places[-1]], *_shorten(text[places[-1] :], limit)]
    return [text[:limit], *_shorten(text[limit:], limit)]


def _keep_ends(separator: regex.Pattern[str], text: str) -> list[str]:
    cuts = [0, *(match.end() for match in separator.finditer(text)), len(text)]
    return [text[low:high] for low, high in pairwise(cuts) if low < high]


def _trim(part: str) -> list[Piece]:
    body = part.strip()
    start = part.find(body) if body else 0
    head = [Piece("", part[:start])] if start else []
    return [*head, Piece(body, part[start + len(body) :])]
