"""Marks without a partner (TQ303), words typed twice (TQ304), words run together (TQ305)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

import regex

from tqcheck.model import PROSE, Article, Hit, Kind, Pair
from tqcheck.registry import Context, check
from tqcheck.text.bilingual import read_headwords
from tqcheck.text.brackets import unpaired_brackets
from tqcheck.text.doubled_words import find_doubled_words
from tqcheck.text.glued_lowercase import find_glued_lowercase
from tqcheck.text.glued_words import find_glued_words, vocabulary_of
from tqcheck.text.locale_facts import primary
from tqcheck.text.masks import blank
from tqcheck.text.quotes import scan_quotes

_MOST = 20
"""Unpaired brackets of one paragraph that are worth a finding each."""
_SHOWN = PROSE | {Kind.CAPTION}
_FAR = 4
"""Paragraphs over which a quotation may go on."""


@check("TQ303", "unpaired-mark", category="fluency/punctuation", severity="minor", scope="block", kinds=_SHOWN)
def unpaired_mark(pair: Pair, context: Context) -> Iterator[Hit]:
    """A quotation mark or bracket of a paragraph has no partner.

    Why: a lost mark moves the border between what somebody said and what the author says.

    Bad: "We will stay, he said. (as of Friday

    Good: a) first, b) second · 6" pipes · rock 'n' roll · a quotation that goes on in the next paragraph

    Limits: single quotation marks are not judged, for they cannot be told from apostrophes.
    """
    if pair.target is None:
        return
    text = blank(pair.target.text, pair.target.marks)
    source = blank(pair.source.text, pair.source.marks) if pair.source else ""
    in_source = {source[offset] for offset in unpaired_brackets(source)}
    for offset in unpaired_brackets(text)[:_MOST]:
        if text[offset] not in in_source:
            message = f"{text[offset]} has no partner in this paragraph."
            yield Hit(start=offset, end=offset + 1, message=message, confidence=0.9)
    scan = scan_quotes(text)
    odd = (2 * len(scan.quotations) + len(scan.unpaired)) % 2
    if not odd or (source and (scan_quotes(source).unpaired or _LOOSE_SINGLE.search(source))):
        return  # marks of an even number that do not pair are a matter of style
    offset = scan.unpaired[0]
    if not _goes_on(pair, offset, text, context):
        message = f"{text[offset]} has no partner in this paragraph."
        yield Hit(start=offset, end=offset + 1, message=message, confidence=0.85 if len(scan.unpaired) == 1 else 0.6)


def _goes_on(pair: Pair, offset: int, text: str, context: Context) -> bool:
    """A quotation over paragraphs: a mark that opens in one, and one that closes in a later one or stands at the next one's head."""
    article = context.article
    opens = _begins_speech(text, offset)
    if article is None or pair.target is None:
        return opens and article is None
    here = pair.target.span.start
    blocks = [block for block in article.translation.blocks if block.text.strip()]
    place = next((index for index, block in enumerate(blocks) if block.span.start >= here), len(blocks))
    if opens:
        following = [block.text for block in blocks[place + 1 : place + 1 + _FAR]]
        heads = text[offset] + _CONTINUING.get(text[offset], "")
        again = bool(following) and following[0].lstrip()[:1] in heads and bool(following[0].strip())
        return again or any(len(scan_quotes(later).unpaired) == 1 for later in following)
    earlier = [scan_quotes(block.text).unpaired for block in blocks[max(0, place - _FAR) : place]]
    texts = [block.text for block in blocks[max(0, place - _FAR) : place]]
    return any(marks and _begins_speech(before, marks[-1]) for before, marks in zip(texts, earlier, strict=True))


_LOOSE_SINGLE = regex.compile(r"^[^'‘]*[.!?,…]['’]$|(?:^|: )['‘](?=\p{Lu})[^'’]*+$")
"""A source that begins or ends a quotation in single marks without its partner."""
_CONTINUING = {"“": "”", "«": "»", "„": "“”"}
"""Marks at the head of a paragraph that goes on with the quotation which the key has opened (Spanish)."""


