"""Terminology: the glossary's terms (TQ401, TQ402), and one rendering for one term (TQ405)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tqcheck.model import Article, Hit, Pair, Place, Segment
from tqcheck.registry import Context, check
from tqcheck.text.gaps import clause_of_gap
from tqcheck.text.glossary import Term, terms_from
from tqcheck.text.masks import blank
from tqcheck.text.term_sides import Rendering
from tqcheck.text.term_variants import find_term_variants
from tqcheck.text.terms import TermUse, find_terms


@check("TQ401", "glossary-miss", category="terminology/wrong-term", severity="minor", silenced_by=("TQ203", "TQ604"))
def glossary_miss(pair: Pair, context: Context) -> Iterator[Hit]:
    """A term of the glossary stands in the source, and none of its translations in the translation.

    Why: the one list of words that the house has agreed on.

    Bad: heat pump = Wärmepumpe, but "Hitzepumpe"

    Good: any inflected form of any allowed translation; a longer term that holds a shorter one

    Limits: endings are taken off by stemmers and a common beginning; a pronoun that stands for the term is reported too, with less
    confidence where the term was translated before in the same segment.
    """
    if pair.source is None or pair.target is None:
        return
    terms = [term for term in terms_from(context.settings.get("glossary")) if term.source and term.allowed]
    if not terms:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    by_source = {term.source: term for term in terms}
    uses = find_terms(source, by_source, context.source_language)
    used: Counter[str] = Counter()
    answers = {
        name: len(find_terms(target, by_source[name].allowed, context.target_language, exact_case=by_source[name].keep))
        for name in {use.term for use in uses}
    }
    for use in uses:
        term = by_source[use.term]
        used[use.term] += 1
        if used[use.term] > answers[use.term]:
            yield _miss(use, term, pair, again=bool(answers[use.term]))


def _miss(use: TermUse, term: Term, pair: Pair, *, again: bool) -> Hit:
    if pair.source is None or pair.target is None:
        raise ValueError("a glossary miss needs both sides")
    start, end = clause_of_gap(pair.source.text, use.start, use.end, pair.target.text)
    wanted = " or ".join(term.allowed)
    said = pair.source.text[use.start : use.end]
    return Hit(
        start=start,
        end=end,
        message=f"{said} must stay as it is."
        if term.keep
        else f"{said} is {wanted} by the glossary; the translation has neither.",
        source=(use.start, use.end),
        confidence=0.5 if again else 0.85,
        evidence=(("source", said), ("expected", wanted)),
    )


@check("TQ402", "forbidden-term", category="terminology/forbidden", severity="major")
def forbidden_term(pair: Pair, context: Context) -> Iterator[Hit]:
    """A word stands in the translation that the glossary forbids.

    Why: names of rivals, slurs, words that lawyers or the house style have banned.

    Bad: forbidden = ["Hitzepumpe"] and "die Hitzepumpen"

    Good: the same letters inside another word ("site" in "website")

    Limits: inflected forms are found by their stems; where the entry has a source term, only when the source has it too.
    """
    if pair.target is None:
        return
    target = blank(pair.target.text, pair.target.marks)
    source = blank(pair.source.text, pair.source.marks) if pair.source else ""
    for term in terms_from(context.settings.get("glossary")):
        if not term.forbidden or (
            term.source and source and not find_terms(source, [term.source], context.source_language)
        ):
            continue
        exempt = find_terms(target, term.exempt, context.target_language)
        for use in find_terms(target, term.forbidden, context.target_language, exact_case=term.exact_case):
            if _is_derived(target[use.start : use.end], use.term) or any(
                phrase.start <= use.start < phrase.end for phrase in exempt
            ):
                continue
            better = f"; write {' or '.join(term.allowed)}" if term.allowed else ""
            yield Hit(
                start=use.start,
                end=use.end,
                message=f"{pair.target.text[use.start : use.end]} is forbidden by the glossary{better}.",
                confidence=0.95,
            )


_DERIVING = ("ly", "mente", "ment", "lno", "льно", "ално", "lnie", "ně", "lně", "no", "sti")
"""Endings that make an adverb of a forbidden word."""


def _is_derived(word: str, term: str) -> bool:
    return any(word.endswith(ending) and not term.endswith(ending) for ending in _DERIVING)


@check(
    "TQ405", "term-variants", category="terminology/inconsistent", severity="minor", scope="document", confidence=0.6
)
def term_variants(article: Article, context: Context) -> Iterator[Hit]:
    """One term of the source is rendered in two ways in the same text; said once, with all places.

    Why: readers take two words for two things.

    Bad: "heat pump" is „Wärmepumpe“ in one paragraph and „Heizpumpe“ in the next; "controller" is „upravljač“ three times and
    „kontroler“ once

    Good: one of them throughout; a short form once the full one has been said

    Limits: of a glossary's terms those with several allowed translations; without one, three shapes that a document shows by itself: a
    loan word beside the usual word, another half of a two-word term, a compound beside the phrase.
    """
    terms = [term for term in terms_from(context.settings.get("glossary")) if len(term.allowed) > 1]
    for term in terms:
        uses = _renderings(article, term, context)
        if len(uses) < 2:
            continue
        main = max(uses, key=lambda form: (len(uses[form]), form))
        others = [item for form in sorted(uses) if form != main for item in uses[form]]
        segment, use = others[0]
        yield Hit(
            start=use.start,
            end=use.end,
            segment=segment,
            message=f"{term.source} is {use.term} here and {main} elsewhere in this text.",
            related=tuple(_place(*item) for item in [*others[1:], *uses[main][:20]]),
            fix=None,
        )
    yield from _learnt(article, context, {term.source.casefold() for term in terms})


def _learnt(article: Article, context: Context, known: set[str]) -> Iterator[Hit]:
    """Variants that the document shows without a glossary."""
    pairs = [(pair.source, pair.target) for pair in article.pairs if pair.source and pair.target]
    texts = [(blank(left.text, left.marks), blank(right.text, right.marks)) for left, right in pairs]
    for found in find_term_variants(texts, context.source_language, context.target_language):
        if found.term.casefold() in known:
            continue
        first, *others = found.odd
        segment, main = pairs[first.pair][1], found.main[0]
        here, usual = segment.text[first.start : first.end], pairs[main.pair][1].text[main.start : main.end]
        yield Hit(
            start=first.start,
            end=first.end,
            segment=segment,
            message=f"{found.term} is {here} here and {usual} elsewhere in this text.",
            confidence=0.6,
            related=tuple(_at(pairs[item.pair][1], item) for item in [*others, *found.main[:20]]),
        )


def _at(segment: Segment, use: Rendering) -> Place:
    return Place(segment.locate(use.start, use.end), segment.text[use.start : use.end])


def _renderings(article: Article, term: Term, context: Context) -> dict[str, list[tuple[Segment, TermUse]]]:
    found: defaultdict[str, list[tuple[Segment, TermUse]]] = defaultdict(list)
    for pair in article.pairs:
        if (
            pair.source is None
            or pair.target is None
            or not find_terms(pair.source.text, [term.source], context.source_language)
        ):
            continue
        for use in find_terms(pair.target.text, term.allowed, context.target_language):
            found[use.term].append((pair.target, use))
    return found


def _place(segment: Segment, use: TermUse) -> Place:
    return Place(segment.locate(use.start, use.end), segment.text[use.start : use.end])
