"""What CLDR says of a language, through babel, looked up by any spelling of its code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_NEAREST = {
    "cnr": "sr_Latn_ME",
    "sh": "sr_Latn",
    "no": "nb",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "arb": "ar",
    "me": "sr_Latn_ME",
}


@dataclass(frozen=True, slots=True)
class Separators:
    """The marks a locale writes inside numbers; `group` may be several (all are accepted, the first is suggested).

    `minimum` is the number of digits before the first group mark from which grouping is usual (CLDR minimumGroupingDigits).
    """

    decimal: str
    group: tuple[str, ...]
    minimum: int = 1


@cache
def locale_of(language: str) -> Locale:
    """The babel locale nearest to a language code (`sr-Latn`, `pt_BR`, `cnr`); English where CLDR knows none."""
    from babel import Locale, UnknownLocaleError

    parts = language.replace("_", "-").split("-")
    for size in range(len(parts), 0, -1):
        name = "_".join(parts[:size])
        try:
            return Locale.parse(_NEAREST.get(name.lower(), name))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@cache
def locales_of(language: str) -> tuple[Locale, ...]:
    """The locale of a language and, where it is written in two scripts, that of the other script."""
    from babel import Locale

    both = {
        "sr": ("sr_Latn", "sr_Cyrl"),
        "bs": ("bs_Latn", "bs_Cyrl"),
        "uz": ("uz_Latn", "uz_Cyrl"),
        "az": ("az_Latn", "az_Cyrl"),
    }
    names = both.get(primary(language))
    return tuple(map(Locale.parse, names)) if names else (locale_of(language),)


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """The language subtag in lower case: `pt-BR` gives `pt`; Montenegrin and Serbo-Croatian tags give `sr`."""
    code = language.replace("_", "-").split("-")[0].lower()
    return {
        "cnr": "sr",
        "sh": "sr",
        "me": "sr",
        "nb": "no",
        "nn": "no",
        "iw": "he",
        "arb": "ar",
        "cmn": "zh",
        "yue": "zh",
    }.get(code, code)


@cache
def separators_of(language: str) -> Separators:
    """Decimal and group marks of a locale, CLDR's and those that its typographers use beside them."""
    locale = locale_of(language)
    symbols = locale.number_symbols.get("latn", {})
    decimal = symbols.get("decimal", ".")
    group = symbols.get("group", ",")
    spaces = (" ", "\u00a0", "\u202f", "\u2009")
    accepted = [group, *(spaces if decimal != group else ())]
    if primary(language) == "de" and locale.territory in ("CH", "LI"):
        accepted += ["'", "’"]
    return Separators(decimal, tuple(dict.fromkeys(accepted)), _minimum_grouping(primary(language)))


def _minimum_grouping(language: str) -> int:
    return 2 if language in ("es", "pl", "pt", "it", "bg", "hu", "ka", "lv", "et") else 1


@cache
def decimal_marks_of(language: str) -> frozenset[str]:
    """Every decimal mark that some country of a bare language code writes (`es`: comma in Spain, point in Mexico)."""
    marks = {separators_of(language).decimal}
    if language.replace("_", "-").lower() == "es":
        marks.add(".")
    return frozenset(marks)
