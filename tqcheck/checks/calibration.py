"""Raw strength of a hit to the probability that it is a real error.

`calibration.json` holds knots (raw, calibrated) of monotone piecewise-linear maps, fitted on development data by
`tqcheck bench --calibrate` at a stated prevalence, with their signature: per code (and per witness of a code that has several:
"TQ601/idiom"), and per family for codes and witnesses without a finding there. What has neither keeps its raw strength.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise

Knots = tuple[tuple[float, float], ...]

SECOND_HAND = ("back",)
"""Witnesses that read a text by way of its back-translation alone."""

PROBED = ("deletion", "restored", "phrase")
"""Witnesses of other codes than TQ602 that rest on edits."""

PROBES, DETACHED, PHRASES = FITTED = ("probes", "detached", "phrases")
"""Families whose strengths were fitted by themselves: what translation models say of edits (`corpora.fit_probes`), sentences that have
nothing to do with their source (`corpora.fit_detached`), phrases that the other side does not carry (`corpora.fit_phrases`)."""


@cache
def tables() -> dict[str, dict[str, Knots]]:
    """`codes` and `families`: increasing (raw, calibrated) points by name; read once."""
    content = json.loads(files("tqcheck.checks").joinpath("calibration.json").read_text(encoding="utf-8"))
    return {
        table: {name: tuple((float(x), float(y)) for x, y in points) for name, points in content[table].items()}
        for table in ("codes", "families")
    }


def family(code: str, witness: str = "") -> str:
    """What a hit rests on, so that what is seldom seen may be judged by its like: figures, completeness, form, words, models...

    Empty for negations that tables alone see: no text of the fit is judged without the model, so their strength stays as it is.
    """
    if witness in SECOND_HAND:
        return "second-hand"
    if code == "TQ602" or witness.removeprefix("relayed-") in PROBED:
        return PROBES
    if witness == "unrendered":
        return PHRASES
    if witness == "unsaid":
        return "short-phrases"
    if code == "TQ604":
        return DETACHED
    if code == "TQ603":
        return "" if witness == "tables" else "negation"
    if code == "TQ601" and witness:
        return "words"
    if code == "TQ701" and witness:
        return "consistency" if witness == "register" else "form"
    if code.startswith(("TQ6", "TQ7")):
        return "model"
    if code.startswith(("TQ3", "TQ5", "TQ8")):
        return "form"
    return {"TQ1": "integrity", "TQ2": "completeness", "TQ4": "consistency"}.get(code[:3], "")


def calibrate(code: str, raw: float, witness: str = "") -> float:
    """The calibrated confidence of a raw strength, 0-1, to three decimals; proportional below the fitted range, flat above it."""
    known = tables()
    points = known["codes"].get(f"{code}/{witness}" if witness else code) or known["families"].get(
        family(code, witness)
    )
    if not points:
        return round(min(max(raw, 0.0), 1.0), 3)
    if raw <= points[0][0]:
        return round(points[0][1] * raw / points[0][0], 3) if points[0][0] else round(points[0][1], 3)
    for (x0, y0), (x1, y1) in pairwise(points):
        if raw <= x1:
            return round(y0 + (y1 - y0) * (raw - x0) / (x1 - x0), 3)
    return round(points[-1][1], 3)
