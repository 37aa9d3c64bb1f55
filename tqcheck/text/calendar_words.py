"""Names of days and months, inflected or not: they are values, not words."""

from __future__ import annotations

from functools import cache, lru_cache


@lru_cache(maxsize=4096)
def is_calendar_word(word: str, language: str) -> bool:
    """Whether a case-folded word is a form of a day's or month's full name in the language (CLDR)."""
    return any(word.startswith(beginning) and len(word) <= len(beginning) + 5 for beginning in _beginnings(language))


@cache
def _beginnings(language: str) -> tuple[str, ...]:
    """What every form of a name begins with: all of it but the last two letters, at least four; short names stay whole."""
    from babel import Locale, UnknownLocaleError

    code = {"cnr": "sr_Latn", "sr": "sr_Latn", "sh": "sr_Latn", "hr": "hr", "bs": "bs_Latn"}.get(language, language)
    try:
        locale = Locale.parse(code.replace("-", "_")) if code else None
    except (UnknownLocaleError, ValueError):
        locale = None
    if locale is None:
        return ()
    tables = [locale.days[context]["wide"] for context in ("format", "stand-alone")]
    tables += [locale.months[context]["wide"] for context in ("format", "stand-alone")]
    names = {str(name).casefold() for table in tables for name in table.values()}
    names = {name for name in names if name.isalpha() and len(name) >= 3 and name not in AMBIGUOUS}
    return tuple(sorted({name[: max(4, len(name) - 2)] for name in names}))


AMBIGUOUS = frozenset({"may", "march", "mars", "mai", "mart"})
"""Names that are also common words in some language."""
