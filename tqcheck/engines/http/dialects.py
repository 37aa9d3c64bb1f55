"""What the kinds of server want to be asked and how they answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tqcheck.engines.http.client import Client, Request

Pairs = frozenset[tuple[str, str]]

_JSON = {"Content-Type": "application/json"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """One kind of server.

    Attributes:
        batch: texts a request may hold.
        request: (texts, source, target, key) -> what to send.
        texts: the translations in an answer; raises `LookupError` or `TypeError` where it is another one.
        pairs: asks the server for its directions, in its own codes.
        marks: whether unknown words carry a star.
    """

    batch: int
    request: Callable[[Sequence[str], str, str, str], Request]
    texts: Callable[[Any], list[str]]
    pairs: Callable[[Client, str], Pairs]
    marks: bool = False


def _ask_libretranslate(texts: Sequence[str], source: str, target: str, key: str) -> Request:
    record = {"q": list(texts), "source": source, "target": target, "format": "text"}
    return Request("/translate", json.dumps(record | ({"api_key": key} if key else {})).encode(), _JSON)


def _libretranslate_pairs(client: Client, key: str) -> Pairs:
    languages = client.ask(Request("/languages"))
    codes = [item["code"] for item in languages]
    return frozenset(
        (item["code"], target) for item in languages for target in item.get("targets", codes) if target != item["code"]
    )


def _ask_apertium(texts: Sequence[str], source: str, target: str, key: str) -> Request:
    # a POST: the texts of a GET stand in the logs of every server between
    fields = {"langpair": f"{source}|{target}", "q": texts[0], "markUnknown": "yes", "format": "txt"}
    return Request("/translate", urlencode(fields).encode(), _FORM)


def _apertium_pairs(client: Client, key: str) -> Pairs:
    listed = client.ask(Request("/listPairs"))["responseData"]
    return frozenset((item["sourceLanguage"], item["targetLanguage"]) for item in listed)


def _deepl_headers(key: str) -> dict[str, str]:
    return {"Authorization": f"DeepL-Auth-Key {key}"} if key else {}


def _ask_deepl(texts: Sequence[str], source: str, target: str, key: str) -> Request:
    # "preserve_formatting": the server may not touch punctuation and capitals that the checks compare
    record = {"text": list(texts), "source_lang": source, "target_lang": target, "preserve_formatting": True}
    return Request("/v2/translate", json.dumps(record).encode(), _JSON | _deepl_headers(key))


def _deepl_pairs(client: Client, key: str) -> Pairs:
    sides = [
        [item["language"] for item in client.ask(Request(f"/v2/languages?type={side}", headers=_deepl_headers(key)))]
        for side in ("source", "target")
    ]
    return frozenset((source, target) for source in sides[0] for target in sides[1] if source != target)


DIALECTS = {
    "apertium": Dialect(
        1, _ask_apertium, lambda answer: [answer["responseData"]["translatedText"]], _apertium_pairs, marks=True
    ),
    "deepl": Dialect(50, _ask_deepl, lambda answer: [item["text"] for item in answer["translations"]], _deepl_pairs),
    "libretranslate": Dialect(
        50, _ask_libretranslate, lambda answer: list(answer["translatedText"]), _libretranslate_pairs
    ),
}
"""Value of the setting `kind` -> how to talk."""
