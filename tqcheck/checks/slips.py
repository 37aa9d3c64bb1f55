"""Rule witnesses of TQ601: a person of the wrong gender, a false friend, an idiom word for word, another modal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqcheck.model import Article, Hit, Pair, Severity
from tqcheck.text.change_amounts import find_changed_amount
from tqcheck.text.contrasts import find_contradictions
from tqcheck.text.false_friends import find_false_friends
from tqcheck.text.gender_conflicts import find_gender_conflicts
from tqcheck.text.gender_names import find_bare_name_contradicted, find_names_contradicted
from tqcheck.text.gender_verbs import find_her_as_him
from tqcheck.text.idioms import find_literal_idioms
from tqcheck.text.masks import blank
from tqcheck.text.modality import find_stated_facts
from tqcheck.text.tenses import find_tense_shift

_NAMED = 0.85
"""Raw strength of a gender that only a given name contradicts."""
_FORMS = 0.85
"""Raw strength of verbs of a man alone where the source speaks of a woman alone."""
_FRIEND, _IDIOM, _MODAL, _AMOUNT = 0.92, 0.93, 0.82, 0.9

_TENSE = 0.82
_CLOSER = ("modality", "tense", "opposite", "linked-opposite", "amount")
"""Witnesses that mark a word where a lost word of the source marks a clause: of two such the word is told."""
_LEAST_LOUD = 0.75
STANCES = frozenset(
    {"weighed", "promised", "threatened", "expected", "likely", "offered", "demanded", "ready", "tried", "believed"}
)
"""What people say of each other so often that translators reword it freely ("insists", "is ready to"): a witness of its own."""
_STATED = {
    "unreal": 0.8,
    "nearly": 0.76,
    "alleged": 0.7,
    "possible": 0.6,
    "planned": 0.66,
    "suspected": 0.76,
    "wished": 0.66,
    **dict.fromkeys(("accused", "former", "usedto"), 0.7),
    **dict.fromkeys(STANCES, 0.4),
}
"""Raw strength of a statement that the source makes less than a fact, by what it says."""
_LESS = {
    "unreal": "would have been",
    "nearly": "nearly was",
    "alleged": "is alleged",
    "possible": "is possible",
    "planned": "is planned",
    "suspected": "is suspected",
    "wished": "is wished for",
    "weighed": "is considered",
    "tried": "is tried",
    "promised": "is promised",
    "threatened": "is threatened",
    "offered": "is offered",
    "demanded": "is demanded",
    "ready": "is only agreed to",
    "expected": "is expected",
    "likely": "is likely",
    "believed": "is believed",
    "accused": "is an accusation",
    "former": "is over",
    "usedto": "was so once",
}


def find_slips(pair: Pair, article: Article | None = None) -> Iterator[Hit]:
    """What the tables find in a pair with both sides; the article tells whose names are a family's."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    texts = source, target, pair.source_language, pair.target_language
    yield from wrong_gender(*texts, _translation(article))
    yield from false_friend(*texts)
    yield from literal_idiom(*texts)
    yield from contradiction(*texts)
    yield from changed_amount(*texts)
    yield from tense_shift(*texts)


def find_stated(pair: Pair, told: Sequence[Hit]) -> Iterator[Hit]:
    """What the source makes less than a fact, where no closer witness has told how the translation differs."""
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    for hit in stated_fact(source, target, pair.source_language, pair.target_language):
        near = (other for other in told if hit.start < other.end and other.start < hit.end)
        if not any(other.witness in _CLOSER for other in near):
            yield hit


@lru_cache(maxsize=8)
def _translation(article: Article | None) -> str:
    """All that the translation says."""
    return "\n".join(pair.target.text for pair in article.pairs if pair.target) if article else ""


