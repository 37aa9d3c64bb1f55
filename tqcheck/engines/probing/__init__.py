"""Counterfactual probes: edits of a translation that a scorer weighs against the translation itself."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.engines.base import Edit
from tqcheck.engines.probing.deletion import deletions
from tqcheck.engines.probing.exchanges import exchanges, swaps
from tqcheck.engines.probing.negations import negations
from tqcheck.engines.probing.phrases import chunk_deletions
from tqcheck.engines.probing.restored import restored
from tqcheck.model import TokenScore


def propose(read: str, text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """The edits worth weighing for a translation of `read` whose words cost what `tokens` say; none for one that costs little."""
    return [
        *deletions(text, tokens, language),
        *negations(text, tokens, language),
        *exchanges(text, tokens, language),
        *restored(read, text, tokens, language),
        *swaps(text, tokens, language),
    ]


def propose_removals(read: str, text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """Deletions and negations alone: for the source scored from its translation, where what is likelier gone was left out."""
    return [
        *deletions(text, tokens, language),
        *chunk_deletions(text, tokens, language),
        *negations(text, tokens, language),
    ]
