"""The gender of a pronoun changed (TQ601)."""

from random import Random

from corpora.generators.lexicon import has, knows, rules
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.rewriting import rewrite

TABLE = "pronoun"


def change_gender(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Change "he" to "she" or the reverse; the source must name one gender only, the same as the target."""
    for old, other, kind in (("male", "female", "to_female"), ("female", "male", "to_male")):
        if not knows(TABLE, pair.source_language, old):
            continue
        if not has(TABLE, pair.source_language, old, pair.source) or has(
            TABLE, pair.source_language, other, pair.source
        ):
            continue
        if has(TABLE, pair.target_language, other, pair.target):
            continue
        found = rewrite(pair.target, rules(TABLE, pair.target_language, kind), random)
        if found:
            text, start, end = found
            return Damage(text=text, start=start, end=end, code="TQ601", severity="major", kind="pronoun-gender")
    return None