def wrong_gender(
    source: str, target: str, source_language: str, target_language: str, document: str = ""
) -> Iterator[Hit]:
    """A person whose gender the translation changes; `document` is the whole translation."""
    taken = set[int]()
    for found in find_gender_conflicts(source, target, source_language, target_language):
        taken.add(found.start)
        said = source[slice(*found.source)]
        yield Hit(
            start=found.start,
            end=found.end,
            source=found.source,
            message=f"“{target[found.start : found.end]}” is not the gender of the source, which says “{said}”.",
            severity="major" if found.strength >= 0.8 else "minor",
            confidence=found.strength,
            witness="gender",
        )
    her = None if taken else find_her_as_him(source, target, source_language, target_language)
    if her:
        taken.add(her[0][0])
        yield Hit(
            start=her[0][0],
            end=her[0][1],
            source=her[1],
            message=f"“{target[slice(*her[0])]}” is a man's; the source says “{source[slice(*her[1])]}”.",
            confidence=_FORMS,
            witness="gender",
        )
    named = [*find_names_contradicted(target, target_language, source)]
    named += find_bare_name_contradicted(source, target, source_language, target_language, document)
    for start, end in sorted(set(named)):
        if start not in taken:
            yield Hit(
                start=start,
                end=end,
                message=f"“{target[start:end]}” is not the gender of the person named.",
                confidence=_NAMED,
                witness="gender",
            )


def false_friend(source: str, target: str, source_language: str, target_language: str) -> Iterator[Hit]:
    """A word that looks like the source's and means something else."""
    for found in find_false_friends(source, target, source_language, target_language):
        said, seen = source[slice(*found.source)], target[found.start : found.end]
        message = f"“{seen}” is a false friend of “{said}”" + (f": {found.meaning}." if found.meaning else ".")
        yield _hit(source, found.source, (found.start, found.end), message, _FRIEND, "false-friend")


def literal_idiom(source: str, target: str, source_language: str, target_language: str) -> Iterator[Hit]:
    """An idiom whose images were translated instead of its meaning: odd, but a reader mostly understands it."""
    for found in find_literal_idioms(source, target, source_language, target_language):
        said, seen = source[slice(*found.source)], target[found.start : found.end]
        message = f"“{seen}” renders the idiom “{said}” word for word: {found.meaning}."
        yield _hit(source, found.source, (found.start, found.end), message, _IDIOM, "idiom", "minor")


def changed_amount(source: str, target: str, source_language: str, target_language: str) -> Iterator[Hit]:
    """A change by an amount that became a change to it, or the reverse."""
    found = find_changed_amount(source, target, source_language, target_language)
    if found is None:
        return
    seen, place, way = found
    message = (
        f"The source says {'by' if way == 'by' else 'to'} how much it changes (“{source[slice(*place)]}”), the translation "
        f"{'to' if way == 'by' else 'by'} how much."
    )
    yield _hit(source, place, seen, message, _AMOUNT, "amount")


def contradiction(source: str, target: str, source_language: str, target_language: str) -> Iterator[Hit]:
    """Another strength of a modal."""
    for found in find_contradictions(source, target, source_language, target_language):
        said, seen = source[slice(*found.source)], target[found.start : found.end]
        message = f"“{seen}” is another obligation than “{said}” in the source."
        yield _hit(source, found.source, (found.start, found.end), message, _MODAL, "modality")


def stated_fact(source: str, target: str, source_language: str, target_language: str) -> Iterator[Hit]:
    """What would have been, nearly was or is alleged in the source, as a fact."""
    for found in find_stated_facts(source, target, source_language, target_language):
        strength = _STATED[found.kind]
        message = f"A fact here; in the source it {_LESS[found.kind]} (“{source[slice(*found.source)]}”)."
        severity: Severity = "major" if strength >= _LEAST_LOUD else "minor"
        witness = "stance" if found.kind in STANCES else "reality"
        yield _hit(source, found.source, (found.start, found.end), message, strength, witness, severity)


def tense_shift(source: str, target: str, source_language: str, target_language: str) -> Iterator[Hit]:
    """What is still to come and has happened in the translation, or the reverse."""
    found = find_tense_shift(source, target, source_language, target_language)
    if found is None:
        return
    said, seen = source[slice(*found.source)], target[found.start : found.end]
    message = f"“{seen}” is in the {'past' if found.to_past else 'future'}; the source says “{said}”."
    yield _hit(source, found.source, (found.start, found.end), message, _TENSE, "tense")


def _hit(
    source: str,
    said: tuple[int, int],
    seen: tuple[int, int],
    message: str,
    strength: float,
    witness: str,
    severity: Severity | None = None,
) -> Hit:
    """A hit on words of the translation, with the words of the source that they fail."""
    return Hit(
        start=seen[0],
        end=seen[1],
        source=said,
        message=message,
        confidence=strength,
        severity=severity,
        evidence=(("source", source[slice(*said)]),),
        witness=witness,
    )
