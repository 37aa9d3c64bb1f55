"""Links: the same places on both sides (TQ105)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

import regex

from tqcheck.model import Hit, Pair
from tqcheck.registry import Context, check
from tqcheck.text.anchors import Anchors, anchors_of
from tqcheck.text.dictionary import is_known
from tqcheck.text.gaps import clause_of_gap
from tqcheck.text.link_places import with_address
from tqcheck.text.links import Address, find_addresses, page_of


@check("TQ105", "link-mismatch", category="accuracy/link", severity="minor", silenced_by=("TQ203", "TQ604"))
def link_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A link or e-mail address of the source is lost, broken or leads elsewhere in the translation.

    Why: a letter lost in an address sends readers nowhere, or to somebody else.

    Bad: https://example.com/report → https://example.com/repport; info@example.org → inf@example.org; `#getting-started` kept where the
    heading is „Erste Schritte“

    Good: https://example.com/en/report → https://example.com/es/report; en.wikipedia.org → de.wikipedia.org; `?lang=`

    Limits: a page with a translated name under the target's language (/de/ueber-uns) is trusted; anchors of other files are not
    looked up; nothing is fetched.
    """
    if pair.source is None or pair.target is None:
        return
    left, right = find_addresses(pair.source), find_addresses(pair.target)
    if not left and not right:
        return
    languages = (pair.source_language, pair.target_language)
    lost = _unmatched(left, right, languages)
    new = _unmatched(right, left, languages)
    changed = [*_pair_up(lost, new), *_exchanged(pair, left, right, languages)]
    hits = [_changed(source, target, confidence) for source, target, confidence in changed]
    hits += _stale(left, right, context)
    hits += [
        Hit(start=item.start, end=item.end, message=f"The link {item.target} is not in the source.", confidence=0.5)
        for item in new
    ]
    yield from (_on_address(hit, right, pair, context) for hit in hits)
    for source in lost:
        yield _lost(source, pair.source.text, pair.target.text)


def _on_address(hit: Hit, addresses: list[Address], pair: Pair, context: Context) -> Hit:
    """The hit on a link's text, stretched to its address in the file, which is what has to be mended."""
    address = next((item for item in addresses if (item.start, item.end) == (hit.start, hit.end)), None)
    if address is None or context.article is None or pair.target is None:
        return hit
    piece = with_address(context.article.translation, pair.target, address)
    return replace(hit, start=0, end=len(piece.text), segment=piece) if piece else hit


def _lost(item: Address, source: str, target: str) -> Hit:
    start, end = clause_of_gap(source, item.start, item.end, target)
    return Hit(
        start=start,
        end=end,
        message=f"The link {item.target} of the source is missing.",
        source=(item.start, item.end),
        confidence=0.85,
        evidence=(("source", item.target),),
    )


_BORDER = regex.compile(r"[,;.:!?，；。：！？、،؛؟।\n]")


def _exchanged(
    pair: Pair, left: list[Address], right: list[Address], languages: tuple[str, str]
) -> Iterator[tuple[Address, Address, float]]:
    """Two links in clauses of their own that stand in the reverse order: word order turns words, seldom clauses."""
    if len(left) != 2 or len(right) != 2 or not pair.source or not pair.target:
        return
    one, two, three, four = (page_of(item.target, languages) for item in (*left, *right))
    turned = one == four != two == three
    sides = (pair.source.text, left), (pair.target.text, right)
    if turned and all(_BORDER.search(text[one.end : other.start]) for text, (one, other) in sides):
        yield left[0], right[0], 0.7  # one cause, one finding: the other link follows from it


