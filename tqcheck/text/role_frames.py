"""Who has which part in an English clause: subject, object, agent of a passive, what is compared, from where to where, who is denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text import patterns
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.function_words import closed_classes
from tqcheck.text.mentions import Mention, may_act
from tqcheck.text.tables import table

CLOSE = 70
"""Characters between two participants of one clause, at most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Two participants of an English clause and their parts.

    Attributes:
        kind: "acts" (the first acts on the second), "gives" (to the second), "takes" (from it), "theme" (is given to the second),
            "than" (is more than the second), "way" (from the first to the second), "not" (the second is denied).
        first, second: by their parts, whatever their order.
    """

    kind: str
    first: Mention
    second: Mention


_NOUN_PHRASE = (
    r"(?:(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|both|two|three|all|some|every|each|another|one|mr|mrs|ms|dr|"
    r"(?!(?:of|for|with|at|in|on|about|against|over|under|into|through|by|from|to|than|around|between|like|without|during|as|that)\s)"
    r"[\p{L}\-]+(?:['’]s)?)\s){0,3}"
)
_AUXILIARY = (
    r"(?:(?:had|has|have|also|later|then|once|never|always|often|already|now|even|only|still|first|finally|publicly|"
    r"had\sto|has\sto|have\sto|would|will|must|may|might|could|can|did|not|just|\p{L}+ly)\s){0,3}"
)
_BE = r"(?:was|were|is|are|be|been|being|got|gets)"
_MORE = r"\b(?:\p{L}{2,}er|more|less|better|worse)\b"
_STOP = r"[.;:!?,。()“”\"]|\b(?:which|that|and|but|because|when|while|after|before|if|or|whose|where|as)\b"
_PREPOSITION = r"\b(?:of|for|with|at|in|on|about|against|over|under|into|through|by|from|to|than|around|between|near|like|without|during)\b"
_DETERMINER = r"(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|every|each|another|one)"
_GOVERNED = (
    rf"\b(?:of|for|with|at|in|on|about|against|over|by|from|to|than|between|near|like|without|not|and|or)\s(?:{_DETERMINER}\s)?"
    rf"(?:(?!{_DETERMINER}\s)[\p{{L}}\-]+\s){{0,2}}$"
)


def frames_of(text: str, mentions: Sequence[Mention]) -> Iterator[Frame]:
    """The frames of an English text in lowercase, for participants that stand beside each other or with one between them."""
    for number, one in enumerate(mentions):
        for two in mentions[number + 1 : number + 3]:
            gap = text[one.english[1] : two.english[0]]
            if len(gap) > CLOSE or patterns.match(r"(?:\s[\p{L}\-]+){0,2}['’]s\b", text[two.english[1] :]):
                continue
            frame = _read(text, gap, one, two)
            if frame is not None:
                yield frame


def may_have_part(text: str, mention: Mention) -> bool:
    """Whether an English text in lowercase gives a participant a part beside one who is not known yet: cheaper than to look who."""
    verb, _ = _verbs()
    behind, before = text[mention.english[1] :], text[max(0, mention.english[0] - CLOSE) : mention.english[0]]
    return bool(
        patterns.match(rf",?(?:\swho)?\s{_AUXILIARY}(?:{verb}|{_BE})\s", behind)
        or patterns.search(rf"\b(?:{verb}|by|to|from)\s(?:[\p{{L}}\-’'&]+,?\s){{0,6}}$", before)
    )


def _read(text: str, gap: str, one: Mention, two: Mention) -> Frame | None:
    before = text[max(0, one.english[0] - 40) : one.english[0]]
    if _matches(rf"\s(?:{_NOUN_PHRASE})?to\s{_NOUN_PHRASE}$", gap) and patterns.search(
        rf"\bfrom\s{_NOUN_PHRASE}$", before
    ):
        return Frame("way", one, two)
    denied = _denied(before, gap)
    if denied:
        return Frame("not", two, one) if denied == "one" else Frame("not", one, two)
    if gap.startswith(("'s", "’s")):
        return None
    relative = patterns.match(r",?\swho\s", gap)
    if relative and not patterns.search(rf"\bit\s(?:is|was)\s{_NOUN_PHRASE}$", before):
        return None
    if relative:
        gap = " " + gap[relative.end() :]
    if two.name:  # "the defending champion, Joseph Kiptoo"
        gap = patterns.compiled(r"\s(?:the|an?|his|her|its|their)\s[\p{L}\- ]{3,40},\s$").sub(" ", gap)
    if patterns.search(_STOP, gap):
        return None
    if _matches(rf"(?:\s\S+){{0,7}}?\sthan\s(?:{_PREPOSITION}\s)?{_NOUN_PHRASE}$", gap) and patterns.search(
        _MORE, before + gap
    ):
        return Frame("than", one, two)
    if _is_theme(before, gap):
        return Frame("theme", one, two)
    governed = bool(patterns.search(_GOVERNED, before)) and not relative
    return None if governed else _by_verb(gap, one, two)


def _denied(before: str, gap: str) -> str:
    """Which of the two is denied: "not A but B" = one, "A, not B" = two; "" for neither."""
    denier = r"(?:not|rather\sthan|instead\sof)"
    preposition = r"(?:(?:by|to|from|for|in|on|of|with|at)\s)?"
    if patterns.search(rf"\bnot\s{preposition}(?:the\s|an?\s)?$", before) and _matches(
        rf",?\sbut\s{preposition}(?:the\s|an?\s)?$", gap
    ):
        return "one"
    if _matches(rf",?\s(?:and\s)?{denier}\s{preposition}(?:the\s|an?\s|his\s|her\s)?$", gap):
        return "two"
    return ""


def _by_verb(gap: str, one: Mention, two: Mention) -> Frame | None:
    verb, participle = _verbs()
    if _matches(
        rf"\s{_AUXILIARY}{_BE}\s(?:\p{{L}}+ly\s|not\s|later\s|once\s)?{participle}(?:\s[\p{{L}}\-]+){{0,4}}?\sby\s{_NOUN_PHRASE}$",
        gap,
    ):
        return Frame("acts", two, one)
    if patterns.search(rf"\b{_BE}\b(?!\s(?:\p{{L}}+ly\s|also\s|not\s)?\p{{L}}+ing\b)", gap):
        return None
    found = patterns.match(rf"\s{_AUXILIARY}({verb})\s", gap)
    if found is None and may_act(one) and may_act(two):
        found = _unlisted(gap)
    if found is None:
        return None
    rest = gap[found.end() :]
    if _matches(rf"(?:at|against)\s{_NOUN_PHRASE}$", rest):
        return Frame("acts", one, two) if may_act(one) and may_act(two) else None
    if not rest or (_matches(_NOUN_PHRASE + "$", rest) and not patterns.search(_PREPOSITION, rest)):
        return Frame("acts", one, two) if found[1] not in _list("silent") else None
    if (found[1] in _list("gives") or (may_act(two) and _takes(found[1], "gives", "to"))) and _matches(
        rf"(?:\S+\s){{0,6}}?to\s(?!\p{{L}}+\s{_DETERMINER}\s){_NOUN_PHRASE}$", rest
    ):
        return Frame("gives", one, two)
    if _takes(found[1], "takes", "from") and _matches(rf"(?:\S+\s){{1,6}}?from\s{_NOUN_PHRASE}$", rest):
        return Frame("takes", one, two)
    return None


def _unlisted(gap: str) -> regex.Match[str] | None:
    """A verb of no list: any word but a small one, before what must be its object by the article."""
    found = patterns.match(
        rf"\s{_AUXILIARY}(?:{_BE}\s(?:\p{{L}}+ly\s|also\s|not\s)?(?=\p{{L}}+ing\s))?(\p{{L}}{{3,}})\s(?=(?:to\s)?{_DETERMINER}\s)",
        gap,
    )
    small = found is None or found[1] in closed_classes("en").function or found[1].endswith("ly")
    return None if small else found


def _is_theme(before: str, gap: str) -> bool:
    """Whether the first of two is what is sent, shown or recommended to the second."""
    verb = patterns.search(rf"\b(\p{{L}}{{3,}})\s{_DETERMINER}\s(?:(?!{_DETERMINER}\s)[\p{{L}}\-]+\s){{0,2}}$", before)
    return bool(verb and _takes(verb[1], "gives", "to") and _matches(rf"\sto\s{_NOUN_PHRASE}$", gap))


def _takes(verb: str, listed: str, preposition: str) -> bool:
    """Whether a verb has somebody behind the preposition to whom, or from whom, it goes."""
    if verb in _list(listed):
        return True
    bases = {lemma_of(verb, "en") or verb, verb.removesuffix("ing"), verb.removesuffix("ing") + "e"}
    return not bases.isdisjoint(str(table("verb_roles")[preposition]).split())


def _matches(pattern: str, text: str) -> bool:
    return patterns.match(pattern, text) is not None


@cache
def _verbs() -> tuple[str, str]:
    """Patterns of a verb in the past and of a participle."""
    facts = table("roles")
    past = "|".join([r"\p{L}{2,}ed", *str(facts["past"]).split(), *str(facts["present"]).split()])
    participles = "|".join([r"\p{L}{2,}ed", *str(facts["participle"]).split()])
    return f"(?:{past})", f"(?:{participles})"


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(str(table("roles")[name]).split())


def is_silent(verb: str) -> bool:
    """Whether an English verb is one of those whose parts other languages give the other way round, or that take a clause."""
    return verb in _list("silent")
