"""The list of checks. A check is one function in a family's file and one line here."""

from __future__ import annotations

CHECKS: dict[str, str] = {
    "TQ101": "tqcheck.checks.numbers:number_mismatch",
    "TQ102": "tqcheck.checks.dates:date_mismatch",
    "TQ103": "tqcheck.checks.units:unit_mismatch",
    "TQ104": "tqcheck.checks.names:name_mismatch",
    "TQ105": "tqcheck.checks.links:link_mismatch",
    "TQ106": "tqcheck.checks.identifiers:markup_mismatch",
    "TQ107": "tqcheck.checks.identifiers:identifier_mismatch",
    "TQ201": "tqcheck.checks.omission:omission",
    "TQ202": "tqcheck.checks.omission:addition",
    "TQ203": "tqcheck.checks.untranslated:untranslated",
    "TQ204": "tqcheck.checks.structure:structure_mismatch",
    "TQ205": "tqcheck.checks.length:length_outlier",
    "TQ301": "tqcheck.checks.numbers:number_format",
    "TQ302": "tqcheck.checks.quotes:quote_style",
    "TQ303": "tqcheck.checks.typography:unpaired_mark",
    "TQ304": "tqcheck.checks.typography:repeated_word",
    "TQ305": "tqcheck.checks.typography:glued_words",
    "TQ403": "tqcheck.checks.names:name_variants",
    "TQ404": "tqcheck.checks.restatement:restated_differently",
    "TQ501": "tqcheck.checks.language:wrong_language",
    "TQ603": "tqcheck.checks.negation:negation_flip",
    "TQ604": "tqcheck.checks.detached:detached",
    "TQ801": "tqcheck.checks.publication:missing_disclaimer",
    "TQ901": "tqcheck.checks.tool:unreadable",
    "TQ902": "tqcheck.checks.tool:check_crashed",
    "TQ903": "tqcheck.checks.pairing:not_aligned",
    "TQ904": "tqcheck.checks.tool:engine_failed",
    "TQ905": "tqcheck.checks.tool:unused_suppression",
}
"""Code -> "module:function"; sorted by code. Loaded only when selected, so `--select TQ1` imports no other family."""