def _stale(left: list[Address], right: list[Address], context: Context) -> Iterator[Hit]:
    """Links to a section that has the source's heading, where the translation has translated it, or to another section."""
    article = context.article
    if article is None or article.source is None:
        return
    ours = [item for item in right if item.target.startswith("#")]
    theirs = [item for item in left if item.target.startswith("#")]
    if not ours:
        return
    there, here = anchors_of(article.source), anchors_of(article.translation)
    for index, item in enumerate(ours):
        fragment = item.target[1:]
        if not here.holds(fragment):
            place = there.place_of(fragment)
            if there.holds(fragment):
                yield _leads_nowhere(item, place, there, here)
        elif len(theirs) == len(ours) and len(there.headings) == len(here.headings):
            said, seen = there.place_of(theirs[index].target[1:]), here.place_of(fragment)
            if said is not None and seen is not None and said != seen:
                message = f"The link leads to the section {item.target}, in the source to {theirs[index].target}."
                source = (theirs[index].start, theirs[index].end)
                yield Hit(start=item.start, end=item.end, message=message, source=source, confidence=0.85)


def _leads_nowhere(item: Address, place: int | None, there: Anchors, here: Anchors) -> Hit:
    """The hit on a link whose anchor only the source has, with the anchor that the heading has now, where the headings correspond."""
    same = place is not None and len(there.headings) == len(here.headings)
    now = f"; the heading's anchor is #{here.headings[place]} now" if same and place is not None else ""
    return Hit(
        start=item.start,
        end=item.end,
        message=f"No heading of the translation has the anchor {item.target}{now}.",
        confidence=0.9,
    )


def _unmatched(items: list[Address], others: list[Address], languages: tuple[str, str]) -> list[Address]:
    free = list(others)
    lost = []
    for item in items:
        partner = next((other for other in free if _same(item, other, languages)), None)
        if partner is None:
            lost.append(item)
        else:
            free.remove(partner)
    return lost


def _same(left: Address, right: Address, languages: tuple[str, str]) -> bool:
    if left.target == right.target:
        return True
    if left.is_mail or right.is_mail:
        return left.target.lower() == right.target.lower()
    if left.target.startswith("#") and right.target.startswith("#"):
        return True  # anchors follow the translated headings: `_stale`
    one, other = page_of(left.target, languages), page_of(right.target, languages)
    if (one.host, one.path, one.query) == (other.host, other.path, other.query):
        return True
    wiki = ("wikipedia.org", "wiktionary.org", "wikisource.org", "wikivoyage.org")
    return (
        one.host == other.host
        and (one.host in wiki or (other.localised and not _is_other_page(one.path, other.path, languages)))
        and _is_translated(one.path, other.path)
    )


def _is_translated(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two paths differ by more than a slip of a key: then a name in them was translated."""
    return SequenceMatcher(None, "/".join(one), "/".join(other), autojunk=False).ratio() < 0.85


def _is_other_page(one: tuple[str, ...], other: tuple[str, ...], languages: tuple[str, str]) -> bool:
    """Whether two paths of one shape differ in words of the one language that the other one keeps: /upgrade and /install."""
    changed = [(left, right) for left, right in zip(one, other, strict=False) if left != right]
    source, target = languages
    return (
        len(one) == len(other)
        and bool(changed)
        and all(
            word.isalpha() and is_known(word.lower(), source) and not is_known(word.lower(), target)
            for pieces in changed
            for word in pieces
        )
    )


def _pair_up(lost: list[Address], new: list[Address]) -> Iterator[tuple[Address, Address, float]]:
    """Lost and new addresses that answer each other, the likest first; taken out of both lists."""
    scored = sorted(
        ((_likeness(left, right), left.start, right.start, left, right) for left in lost for right in new),
        key=lambda item: item[:3],
        reverse=True,
    )
    for likeness, _, _, left, right in scored:
        if left in lost and right in new:
            lost.remove(left)
            new.remove(right)
            yield left, right, 0.95 if likeness > 0.8 else 0.7


def _likeness(left: Address, right: Address) -> float:
    return (
        SequenceMatcher(None, left.target, right.target, autojunk=False).ratio()
        if left.is_mail == right.is_mail
        else 0.0
    )


def _changed(source: Address, target: Address, confidence: float) -> Hit:
    return Hit(
        start=target.start,
        end=target.end,
        message=f"The link leads to {target.target}, in the source to {source.target}.",
        source=(source.start, source.end),
        confidence=confidence,
        evidence=(("source", source.target),),
    )
