"""The `apertium` engine: Debian's rule-based pairs as resident processes; sound pairs for evidence, the others as glosses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import regex

from tqcheck.engines.apertium_pipeline import Pipeline, data_files
from tqcheck.engines.careful import Manner, translate_carefully
from tqcheck.engines.languages import nearest, nearest_pair
from tqcheck.engines.marks import strip_marks, unknown_share
from tqcheck.errors import EngineError
from tqcheck.model import Translation

MODES = Path("/usr/share/apertium/modes")

# Measured on FLORES, 150 sentences a pair, Debian 12, 2026-11-23: sound = chrF 15 and more over copying, under a tenth of the words failed.
SOUND = {
    ("en", "es"): "eng-spa", ("es", "en"): "spa-eng", ("en", "ca"): "eng-cat", ("ca", "en"): "cat-eng", ("en", "gl"): "en-gl",
    ("gl", "en"): "gl-en", ("es", "ca"): "spa-cat", ("ca", "es"): "cat-spa", ("fr", "ca"): "fra-cat", ("ca", "fr"): "cat-fra",
    ("pt", "ca"): "por-cat", ("ca", "pt"): "cat-por", ("it", "ca"): "ita-cat", ("ca", "it"): "cat-ita", ("es", "pt"): "es-pt",
    ("pt", "es"): "pt-es", ("fr", "es"): "fr-es", ("es", "fr"): "es-fr",
}  # fmt: skip
"""(source, target) -> mode: results are evidence. en-hr fails on 84 % of words and rus-ukr crashes: neither is here."""

GLOSSES = {
    ("hr", "en"): "hbs-eng", ("is", "en"): "isl-eng", ("mk", "en"): "mkd-eng", ("eu", "en"): "eu-en", ("es", "it"): "spa-ita",
    ("it", "es"): "ita-spa", ("ro", "es"): "ro-es", ("nl", "af"): "nld-afr", ("af", "nl"): "afr-nld", ("be", "ru"): "bel-rus",
}  # fmt: skip
"""Likewise, but a fifth of the words or more stay unknown: the text is shown, never judged."""


class ApertiumTranslator:
    """Every listed pair whose mode is installed; a pipeline starts on first use and stays."""

    def __init__(self, modes: Path = MODES) -> None:
        self._modes = {
            pair: modes / f"{mode}.mode"
            for pair, mode in (SOUND | GLOSSES).items()
            if (modes / f"{mode}.mode").is_file()
        }
        self._pipelines: dict[Path, Pipeline] = {}
        self._signatures: dict[Path, str] = {}
        self._folder = modes

    def __reduce__(self) -> tuple[Any, ...]:
        return ApertiumTranslator, (self._folder,)

    @property
    def signature(self) -> str:
        """Name and the modes installed."""
        return "apertium|" + ",".join(sorted(path.stem for path in self._modes.values()))

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Pairs installed, glosses included."""
        return frozenset(self._modes)

    def sound_pairs(self) -> frozenset[tuple[str, str]]:
        """Pairs whose results are evidence."""
        return frozenset(pair for pair in self._modes if pair in SOUND)

    def signature_for(self, source: str, target: str) -> str:
        """Name, mode, and a digest of the mode's rules and dictionaries: a new package of the distribution is a new engine."""
        mode = self._mode(source, target)
        if mode not in self._signatures:
            self._signatures[mode] = f"apertium|{mode.stem}@{_fingerprint(data_files(mode))}"
        return self._signatures[mode]

    def details(self) -> list[str]:
        """One line a direction: languages, whether it is evidence, size, licence."""
        return [
            f"{'->'.join(pair)}, {'sound' if pair in SOUND else 'gloss only'}, "
            f"{sum(file.stat().st_size for file in data_files(mode)) / 1e6:.1f} MB, licence GPL (its package says which), {mode.stem}"
            for pair, mode in sorted(self._modes.items())
        ]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text; Cyrillic Serbian is written in Latin letters first, unknown words lose their star."""
        mode = self._mode(source, target)
        gloss = mode.stem in GLOSSES.values()
        pipeline = self._pipelines.setdefault(mode, Pipeline(mode))

        def run(pieces: Sequence[str]) -> list[str | None]:
            # a killed pipeline is started again, and the sentence it had gets a second chance
            ready = (prepare(piece, source) for piece in pieces)
            return [
                said if (said := pipeline.translate(text)) is not None else pipeline.translate(text) for text in ready
            ]

        manner = Manner(limit=2000, gloss=gloss, unknown=unknown_share, clean=strip_marks)
        return translate_carefully(texts, source, target, run, self.signature_for(source, target), manner)

    def _mode(self, source: str, target: str) -> Path:
        pair = nearest_pair(source, target, self._modes)
        if pair is None:
            raise EngineError(
                f"no apertium pair {source}->{target} is installed: see `apertium -l` and your distribution's packages"
            )
        return self._modes[pair]


def prepare(text: str, language: str) -> str:
    """The text as the dictionaries have it: Serbian, and its like, in Latin letters."""
    if nearest(language, {"sr"}) is None or not regex.search(r"\p{Cyrillic}", text):
        return text
    from tqcheck.text.transliterate import to_latin

    return to_latin(text)


def _fingerprint(files: Sequence[Path]) -> str:
    return _digest(tuple((file, file.stat().st_mtime_ns) for file in files))


@cache
def _digest(files: tuple[tuple[Path, int], ...]) -> str:
    """First 12 hexadecimal digits of the SHA-256 of the files; their times belong to the key: data installed anew has a new digest."""
    digest = sha256()
    for path, _ in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def create(settings: Mapping[str, Any]) -> ApertiumTranslator:
    """Factory for the engine table."""
    return ApertiumTranslator(Path(settings.get("model") or MODES))
