"""Negation dropped or added, by rules that leave a grammatical sentence (TQ603)."""

from random import Random

from corpora.generators.lexicon import has, knows, rules
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.rewriting import rewrite

TABLE = "negation"


def _rewritten(pair: Pair, kind: str, random: Random) -> Damage | None:
    found = rewrite(pair.target, rules(TABLE, pair.target_language, kind), random)
    if not found:
        return None
    text, start, end = found
    name = "negation-dropped" if kind == "drop" else "negation-added"
    return Damage(text=text, start=start, end=end, code="TQ603", severity="critical", kind=name)


def may_flip(pair: Pair) -> bool:
    """Whether polarity of both sides is known and no scope trick ("not only") is in the way."""
    sides = ((pair.source_language, pair.source), (pair.target_language, pair.target))
    return all(knows(TABLE, lang, "marks") and not has(TABLE, lang, "skip", text) for lang, text in sides)


def drop_negation(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Remove the only negation of a sentence whose source is negated too."""
    negated = has(TABLE, pair.source_language, "marks", pair.source)
    return _rewritten(pair, "drop", random) if negated and may_flip(pair) else None


def add_negation(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Negate a sentence when neither side holds any negation."""
    sides = ((pair.source_language, pair.source), (pair.target_language, pair.target))
    if any(has(TABLE, language, "marks", text) for language, text in sides):
        return None
    return _rewritten(pair, "add", random) if may_flip(pair) else None
