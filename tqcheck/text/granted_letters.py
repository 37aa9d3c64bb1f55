"""One slip granted in the alignment of a name and its transcription: a letter more, less or another, or two exchanged."""

from __future__ import annotations

from collections.abc import Sequence

Weights = dict[str, dict[str, float]]
"""Letters of the name -> letters of the transcription -> logarithm of how much likelier together than by chance."""
Matrix = list[list[float]]
NEVER = -1e9
NOTHING: dict[str, float] = {}
_FREE = -1.0
"""Weight of the one slip."""


def grant_letter(plain: Matrix, edges: Sequence[int], reach: int) -> Matrix:
    """Where an alignment may go on behind one wrong letter or syllable, which is not the first one."""
    rows = [[NEVER] * len(plain[0]) for _ in plain]
    for i in range(2, len(plain)):
        for j in range(1, len(plain[0])):
            before = [plain[i - 1][j - 1], plain[i - 1][j], plain[i][j - 1]]
            if reach > 1 and edges[j] > 0:
                before += [plain[i - back][edges[j]] for back in range(1, min(reach, i - 1) + 1)]
            rows[i][j] = max(before) + _FREE
    return rows


def grant_exchange(rows: Matrix, plain: Matrix, letters: str, signs: str, weights: Weights) -> None:
    """Where an alignment may go on behind two letters that stand in each other's place, which are not the first ones."""
    for i in range(3, len(plain)):
        one, two = weights.get(letters[i - 2], NOTHING), weights.get(letters[i - 1], NOTHING)
        for j in range(3, len(plain[0])):
            if signs[j - 1] in one and signs[j - 2] in two:
                found = plain[i - 2][j - 2] + one[signs[j - 1]] + two[signs[j - 2]] + _FREE
                rows[i][j] = max(rows[i][j], found)
