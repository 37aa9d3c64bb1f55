"""TQ602: what the translation says is not what the source says, as seen by models that read both ways."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.probe_places import find_gap, linked_source
from tqcheck.checks.probes import Reading, is_choice, read_source, read_translation
from tqcheck.checks.returned_differences import returned_differences
from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check

_SEVERITIES: dict[str, Severity] = {
    "swap": "critical",
    "negation": "critical",
    "gender": "major",
    "modality": "major",
    "name": "major",
    "figure": "major",
    "word": "major",
}

_AGENTS = {
    "en": frozenset({"by"}),
    "pt": frozenset({"por", "pelo", "pela", "pelos", "pelas"}),
    "es": frozenset({"por"}),
    "fr": frozenset({"par"}),
    "it": frozenset({"da", "dal", "dalla", "dallo", "dai", "dalle", "dagli"}),
    "ca": frozenset({"per", "pel", "pels"}),
    "ro": frozenset({"către"}),
    "de": frozenset({"von", "vom", "durch"}),
    "nl": frozenset({"door"}),
    "sv": frozenset({"av"}),
    "da": frozenset({"af"}),
    "nb": frozenset({"av"}),
    "pl": frozenset({"przez"}),
    "sr": frozenset({"od", "strane", "од", "стране"}),
    "hr": frozenset({"od", "strane"}),
    "bs": frozenset({"od", "strane"}),
    "bg": frozenset({"от"}),
    "el": frozenset({"από"}),
    "tr": frozenset({"tarafından"}),
    "hi": frozenset({"द्वारा"}),
}
"""Words that mark who acts in a passive sentence; languages that use a case for it (Russian, Czech, Finnish) have none."""


@check(
    "TQ602",
    "back-translation-divergence",
    category="accuracy/mistranslation",
    severity="minor",
    needs=("back", "likelihood", "links"),
    silenced_by=("TQ101", "TQ102", "TQ103", "TQ104", "TQ202", "TQ203", "TQ501", "TQ601", "TQ603", "TQ604"),
    confidence=0.7,
)
def back_translation_divergence(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation, carried back into the source's language, says something else than the source.

    Why: two participants changed places, a negation was lost or added, "may" became "must", "she" became "he", a word was taken for
    another: each reads fluently, so only a look at the source finds it.

    Bad: "The company sued the council" for „A câmara processou a empresa“.

    Good: other words for the same thing; another order of words; what the source leaves open and the language must say.

    How: a translation model scores the translation given the source, and its edits: participants exchanged, a negation taken out, the
    other modal, the other pronoun, the source's own name or figure, the word the model expects. An edit counts only when the source,
    too, becomes likelier once it is read off the edited translation: so other words for the same thing are no finding, and the damage a
    back-translating engine does is none either. Back-translations that lack the source's words make it surer, each engine by itself, and
    so does a word that renders nothing where the expected one would. Each kind of edit is a witness of its own, as strong as it proved
    on development data. Figures and names of the back-translation are compared with the source's by the rules of TQ101-TQ104: where it
    differs as the translation does, their finding is a little surer; what it alone has wrong is the engine's doing and counts for nothing.

    Limits: needs models for the pair (`tqcheck engines install`); a literal calque of an idiom stays unseen.
    """
    if pair.source is None or pair.target is None:
        return
    for reading in read_translation(pair, context.article):
        if reading.kind == "swap" and _may_be_passive(pair, reading):
            continue
        if reading.kind not in ("delete", "phrase") and not is_choice(reading, pair, context.article):
            yield _hit(pair, reading, pair.target.text, pair.source.text)
    for reading in read_source(pair, context.article):
        if reading.kind == "negation":
            yield _lost_negation(pair, reading, pair.source.text)
    yield from returned_differences(pair, context)


def _may_be_passive(pair: Pair, reading: Reading) -> bool:
    """Whether either side names its agent with a preposition: a change of voice moves participants and is no error."""
    assert pair.source is not None
    assert pair.target is not None
    # only between the participants: "sued the company for (por) pollution" is no passive
    place = linked_source(pair, reading.start, reading.end)
    sides = (
        (pair.source.text[slice(*place)] if place else pair.source.text, pair.source_language),
        (pair.target.text[reading.start : reading.end], pair.target_language),
    )
    return any(
        word in _AGENTS.get(language.split("-")[0], frozenset())
        for text, language in sides
        for word in text.casefold().split()
    )


def _hit(pair: Pair, reading: Reading, text: str, source: str) -> Hit:
    place = linked_source(pair, reading.start, reading.end)
    return Hit(
        start=reading.start,
        end=reading.end,
        source=place,
        message=_message(reading, text[reading.start : reading.end], source[slice(*place)] if place else ""),
        severity=_SEVERITIES[reading.kind],
        confidence=reading.strength,
        evidence=evidence_of(pair, reading),
        witness=witness_of(pair, "alone" if reading.alone else reading.kind),
    )


def _message(reading: Reading, said: str, original: str) -> str:
    behind = f" where the source has “{original}”" if original else ""
    match reading.kind:
        case "swap":
            return f"Who does what to whom seems exchanged: the source reads like “{reading.replacement}”."
        case "gender":
            return f"“{said}” seems to be the wrong gender{behind}: expected “{reading.replacement}”."
        case "modality":
            return f"“{said}” says more or less than is certain{behind}: expected “{reading.replacement}”."
        case "name":
            return f"“{said}” stands where the source has “{reading.replacement}”."
        case "figure":
            return f"The figure “{said}” stands where the source has “{reading.replacement}”."
        case "negation":
            return f"The negation “{said}” has no counterpart in the source."
    return f"“{said}”{behind} seems to be another word: expected “{reading.replacement}”."


def _lost_negation(pair: Pair, reading: Reading, source: str) -> Hit:
    gap = find_gap(pair, reading.start)
    return Hit(
        start=gap,
        end=gap,
        source=(reading.start, reading.end),
        message=f"The source's negation “{source[reading.start : reading.end]}” is not in the translation.",
        severity="critical",
        confidence=reading.strength,
        evidence=evidence_of(pair, reading),
        witness=witness_of(pair, reading.kind),
    )


def witness_of(pair: Pair, kind: str) -> str:
    """The kind of probe, which is calibrated by itself; "relayed-word" where a near relative's models scored.

    "alone" is a word that renders nothing where another would.
    """
    scores = (pair.evidence.likelihood, pair.evidence.reverse)
    relayed = any(score and score.signature.startswith("relayed") for score in scores)
    return f"relayed-{kind}" if relayed else kind


def evidence_of(pair: Pair, reading: Reading) -> tuple[tuple[str, str], ...]:
    """What a reader needs to judge a reading: the back-translation, what was expected, and by how much."""
    back = pair.evidence.back
    shown = (("back_translation", back.text),) if back and back.diagnostics.sound and not back.gloss else ()
    expected = (("expected", reading.replacement),) if reading.replacement else ()
    return (*shown, *expected, ("gain", f"{reading.gain:.1f} nats, confirmed {reading.support:+.1f}"))
