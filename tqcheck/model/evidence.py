"""What was measured for a pair of segments, and the pairs that make an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from tqcheck.model.text import Document, Segment, Severity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostics:
    """What an engine admits about one translation: shares of words 0-1 and plain facts; travels with the result, never judged."""

    unknown: float = 0.0
    failed: float = 0.0
    copied: float = 0.0
    truncated: bool = False
    degenerate: str = ""
    lost: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether checks may draw evidence from the translation (more than a tenth of damaged words says no)."""
        return self.unknown + self.failed <= 0.1 and self.copied <= 0.9 and not self.truncated and not self.degenerate


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """One text carried into another language; `gloss` = word-for-word aid: shown, never judged."""

    text: str
    language: str
    signature: str
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    logprobs: tuple[float, ...] | None = None
    gloss: bool = False


@dataclass(frozen=True, slots=True)
class TokenScore:
    """Natural-log probability of one piece of the translation given the source; view offsets of the translation."""

    start: int
    end: int
    logprob: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A counterfactual: the translation with [start, end) replaced scores `gain` nats more (positive = the edit is likelier).

    `support` is the confirmation from the other side: how many nats likelier the source becomes when it is scored from the edited
    translation; near 0 or more for words that render nothing, far below for words that render something. None = not asked.
    `link` is the strength 0-1 of the word link that a word put in another's place has with the source; None = not asked.
    """

    kind: str
    start: int
    end: int
    replacement: str
    gain: float
    support: float | None = None
    link: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A source word and the word of the translation that renders it; view offsets on each side; strength 0-1."""

    source: Span
    target: Span
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class WordShare:
    """A word (view offsets of its side) and how much of it the other side carries, 0-1."""

    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Shares:
    """Every word of either side, in order; in scripts without spaces pieces of words."""

    source: tuple[WordShare, ...]
    target: tuple[WordShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """The translation as given, scored by a forward model: per token, in total (nats), and against its own edits.

    `links` are the word links the scorer sees: the source word it has in view where it expects each word of the translation.
    """

    tokens: tuple[TokenScore, ...]
    total: float
    signature: str
    probes: tuple[Probe, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class QualitySpan:
    """A suspicious range (view offsets; empty = omission gap) with the model's probability that it is an error."""

    start: int
    end: int
    severity: Severity
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What the quality model says of a pair.

    Attributes:
        score: overall, higher = better, 0-1 calibrated.
        adequacy: DA-like z-score.
        penalty: expected MQM penalty of the segment, 0 = clean.
        critical: probability of a critical error, 0-1.
        spans: suspicious ranges of the translation.
        omissions: ranges of the source that the translation seems to lack.
    """

    score: float
    adequacy: float
    penalty: float
    critical: float
    spans: tuple[QualitySpan, ...]
    omissions: tuple[QualitySpan, ...]
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was measured for a pair, before any check judges; None = not measured.

    Attributes:
        back: the translation carried back into the source language (or the pivot).
        second: the same by another engine, where there are two.
        forward: the source carried into the target language: a second opinion or a gloss.
        quality: the embedded model's estimate.
        links: word links.
        lexical: links of words that render each other whatever the sentence.
        shares: how much of each word the other side carries.
        similarity: cosine of the two sentence vectors, -1 to 1.
        margin: how much better the two render each other than they render the nearest other sentences of their article.
        likelihood: the translation as given, scored from the source by a forward model.
        lost: source words that neither the translation renders nor its back-translation returns, where no engine scores the pair.
        reverse: the source as given, scored from the translation by a backward model; offsets in the source.
        uncarried: without a source, words of the text that a round trip through a pivot does not carry.
        language: identified language of the target.
    """

    back: Translation | None = None
    second: Translation | None = None
    forward: Translation | None = None
    quality: Quality | None = None
    links: tuple[Link, ...] | None = None
    lexical: tuple[Link, ...] | None = None
    shares: Shares | None = None
    similarity: float | None = None
    margin: float | None = None
    likelihood: Likelihood | None = None
    reverse: Likelihood | None = None
    lost: tuple[Span, ...] | None = None
    uncarried: tuple[Span, ...] | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A segment of the translation and the segment of the source it renders; None = nothing on that side.

    Attributes:
        anchor: file offset in the translation where a source segment without translation would stand.
        confidence: of the alignment, 0-1.
    """

    source: Segment | None
    target: Segment | None
    source_language: str
    target_language: str
    anchor: int = 0
    confidence: float = 1.0
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Article:
    """What document-level checks see: the translation, its source if there is one, and the aligned sentence pairs in order.

    Equal only to itself: what holds for an article is worked out once and remembered under it.

    Attributes:
        alignment: confidence that the source is the source of this translation, 0-1; below .5 the pairs hold no source.
    """

    translation: Document
    source: Document | None
    source_language: str
    target_language: str
    pairs: tuple[Pair, ...]
    alignment: float = 1.0
