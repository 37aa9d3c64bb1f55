"""TQ203: text that was left in the source's language, from the whole document down to a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.model import PROSE, Article, Hit, Kind, Pair, join_segments
from tqcheck.registry import Context, check
from tqcheck.text.foreign_clauses import find_foreign_clauses
from tqcheck.text.masks import blank
from tqcheck.text.scripts import dominant_script
from tqcheck.text.segment import count_words
from tqcheck.text.segment import words as words_of
from tqcheck.text.untranslated import find_remnants, untranslated_sentence

_KINDS = PROSE | {Kind.CAPTION}
_WHOLE = 0.8
"""Share of the words from which the document as a whole counts as untranslated."""


@check(
    "TQ203",
    "untranslated",
    category="accuracy/untranslated",
    severity="major",
    scope="document",
    needs=("similarity",),
    silenced_by=("TQ501",),
    confidence=0.9,
)
def untranslated(article: Article, context: Context) -> Iterator[Hit]:
    """A word, clause, sentence or paragraph, or the whole text, still stands in the source's language, or a clause in a third one.

    Why: a paragraph that was skipped reads as a mistake to everyone and says nothing to those the translation is for.

    Bad: "The minister said that su pregovori propali."

    Good: names, brands, titles of works, quotations kept in the original, words in brackets or italics, code.

    Limits: single words need a dictionary of both languages; between close relatives (Spanish and Portuguese) only sentences are judged.
    """
    languages = context.source_language, context.target_language
    pairs = [pair for pair in article.pairs if pair.target is not None and pair.target.kind in _KINDS]
    script = _script_of_translation(pairs)
    found = [pair for pair in pairs if _confidence(pair, languages, script)]
    share = _words(found, context) / max(1, _words(pairs, context))
    if share >= _WHOLE and len(found) > 1:
        yield _whole_document(share)
        return
    for run in _runs(pairs, found):
        yield _sentences(run, min(_confidence(pair, languages, script) for pair in run))
    often = _said_again(pairs)
    for pair in pairs:
        if pair not in found:
            yield from _remnants(pair, languages, script, often)
            yield from _third_language(pair, languages)


def _script_of_translation(pairs: Sequence[Pair]) -> str:
    return dominant_script(" ".join(pair.target.text for pair in pairs if pair.target))


def _confidence(pair: Pair, languages: tuple[str, str], script: str) -> float:
    if pair.target is None:
        return 0.0
    return untranslated_sentence(pair.source.text if pair.source else "", pair.target, languages, script)


def _words(pairs: Sequence[Pair], context: Context) -> int:
    return sum(count_words(pair.target.text, context.target_language) for pair in pairs if pair.target)


def _whole_document(share: float) -> Hit:
    message = f"The text is not translated: {share:.0%} of its words are in the source's language."
    return Hit(start=0, end=0, message=message, severity="critical", confidence=0.97)


def _runs(pairs: Sequence[Pair], found: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Untranslated sentences, neighbours in one paragraph together."""
    run = list[Pair]()
    for pair in pairs:
        if run and (pair not in found or pair.target.block != run[-1].target.block):  # type: ignore[union-attr]
            yield run
            run = []
        if pair in found:
            run.append(pair)
    if run:
        yield run


def _sentences(run: Sequence[Pair], confidence: float) -> Hit:
    segment = join_segments(tuple(pair.target for pair in run if pair.target))
    what = "This sentence is" if len(run) == 1 else f"These {len(run)} sentences are"
    return Hit(
        start=0,
        end=len(segment.text),
        segment=segment,
        message=f"{what} still in the source's language.",
        confidence=confidence,
        evidence=(("source", " ".join(pair.source.text for pair in run if pair.source)),),
    )


def _said_again(pairs: Sequence[Pair]) -> frozenset[str]:
    """Words that the translation uses in more than one sentence: it has taken them over, as "carillon" and "referendum"."""
    counts = Counter(
        word
        for pair in pairs
        if pair.target
        for word in {pair.target.text[span.start : span.end] for span in words_of(pair.target.text)}
    )
    return frozenset(word for word, count in counts.items() if count > 1)


def _remnants(pair: Pair, languages: tuple[str, str], script: str, often: frozenset[str]) -> Iterator[Hit]:
    if pair.source is None or pair.target is None:
        return
    for remnant in find_remnants(pair.source, pair.target, languages, script):
        words = pair.target.text[remnant.start : remnant.end]
        if remnant.grain == "word" and words in often:
            continue
        yield Hit(
            start=remnant.start,
            end=remnant.end,
            segment=pair.target,
            message=f"“{words}” was left as it stands in the source.",
            severity="major" if remnant.grain == "clause" else "minor",
            confidence=remnant.confidence,
            evidence=(("source", pair.source.text),),
        )


def _third_language(pair: Pair, languages: tuple[str, str]) -> Iterator[Hit]:
    """A clause in a language of neither side, where the source does not have these words."""
    if pair.source is None or pair.target is None or not all(languages):
        return
    for start, end, language in find_foreign_clauses(blank(pair.target.text, pair.target.marks), languages):
        words = pair.target.text[start:end]
        if words not in pair.source.text:
            yield Hit(
                start=start,
                end=end,
                segment=pair.target,
                message=f"“{words}” is neither in the source's language nor in the translation's ({language}).",
                confidence=0.85,
                evidence=(("source", pair.source.text),),
                witness="third-language",
            )
