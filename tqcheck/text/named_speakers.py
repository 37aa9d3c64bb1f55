"""A woman of the source whom the translation lets speak as a man: "said Kavita Rane" → «сказал», «قال»."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tqcheck.model import Article
from tqcheck.text.cast import cast_of, cast_places
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, read_signs, speaks_of_bodies
from tqcheck.text.word_patterns import table_language

SPEAKS = (
    r"(?:said|says|told|tells|added|adds|asked|asks|explained|explains|wrote|writes|replied|replies|recalled|recalls|argued|argues|"
    r"announced|admitted|admits|insisted|insists|noted|notes|stressed|thought|thinks|decided|remembers|remembered|answered)"
)
"""English verbs of saying and thinking."""
_BEFORE, _AFTER = rf"\b{SPEAKS}\s$", rf"(?:\s\p{{Lu}}[\p{{L}}\-]+)?\s(?:has\s|had\s)?{SPEAKS}\b"


def find_named_speakers(article: Article, index: int) -> Iterator[tuple[Span, Span, Gender]]:
    """(verb of the other sex in the translation, name in the English source, sex of the name); at most one.

    Only where nobody of the other sex is in the source, and the translation has no verb of the right one.
    """
    pair = article.pairs[index]
    if pair.source is None or pair.target is None or table_language(pair.source_language) != "en":
        return
    source, target, cast = pair.source.text, pair.target.text, cast_of(article)
    for right, wrong in OTHER_GENDER.items():
        kept, other = read_signs(target, pair.target_language, right), read_signs(target, pair.target_language, wrong)
        against = read_signs(source, "en", wrong)
        if not kept or not other or not against or not other.verbs or kept.verbs or kept.persons:
            continue
        if against.pronouns or against.nouns or speaks_of_bodies(source, "en") or cast_places(source, cast, wrong):
            continue
        speaker = next((span for span in cast_places(source, cast, right) if _speaks(source, span)), None)
        if speaker:
            yield other.verbs[0], speaker, right
            return


def _speaks(text: str, name: Span) -> bool:
    """Whether a verb of saying stands beside a name."""
    return bool(regex.search(_BEFORE, text[: name[0]]) or regex.match(_AFTER, text[name[1] :]))
