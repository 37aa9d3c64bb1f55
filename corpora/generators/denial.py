"""Denials other than a plain "not": without, no longer, never, un-, lost or added (TQ603)."""

from random import Random

from corpora.generators.lexicon import has, rules
from corpora.generators.negation import may_flip
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.rewriting import rewrite

TABLE, MARKS = "denial", "negation"


def turn_denial(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Let the only word that denies affirm, where the source denies too; where neither side does, let a word deny."""
    denied = has(MARKS, pair.source_language, "marks", pair.source)
    if denied != has(MARKS, pair.target_language, "marks", pair.target):
        return None
    damage = _rewritten(pair, "affirm" if denied else "deny", random) if denied or may_flip(pair) else None
    if damage and denied and any(has(MARKS, pair.target_language, kind, damage.text) for kind in ("marks", "skip")):
        return None
    return damage


def say_never(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Deny a sentence for ever when neither side holds any negation."""
    sides = ((pair.source_language, pair.source), (pair.target_language, pair.target))
    if any(has(MARKS, language, "marks", text) for language, text in sides):
        return None
    return _rewritten(pair, "never", random) if may_flip(pair) else None


def _rewritten(pair: Pair, kind: str, random: Random) -> Damage | None:
    found = rewrite(pair.target, rules(TABLE, pair.target_language, kind), random)
    if not found:
        return None
    text, start, end = found
    name = "never-added" if kind == "never" else "denial-lost" if kind == "affirm" else "denial-added"
    return Damage(text=text, start=start, end=end, code="TQ603", severity="critical", kind=name)
