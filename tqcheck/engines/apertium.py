"""The `apertium` engine: Debian's rule-based pairs as resident processes; sound pairs for evidence, the others as glosses.

The programs run beside us and are only talked to (GPL). A mode's stages are joined with null flush: text, a null byte, and the answer
ends in a null byte. Source of the stream format: wiki.apertium.org/wiki/Apertium_stream_format.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import regex

from tqcheck.engines.careful import Manner, translate_carefully
from tqcheck.engines.languages import nearest_pair
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

_TIMEOUT = 20.0
_END = ".[][\n]"
_ESCAPED = regex.compile(r"([\[\]\\^$/<>{}@])")
_UNKNOWN = regex.compile(r"[*@#](?=\w)")


class ApertiumTranslator:
    """Every listed pair whose mode is installed; a pipeline starts on first use and stays."""

    def __init__(self, modes: Path = MODES) -> None:
        self._modes = {
            pair: modes / f"{mode}.mode"
            for pair, mode in (SOUND | GLOSSES).items()
            if (modes / f"{mode}.mode").is_file()
        }
        self._pipelines: dict[Path, Pipeline] = {}
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
        """Name and mode."""
        return f"apertium|{self._mode(source, target).stem}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text; Cyrillic Serbian is written in Latin letters first, unknown words lose their star."""
        mode = self._mode(source, target)
        gloss = mode.stem in GLOSSES.values()
        pipeline = self._pipelines.setdefault(mode, Pipeline(mode))

        def run(pieces: Sequence[str]) -> list[str | None]:
            return [pipeline.translate(_prepare(piece, mode)) for piece in pieces]

        manner = Manner(
            limit=2000, gloss=gloss, unknown=_unknown_share, clean=lambda text: _UNKNOWN.sub("", text).strip()
        )
        return translate_carefully(texts, source, target, run, self.signature_for(source, target), manner)

    def _mode(self, source: str, target: str) -> Path:
        pair = nearest_pair(source, target, self._modes)
        if pair is None:
            raise EngineError(
                f"no apertium pair {source}->{target} is installed: see `apertium -l` and your distribution's packages"
            )
        return self._modes[pair]


class Pipeline:
    """One mode as a chain of processes; started again after a crash."""

    def __init__(self, mode: Path) -> None:
        self._mode = mode
        self._process: subprocess.Popen[bytes] | None = None

    def translate(self, text: str) -> str | None:
        """The answer with marks on unknown words; None when a stage died, hung, or said nothing."""
        if not text.strip():
            return text
        process = self._start()
        assert process.stdin is not None
        try:
            process.stdin.write((_ESCAPED.sub(r"\\\1", text) + _END).encode("utf-8", "replace") + b"\0")
            process.stdin.flush()
            answer = self._read(process)
        except OSError:
            answer = None
        if answer is None:
            self.close()
            return None
        said = answer.decode("utf-8", "replace").strip("\0").removesuffix(_END)
        return regex.sub(r"\\(.)", r"\1", said) or None

    def close(self) -> None:
        """End the processes."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = read_mode(self._mode.read_text(encoding="utf-8"))
            try:
                self._process = subprocess.Popen(
                    ["/bin/sh", "-c", command],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            except OSError as error:
                raise EngineError(f"apertium cannot be started ({error.strerror}): install it again") from error
        return self._process

    def _read(self, process: subprocess.Popen[bytes]) -> bytes | None:
        assert process.stdout is not None
        handle, parts = process.stdout.fileno(), b""
        while not parts.endswith(b"\0"):
            ready, _, _ = select.select([handle], [], [], _TIMEOUT)
            part = os.read(handle, 1 << 16) if ready else b""
            if not part:
                return None
            parts += part
        return parts


def read_mode(text: str) -> str:
    """The shell command of a mode file with null flush in every stage; $1 asks for marks on unknown words, $2 is empty."""
    stages = [stage.strip().replace("$1", "-g").replace("$2", "") for stage in text.strip().split("|")]
    return " | ".join(_flush(stage) for stage in stages)


def _flush(stage: str) -> str:
    program, _, rest = stage.partition(" ")
    return f"{program} -z {rest}".strip()


def _prepare(text: str, mode: Path) -> str:
    if mode.stem != "hbs-eng" or not regex.search(r"\p{Cyrillic}", text):
        return text
    from tqcheck.text.transliterate import to_latin

    return to_latin(text)


def _unknown_share(output: str) -> float:
    words = output.split()
    return sum(bool(_UNKNOWN.search(word)) for word in words) / len(words) if words else 0.0


def create(settings: Mapping[str, Any]) -> ApertiumTranslator:
    """Factory for the engine table."""
    return ApertiumTranslator(Path(settings.get("model") or MODES))
