"""langdetect, made deterministic, safe across threads, and asked only about languages that are possible."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from threading import Lock
from typing import Any

_LOCK = Lock()
_PROFILES = {"zh": ("zh-cn", "zh-tw"), "sr": ("hr",), "no": ("no",)}
"""Our code -> langdetect's profiles; any other code is its own."""

_OURS = {profile: ours for ours, profiles in _PROFILES.items() for profile in profiles}
_UNSAMPLED = 3000
"""Letters that decide; langdetect samples n-grams, so more text costs time and adds nothing."""


@lru_cache(maxsize=1)
def profile_names() -> frozenset[str]:
    """Our codes of the languages that langdetect has a profile of."""
    names = (entry.name for entry in files("langdetect").joinpath("profiles").iterdir())
    return frozenset(_OURS.get(name, name) for name in names if not name.startswith(("_", ".")))


def detect(text: str, languages: frozenset[str]) -> dict[str, float]:
    """Probability (0-1) of each likely language, among those given that langdetect knows; empty when it can say nothing.

    Same text and languages, same answer, on every machine and thread: profiles are loaded in sorted order and the sampler is seeded
    per call. With fewer than two known languages there is no question to ask.
    """
    known = tuple(sorted(languages & profile_names()))
    if len(known) < 2:
        return dict.fromkeys(known, 1.0)
    from langdetect.lang_detect_exception import LangDetectException

    with _LOCK:
        factory = _factory(known)
    detector = factory.create()
    detector.seed = 0
    detector.append(text[:_UNSAMPLED])
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return {}
    result: dict[str, float] = {}
    for entry in found:
        ours = _OURS.get(entry.lang, entry.lang)
        result[ours] = round(result.get(ours, 0.0) + float(entry.prob), 4)
    return result


@lru_cache(maxsize=64)
def _factory(languages: tuple[str, ...]) -> Any:
    from langdetect.detector_factory import DetectorFactory

    folder = files("langdetect").joinpath("profiles")
    names = sorted(name for language in languages for name in _PROFILES.get(language, (language,)))
    factory = DetectorFactory()
    factory.load_json_profile([folder.joinpath(name).read_text(encoding="utf-8") for name in names])
    return factory
