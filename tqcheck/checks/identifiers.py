"""What a machine reads: markup and placeholders (TQ106), identifiers and codes (TQ107)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from tqcheck.checks.figure_hits import make_hit
from tqcheck.model import Hit, Pair
from tqcheck.registry import Context, check
from tqcheck.text.discrepancies import compare_pair, find_discrepancies
from tqcheck.text.gaps import clause_of_gap
from tqcheck.text.locale_facts import primary
from tqcheck.text.markup import Token, find_identifiers, find_markup


@check(
    "TQ106", "markup-mismatch", category="accuracy/markup", severity="minor", silenced_by=("TQ105", "TQ203", "TQ604")
)
def markup_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A placeholder, tag or piece of inline code is lost, broken or new in the translation.

    Why: `{nmae}` is shown to the reader as it stands, and a lost tag spoils the page.

    Bad: "Hello {name}" → "Hola {nombre}"; `git add` → `git añadir`

    Good: the same pieces in any order; "100 % de descuento"; a plural form without its %d

    Limits: attributes of tags are compared as written, but for addresses and texts; emphasis may move or go.
    """
    if pair.source is None or pair.target is None:
        return
    yield from _compare(find_markup(pair.source), find_markup(pair.target), pair, 0.92)
    if context.article is not None and context.article.translation.format == "markdown":
        yield from _stray(pair.source.text, pair.target.text)


_STRAY = regex.compile(r"(?<![\p{N}\s*_])[*_`]{1,3}(?![\p{L}\p{N}*_])|(?<![\p{L}\p{N}*_])[*_`]{1,3}(?![\p{N}\s*_])")
"""A mark of emphasis or code that touches a word on one side and is shown as it stands."""


def _stray(source: str, target: str) -> Iterator[Hit]:
    """Emphasis or code that the translation opens and does not close as it should: `**word*`."""
    if _STRAY.search(source):
        return
    for match in _STRAY.finditer(target):
        message = f"{match[0]} is shown to the reader: the mark of emphasis or code has no partner."
        yield Hit(start=match.start(), end=match.end(), message=message, confidence=0.85)


@check("TQ107", "identifier-mismatch", category="accuracy/identifier", severity="minor", silenced_by=("TQ203", "TQ604"))
def identifier_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A code, version, option, file name or variable differs from the source's.

    Why: readers copy them; `--ouput` does nothing, and a G20 is no G7.

    Bad: "run with --output" → „mit --ausgabe“; "version 2.1.3" → „Version 2.1.4“; "COVID-19" → "COVID-9"; "Article 7b" → „Artikel 7“

    Good: "F-16" → «Ф-16»; NATO → OTAN

    Limits: only codes with a digit and names with an underscore, a file ending or a double hyphen; a code left out is a faint sign.
    """
    comparison = compare_pair(pair)
    if comparison is None or pair.target is None or pair.source is None:
        return
    for item in find_discrepancies(comparison):
        if item.cause == "identifier":
            yield make_hit(pair, comparison, item)
    yield from _compare(find_identifiers(pair.source), find_identifiers(pair.target), pair, 0.9)
    yield from _letter_lost(pair.source.text, pair.target.text, pair.source_language)


_LETTERED = regex.compile(
    r"(?<![\p{L}\p{N}.,$€£])(?P<number>\d{1,3})(?P<letter>[abc])(?![\p{Latin}\p{Cyrillic}\p{Greek}\p{N}])"
)


def _letter_lost(source: str, target: str, language: str) -> Iterator[Hit]:
    """Article 7b that became Article 7: the same figure stands bare."""
    for match in _LETTERED.finditer(source):
        number = match["number"]
        if match["letter"] == "a" and primary(language) in ("es", "pt", "it", "ca", "gl", "sv"):
            continue  # 1a is an ordinal there
        bare = list(regex.finditer(rf"(?<![\p{{N}}.,-]){number}(?![\p{{N}}])", target))
        if len(bare) == 1 and not _followed_by_letter(target, bare[0].end()):
            yield Hit(
                start=bare[0].start(),
                end=bare[0].end(),
                message=f"The source has {match[0]}, the translation {number}.",
                source=(match.start(), match.end()),
                confidence=0.8,
                evidence=(("source", match[0]),),
            )


def _followed_by_letter(text: str, end: int) -> bool:
    """Whether a single letter follows, in whatever alphabet."""
    return (
        regex.match(
            r"[ \u00a0]?\(?[a-cα-γа-в](?![\p{Latin}\p{Cyrillic}\p{Greek}\p{N}])", text[end : end + 4], regex.IGNORECASE
        )
        is not None
    )


def _compare(left: list[Token], right: list[Token], pair: Pair, confidence: float) -> Iterator[Hit]:
    lost, new = _without(left, right), _without(right, left)
    for source, target in zip(lost, new, strict=False):
        yield Hit(
            start=target.start,
            end=target.end,
            message=f"The source has {source.text}, the translation {target.text}.",
            source=(source.start, source.end),
            confidence=confidence,
            fix=source.text if target.kind != "code" else None,
            evidence=(("source", source.text),),
        )
    for source in lost[len(new) :]:
        yield _lost(source, pair, confidence, _following(source, left, right))
    for target in new[len(lost) :]:
        yield Hit(start=target.start, end=target.end, message=f"{target.text} is not in the source.", confidence=0.6)


def _without(tokens: list[Token], others: list[Token]) -> list[Token]:
    free = Counter(_shape(token) for token in others)
    lost = []
    for token in tokens:
        if free[_shape(token)]:
            free[_shape(token)] -= 1
        else:
            lost.append(token)
    return lost


_TRANSLATED = regex.compile(
    r"\s(?:href|src|alt|title|lang|hreflang|dir|aria-label|placeholder)\s?=\s?(?:\"[^\"]*\"|'[^']*'|[^\s>]+)"
)
"""Attributes of a tag that a translation changes; addresses are another check's."""


