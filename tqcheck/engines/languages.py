"""Which of an engine's languages serves for one it was not trained on."""

from __future__ import annotations

from collections.abc import Collection

from tqcheck.text.language_codes import SAME_LANGUAGE, primary


def nearest(language: str, known: Collection[str]) -> str | None:
    """The engine's code for a language: itself, its script, its first subtag, a form of it, a close relative; None when there is none."""
    code = language.replace("_", "-").lower()
    folded = {item.replace("_", "-").lower(): item for item in sorted(known, reverse=True)}
    for wanted in (code, *_scripts(code), primary(code), *_relatives(primary(code))):
        if wanted in folded:
            return folded[wanted]
    return next((folded[item] for item in sorted(folded) if primary(item) == primary(code)), None)


def nearest_pair(source: str, target: str, known: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """The engine's pair for two languages; None when there is none."""
    for start in sorted({pair[0] for pair in known}, key=lambda item: item != nearest(source, {item})):
        if nearest(source, {start}) is None:
            continue
        end = nearest(target, {pair[1] for pair in known if pair[0] == start})
        if end is not None:
            return start, end
    return None


def standard_code(code: str) -> str:
    """BCP 47 of an engine's code: fra -> fr, srp_Cyrl -> sr-Cyrl, pt_br -> pt-br."""
    from babel.core import get_global

    first, *rest = code.replace("_", "-").split("-")
    known = str(get_global("language_aliases").get(first.lower(), first)).replace("_", "-")
    return "-".join((known.split("-")[0], *rest))


def _relatives(code: str) -> tuple[str, ...]:
    return next((kin for kin in SAME_LANGUAGE if code in kin), ())


def _scripts(code: str) -> tuple[str, ...]:
    traditional = {"zh-tw", "zh-hk", "zh-mo", "zh-hant"}
    if primary(code) != "zh":
        return ()
    return ("zh-hant", "zh_hant") if code in traditional else ("zh", "zh-hans")
