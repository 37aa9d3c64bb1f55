"""Raw strength of a hit to the probability that it is a real error.

`calibration.json` holds, per code (and per witness of a code that has several: "TQ601/idiom"), knots (raw, calibrated) of a
monotone piecewise-linear map, fitted on development data by `tqcheck bench --calibrate` at a stated prevalence, with its signature.
What has no knots keeps its raw strength.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise


@cache
def knots() -> dict[str, tuple[tuple[float, float], ...]]:
    """Per code, increasing (raw, calibrated) points; read once."""
    resource = files("tqcheck.checks").joinpath("calibration.json")
    table = json.loads(resource.read_text(encoding="utf-8"))["codes"]
    return {code: tuple((float(x), float(y)) for x, y in points) for code, points in table.items()}


def calibrate(code: str, raw: float, witness: str = "") -> float:
    """The calibrated confidence of a raw strength, 0-1, to three decimals; proportional below the fitted range, flat above it.

    A witness has its own knots or none: a rule's sureness is not its neighbour's, the model.
    """
    points = knots().get(f"{code}/{witness}" if witness else code)
    if not points:
        return round(min(max(raw, 0.0), 1.0), 3)
    if raw <= points[0][0]:
        return round(points[0][1] * raw / points[0][0], 3) if points[0][0] else round(points[0][1], 3)
    for (x0, y0), (x1, y1) in pairwise(points):
        if raw <= x1:
            return round(y0 + (y1 - y0) * (raw - x0) / (x1 - x0), 3)
    return round(points[-1][1], 3)