def _shape(token: Token) -> str:
    """What must be the same on both sides."""
    return _TRANSLATED.sub("", token.text) if token.kind == "tag" else token.text


def _following(source: Token, left: list[Token], right: list[Token]) -> int | None:
    """Where the piece that touches the lost one stands in the translation."""
    texts = {token.text: token.start for token in right}
    return next(
        (texts[token.text] for token in left if 0 <= token.start - source.end <= 2 and token.text in texts), None
    )


_NAME = regex.compile(r"\w[\w.]++")


def _broken(source: Token, pair: Pair) -> Hit | None:
    """A placeholder whose name still stands, with a mark lost: `$total}` for `${total}`."""
    name = _NAME.search(source.text) if source.kind == "placeholder" and pair.target else None
    if name is None or pair.target is None:
        return None
    pattern = regex.compile(
        rf"[{{$%(]{{1,3}}\s?{regex.escape(name[0])}\b\s?[}})%]{{0,3}}s?|\b{regex.escape(name[0])}\s?[}})%]{{1,3}}s?"
    )
    whole = {(token.start, token.end) for token in find_markup(pair.target)}
    for match in pattern.finditer(pair.target.text):
        if match.span() not in whole and match[0] != source.text:
            return Hit(
                start=match.start(),
                end=match.end(),
                message=f"The source has {source.text}, the translation {match[0]}.",
                source=(source.start, source.end),
                confidence=0.92,
                fix=source.text,
                evidence=(("source", source.text),),
            )
    return None


def _lost(source: Token, pair: Pair, confidence: float, following: int | None) -> Hit:
    """The clause at the same share of the text; what the text holds unmarked counts as kept."""
    if pair.source is None or pair.target is None:
        raise ValueError("a lost piece needs both sides")
    text = pair.target.text
    if (broken := _broken(source, pair)) is not None:
        return broken
    bare = source.text.strip("`")
    kept = text.find(bare) if source.kind == "code" else -1
    start, end = (
        (kept, kept + len(bare))
        if kept >= 0
        else (following, following)
        if following is not None
        else clause_of_gap(pair.source.text, source.start, source.end, text)
    )
    return Hit(
        start=start,
        end=end,
        message=f"{source.text} of the source {'is not marked as such' if kept >= 0 else 'is missing'}.",
        source=(source.start, source.end),
        confidence=0.6 if kept >= 0 else confidence - 0.05,
        evidence=(("source", source.text),),
    )
