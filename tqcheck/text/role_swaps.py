"""Who did it to whom, exchanged: "the council sued the company" where the company sued the council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from tqcheck.model import Link
from tqcheck.text.english_pronoun_verbs import is_head
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.mentions import Mention, Span, between, find_mentions, find_unlisted, is_noun, is_verb, may_act
from tqcheck.text.overlaps import joined
from tqcheck.text.passive_agents import has_passive, is_agent
from tqcheck.text.role_frames import Frame, frames_of, may_have_part
from tqcheck.text.role_marks import Marks, is_ordered, marks_of_party
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Senses = Mapping[Span, frozenset[str]]
"""Headwords by the place of a noun in the other language."""
APART = 90
"""Characters between the two in the other language, at most."""
_OF_THINGS = frozenset({"than", "way", "not"})
"""Kinds of frames whose two need not be able to act."""
_MAY_COMPARE = regex.compile(r"\b(?:than|not|rather|instead)\b|\bfrom\b.{1,60}\bto\b")
"""What stands in every such frame: without it, and without anybody, the dictionary need not be asked."""
_ARTICLE = regex.compile(r"\b(?:the|an?|his|her|its|their|our|my|your|this|that)\s$")
_CLEFT = regex.compile(
    r"(?i)\b(?:c['’](?:est|était)|fo[ir]am?|é|era|fue|fueron|es|è stat[oa]|è)\b"
    r"(?=[^.,;]{2,40}\b(?:qui|quem|quien|el que|la que|los que|che|a)\b)"
)
"""It was he who: no passive."""
BEHIND = 30
"""Characters around the two in which a language may still say that it is a passive."""


def find_role_swap(
    source: str, target: str, source_language: str, target_language: str, lexical: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of two participants whose roles are exchanged; None elsewhere.

    One side must be English, which tells by its order; the other side tells by order, prepositions, cases or particles. `lexical`:
    links between words that render each other whatever the sentence.
    """
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return None
    linked = pair.linked(lexical)
    for frame, senses in _frames(pair, linked):
        if _is_exchanged(frame, senses, pair):
            english_place = joined(frame.first.english, frame.second.english)
            return pair.places(english_place, joined(frame.first.other, frame.second.other))
    return None


def _frames(pair: EnglishSide, linked: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Frame, Senses]]:
    """Frames of two participants, one of whom at least is listed, each with the headwords of the nouns that the dictionary knows.

    Comparisons, ways and denials are of whatever it knows on both sides.
    """
    english, other, language = pair.english, pair.other, pair.language
    folded = fold(english, "en")
    mentions = find_mentions(english, other, language, linked)
    yield from ((frame, {}) for frame in frames_of(folded, mentions))
    if not (_MAY_COMPARE.search(folded) or _may_act_on_another(folded, mentions)):
        return
    parties = [
        party
        for party in find_parties(english, other, language, linked)
        if is_head(english, party.mention.english) and not is_verb(party.mention.words[0])
    ]
    listed = {party.mention for party in parties if party.listed}
    nouns = listed | {party.mention for party in parties if _is_determined(english, party.mention.english)}
    senses = {party.mention.other: party.senses for party in parties}
    for frame in frames_of(folded, [party.mention for party in parties]):
        two = {frame.first, frame.second}
        if not two <= listed and " by " in between(folded, frame.first.english, frame.second.english):
            continue  # a thing has no part that a passive could exchange
        if frame.kind in _OF_THINGS or (two <= nouns and not listed.isdisjoint(two)):
            yield frame, senses


def _may_act_on_another(folded: str, mentions: Sequence[Mention]) -> bool:
    """Whether somebody of an English text may have a part beside another: one whom tables hold, or whom the dictionary may know."""
    if any(may_have_part(folded, mention) for mention in mentions):
        return True
    unlisted = find_unlisted(folded)
    return len(unlisted) > 1 and any(may_have_part(folded, mention) for mention in unlisted)


def _is_determined(english: str, place: Span) -> bool:
    """Whether a word that no table lists is a noun: with an article or a possessive right before it, or with a capital."""
    before = english[: place[0]].lower()
    return is_noun(english, place) and (english[place[0]].isupper() or bool(_ARTICLE.search(before)))


