"""Participants and sentences that the source does not have (TQ202)."""

from random import Random

import regex

from corpora.generators.lexicon import entry, rules
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.rewriting import rewrite
from corpora.generators.text import SPACELESS, base, content_length, sentences_of, splice, words_of

_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_STATEMENT_END = regex.compile(r"\p{L}\p{M}*([.])[\"'”’»)]*$")
# A pronoun of the third person on the English side could be the participant: then nothing is added.
_PRONOUNS = regex.compile(r"(?<!\w)(?:him|her|them|hers|theirs|with (?:him|her|them))(?!\w)", regex.IGNORECASE)


def _final_phrases(pair: Pair) -> list[str]:
    table = entry("participant", pair.target_language)
    if "finals" in table:
        return table["finals"]["Cyrl" if _CYRILLIC.search(pair.target) else "Latn"]
    return table.get("final", [])


def add_participant(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Add "to him", "with them" ... where no pronoun of the English side could account for it."""
    if base(pair.source_language) != "en" and base(pair.target_language) != "en":
        return None
    english = pair.source if base(pair.source_language) == "en" else pair.target
    if _PRONOUNS.search(english):
        return None
    found = rewrite(pair.target, rules("participant", pair.target_language, "anchors"), random)
    if found:
        text, start, end = _trimmed(pair, *found)
        return Damage(text=text, start=start, end=end, code="TQ202", severity="major", kind="participant-added")
    return _final_participant(pair, random)


def _common(left: list[str], right: list[str]) -> int:
    """How many items the two lists have in common from their beginning."""
    count = 0
    while count < min(len(left), len(right)) and left[count] == right[count]:
        count += 1
    return count


def _trimmed(pair: Pair, text: str, start: int, end: int) -> tuple[str, int, int]:
    """Narrow the span of a rewriting to the words that are new, from its end first ("mu je rekao" -> "mu")."""
    part = r"." if base(pair.target_language) in SPACELESS else r"\s+|\S+"
    was = regex.findall(part, pair.target[start : len(pair.target) - (len(text) - end)])
    now = regex.findall(part, text[start:end])
    tail = _common(was[::-1], now[::-1])
    head = _common(was[: len(was) - tail], now[: len(now) - tail])
    new = now[head : len(now) - tail]
    start += sum(map(len, now[:head])) + (bool(new) and new[0].isspace())
    end -= sum(map(len, now[len(now) - tail :])) + (bool(new) and new[-1].isspace())
    return text, start, end


def _final_participant(pair: Pair, random: Random) -> Damage | None:
    phrases, match = _final_phrases(pair), _STATEMENT_END.search(pair.target)
    if not phrases or not match or len(words_of(pair.target)) < 6:
        return None
    phrase = random.choice(phrases)
    text, start, end = splice(pair.target, match.start(1), match.start(1), " " + phrase)
    return Damage(text=text, start=start + 1, end=end, code="TQ202", severity="major", kind="participant-added")


def add_sentence(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Append a whole sentence of another pair, as a hallucinating model does."""
    pool = corpus.targets(pair.target_language)
    if len(pool) < 20 or not regex.search(r"[.!?。！？।؟][\"'”’»」]*$", pair.target):
        return None
    for _ in range(10):
        other = sentences_of(random.choice(pool))[-1].text.strip()
        if (
            other not in pair.target
            and content_length(other, pair.target_language) >= 5
            and regex.search(r"^[^\"“”„«»「」]+[.。।]$", other)
        ):
            gap = "" if base(pair.target_language) in SPACELESS - {"th"} else " "
            text, start, end = splice(pair.target, len(pair.target), len(pair.target), gap + other)
            return Damage(
                text=text, start=start + len(gap), end=end, code="TQ202", severity="major", kind="sentence-added"
            )
    return None
