"""How fast engines are and what memory they take: the table of docs/engines.md.

    python -m corpora.measure_engines [TOY]        TOY = folder made by `python -m corpora.generators.toy_pair TOY`

Each engine runs in a process of its own, on one thread, over sentences of `corpora/articles` and `corpora/clean` (all different, 20 to
200 characters); the first ones warm it up. Speeds are per CPU second, its child processes included, because the machine is shared.
What no package holds weights for (OPUS-MT, NLLB) is measured on the toy pair: that says how the runtimes compare, no more.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpora.generators.toy_pair import make_sentences
from tqcheck.cache import ResultCache
from tqcheck.engines.cached import translate_cached
from tqcheck.engines.routes import find_scorer, find_translator
from tqcheck.engines.splitting import split_text

ARTICLES, CLEAN = (Path(__file__).parent / folder for folder in ("articles", "clean"))
WARM, COUNT = 10, 150
ROWS = (
    ("firefox, translating", "firefox", "en", "pt", COUNT),
    ("firefox, scoring", "firefox scorer", "en", "pt", COUNT),
    ("firefox, our decoder in numpy", "decoder", "en", "pt", 30),
    ("apertium (spa-eng)", "apertium", "es", "en", COUNT),
    ("firefox, then apertium (en-pt-es)", "auto", "en", "es", COUNT),
)
TOY_ROWS = (
    ("transformers, toy pair", "transformers:{toy}/en-xx", "en", "xx", COUNT),
    ("transformers, toy pair, scoring", "transformers:{toy}/en-xx scorer", "en", "xx", COUNT),
    ("ctranslate2, toy pair, 8 bits", "ctranslate2:{toy}/en-xx", "en", "xx", COUNT),
    ("ctranslate2, toy pair, 8 bits, scoring", "ctranslate2:{toy}/en-xx scorer", "en", "xx", COUNT),
)


def sentences(language: str, count: int, *, toy: bool = False) -> list[str]:
    if toy:
        return [english for english, _ in make_sentences(count, 9)]
    clean = (path for path in sorted((CLEAN / language).glob("*.txt")) if not path.name.endswith(".source.txt"))
    texts = [path.read_text(encoding="utf-8") for path in [*sorted(ARTICLES.glob(f"*/*.{language}.*")), *clean]]
    pieces = [piece.text for text in texts for piece in split_text(text, language)]
    return [piece for piece in dict.fromkeys(pieces) if 20 <= len(piece) <= 200][:count]


def cpu_seconds() -> float:
    """Of this process and of the children that live."""
    return time.process_time() + sum(_ticks(child) for child in _children()) / os.sysconf("SC_CLK_TCK")


def memory() -> float:
    """Peak of this process and what its children hold now, in MB."""
    held = sum(_status(child, "VmRSS") for child in _children()) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3 + held


def _children() -> list[int]:
    found, waiting = list[int](), [os.getpid()]
    while waiting:
        path = Path(f"/proc/{waiting.pop()}/task")
        own = [int(child) for task in path.glob("*/children") for child in task.read_text().split()]
        found, waiting = found + own, waiting + own
    return found


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _status(process: int, name: str) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)


def measure(engine: str, source: str, target: str, count: int) -> dict[str, float]:
    """In this process: sentences a CPU second, MB, and for translators how much faster the cache answers."""
    texts = sentences(source, count + WARM, toy=target == "xx")
    work = _work(engine, source, target)
    work(texts[:WARM], ResultCache(None))
    with tempfile.TemporaryDirectory() as folder:
        cache, times = ResultCache(Path(folder) / "cache.sqlite"), []
        for _ in range(2):
            start = cpu_seconds()
            work(texts[WARM:], cache)
            times.append(cpu_seconds() - start)
    speed = (len(texts) - WARM) / times[0]
    return {"speed": speed, "memory": memory(), "cached": times[0] / max(times[1], 1e-3)}


def _work(engine: str, source: str, target: str) -> Callable[[list[str], ResultCache], Any]:
    settings = {name: {"threads": 1} for name in ("transformers", "ctranslate2")}
    if engine == "decoder":
        from tqcheck.engines.firefox.decoder import Decoder
        from tqcheck.engines.firefox.store import installed

        decoder = Decoder(next(files for files in installed() if (files.source, files.target) == (source, target)))
        return lambda texts, cache: [decoder.translate(text) for text in texts]
    name, scores, _ = engine.partition(" scorer")
    translator = find_translator(name, source, target, settings)
    assert translator is not None
    if not scores:
        return lambda texts, cache: translate_cached(translator, cache, texts, source, target)
    scorer = find_scorer(name, source, target, settings)
    assert scorer is not None
    texts = sentences(source, COUNT + WARM, toy=target == "xx")
    given = dict(zip(texts, (result.text for result in translator.translate(texts, source, target)), strict=True))
    return lambda texts, cache: scorer.score([(text, given[text]) for text in texts], source, target)


def main() -> None:
    if len(sys.argv) == 5:
        print(json.dumps(measure(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))))
        return
    toy = sys.argv[1] if len(sys.argv) > 1 else ""
    rows = [*ROWS, *(TOY_ROWS if toy else ())]
    print("| engine | sentences a CPU second | memory, MB | second run, from the cache |")
    print("| --- | --- | --- | --- |")
    for name, engine, source, target, count in rows:
        command = [sys.executable, "-m", "corpora.measure_engines", engine.format(toy=toy), source, target, str(count)]
        result = subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"}, check=False
        )
        if result.returncode:
            print(f"| {name} | not measured: {result.stderr.strip().splitlines()[-1]} | | |")
            continue
        found = json.loads(result.stdout.splitlines()[-1])
        cached = "" if engine == "decoder" or "scorer" in engine else f"{found['cached']:.0f} times faster"
        print(f"| {name} | {found['speed']:.0f} | {found['memory']:.0f} | {cached} |", flush=True)


if __name__ == "__main__":
    main()
