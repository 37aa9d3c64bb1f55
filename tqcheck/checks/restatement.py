"""TQ404: the same statement twice in one document, with words in one that change what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tqcheck.checks.restatement_strength import Statement, have_other_speakers, is_restatement, quoted_words, strength
from tqcheck.model import Article, Hit, Kind, Pair, Place, Segment
from tqcheck.registry import Context, check
from tqcheck.text.contradictions import contradictions
from tqcheck.text.pull_quotes import compare_signs, compare_words, is_pull_quote
from tqcheck.text.quotations import quoted_ranges
from tqcheck.text.quoted_twice import find_quoted_twice
from tqcheck.text.repeated_quotations import compare_quotations
from tqcheck.text.restatement import Comparison, compare
from tqcheck.text.restatement_unspaced import compare_unspaced
from tqcheck.text.scripts import is_unspaced
from tqcheck.text.statement_words import CONTENTFUL, split_words

KINDS = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.HEADING, Kind.CAPTION})
MOST_PULLED = 40
"""Quotations by themselves that are compared with all others."""
COMMON = 40
"""A stem in more sentences than this links none of them: it is a word of the topic, not of a statement."""


@check(
    "TQ404",
    "restated-differently",
    category="accuracy/addition",
    severity="major",
    scope="document",
    kinds=KINDS,
    silenced_by=("TQ202", "TQ203", "TQ501"),
    confidence=0.93,
)
def restated_differently(article: Article, context: Context) -> Iterator[Hit]:
    """Finds a statement that the document gives twice, with words in one place that the other lacks.

    A quotation and its pull quote, a caption and its repetition, a lead and its sentence in the body must say the same. Words
    that only one of them has, and that change who is affected, whether it is so, or how much, are flagged exactly, with the other
    place as evidence. No source text is needed. Two sentences that tell one event in other words are compared only in closed
    facts: figure, day, quantity (all or some), negation, and who acts in a passive. Where the source is known, what it quotes twice in the
    same words must be quoted twice in the same words.

    Why: a translator renders the same words twice and gets one of them wrong; readers notice the contradiction, and one of the
    two is false.

    Bad: "She proposed a budget that is plainly unfair for us, the mayor told the radio" beside the pull quote "The mayor: she
    proposed a plainly unfair budget".

    Good: other tense, reporting verb, contraction, word order, a name for a pronoun, a trimmed beginning or end.

    Limits: synonyms on both sides are taken as paraphrase; added detail ("after weeks of protest") is not an error.
    """
    statements = [_statement(pair, context) for pair in article.pairs if pair.target and pair.target.kind in KINDS]
    flagged = set[tuple[int, int]]()
    for hit in _quoted_twice(article):
        place = hit.segment.locate(hit.start, hit.end) if hit.segment else None
        if place:
            flagged.add((place.start, place.end))
            yield hit
    for left, right in _candidates(statements):
        for hit in _judge(left, right, context.target_language):
            place = hit.segment.locate(hit.start, hit.end) if hit.segment else None
            if place and not any(start < place.end and place.start < end for start, end in flagged):
                flagged.add((place.start, place.end))
                yield hit
    for hit in _pulled(statements):
        place = hit.segment.locate(hit.start, hit.end) if hit.segment else None
        if place and not any(start < place.end and place.start < end for start, end in flagged):
            yield hit


def _quoted_twice(article: Article) -> Iterator[Hit]:
    """What the source quotes twice in the same words."""
    for found in find_quoted_twice(article):
        one, other = article.pairs[found.index].target, article.pairs[found.earlier].target
        if one is not None and other is not None and one.kind in KINDS:
            yield _hit(one, other, found.start, found.end, "quoted-twice", QUOTED_TWICE)


def _pulled(statements: Sequence[Statement]) -> Iterator[Hit]:
    """Words in which a quotation by itself differs from the one in the text, however few words of weight they share."""
    quoting = [statement for statement in statements if statement.quotations]
    pulls = [statement for statement in quoting if is_pull_quote(statement.segment.text, statement.quotations)]
    for pull in pulls[:MOST_PULLED]:
        for other in quoting:
            if other.segment.span.start >= pull.segment.span.start or have_other_speakers(pull, other):
                continue
            found = _changed_words(pull, other)
            if found:
                start, end, replaced = found
                yield _hit(pull.segment, other.segment, start, end, "misquoted" if replaced else "content", 0.75)
                break


def _changed_words(pull: Statement, other: Statement) -> tuple[int, int, bool] | None:
    if pull.words and other.words:
        words = quoted_words(pull)
        found = compare_words(words, quoted_words(other))
        return (words[found[0]].start, words[found[1] - 1].end, found[2]) if found else None
    (start, end), *_ = pull.quotations
    for first, last in other.quotations:
        signs = compare_signs(pull.segment.text[start:end], other.segment.text[first:last])
        if signs:
            return start + signs[0], start + signs[1], signs[2]
    return None


def _statement(pair: Pair, context: Context) -> Statement:
    assert pair.target is not None
    text = pair.target.text
    words = () if is_unspaced(text) else tuple(split_words(text, context.target_language))
    return Statement(
        pair.target, words, tuple(quoted_ranges(text)) or (((0, len(text)),) if pair.target.kind is Kind.QUOTE else ())
    )


def _candidates(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of sentences that share enough rare stems (or rare character pairs), in reading order."""
    places = defaultdict[str, list[int]](list)
    keys = [_keys(statement) for statement in statements]
    for index, stems in enumerate(keys):
        for key in stems:
            places[key].append(index)
    shared = defaultdict[tuple[int, int], int](int)
    for key in sorted(places):
        if 1 < len(places[key]) <= COMMON:
            for pair in combinations(places[key], 2):
                shared[pair] += 1
    for left, right in sorted(pair for pair, count in shared.items() if _enough(count, keys[pair[0]], keys[pair[1]])):
        yield statements[left], statements[right]


