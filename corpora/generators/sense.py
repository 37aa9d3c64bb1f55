"""A word rendered by its other sense: „banco“ of a park becomes a "bank" (TQ601)."""

from random import Random

from corpora.generators.lexicon import bounded, entry
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import base, same_case, splice


def mistake_sense(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Exchange one word that renders an ambiguous word of the source for what its other sense would give."""
    languages = f"{base(pair.source_language)}-{base(pair.target_language)}"
    choices = []
    for ambiguous, right, wrong in entry("sense", languages).get("senses", ()):
        found = list(bounded(right, pair.target_language).finditer(pair.target))
        # one word for one word: more of them leave open which renders which
        if len(found) == 1 and bounded(ambiguous, pair.source_language).search(pair.source):
            choices.append((found[0], wrong))
    if not choices:
        return None
    match, wrong = random.choice(choices)
    text, start, end = splice(pair.target, match.start(), match.end(), same_case(wrong, match.group()))
    return Damage(text=text, start=start, end=end, code="TQ601", severity="major", kind="wrong-sense")
