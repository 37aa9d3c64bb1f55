"""Numbers: the same values on both sides (TQ101), in the form of the target's locale (TQ301)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.checks.figure_hits import make_hit
from tqcheck.checks.moved_figures import is_next_door
from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check
from tqcheck.text.discrepancies import Discrepancy, compare_pair, find_discrepancies
from tqcheck.text.figure_slips import is_slip
from tqcheck.text.number_format import find_format_faults
from tqcheck.text.spelled_figures import find_spelled_conflict

CERTAIN = 0.9
"""Strength below which a figure is one that translators often drop, add or put in words: a witness of its own, "loose"."""
IN_WORDS = 0.7
"""Raw strength of two numbers in words that differ where nothing answers either."""


@check("TQ101", "number-mismatch", category="accuracy/number", severity="major", silenced_by=("TQ203", "TQ604"))
def number_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number of the source is another one in the translation, or is missing, or came in from nowhere.

    Why: figures are what readers quote and act on, and a wrong one looks as plausible as the right one. Values are compared, not
    strings: digits of any script, magnitudes (`3,5 Mrd.` and `3.5 billion`), signs, number words, ordinals, decades, fractions, Roman
    numerals and telephone numbers answer each other, in any order; a result of a match keeps its own.

    Bad: „Prodaja je porasla na 3.800 vozila“ → "Sales rose to 3,300 vehicles"; "-12 °C" → „12 °C“; "won 3-1" → „gewann 1:3“; "$2 billion" →
    „2 billones de dólares“

    Good: „3,5 milijardi evra za dvije godine“ → "€3.5bn in two years"

    Limits: a sign is judged beside a temperature, a share or a sum, and not where words say that something fell; a lone 1 is never
    missed (articles); small counts that have no counterpart are reported with low confidence, since translators put them in words or
    leave them out. Dates are TQ102, units TQ103, codes such as G20 TQ107.
    """
    comparison = compare_pair(pair)
    if comparison is None or pair.target is None or pair.source is None:
        return
    for item in find_discrepancies(comparison):
        if item.cause == "number" and not is_next_door(pair, item, context.article):
            hit = make_hit(pair, comparison, item)
            said = hit.evidence[0][1] if hit.evidence else ""
            slip = is_slip(said, pair.target.text[hit.start : hit.end])
            yield replace(hit, witness="slip" if slip else "loose" if item.certainty < CERTAIN else "")
    if spelled := find_spelled_conflict(comparison, pair.source.text, pair.target.text):
        item = Discrepancy(*spelled, cause="number", certainty=IN_WORDS)
        yield replace(make_hit(pair, comparison, item), witness="words")


@check("TQ301", "number-format", category="locale-convention/number", severity="minor")
def number_format(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number is written with the decimal or group marks of another language.

    Why: `3,3 million` reads as a slip in English, and `4.000` as four. The marks left over from the source are the usual cause.

    Bad: "3,3 million tons" (English), "4.000 people" (English), „3.5 Millionen“ (German)

    Good: "3.3 million tons", "4,000 people", „3,5 Millionen“, 12,50,000 in Hindi, 4 000 or 4.000 in Spanish

    Limits: without a source only what cannot be right is reported (a decimal comma before `million` in English); versions, scores,
    section numbers and times with a point are left alone.
    """
    if pair.target is None:
        return
    for fault in find_format_faults(pair):
        severity: Severity = "major" if fault.misread else "minor"
        yield Hit(
            start=fault.start,
            end=fault.end,
            message=fault.message,
            source=fault.source,
            severity=severity,
            confidence=fault.confidence,
            fix=fault.fix,
        )
