"""Possibility and obligation exchanged: may and must, could and will (TQ601)."""

from random import Random

from corpora.generators.lexicon import has, knows, rules
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.rewriting import rewrite


def toggle_modality(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Exchange a modal word; not under negation ("may not" and "must not" overlap), and only for a modal source."""
    sides = ((pair.source_language, pair.source), (pair.target_language, pair.target))
    if any(has("negation", language, "marks", text) for language, text in sides):
        return None
    if knows("modality", pair.source_language, "marks") and not has(
        "modality", pair.source_language, "marks", pair.source
    ):
        return None
    found = rewrite(pair.target, rules("modality", pair.target_language, "rules"), random)
    if not found:
        return None
    text, start, end = found
    return Damage(text=text, start=start, end=end, code="TQ601", severity="major", kind="modality-changed")
