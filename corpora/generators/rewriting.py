"""Applies one rewriting rule at a random place: the shared step of negation, modality, pronouns and units."""

from random import Random

from corpora.generators.lexicon import Rule
from corpora.generators.text import same_case


def rewrite(text: str, rules: tuple[Rule, ...], random: Random) -> tuple[str, int, int] | None:
    """Rewrite one match, chosen at random over all rules; returns the new text and the span of the change."""
    matches = [(match, rule) for rule in rules for match in rule.pattern.finditer(text)]
    if not matches:
        return None
    match, rule = random.choice(matches)
    new = same_case(match.expand(rule.template), match.group())
    left, right = text[: match.start()], text[match.end() :]
    if not new:
        right = right.lstrip()
        if not left.strip() and match.group()[:1].isupper():
            right = right[:1].upper() + right[1:]
    changed = left + new + right
    return None if changed == text else (changed, len(left), len(left) + len(new))
