"""A clause or a sentence left in the source language (TQ203)."""

from random import Random

from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import clause_marks, content_length, sentences_of, splice


def leave_clause(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Put the source's last clause in the place of the target's; both sides have one clause mark of the same kind."""
    ours, theirs = clause_marks(pair.target), clause_marks(pair.source)
    if len(ours) != 1 or len(theirs) != 1 or len(sentences_of(pair.target)) > 1:
        return None
    old, new = pair.target[ours[0][1] :], pair.source[theirs[0][1] :].strip()
    if content_length(old, pair.target_language) < 3 or content_length(new, pair.source_language) < 5:
        return None
    gap = " " if old.startswith(" ") or pair.target[ours[0][1] - 1] == "," else ""
    text, start, end = splice(pair.target, ours[0][1], len(pair.target), gap + new)
    return Damage(
        text=text, start=start + len(gap), end=end, code="TQ203", severity="major", kind="clause-untranslated"
    )


def leave_sentence(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Leave one of several sentences in the source language; both sides have as many."""
    ours, theirs = sentences_of(pair.target), sentences_of(pair.source)
    if len(ours) < 2 or len(ours) != len(theirs):
        return None
    place = random.randrange(len(ours))
    new = theirs[place].text.strip()
    if content_length(new, pair.source_language) < 5 or new in pair.target:
        return None
    old = ours[place]
    end = old.start + len(old.text.rstrip())
    text, start, end = splice(pair.target, old.start, end, new)
    return Damage(text=text, start=start, end=end, code="TQ203", severity="major", kind="sentence-untranslated")
