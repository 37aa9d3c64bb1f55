"""Talking to a server: one connection at a time, patiently, and without telling anybody the key."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from typing import IO, Any

from tqcheck._version import __version__
from tqcheck.errors import EngineError

_LONGEST_WAIT = 60.0
"""Seconds; a server that asks for more is given up."""

_LONGEST_ANSWER = 16_000_000
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


class RefusedError(Exception):
    """The server took the request and will not do it: a text it cannot translate."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to send: a path below the server's address, headers, and a body (None = GET)."""

    path: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Client:
    """A server and the patience to have with it.

    Attributes:
        url: its address, without a slash at the end.
        secret: the key, wiped from every message.
        timeout: seconds to wait for an answer.
        tries: how often a request is made before the engine counts as failed.
        pause: seconds before the second try, doubled for each further one; the server's Retry-After wins.
        rate: requests a second at most, 0 = any.
    """

    url: str
    secret: str = field(default="", repr=False)
    timeout: float = 30.0
    tries: int = 4
    pause: float = 1.0
    rate: float = 0.0
    sleep: Callable[[float], None] = time.sleep
    _next: float = 0.0

    def ask(self, request: Request) -> Any:
        """The JSON the server answers with; `RefusedError` for a request it rejects, `EngineError` when it fails or cannot be reached."""
        reason = ""
        for attempt in range(self.tries):
            try:
                return self._once(request)
            except urllib.error.HTTPError as error:
                reason = self._explain(error)
                if error.code in (400, 413, 414, 422):
                    raise RefusedError(reason) from None
                wait = _retry_after(error.headers, self.pause * 2**attempt) if error.code in _AGAIN else None
            except (OSError, HTTPException) as error:
                reason = self._wipe(str(getattr(error, "reason", "") or error) or type(error).__name__)
                wait = self.pause * 2**attempt
            if wait is None or wait > _LONGEST_WAIT:
                break
            if attempt + 1 < self.tries:
                self.sleep(wait)
        raise EngineError(f"the translation server {self.url} failed ({reason}): check the server and its settings")

    def _once(self, request: Request) -> Any:
        self._keep_rate()
        headers = {"User-Agent": f"tqcheck/{__version__}", "Accept": "application/json", **request.headers}
        call = urllib.request.Request(self.url + request.path, data=request.body, headers=headers)
        with urllib.request.build_opener(_NoRedirect).open(call, timeout=self.timeout) as answer:
            body = answer.read(_LONGEST_ANSWER)
        try:
            return json.loads(body)
        except ValueError:
            raise EngineError(
                f"the translation server {self.url} answers something that is not JSON: check the address and `kind`"
            ) from None

    def _keep_rate(self) -> None:
        if self.rate:
            now = time.monotonic()
            if now < self._next:
                self.sleep(self._next - now)
            self._next = max(now, self._next) + 1 / self.rate

    def _explain(self, error: urllib.error.HTTPError) -> str:
        if 300 <= error.code < 400:
            return f"it redirects to {self._wipe(error.headers.get('Location', 'nowhere'))}: write that address"
        said = ""
        try:
            answer = json.loads(error.read(4096))
            said = next((str(answer[key]) for key in ("error", "message", "explanation") if answer.get(key)), "")
        except (OSError, ValueError, AttributeError, HTTPException):
            said = ""
        return f"{error.code} {error.reason}" + (f": {self._wipe(' '.join(said.split())[:160])}" if said else "")

    def _wipe(self, text: str) -> str:
        return text.replace(self.secret, "***") if self.secret else text


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected request would carry text and key to a place nobody named."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def _retry_after(headers: Message, otherwise: float) -> float:
    """Seconds of the Retry-After header (RFC 9110, 10.2.3: a number, or a date), else the given ones."""
    stated = (headers.get("Retry-After") or "").strip()
    if stated.isdigit():
        return float(stated)
    try:
        return max(0.0, parsedate_to_datetime(stated).timestamp() - time.time()) if stated else otherwise
    except ValueError:
        return otherwise