def _is_exchanged(frame: Frame, senses: Senses, pair: EnglishSide) -> bool:
    """Whether the other side gives the two each other's parts, and cannot give them their own."""
    other, language = pair.other, pair.language
    gap = between(other, frame.first.other, frame.second.other)
    if len(gap) > APART or regex.search(r"[.;:!?。！？؟]", gap):
        return False
    first, second = (
        _marks(other, mention, rival, senses.get(mention.other, frozenset()), language)
        for mention, rival in ((frame.first, frame.second), (frame.second, frame.first))
    )
    if frame.kind == "than" and not {"THAN"} & (first | second):
        return first == frozenset("O") and second == frozenset("S")  # the genitive of a comparison
    if frame.kind in ("than", "not"):
        part = frame.kind.upper()
        return part in first and part not in second
    if frame.kind == "way":
        return _is_way_back(first, second)
    if frame.kind == "takes" and table("role_marks").get(table_language(language), {}).get("apart"):
        first, second = first - {"X"}, second - {"X"}
        if "S" in first and "TO" in second and "FROM" not in second:
            return True  # "leende uit aan": lent to
    if "X" in first | second:
        return False
    if "NOT" in first | second:
        return False
    if (
        frame.kind == "acts"
        and any("BY" in part and len(part) > 1 for part in (first, second))
        and not _clause_is_passive(frame, pair)
    ):
        return False  # "brži od opštine": faster than
    if frame.kind == "theme":
        return "TO" in first and first.isdisjoint("SO") and second == frozenset("O")
    if "TO" in first and frame.kind != "gives" and not (may_act(frame.first) and may_act(frame.second)):
        return False  # who bought a letter may be whom it was sold to
    if _is_in_some_case(frame.first, first) and second == frozenset("S"):
        return frame.kind != "takes" and not _clause_is_passive(frame, pair)
    if _fits(first, second, frame.kind):
        return is_ordered(language) and _against_order(frame, first, second, other, language)
    return _fits(second, first, frame.kind)


def _marks(other: str, mention: Mention, rival: Mention, senses: frozenset[str], language: str) -> Marks:
    """The parts of one of the two in the other language; what stands beside the other one says nothing of this one."""
    code, (start, end) = table_language(language), rival.other
    alone = other if code in UNSPACED else other[:start] + "," * (end - start) + other[end:]
    found = marks_of_party(alone, mention, senses, language)
    passive = {"BY", "TO"} <= found and is_agent(fold(other, language), mention.other, code)
    return found - {"TO"} if passive else found


def _is_way_back(first: Marks, second: Marks) -> bool:
    """Whether what the way is from has the words for where it goes, and the reverse."""
    to = {"TO", "WAY"}
    if first.isdisjoint(to) or "FROM" in first or "FROM" not in second or not second.isdisjoint(to):
        return False
    if "TO" not in first and "WITH" in second:
        return False  # Polish "w" and "z" may be "in" and "with"
    return "X" not in second


def _is_in_some_case(mention: Mention, marks: Marks) -> bool:
    """Whether the form of a noun is none that acts, whatever case it is."""
    return "?" in marks and not mention.plural and mention.person


def _clause_is_passive(frame: Frame, pair: EnglishSide) -> bool:
    start, end = joined(frame.first.other, frame.second.other)
    return has_passive(pair.other[max(0, start - BEHIND) : end + BEHIND], pair.language)


def _fits(acts: Marks, suffers: Marks, kind: str) -> bool:
    """Whether one can be who acts and another who is acted on, given to or taken from."""
    parts = {"acts": "O", "gives": "TO O", "takes": "FROM O"}[kind].split()
    if kind != "acts":
        return "S" in acts and bool(suffers & {parts[0]}) and parts[0] not in acts
    active = "S" in acts and bool(suffers & {"O", "TO"})
    passive = "BY" in acts and "S" in suffers
    return active or passive


def _against_order(frame: Frame, first: Marks, second: Marks, other: str, language: str) -> bool:
    """Whether two that nothing marks stand in the wrong order, in an active clause with a verb between them."""
    if frame.kind != "acts" or not (first == second == frozenset("SO")):
        return False
    start, end = joined(frame.first.other, frame.second.other)
    gap = between(other, frame.first.other, frame.second.other)
    ahead = min(frame.first, frame.second, key=lambda mention: mention.other)
    oblique = str(table("role_marks").get(table_language(language), {}).get("oblique", "")).split()
    if fold(ahead.words[1], language).endswith(tuple(oblique)):
        return False
    fronted = frame.first.person and frame.second.person and _is_fronted(gap, language)
    if fronted != (frame.first.other < frame.second.other) or regex.search(r"[,،、]", gap):
        return False
    clause = _CLEFT.sub("", _around(other, start, end, language))
    return not has_passive(clause, language)


def _around(other: str, start: int, end: int, language: str) -> str:
    """The text around two places; in Chinese, which has its sign of a passive before the verb, no more than the clause."""
    before, behind = other[max(0, start - BEHIND) : start], other[end : end + BEHIND]
    if table_language(language) == "zh":
        before, behind = regex.split(r"[，。；：]", before)[-1], regex.split(r"[，。；：]", behind)[0]
    return before + other[start:end] + behind


def _is_fronted(gap: str, language: str) -> bool:
    """Whether the text behind the first of two begins with a pronoun for it, so that the second one acts: "il parroco lo ha battezzato"."""
    words = "|".join(str(table("role_marks").get(table_language(language), {}).get("doubled", "")).split())
    return bool(words) and bool(regex.match(rf"\s(?:{words})(?:\s|(?<=['’-]))", fold(gap, language)))
