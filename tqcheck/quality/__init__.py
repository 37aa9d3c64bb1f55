"""The embedded quality model: scores and error spans of aligned pairs, sentence and token vectors; offline, on a CPU."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.quality.embedding import LowerLayerEmbedder
    from tqcheck.quality.estimator import QualityEstimator


@dataclass(frozen=True, slots=True)
class EmbeddedModel:
    """Both faces of the model; they share its files and what is loaded of them."""

    estimator: QualityEstimator
    embedder: LowerLayerEmbedder


def load(folder: Path | None = None, threads: int = 0) -> EmbeddedModel:
    """The model of a folder (default: the environment's, else the package's own); weights are read on first use.

    `threads` = 0 lets it choose: `OMP_NUM_THREADS`, else half of the cores up to four. Raises `EngineError` if files are missing.
    """
    from tqcheck.quality.calibration import Calibration
    from tqcheck.quality.embedding import LowerLayerEmbedder
    from tqcheck.quality.estimator import QualityEstimator
    from tqcheck.quality.files import WordTable, find_folder, revision
    from tqcheck.quality.guards import LanguageGuard
    from tqcheck.quality.network import Network
    from tqcheck.quality.pieces import Vocabulary

    found = find_folder(folder)
    vocabulary, network, words = Vocabulary(found), Network(found, threads), WordTable.read(found)
    signature = f"tqcheck-quality:{revision(found)}"
    estimator = QualityEstimator(vocabulary, network, Calibration.read(found), LanguageGuard(found, words), signature)
    return EmbeddedModel(estimator, LowerLayerEmbedder(vocabulary, network, signature))


__all__ = ["EmbeddedModel", "load"]
