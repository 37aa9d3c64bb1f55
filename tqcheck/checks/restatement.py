"""TQ404: the same statement twice in one document, with words in one that change what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tqcheck.model import Article, Hit, Kind, Pair, Place, Segment
from tqcheck.registry import Context, check
from tqcheck.text.quotations import quoted_ranges
from tqcheck.text.restatement import CONTENTFUL, Comparison, Difference, Word, compare, split_words
from tqcheck.text.restatement_unspaced import compare_unspaced, is_unspaced

KINDS = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.HEADING, Kind.CAPTION})
LEAST_COVERAGE = 0.66
LEAST_MATCHED = 3
COMMON = 40
"""A stem in more sentences than this links none of them: it is a word of the topic, not of a statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that may be a restatement, with its words and the view ranges in it that are quoted speech."""

    segment: Segment
    words: tuple[Word, ...]
    quotations: tuple[tuple[int, int], ...]


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
    place as evidence. No source text is needed.

    Why: a translator renders the same words twice and gets one of them wrong; readers notice the contradiction, and one of the
    two is false.

    Bad: "She proposed a budget that is plainly unfair for us, the mayor told the radio" beside the pull quote "The mayor: she
    proposed a plainly unfair budget".

    Good: other tense, reporting verb, contraction, word order, a name for a pronoun, a trimmed beginning or end.

    Limits: synonyms on both sides are taken as paraphrase; added detail ("after weeks of protest") is not an error.
    """
    statements = [_statement(pair, context) for pair in article.pairs if pair.target and pair.target.kind in KINDS]
    flagged = set[tuple[int, int]]()
    for left, right in _candidates(statements):
        for hit in _judge(left, right, context.target_language):
            place = hit.segment.locate(hit.start, hit.end) if hit.segment else None
            if place and (place.start, place.end) not in flagged:
                flagged.add((place.start, place.end))
                yield hit


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
    if not _is_restatement(comparison, left, right):
        return
    for one, other, differences in ((left, right, comparison.left), (right, left, comparison.right)):
        for difference in differences:
            confidence = _strength(difference, one, other, comparison)
            if confidence:
                start, end = one.words[difference.first].start, one.words[difference.last].end
                kind = "misquoted" if difference.kind == "content" and difference.replaced else difference.kind
                yield _hit(one.segment, other.segment, start, end, kind, confidence)


_ARTICLES = frozenset(["la", "las", "le", "les", "lo", "los", "il", "gli", "o", "a", "os", "as"])


def _is_restatement(comparison: Comparison, left: Statement, right: Statement) -> bool:
    """High coverage both ways, and no second thing said about another name, number or matter."""
    if comparison.matched < LEAST_MATCHED or min(comparison.coverage) < LEAST_COVERAGE:
        return False
    swapped = [d for d in comparison.left if d.replaced and _swaps(d, left, right)]
    return len(swapped) <= (1 if comparison.matched > LEAST_MATCHED else 0)


def _swaps(difference: Difference, one: Statement, other: Statement) -> bool:
    roles = {one.words[i].role for i in range(difference.first, difference.last + 1)} & CONTENTFUL
    return bool(roles) and any(other.words[j].role in CONTENTFUL for j in difference.replaced)


