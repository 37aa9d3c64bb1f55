"""The quality estimator: pairs in, scores and spans out, guards before the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.model import Quality, QualitySpan, Severity
from tqcheck.quality.calibration import Calibration
from tqcheck.quality.features import EDIT
from tqcheck.quality.guards import Alarm, LanguageGuard, inspect
from tqcheck.quality.network import Estimates, Network
from tqcheck.quality.pieces import Pieces, Vocabulary
from tqcheck.quality.spans import error_spans, gap_spans, omitted_spans
from tqcheck.quality.units import at_offsets
from tqcheck.quality.windows import Window, merge, windows

Array = NDArray[np.float32]
DIGITS = 3
WORST_ADEQUACY, WORST_PENALTY = -2.5, 25.0
ALARM_CONFIDENCE = 0.99


@dataclass(frozen=True, slots=True)
class Examination:
    """A pair's quality, and the probability that an editor would change each piece of the translation."""

    quality: Quality
    offsets: tuple[tuple[int, int], ...]
    edits: tuple[float, ...]

    def word_scores(self, wanted: Sequence[Sequence[int]]) -> list[float]:
        """Probability-like scores of the words at these code-point ranges; from .5 on a word counts as wrong."""
        edits = np.array(self.edits, np.float32)
        return [round(value, DIGITS) for value in at_offsets(wanted, self.offsets, edits)]


class QualityEstimator:
    """Estimates pairs of one direction; the result of a pair does not depend on what else is in the batch."""

    def __init__(
        self, vocabulary: Vocabulary, network: Network, calibration: Calibration, guard: LanguageGuard, signature: str
    ) -> None:
        self._vocabulary = vocabulary
        self._network = network
        self.calibration = calibration
        self._guard = guard
        self.signature = signature

    def estimate(self, pairs: Sequence[tuple[str | None, str]], source: str, target: str) -> list[Quality]:
        """One `Quality` per (source text or None, translation)."""
        return [item.quality for item in self.examine(pairs, source, target)]

    def examine(self, pairs: Sequence[tuple[str | None, str]], source: str, target: str) -> list[Examination]:
        """Quality and word scores of (source text or None, translation), in order."""
        here = self._vocabulary.split([text or "" for text, _ in pairs])
        there = self._vocabulary.split([text for _, text in pairs])
        raw = self._measure(here, there)
        results = []
        for pair, left, right, estimates in zip(pairs, here, there, raw, strict=True):
            alarm = self.alarm(pair, right, source, target)
            results.append(self.judge(pair, (left, right), estimates, alarm, (source, target)))
        return results

    def _measure(self, here: Sequence[Pieces], there: Sequence[Pieces]) -> list[Estimates]:
        jobs: list[tuple[int, Window]] = []
        for index, (left, right) in enumerate(zip(here, there, strict=True)):
            jobs += [(index, window) for window in windows(len(left), len(right))]
        inputs = [(_slice(here[index], window.source), _slice(there[index], window.target)) for index, window in jobs]
        parts: list[list[tuple[Window, Estimates]]] = [[] for _ in here]
        for (index, window), estimates in zip(jobs, self._network.estimate(inputs), strict=True):
            parts[index].append((window, estimates))
        return [merge(found, len(here[i]), len(there[i])) for i, found in enumerate(parts)]

    def alarm(self, pair: tuple[str | None, str], pieces: Pieces, source: str, target: str) -> Alarm | None:
        """What makes the translation worthless whatever the network says, or None."""
        text, translation = pair
        alarm = inspect(text, translation, same_language=source == target)
        if alarm is None and pieces.ids and self._guard.is_foreign(translation, pieces, target):
            return Alarm("foreign", 0, len(translation))
        return alarm

    def judge(
        self,
        pair: tuple[str | None, str],
        pieces: tuple[Pieces, Pieces],
        raw: Estimates,
        alarm: Alarm | None,
        languages: tuple[str, str],
    ) -> Examination:
        """Scores and spans from raw outputs; an alarm overrides them."""
        limits = self.calibration.for_pair(*languages)
        left, right = pieces
        edits = _sigmoid(raw.target[: len(right), EDIT] - limits.edit)
        if alarm:
            edits = np.array(
                [
                    1.0 if a < alarm.end and b > alarm.start else e
                    for (a, b), e in zip(right.offsets, edits, strict=True)
                ]
            )
            quality = self._condemned(pair[1], alarm)
        else:
            spans = error_spans(pair[1], right.offsets, raw, limits, self.calibration)
            omissions: list[QualitySpan] = []
            if pair[0] is not None:
                spans += gap_spans(right.offsets, len(pair[1]), raw.target, limits, self.calibration)
                omissions = omitted_spans(pair[0], left.offsets, raw.source, limits, self.calibration)
            quality = self._scored(raw, sorted(spans, key=lambda s: (s.start, s.end)), omissions)
        return Examination(quality, tuple(right.offsets), tuple(float(value) for value in edits))

    def _scored(self, raw: Estimates, spans: Sequence[QualitySpan], omissions: Sequence[QualitySpan]) -> Quality:
        adequacy, sentence = self.calibration.adequacy(raw), raw.sentence
        return Quality(
            score=round(self.calibration.score(adequacy), 4),
            adequacy=round(adequacy, DIGITS),
            penalty=round(penalty_points(float(sentence[1])), DIGITS),
            critical=round(self.calibration.curves["critical"](float(sentence[2])), DIGITS),
            spans=tuple(spans),
            omissions=tuple(omissions),
            signature=self.signature,
        )

    def _condemned(self, text: str, alarm: Alarm) -> Quality:
        whole = alarm.kind != "repeated"
        severity: Severity = "critical" if whole else "major"
        return Quality(
            score=0.0,
            adequacy=WORST_ADEQUACY,
            penalty=WORST_PENALTY,
            critical=ALARM_CONFIDENCE,
            spans=(QualitySpan(alarm.start, alarm.end, severity, ALARM_CONFIDENCE),),
            omissions=(),
            signature=self.signature,
        )


def penalty_points(output: float) -> float:
    """MQM points (0-25) of the penalty head's output, the inverse of the training target 1 - .75 ln(1 + points)."""
    return float(min(25.0, max(0.0, np.expm1((1.0 - output) / 0.75))))


def _slice(pieces: Pieces, stretch: range) -> list[int]:
    return pieces.ids[stretch.start : stretch.stop]


def _sigmoid(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), np.float32)
