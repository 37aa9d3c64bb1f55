"""Fetching over HTTP: in pieces, with progress, tried again where that may help, ending in one clear line where not."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException

from tqcheck._version import __version__
from tqcheck.errors import EngineError

_TIMEOUT = 30.0
"""Seconds without a byte."""

_TRIES = 3
_PIECE = 1 << 16

Progress = Callable[[int, int], None]
"""Called with (bytes so far, bytes in all or 0 when the server does not say)."""


def fetch(url: str, progress: Progress | None = None, wait: float = 1.0) -> bytes:
    """The body behind a URL; `EngineError` after three tries, at once for an address that does not exist."""
    if not url.startswith(("https://", "http://")):
        raise EngineError(f"{url} is no web address: it must begin with https:// or http://")
    reason = ""
    for attempt in range(_TRIES):
        try:
            return _read(url, progress)
        except urllib.error.HTTPError as error:
            reason = f"the server answers {error.code} {error.reason}"
            if error.code < 500 and error.code != 429:
                break
        except (OSError, HTTPException, ValueError) as error:
            reason = str(getattr(error, "reason", "") or error) or type(error).__name__
        if attempt + 1 < _TRIES:
            time.sleep(wait * 2**attempt)
    raise EngineError(f"{url} cannot be fetched ({reason}): check the connection and try again")


def _read(url: str, progress: Progress | None) -> bytes:
    request = urllib.request.Request(url, headers={"User-Agent": f"tqcheck/{__version__}"})
    with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
        total = int(answer.headers.get("Content-Length") or 0)
        parts, done = [], 0
        while part := answer.read(_PIECE):
            parts.append(part)
            done += len(part)
            if progress:
                progress(done, total)
    if total and done != total:
        raise ValueError(f"only {done:,} of {total:,} bytes came")
    return b"".join(parts)
