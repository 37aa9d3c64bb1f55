"""TQ701: what a reader stumbles over without the source: a changed form of address, a wrong article, words that the model doubts."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.quality import doubted_words
from tqcheck.model import PROSE, Article, Hit, Kind, Pair, Place
from tqcheck.registry import Context, check
from tqcheck.text.articles import find_wrong_articles
from tqcheck.text.masks import blank
from tqcheck.text.register import Address, addresses_familiarly, find_mixed_address

_FORMS = {True: "polite", False: "familiar or plain"}


@check(
    "TQ701",
    "disfluency",
    category="fluency",
    severity="minor",
    scope="document",
    needs=("fluency",),
    silenced_by=("TQ304", "TQ305", "TQ404", "TQ501", "TQ502"),
    confidence=0.3,
)
def disfluency(article: Article, context: Context) -> Iterator[Hit]:
    """The reader is addressed in two forms, or an article does not fit its word; without a source also words that the model doubts.

    Why: "du" in a letter that says "Sie" reads as a slip or an insult; nonsense and broken grammar show without the source.

    Bad: „Prüfen Sie Ihren Zähler. Wenn du umziehst, …“; "It was a honest mistake"; "He go to the school yesterday and the."

    Good: quoted speech that addresses somebody else; "a university", "an hour"; dialect, poetry and headlines are no errors, but the
    model may think so.

    Limits: forms of address are known in 27 languages, by pronouns and verbs that are nothing else (in Japanese and Korean by the end of
    the sentence), and one form must be usual: twice as frequent as the other. The model is the weakest judge; meaning errors are invisible
    without a source.
    """
    yield from _mixed_address(article, context)
    for pair in article.pairs:
        if pair.target is None or pair.target.kind not in PROSE:
            continue
        yield from _wrong_articles(pair, context)
        yield from doubted_words(pair)


def _mixed_address(article: Article, context: Context) -> Iterator[Hit]:
    """One finding for a text, on the first odd form, with the others and the first usual ones."""
    pairs = [pair for pair in article.pairs if pair.target and pair.target.kind in PROSE - {Kind.QUOTE}]
    texts = [blank(pair.target.text, pair.target.marks) for pair in pairs if pair.target]
    found = find_mixed_address(texts, context.target_language)
    if found is None:
        return
    odd = [item for item in found.odd if not _says_so(pairs[item.sentence], context, item)]
    if not odd:
        return
    first, segment = odd[0], pairs[odd[0].sentence].target
    usual, seen = found.usual[0], pairs[found.usual[0].sentence].target
    if segment is None or seen is None:
        return
    yield Hit(
        start=first.start,
        end=first.end,
        segment=segment,
        message=f"“{segment.text[first.start : first.end]}” is the {_FORMS[first.polite]} form of address; the text is in the "
        f"{_FORMS[usual.polite]} one (“{seen.text[usual.start : usual.end]}”).",
        confidence=found.sure,
        related=tuple(_place(pairs, item) for item in [*odd[1:], *found.usual[:3]]),
        witness="register",
    )


def _says_so(pair: Pair, context: Context, item: Address) -> bool:
    """Whether the source has the familiar form there as well."""
    return bool(pair.source) and not item.polite and addresses_familiarly(pair.source.text, context.source_language)  # type: ignore[union-attr]


def _place(pairs: list[Pair], item: Address) -> Place:
    segment = pairs[item.sentence].target
    assert segment is not None
    return Place(segment.locate(item.start, item.end), segment.text[item.start : item.end])


def _wrong_articles(pair: Pair, context: Context) -> Iterator[Hit]:
    if pair.target is None:
        return
    for found in find_wrong_articles(blank(pair.target.text, pair.target.marks), context.target_language):
        yield Hit(
            start=found.start,
            end=found.end,
            segment=pair.target,
            message=f"“{pair.target.text[found.start : found.end]}” should be “{found.fix}”.",
            confidence=0.9,
            witness="article",
            fix=found.fix,
        )
