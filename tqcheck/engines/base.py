"""What an engine is: four small protocols. Engines measure; checks judge.

Every engine has a `signature` (name, revision, settings) that ends up in the report. Batches come in, batches go out, same
length, same order; one bad text never fails the others (it comes back empty with `Diagnostics.failed` = 1). Engines import their
runtime on first use, not at module import. `EngineError` = the engine as a whole is unusable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tqcheck.model import Likelihood, Quality, Span, Translation


@dataclass(frozen=True, slots=True)
class Edit:
    """A counterfactual translation: [start, end) of the given one replaced; `kind` says what it probes."""

    kind: str
    start: int
    end: int
    replacement: str = ""

    def apply(self, text: str) -> str:
        """The edited text."""
        return text[: self.start] + self.replacement + text[self.end :]


class Translator(Protocol):
    """Carries texts from one language into another."""

    @property
    def signature(self) -> str:
        """Name, revision and settings."""
        ...

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The (source, target) languages it can do without a download; None = any."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text, in order."""
        ...


class Scorer(Protocol):
    """Gives log-probabilities of a given translation."""

    @property
    def signature(self) -> str:
        """Name, revision and settings."""
        ...

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The (source, target) languages it can score."""
        ...

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source text, given translation), in order; independent of the batch to 3 decimals."""
        ...


class Estimator(Protocol):
    """Estimates the quality of pairs: spans and sentence scores."""

    @property
    def signature(self) -> str:
        """Name, revision and settings."""
        ...

    def estimate(self, pairs: Sequence[tuple[str | None, str]], source: str, target: str) -> list[Quality]:
        """One `Quality` per (source text or None, translation), in order; independent of the batch to 3 decimals."""
        ...


class Embedder(Protocol):
    """Sentence and token vectors that are comparable across languages."""

    @property
    def signature(self) -> str:
        """Name, revision and settings."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), width), unit length."""
        ...

    def token_vectors(self, texts: Sequence[str]) -> list[tuple[list[tuple[int, int]], NDArray[np.float32]]]:
        """Per text: code-point offsets of its pieces and their vectors, shape (pieces, width)."""
        ...


class Prober(Scorer, Protocol):
    """A scorer that also weighs edits of the translation, sharing the work that the edits have in common."""

    def probe(self, texts: Sequence[tuple[str, str, Sequence[Edit]]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source text, given translation, edits of it), its probes in the order of the edits."""
        ...

    def suggest(self, texts: Sequence[tuple[str, str, Sequence[Span]]], source: str, target: str) -> list[list[str]]:
        """For each (source text, given translation, words of it) what the model expects in each word's place; "" = nothing."""
        ...

    def restore(self, texts: Sequence[tuple[str, str, Sequence[int]]], source: str, target: str) -> list[list[str]]:
        """For each (source text, given translation, places in it) the phrase the model expects to be added at each; "" = none."""
        ...

    def support(self, texts: Sequence[tuple[str, str, str]], source: str, target: str) -> list[float | None]:
        """For each (source text, given translation, other source text) how many nats likelier the translation is for the other.

        None where it cannot be told.
        """
        ...
