"""The third column of a row: the back-translation with its differences, or an aid made from the source, named as such."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tqcheck.render.html.columns import Third
from tqcheck.render.html.languages import Language, language
from tqcheck.render.html.marks import mark, show
from tqcheck.render.html.words import NOTHING, Pairs, gloss_of, returned_words
from tqcheck.render.payload import DocumentPayload, SegmentPayload


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a row: HTML in its language; `label` where it is something else than its column's name."""

    html: Markup
    language: Language
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """What stands in the third column; `pairs` link ranges of `side` (source or translation) to ranges of `plain`."""

    text: Text
    plain: str
    side: str
    pairs: Pairs


def companion(document: DocumentPayload, segment: SegmentPayload, kind: Third | None) -> Companion | None:
    """The best there is: back-translation, then the word gloss, then a gloss of the source; None where there is nothing."""
    if segment["back_translation"] is not None:
        return _back(document, segment, segment["back_translation"])
    if segment["source"] and segment["text"] and segment["links"]:
        return _word_gloss(document, segment["source"], segment["text"], segment["links"], kind)
    gloss = segment.get("gloss")
    if gloss and kind == "gloss":
        text = Text(show(gloss), language(segment.get("gloss_language")))
        return Companion(text=text, plain=gloss, side="source", pairs=[])
    return None


def _back(document: DocumentPayload, segment: SegmentPayload, back: str) -> Companion:
    spoken = language(segment.get("back_language"))
    own = segment["source"] is None
    side, compared = ("translation", segment["text"]) if own else ("source", segment["source"])
    comparable = compared and (not own or spoken.tag == language(document["language"]).tag)
    html = mark(back, (), [here for here, _ in segment["differences"]])
    label = "gloss" if segment.get("back_is_gloss") and not own else ""
    return Companion(
        text=Text(html, spoken, label),
        plain=back,
        side=side,
        pairs=returned_words(back, compared, segment["differences"]) if comparable and compared else [],
    )


def _word_gloss(
    document: DocumentPayload, source: str, translation: str, links: list[list[list[int]]], kind: Third | None
) -> Companion:
    gloss = gloss_of(source, translation, links)
    nothing = Markup('<span class="nothing" title="no word of the source">{}</span>').format(NOTHING)
    html = Markup(show(gloss.text).replace(NOTHING, nothing))
    label = "" if kind == "word gloss" else "word gloss"
    text = Text(html, language(document["source_language"]), label)
    return Companion(text=text, plain=gloss.text, side="translation", pairs=gloss.pairs)
