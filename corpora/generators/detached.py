"""A sentence that belongs to another source (TQ604)."""

from random import Random

from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import content_length, words_of


def detach(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Replace the whole target by another target of about the same length that shares no long word with it."""
    pool = corpus.targets(pair.target_language)
    size = content_length(pair.target, pair.target_language)
    if size < 6 or len(pool) < 20:
        return None
    long_words = {w.text.lower() for w in words_of(pair.target) if len(w.text) > 4}
    for _ in range(20):
        other = random.choice(pool)
        ratio = content_length(other, pair.target_language) / size
        if 0.7 <= ratio <= 1.4 and not long_words & {w.text.lower() for w in words_of(other) if len(w.text) > 4}:
            return Damage(text=other, start=0, end=len(other), code="TQ604", severity="critical", kind="detached")
    return None
