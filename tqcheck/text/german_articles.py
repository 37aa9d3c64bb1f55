"""Whether "der" makes a German noun of a person one who acts: it does before a man's, and makes a dative of a woman's."""

from __future__ import annotations

from tqcheck.text import patterns
from tqcheck.text.mentions import Mention
from tqcheck.text.tables import table


def part_of_der(text: str, mention: Mention) -> frozenset[str]:
    """S where a man has the article right before him, O and TO where a woman has; nothing elsewhere. The text is in small letters."""
    if (
        mention.plural
        or mention.name
        or not mention.person
        or not patterns.search(r"\bder\s$", text[: mention.other[0]])
    ):
        return frozenset()
    women = tuple(str(table("role_marks")["de"]["feminine"]).split())
    return frozenset({"O", "TO"} if mention.words[1].lower().endswith(women) else {"S"})
