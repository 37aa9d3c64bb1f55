"""From what the scorers and the word links say of an edit to the strength of a finding: logistic weights, fitted on development data.

`probe_strengths.toml` is written by `python -m corpora.fit_probes`; its head says on what. A strength is the probability that the place
is an error, in an article with few of them.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from tqcheck.checks.logistic import strength_of

_UNIT = 10.0
"""Nats that count as one."""
_MOST_GAIN, _MOST_SUPPORT, _LEAST_SUPPORT = 4.0, 2.5, -1.0
"""Units beyond which more says nothing more."""
_MANY = 3
"""Content words, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What is known of an edit.

    Attributes:
        gain, support: nats, as in `Probe`.
        link: strength of the best word link of the words edited, 0-1: what is linked to the other side renders something.
        content: content words edited.
        linked: share of them that the other side renders, 0-1.
        names: whether they name a participant by a pronoun ("to him"): what grammar asks for has no such word.
        ends: whether the sentence ends with them: what was cut off.
        expected: strength of the best word link of the word expected, 0-1: one that merely words it otherwise has hardly a better one.
        restored: nats that both sides gain by the phrase that the model would add where source words are lost; 0 = by none.
        agreed: how many engines carry back the same flip of a negation, or a text without the source's words at the place.
        freedom: how freely the article is translated, 0-1.
        relayed: whether a near relative's models scored it.
    """

    gain: float
    support: float
    link: float = 0.0
    content: int = 1
    linked: float = 0.0
    names: bool = False
    ends: bool = False
    expected: float = 0.0
    restored: float = 0.0
    agreed: int = 0
    freedom: float = 0.0
    relayed: bool = False

    def features(self) -> dict[str, float]:
        """The same, bounded and scaled: what the weights are for."""
        bounded = {
            "gain": min(self.gain / _UNIT, _MOST_GAIN),
            "support": min(max(self.support / _UNIT, _LEAST_SUPPORT), _MOST_SUPPORT),
            "content": float(min(self.content, _MANY)),
            "restored": min(self.restored / (2 * _UNIT), _MOST_GAIN),
        }
        return {name: float(value) for name, value in asdict(self).items()} | bounded


def weigh(kind: str, measures: Measures) -> float:
    """Strength 0-1 of an edit of a kind; 0 for a kind without weights."""
    weights = _weights().get(kind)
    return 0.0 if weights is None else strength_of(measures.features(), weights)


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Kind -> name of a feature, or `base` -> weight."""
    text = files("tqcheck.checks").joinpath("probe_strengths.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
