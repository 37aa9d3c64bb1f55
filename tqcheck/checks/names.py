"""Names: the source's on both sides (TQ104), one spelling each in a document (TQ403)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import escape, finditer

from tqcheck.model import PROSE, Article, Hit, Kind, Pair, Place, Segment
from tqcheck.registry import Context, check
from tqcheck.text.document_names import names_of_document
from tqcheck.text.name_faults import find_name_faults
from tqcheck.text.name_pairs import name_pair_of
from tqcheck.text.name_variants import find_run_variants, find_variants
from tqcheck.text.proper_names import NameUse, name_uses

_KINDS = PROSE | {Kind.CAPTION}


@check("TQ104", "name-mismatch", category="accuracy/name", severity="major", silenced_by=("TQ203", "TQ604"))
def name_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name of the source is misspelt in the translation, or another name stands in its place.

    Why: a wrong name is the error readers complain of first, and it may be libel.

    Bad: "Merkel" → "Mertel"; "Trump" → «Крамп»; "said John Smith" → "dijo John Miller"; "Slovenia" → "Eslovaquia"; "Geneva" → 热那亚;
    "Baldwin" → ليبرون; "WHO" → "OMC"; "a Frenchman" → "ein Deutscher"

    Good: Merkel → Меркеля, Trump → Tramp, London → Londres, the White House → la Casa Blanca, Flake → Джефф Флейк, Novi Sad → ノビサド,
    King Charles III → el rey Carlos III, WHO → ВОЗ

    Limits: names are known by their capitals, else by not being in a dictionary and by letters that common words have not (Arabic,
    Hindi...), by katakana, by the characters with which Chinese transcribes. In one alphabet they are compared letter by letter; between
    Latin letters and another script by how likely the one writes down the other, fitted on CLDR and on translations
    (`corpora/fit_transliteration.py`), which sees a wrong consonant and seldom a wrong vowel; between two other scripts by consonants.
    Chinese names are read by Hanyu Pinyin, Japanese ones in kanji are not read; Thai, Khmer, Lao and Burmese are left alone. A name left
    out is not reported: "he" may stand for it. That one name is misspelt or stands for another is weighed by signs (place, neighbours,
    dictionaries, lists of persons and places, the whole document) with weights fitted on translations with and without planted errors
    (`corpora/fit_names.py`); German names are told from nouns by the dictionaries of both languages. Of organisations only acronyms of a
    table are compared; nationalities by a table of 17 in 18 languages. Rulers, popes and saints may have the name that a language gives
    them (Charles III, Carlos III).
    """
    names = name_pair_of(pair, context.article)
    for fault in find_name_faults(names) if names else ():
        said, seen = fault.source.text, fault.target.text
        yield Hit(
            start=fault.target.start,
            end=fault.target.end,
            message=f"{said} of the source has become {seen}.",
            source=(fault.source.start, fault.source.end),
            confidence=fault.certainty,
            severity=None if fault.certainty >= 0.9 else "minor",
            evidence=(("source", said),),
        )


@check(
    "TQ403", "name-variants", category="terminology/inconsistent", severity="minor", scope="document", confidence=0.85
)
def name_variants(article: Article, context: Context) -> Iterator[Hit]:
    """One name is spelt in two ways in the same text; said once, at the rarer spelling, with the other places listed.

    Why: transcription has several habits (Kiev and Kyiv, Tatyana and Tatiana), and a reader who meets two takes them for two.

    Bad: "Zelenskyy met ..." and, two paragraphs on, "Zelensky said ..."

    Good: Anna Smith and Ana Jones; Kiev throughout; Меркель and Меркеля

    Limits: only spellings that transcription confuses, and a list of places and people; languages with case endings are judged by what
    stands before the ending, and a form that differs from several right ones is said once. What the source has in the same letters may
    be kept beside the language's own name of it (Napoli, the club, and Nápoles). In Chinese and Japanese only runs of characters that
    render one name of the source are compared.
    """
    blocks = [block for block in article.translation.blocks if block.kind in _KINDS]
    kept = {use.word for use in name_uses(article.source.blocks)} if article.source else set()
    for rare, common, confidence in find_variants(name_uses(blocks), context.target_language, kept):
        first = rare[0]
        yield Hit(
            start=first.start,
            end=first.end,
            segment=first.segment,
            message=f"{first.word} here, {common[0].word} elsewhere in this text.",
            confidence=confidence,
            related=tuple(_place(use) for use in [*rare[1:], *common[:20]]),
            evidence=(("other", common[0].word),),
        )
    yield from _unspaced_variants(article, blocks)


def _unspaced_variants(article: Article, blocks: Sequence[Segment]) -> Iterator[Hit]:
    """Runs of katakana or Chinese characters that render one name of the source, and of which one differs in a character."""
    for rare, common in find_run_variants(names_of_document(article)):
        places = [(block, match.start()) for block in blocks for match in finditer(escape(rare), block.text)]
        others = [(block, match.start()) for block in blocks for match in finditer(escape(common), block.text)]
        if len(places) == 1 and others:
            block, start = places[0]
            yield Hit(
                start=start,
                end=start + len(rare),
                segment=block,
                message=f"{rare} here, {common} elsewhere in this text.",
                confidence=0.8,
                related=tuple(Place(at.locate(start, start + len(common)), common) for at, start in others[:20]),
                evidence=(("other", common),),
            )


def _place(use: NameUse) -> Place:
    return Place(use.segment.locate(use.start, use.end), use.word)