def _begins_speech(text: str, offset: int) -> bool:
    """Whether the unpaired mark can open what later paragraphs go on with: at the head of a paragraph or sentence, or behind a colon."""
    lead, rest = text[:offset].rstrip(), text[offset + 1 :]
    glued = text[offset] == "«" or not rest[:1].isspace()
    return bool(rest.strip(" .,;!?…")) and glued and (not lead or lead[-1] in ":,.!?…—–：，。！？،؛؟।")


@check("TQ304", "repeated-word", category="fluency/duplication", severity="minor", scope="block", kinds=_SHOWN)
def repeated_word(pair: Pair, context: Context) -> Iterator[Hit]:
    """A word stands twice in a row with nothing but white space between.

    Why: the commonest trace of hasty editing, and of machine translation that stutters.

    Bad: "They went to the the station."

    Good: "had had", "nous nous", „die die“, "bien, bien", Duran Duran, pelan pelan, धीरे धीरे

    Limits: languages that double words to make plurals, adverbs or emphasis (Indonesian, Hindi, Turkish, Thai...) are left alone, and so
    is what the source doubles as well.
    """
    if pair.target is None:
        return
    source = blank(pair.source.text, pair.source.marks) if pair.source else ""
    for found in find_doubled_words(blank(pair.target.text, pair.target.marks), context.target_language, source):
        message = f"{found.word!r} stands twice."
        yield Hit(start=found.start, end=found.end, message=message, confidence=found.confidence, fix=found.word)


@check("TQ305", "glued-words", category="fluency/spelling", severity="minor", scope="document")
def glued_words(article: Article, context: Context) -> Iterator[Hit]:
    """Two words have run together: a caption and its credit, the end of one sentence and the start of the next.

    Why: pasted captions and lost line breaks; every reader stumbles.

    Bad: "in Kievphoto: Reuters", "the war.Then he", "the energy sectorKozyrev said"

    Good: iPhone, YouTube, McDonald, GmbH, example.com, #BlackLivesMatter, „Archivfoto: dpa“

    Limits: words that the source writes in the same way are names; of two words in small letters ("ofthe") one must be a grammatical word,
    the other one that the text or a small dictionary knows.
    """
    known = vocabulary_of([block.text for block in article.translation.blocks])
    source = " ".join(block.text for block in article.source.blocks) if article.source else ""
    for block in article.translation.blocks:
        if block.kind is Kind.CODE:
            continue
        for found in find_glued_words(blank(block.text, block.marks), context.target_language, known, source):
            yield Hit(
                start=found.start,
                end=found.end,
                message=f"{found.text!r} are two words run together: {found.fix!r}.",
                segment=block,
                confidence=found.confidence,
                fix=found.fix,
            )
        for start, end, parts in find_glued_lowercase(
            blank(block.text, block.marks),
            context.target_language,
            known,
            source,
            partial(_renders, article=article),
        ):
            message = f"{block.text[start:end]!r} are two words run together: {parts!r}."
            yield Hit(start=start, end=end, message=message, segment=block, confidence=0.75, fix=parts)


def _renders(word: str, article: Article) -> bool:
    """Whether a word renders one that the source of its article has, by the dictionary."""
    languages = primary(article.target_language), primary(article.source_language)
    found = frozenset[str]().union(*(heads for *_, heads in read_headwords(word, *languages)))
    return bool(found) and not found.isdisjoint(_said(article))


@lru_cache(maxsize=8)
def _said(article: Article) -> frozenset[str]:
    """What the words of the source can render, and themselves where it is English."""
    languages = primary(article.source_language), primary(article.target_language)
    return frozenset[str]().union(
        *(
            heads
            for pair in article.pairs
            if pair.source is not None
            for *_, heads in read_headwords(pair.source.text, *languages)
        )
    )