def _strength(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> float:
    """How surely the difference changes what is said; 0 = it does not."""
    if difference.kind == "negation":
        opposite = not any(word.role == "negation" for word in other.words) and min(comparison.coverage) >= 0.8
        return 0.93 if opposite else 0.0
    if difference.replaced and _changes_figure(difference, one, other, comparison):
        return 0.8
    if difference.replaced:
        return 0.6 if _misquotes(difference, one, other, comparison) else 0.0
    if difference.kind == "participant":
        if _is_told(difference, one) or _is_possessive(difference, one) or _is_article(difference, one):
            return 0.0
        return 0.93 if difference.first < difference.last else 0.85 if _is_last(difference, one) else 0.75
    return 0.7 if difference.kind == "content" and _alters_quotation(difference, one, other, comparison) else 0.0


def _is_last(difference: Difference, one: Statement) -> bool:
    """Whether nothing follows in the clause, so that a bare pronoun surely stands for somebody affected."""
    after = difference.last + 1
    return after >= len(one.words) or one.words[after].clause != one.words[difference.last].clause


def _changes_figure(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> bool:
    """Whether two statements differ in one figure, day or month and in no other; said once, at the later place."""
    values = [words for words in (comparison.left, comparison.right) if sum(d.kind == "number" for d in words) == 1]
    swapped = [other.words[j].role for j in difference.replaced] == ["number"] and difference.first == difference.last
    later = one.segment.span.start > other.segment.span.start
    return difference.kind == "number" and len(values) == 2 and swapped and later


def _misquotes(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> bool:
    """Whether one word of a quotation is another word in its repetition, all others being the same; said at the later place."""
    word, later = one.words[difference.first], one.segment.span.start > other.segment.span.start
    replaced = [other.words[j] for j in difference.replaced]
    alone = difference.first == difference.last and [word.role, *(item.role for item in replaced)] == ["content"] * 2
    spoken = _is_quoted(word, one) and _is_quoted(replaced[0], other)
    others = [d for d in (*comparison.left, *comparison.right) if d.kind != "content" or d.replaced]
    return alone and later and spoken and len(others) <= 2


def _is_quoted(word: Word, statement: Statement) -> bool:
    return any(start <= word.start and word.end <= end for start, end in statement.quotations)


def _is_told(difference: Difference, one: Statement) -> bool:
    """Whether the participant is only who was told ("told us", "les dijo")."""
    near = range(max(0, difference.first - 1), min(len(one.words), difference.last + 2))
    clause = one.words[difference.first].clause
    return any(one.words[i].role == "reporting" and one.words[i].clause == clause for i in near)


def _alters_quotation(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> bool:
    """Whether two otherwise equal quotations differ by one or two plain words: quoted words must be the same both times."""
    inside = one.words[difference.first : difference.last + 1]
    plain = all(word.role in ("content", "function", "participant") for word in inside)
    weighty = any(word.role == "content" and (len(word.form) > 3 or len(inside) > 1) for word in inside)
    spoken = all(_is_quoted(word, one) for word in inside)
    return (
        plain and weighty and len(inside) <= 3 and spoken and bool(other.quotations) and max(comparison.coverage) == 1.0
    )


def _is_article(difference: Difference, one: Statement) -> bool:
    """Whether a Romance article was taken for the pronoun it looks like: after a preposition ("de la") it is never a pronoun."""
    return difference.first < difference.last and one.words[difference.last].form in _ARTICLES


def _is_possessive(difference: Difference, one: Statement) -> bool:
    """A bare pronoun right before a content word ("her decision", "ihr Haus") belongs to the noun."""
    after = difference.last + 1
    return (
        difference.first == difference.last and after < len(one.words) and one.words[after].role in ("content", "name")
    )


MESSAGES = {
    "participant": "The same statement stands elsewhere in the text without “{words}”: who is affected changes.",
    "negation": "The same statement stands elsewhere in the text without “{words}”: one of the two says the opposite.",
    "number": "The same quotation stands elsewhere in the text with another figure than {words}.",
    "misquoted": "The same quotation stands elsewhere in the text with another word than “{words}”.",
    "content": "The same quotation stands elsewhere in the text without “{words}”: one of the two is not what was said.",
}


def _hit(one: Segment, other: Segment, start: int, end: int, kind: str, confidence: float = 0.93) -> Hit:
    return Hit(
        start=start,
        end=end,
        segment=one,
        confidence=confidence,
        message=MESSAGES[kind].format(words=one.text[start:end]),
        related=(Place(other.span, other.text, "the same statement, without these words"),),
        evidence=(("other", other.text),),
    )
