"""Language: text that is in neither the source's nor the translation's language (TQ501)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from tqcheck.model import PROSE, Article, Hit, Kind, Pair, Segment, Span
from tqcheck.registry import Context, check
from tqcheck.text.languages import Identification, common_shares, identify, primary, related, same_language
from tqcheck.text.scripts import has_case, is_no_space

_QUOTED = regex.compile(r"[\"“”„«»‹›「『][^\"“”„«»‹›「」『』]{12,}[\"“”«»‹›」』]")
_CAPITALISED = regex.compile(r"[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}'’.-]*")
_KINDS = PROSE - {Kind.HEADING, Kind.TABLE}
_MIN_LETTERS = 40
_MIN_LETTERS_RELATED = 100
_MAX_TARGET_SHARE = 0.08
_NO_SERBIAN_LETTERS = frozenset("ёйщъыьэюяіїєґўѓќѕ")
"""Letters of the Cyrillic alphabets of Russian, Ukrainian, Belarusian, Bulgarian and Macedonian that Serbian does not have."""
_SURE, _SURE_OF_MUCH, _MANY_LETTERS = 0.9, 0.85, 200


@check(
    "TQ501", "wrong-language", category="fluency/wrong language", severity="critical", scope="document", confidence=0.95
)
def wrong_language(article: Article, context: Context) -> Iterator[Hit]:
    """A paragraph or sentence, or the whole text, is in a language that is neither the translation's nor the source's.

    Why: engines fall into a third language (Russian for Bulgarian, Spanish for Galician), and editors paste from another edition; readers
    see a text they cannot read. A paragraph left in the source's language is TQ203.

    Bad: in an English translation from Serbian: "Le président a déclaré mardi que les négociations se poursuivraient."

    Good: a title, a name list, or a quotation kept in its original language.

    Limits: at least 40 letters besides capitalised words and quotations, 100 between close relatives (Norwegian and Danish); Serbian,
    Croatian, Bosnian and Montenegrin are one language here; headings and tables are not judged.
    """
    if not context.target_language:
        return
    blocks = [block for block in article.translation.blocks if block.kind in _KINDS]
    judge = _Judge(context.target_language, context.source_language)
    whole = judge.foreign("\n".join(block.text for block in blocks))
    if whole is not None and _most_agree(blocks, judge):
        yield _hit(blocks[0], Span(0, len(blocks[0].text)), whole, judge, "The text is")
        return
    kept = [pair.target.span for pair in article.pairs if pair.target and _is_in_source(pair, judge)]
    for block, span, found in _foreign_parts(article, blocks, judge):
        place = block.locate(span.start, span.end)
        if not any(place.overlaps(other) for other in kept):
            yield _hit(block, span, found, judge, "This is")


@dataclass(frozen=True, slots=True)
class _Judge:
    """The two languages of a translation; anything else is foreign."""

    target: str
    source: str

    def foreign(self, text: str) -> Identification | None:
        """The third language a text is surely in, or None."""
        plain = plain_words(text)
        letters = _letters(plain)
        if letters < _MIN_LETTERS:
            return None
        found = identify(plain)
        if (
            not found.language
            or same_language(found.language, self.target)
            or same_language(found.language, self.source)
        ):
            return None
        close = related(found.language, self.target) or related(found.language, self.source)
        if found.confidence < (_SURE if letters < _MANY_LETTERS else _SURE_OF_MUCH) or (
            close and (letters < _MIN_LETTERS_RELATED or found.confidence < 0.95)
        ):
            return None
        if (
            same_language(self.target, "sr")
            and not set(plain.lower()) & _NO_SERBIAN_LETTERS
            and bool(regex.search(r"\p{Cyrillic}", plain))
        ):
            return None  # a Serbian sentence may do without љ, њ, ћ, ђ; a Russian one hardly without ы, й, ь, я, ю
        return found if self._is_not_target(plain, found.language) else None

    def _is_not_target(self, text: str, found: str) -> bool:
        """Whether the frequent words speak against the translation's language too."""
        own = common_shares(text, frozenset({primary(found)})).get(primary(found), 1.0)
        others = frozenset({primary(self.target), primary(self.source)} - {primary(found), ""})
        shares = common_shares(text, others, besides=primary(found))
        return all(share <= max(_MAX_TARGET_SHARE, 0.3 * own) for share in shares.values())


def plain_words(text: str) -> str:
    """A text without its quotations and, in scripts with capitals, without capitalised words: names say nothing about a language."""
    bare = str(_QUOTED.sub(" ", text))
    return str(_CAPITALISED.sub(" ", bare)) if has_case(bare) else bare


def _letters(text: str) -> int:
    return sum(3 if is_no_space(character) else 1 for character in text if character.isalpha())


def _most_agree(blocks: Sequence[Segment], judge: _Judge) -> bool:
    """Whether most of the text is foreign, not one long paragraph of it."""
    long = [block for block in blocks if _letters(plain_words(block.text)) >= _MIN_LETTERS]
    return sum(judge.foreign(block.text) is not None for block in long) * 2 > len(long)


def _foreign_parts(
    article: Article, blocks: Sequence[Segment], judge: _Judge
) -> Iterator[tuple[Segment, Span, Identification]]:
    """Foreign blocks, and foreign sentences of blocks that are not."""
    whole = set[int]()
    for block in blocks:
        if (found := judge.foreign(block.text)) is not None:
            whole.add(block.block)
            yield block, Span(0, len(block.text)), found
    for pair in article.pairs:
        sentence = pair.target
        if sentence is None or sentence.kind not in _KINDS or sentence.block in whole:
            continue
        if (found := judge.foreign(sentence.text)) is not None and found.confidence >= 0.95:
            yield sentence, Span(0, len(sentence.text)), found


def _is_in_source(pair: Pair, judge: _Judge) -> bool:
    """Whether the source has the same foreign text: a quotation that both keep."""
    if pair.source is None or pair.target is None:
        return False
    found = judge.foreign(pair.target.text)
    return found is not None and same_language(identify(pair.source.text).language, found.language)


def _hit(segment: Segment, span: Span, found: Identification, judge: _Judge, subject: str) -> Hit:
    return Hit(
        start=span.start,
        end=span.end,
        segment=segment,
        confidence=round(min(0.97, found.confidence), 2),
        message=f"{subject} in {_name(found.language)}, not in {_name(judge.target)}.",
        evidence=(("identified", f"{found.language}: {found.reason}"),),
    )


def _name(code: str) -> str:
    """English name of a language by CLDR, or its code."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(primary(code)).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
