"""Findings that speak for each other: where a text has many, it is badly translated, and each of them is likelier right.

A confidence is the share of such findings that are right at one article with errors to four without any (`PREVALENCE`). Of the findings
of articles that have many others, far more are right than that; of those that stand alone, fewer. A lone finding is judged by its
confidence as it is, since a good translation with one error is what a reader must hear of; among many, less confidence is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from tqcheck.model import Finding

PREVALENCE = 4.0
"""Clean articles to each article with errors, as in a newsroom, for which confidences are fitted (`tqcheck.bench.calibrate`); articles
full of planted errors flatter every confidence."""
LEAST_SHOWN = 0.1
"""Confidence below which a finding is kept back, and says nothing of others: of ten such, nine are wrong. A check that is selected by its
whole code shows all."""
LEAST_ALONE = {"TQ201": 0.2, "TQ601": 0.3, "TQ604": 0.2}
"""The same of lone findings of some checks: what is left out and how single words are said is so free in good translations that fainter
signs are of use beside others only."""
MANY = 18.0
"""What the other findings must say in 1000 words, as a log likelihood ratio, so that a text counts as badly translated. On the development
half all articles with errors but one in twenty reach 25, one clean text in a hundred reaches 14 (`python -m corpora.measure_company`)."""
WORDS = 200
"""Words without a finding that are added to every text, so that two chance findings do not condemn a short one."""
HIGHEST = 0.95


@dataclass(frozen=True, slots=True)
class Company:
    """What the findings of an article say of it, by segment and in all, and its words."""

    said: dict[int, float]
    total: float
    words: int

    def of(self, finding: Finding) -> float:
        """Log likelihood ratio, in 1000 words, that the findings in other segments give: this article has errors, it has none."""
        return self.rate(self.total - self.said.get(finding.segment, 0.0))

    def rate(self, said: float) -> float:
        """What some findings say, in 1000 words of the article."""
        return 1000 * said / (self.words + WORDS)

    def has_many(self, finding: Finding) -> bool:
        """Whether the others alone say that the text is badly translated."""
        return self.of(finding) >= MANY


def read_company(findings: Sequence[Finding], words: int) -> Company:
    """What calibrated findings say together; neutral ones say nothing."""
    said = defaultdict[int, float](float)
    for finding in findings:
        if finding.confidence >= LEAST_SHOWN and finding.severity != "neutral":
            said[finding.segment] += ratio(min(finding.confidence, HIGHEST))
    return Company(dict(said), sum(said.values()), words)


def least_shown(code: str) -> float:
    """Confidence from which a lone finding of a check is shown."""
    return LEAST_ALONE.get(code, LEAST_SHOWN)


def ratio(confidence: float) -> float:
    """How much oftener an article with errors has a finding of this confidence than one without: log((1 + 4p) / (1 - p)).

    At the stated prevalence p of the findings are right, all in the one article in five with errors, and the wrong ones fall on all alike.
    """
    return log((1 + PREVALENCE * confidence) / (1 - confidence))
