"""How surely a difference between two statements of the same thing changes what is said (TQ404)."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.model import Segment
from tqcheck.text.restatement import Comparison, Difference
from tqcheck.text.statement_words import CONTENTFUL, Word

LEAST_COVERAGE = 0.66
LEAST_MATCHED = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that may be a restatement, with its words and the view ranges in it that are quoted speech."""

    segment: Segment
    words: tuple[Word, ...]
    quotations: tuple[tuple[int, int], ...]

    @property
    def attributed(self) -> bool:
        """Whether it says who says so, or quotes: only then must two sentences of one wording have the same figures."""
        return bool(self.quotations) or any(word.role == "reporting" for word in self.words)


_ARTICLES = frozenset(["la", "las", "le", "les", "lo", "los", "il", "gli", "o", "a", "os", "as"])


def quoted_words(statement: Statement) -> list[Word]:
    """The words of a statement that stand in quotation marks."""
    return [word for word in statement.words if _is_quoted(word, statement)]


def have_other_speakers(left: Statement, right: Statement) -> bool:
    """Whether both statements name somebody outside their quotations, and nobody in common."""
    speakers = [
        {word.stem for word in statement.words if word.role == "name" and not _is_quoted(word, statement)}
        for statement in (left, right)
    ]
    return all(speakers) and not speakers[0] & speakers[1]


def is_restatement(comparison: Comparison, left: Statement, right: Statement) -> bool:
    """High coverage both ways, and no second thing said about another name, number or matter."""
    if comparison.matched < LEAST_MATCHED or min(comparison.coverage) < LEAST_COVERAGE:
        return False
    swapped = [d for d in comparison.left if d.replaced and _swaps(d, left, right)]
    return len(swapped) <= (1 if comparison.matched > LEAST_MATCHED else 0)


def _swaps(difference: Difference, one: Statement, other: Statement) -> bool:
    roles = {one.words[i].role for i in range(difference.first, difference.last + 1)} & CONTENTFUL
    return bool(roles) and any(other.words[j].role in CONTENTFUL for j in difference.replaced)


def strength(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> float:
    """How surely the difference, one of `comparison.left`, changes what is said; 0 = it does not."""
    if difference.kind == "negation":
        return 0.93 if _is_opposite(one, other, comparison) else 0.0
    if difference.replaced and _changes_figure(difference, one, other, comparison):
        return 0.8
    if difference.replaced:
        return 0.6 if _misquotes(difference, one, other, comparison) else 0.0
    if difference.kind == "participant":
        if _is_told(difference, one) or _is_possessive(difference, one) or _is_article(difference, one):
            return 0.0
        if any(one.words[i].role == "reporting" for i in range(difference.first, difference.last)):
            return 0.0  # "announced on Saturday that she": other words for who says it
        if difference.first < difference.last:  # "to him": what somebody said is said twice, once to or about another
            return 0.97 if one.attributed or other.attributed else 0.93
        return 0.85 if _is_last(difference, one) else 0.75
    return 0.7 if difference.kind == "content" and _alters_quotation(difference, one, other, comparison) else 0.0


def _is_opposite(one: Statement, other: Statement, comparison: Comparison) -> bool:
    """Whether a negation in `one` alone turns the statement round: little else differs, and nothing stands for something else."""
    exchanged = any(_swaps(difference, one, other) for difference in comparison.left if difference.replaced)
    negated = any(word.role == "negation" for word in other.words)
    return not negated and not exchanged and min(comparison.coverage) >= 0.8


def _is_last(difference: Difference, one: Statement) -> bool:
    """Whether nothing follows in the clause, so that a bare pronoun surely stands for somebody affected."""
    after = difference.last + 1
    return after >= len(one.words) or one.words[after].clause != one.words[difference.last].clause


def _changes_figure(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> bool:
    """Whether two statements differ in one figure, day or month and in no other; said once, at the later place."""
    values = [words for words in (comparison.left, comparison.right) if sum(d.kind == "number" for d in words) == 1]
    swapped = [other.words[j].role for j in difference.replaced] == ["number"] and difference.first == difference.last
    later = one.segment.span.start > other.segment.span.start
    said = one.attributed or other.attributed
    return difference.kind == "number" and len(values) == 2 and swapped and later and said


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
    """Whether the participant is only who was told ("told us", "les dijo", "ci ha detto")."""
    before = next((i for i in range(difference.first - 1, -1, -1) if one.words[i].role != "function"), None)
    after = next((i for i in range(difference.last + 1, len(one.words)) if one.words[i].role != "function"), None)
    clause = one.words[difference.first].clause
    near = [one.words[i] for i in (before, after) if i is not None]
    return any(word.role == "reporting" and word.clause == clause for word in near)


def _alters_quotation(difference: Difference, one: Statement, other: Statement, comparison: Comparison) -> bool:
    """Whether two otherwise equal quotations differ by one or two plain words: quoted words must be the same both times."""
    inside = one.words[difference.first : difference.last + 1]
    plain = all(word.role in ("content", "function", "participant") for word in inside)
    weighty = any(word.role == "content" and (len(word.form) > 3 or len(inside) > 1) for word in inside)
    spoken = all(_is_quoted(word, one) for word in inside)
    if {word.form for word in inside} <= {word.form for word in other.words}:
        return False  # said once more outside the quotation
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
