"""The keys of a configuration and what each may hold; an unknown key is an error that names the nearest one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from tqcheck.errors import ConfigError
from tqcheck.model import SEVERITIES

Convert = Callable[[Any], Any]
"""Raises `ValueError` that says what the value must be."""


def text(value: Any) -> str:
    """A string."""
    if not isinstance(value, str):
        raise ValueError("must be a string")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """A list of strings, or one string."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list | tuple) or not all(isinstance(item, str) for item in listed):
        raise ValueError("must be a list of strings")
    return tuple(listed)


def codes(value: Any) -> tuple[str, ...]:
    """Codes or prefixes: a list, or one string with commas."""
    listed = value.split(",") if isinstance(value, str) else texts(value)
    return tuple(item.strip().upper() for item in listed if item.strip())


def one_of(*allowed: str) -> Convert:
    """One of these words."""

    def convert(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return str(value)

    return convert


def number(low: float, high: float) -> Convert:
    """A number within bounds."""

    def convert(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"must be a number from {low:g} to {high:g}")
        return float(value)

    return convert


def count(value: Any) -> int:
    """A whole number, 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("must be a whole number, 0 or more")
    return value


def boolean(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def table(convert: Convert) -> Convert:
    """A table whose values are each converted, as (key, value) pairs sorted by key."""

    def convert_table(value: Any) -> tuple[tuple[str, Any], ...]:
        if not isinstance(value, Mapping):
            raise ValueError("must be a table")
        return tuple(sorted((str(key), convert(item)) for key, item in value.items()))

    return convert_table


def engine_settings(value: Any) -> tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]:
    """Tables of settings by the name of the engine; a key is never written down, only the variable that holds it."""
    for name, settings in table(lambda item: item)(value):
        if not isinstance(settings, Mapping):
            raise ValueError("must hold one table an engine")
        for key, item in settings.items():
            if not isinstance(item, str | int | float | bool):
                raise ValueError(f"must hold text, numbers or booleans ({name}.{key})")
            if any(word in key.lower() for word in _SECRETS) and not key.endswith("-variable"):
                raise ValueError(f"must not hold keys: name the environment variable, {name}.key-variable = ...")
    return table(table(lambda item: item))(value)  # type: ignore[no-any-return]


_SECRETS = ("key", "token", "secret", "password")


def tables(value: Any) -> tuple[Mapping[str, Any], ...]:
    """A list of tables."""
    if not isinstance(value, list | tuple) or not all(isinstance(item, Mapping) for item in value):
        raise ValueError("must be a list of tables")
    return tuple(value)


def glossary(value: Any) -> tuple[Any, ...]:
    """Files (one string or a list), or the terms themselves as a list of tables."""
    try:
        return texts(value)
    except ValueError:
        return tables(value)


KEYS: dict[str, Convert] = {
    "baseline": text,
    "cache": boolean,
    "disclaimer": one_of("require", "forbid", "ignore"),
    "engine": text,
    "engine-settings": engine_settings,
    "engines": table(text),
    "fail-on": one_of("minor", "major", "critical", "never"),
    "freshness": one_of("dates", "git", "ignore"),
    "glossary": glossary,
    "ignore": codes,
    "jobs": count,
    "max-findings": count,
    "min-confidence": number(0, 1),
    "min-score": number(-1000, 100),
    "pairs": tables,
    "per-file-ignores": table(codes),
    "pivot": text,
    "select": codes,
    "severity": table(one_of(*SEVERITIES)),
    "source-language": text,
    "target-language": text,
}
"""Key of the configuration -> what makes a value of it."""

PAIR_KEYS: dict[str, Convert] = {
    "languages": texts,
    "layout": text,
    "source": text,
    "source-language": text,
    "translation": text,
}
"""Keys of a `[[pairs]]` table."""


def convert_values(values: Mapping[str, Any], keys: Mapping[str, Convert], where: str) -> dict[str, Any]:
    """The values converted; `ConfigError` names the file (`where`; empty = the command line), the key, and what is wrong with it."""
    converted = {}
    for key, value in values.items():
        name = key.replace("_", "-")
        if name not in keys:
            near = get_close_matches(name, keys, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(keys))}"
            raise ConfigError(f"{where}: unknown key {key!r}; {hint}")
        try:
            converted[name] = keys[name](value)
        except ValueError as error:
            # a table may hold what nobody should see
            stated = "" if isinstance(value, Mapping) else f" = {value!r}"
            shown = f"{where}: {key}{stated}" if where else f"--{name} {value}:"
            raise ConfigError(f"{shown} {error}") from error
    return converted