def _keys(statement: Statement) -> frozenset[str]:
    if statement.words:
        return frozenset(word.stem for word in statement.words if word.role in CONTENTFUL)
    text = "".join(char for char in statement.segment.text if char.isalnum())
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _enough(count: int, left: frozenset[str], right: frozenset[str]) -> bool:
    return count >= 3 and count >= 0.5 * min(len(left), len(right))


def _judge(left: Statement, right: Statement, language: str) -> Iterator[Hit]:
    if left.segment.text == right.segment.text:
        return
    if not left.words or not right.words:
        for first, second, start, end, kind in compare_unspaced(left.segment, right.segment, language):
            yield _hit(first, second, start, end, kind)
        return
    comparison = compare(left.words, right.words)
    restated = tuple(_restate(left, right, comparison)) if is_restatement(comparison, left, right) else ()
    yield from restated or tuple(_misquote(left, right)) or _contradict(left, right, comparison, language)


def _restate(left: Statement, right: Statement, comparison: Comparison) -> Iterator[Hit]:
    """The words that only one of two statements of the same thing has, where they change what is said."""
    for one, other, seen in ((left, right, comparison), (right, left, comparison.turned)):
        for difference in seen.left:
            confidence = strength(difference, one, other, seen)
            if confidence:
                start, end = one.words[difference.first].start, one.words[difference.last].end
                kind = "misquoted" if difference.kind == "content" and difference.replaced else difference.kind
                yield _hit(one.segment, other.segment, start, end, kind, confidence)


def _misquote(left: Statement, right: Statement) -> Iterator[Hit]:
    """Words in which a quotation differs from its repetition; said at the later place."""
    if have_other_speakers(left, right):
        return
    earlier, later = quoted_words(left), quoted_words(right)
    for found in compare_quotations(earlier, later):
        start, end = later[found.first].start, later[found.last].end
        yield _hit(right.segment, left.segment, start, end, "misquoted" if found.replaced else "content", 0.7)


def _contradict(left: Statement, right: Statement, comparison: Comparison, language: str) -> Iterator[Hit]:
    """What two sentences about one event say differently, though they are worded differently; a question states nothing."""
    if any(statement.segment.text.rstrip(CLOSING).endswith(QUESTION_MARKS) for statement in (left, right)):
        return
    for found in contradictions(left.words, right.words, comparison, language):
        one, other = (left, right) if found.earlier else (right, left)
        if found.fact == "number" and not (left.attributed or right.attributed):
            continue
        start, end = one.words[found.first].start, one.words[found.last].end
        yield _hit(one.segment, other.segment, start, end, found.fact, CONTRADICTED[found.fact])


CLOSING = "\"'”’»)] "
QUESTION_MARKS = ("?", "？", "؟")
CONTRADICTED = {"number": 0.6, "quantity": 0.8, "negation": 0.8, "roles": 0.85}
"""Strengths of contradictions between sentences that differ in wording too."""
QUOTED_TWICE = 0.9
"""Strength where the source has the same words in both places."""
CERTAIN = 0.8
"""Strength below which a difference is no more than a hint: two renderings of one word, a word more in a quotation."""
MESSAGES = {
    "quantity": "The same is told elsewhere in the text of another quantity than “{words}”.",
    "roles": "The same is told elsewhere in the text with the roles exchanged: who did it to whom changes.",
    "participant": "The same statement stands elsewhere in the text without “{words}”: who is affected changes.",
    "negation": "The same statement stands elsewhere in the text without “{words}”: one of the two says the opposite.",
    "number": "The same is told elsewhere in the text with another figure than {words}.",
    "quoted-twice": "The source quotes the same words in both places, the translation does not: “{words}”.",
    "misquoted": "The same quotation stands elsewhere in the text with another word than “{words}”.",
    "content": "The same quotation stands elsewhere in the text without “{words}”: one of the two is not what was said.",
}


def _hit(one: Segment, other: Segment, start: int, end: int, kind: str, confidence: float = 0.93) -> Hit:
    return Hit(
        start=start,
        end=end,
        segment=one,
        confidence=confidence,
        severity=None if confidence >= CERTAIN else "minor",
        message=MESSAGES[kind].format(words=one.text[start:end]),
        related=(Place(other.span, other.text, "the same statement, without these words"),),
        evidence=(("other", other.text),),
        witness=kind,
    )
