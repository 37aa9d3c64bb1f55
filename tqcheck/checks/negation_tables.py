"""How surely a difference in negations is an error where no model measured the sentence: logistic weights over what the tables see.

`negation_tables.toml` is written by `python -m corpora.fit_negation_tables`; its head says on what. A strength is a probability.
"""

from __future__ import annotations

from tqcheck.align.renderings import count_rendered
from tqcheck.checks.logistic import read_weights, strength_of
from tqcheck.model import Pair
from tqcheck.text.answers import unshared
from tqcheck.text.denied_words import is_affirmed
from tqcheck.text.masks import blank
from tqcheck.text.negation import Polarity, read_polarity
from tqcheck.text.polarity_sides import Flip, own_soft

SIGNS = {
    "lost": -1,
    "answered": -1,
    "worded": -1,
    "counted": -1,
    "turned": -1,
    "denials": -1,
    "softened": -1,
    "hinted": -1,
    "affirmed": 1,
    "rendered": 1,
}
"""What each feature speaks for: 1 = an error, -1 = another wording."""


def features(pair: Pair, flip: Flip) -> dict[str, float]:
    """What tells an error from another wording by the tables alone; empty without both sides.

    `lost`: the source denies; `answered`, `worded`, `counted`, `turned`: how clear the difference is (:class:`Flip`); `denials`: plain
    negations on both sides but the one; `softened`: words that deny inside and whose concept the other side does not name; `hinted`:
    words that may stand for a negation, of those too; `affirmed`: the dictionary finds the denied word in a clause that affirms;
    `rendered`: share, 0-1, of the words that the dictionary knows which it finds on the other side, with one found and one lost added: a
    free translation has few.
    """
    sides = [
        (blank(side.text, side.marks), language)
        for side, language in ((pair.source, pair.source_language), (pair.target, pair.target_language))
        if side is not None
    ]
    read = [one for one in (read_polarity(*side) for side in sides) if one is not None]
    if len(read) < 2:
        return {}
    found, left = count_rendered(pair)
    return {
        **{name: float(flip.manner == name) for name in ("answered", "worded", "counted", "turned")},
        "lost": float(flip.lost),
        "denials": float(sum(len(side.hard) for side in read) - 1),
        "softened": float(len(own_soft(*read)) + len(own_soft(*read[::-1])) - flip.excused),
        "hinted": float(_hints(*read) + _hints(*read[::-1])),
        "affirmed": float(is_affirmed(flip, *sides)),
        "rendered": (found + 1) / (found + left + 2),
    }


def _hints(here: Polarity, there: Polarity) -> int:
    """How many words that may stand for a negation one side has and the other does not."""
    told = unshared(here.answers, here.answers, there.named)
    return len(here.loose) + sum(1 for _ in told)


def strength(found: dict[str, float]) -> float:
    """Probability 0-1 of the features that :func:`features` gives."""
    return strength_of(found, read_weights("negation_tables"))
