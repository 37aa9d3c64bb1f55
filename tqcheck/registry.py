"""How parts are declared and found: `@check`, and tables of "module:name" strings that import a part only when it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal, TypeVar

from tqcheck.errors import ConfigError
from tqcheck.model import PROSE, Article, Hit, Kind, Pair, Severity

T = TypeVar("T")
Scope = Literal["pair", "block", "document"]
Need = Literal["back", "forward", "quality", "fluency", "links", "similarity", "likelihood", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a check may know beside its subject: the languages and the settings the plan holds for it; no engines, no files.

    Attributes:
        source_language, target_language: ISO 639 codes; empty when unknown.
        settings: plan values that checks read: glossary, disclaimer policy...
        article: the whole article, for norms of the document (medians, names).
    """

    source_language: str
    target_language: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    article: Article | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule: its identity, its place in MQM, what it needs measured, and the pure function that judges.

    Attributes:
        scope: pair = a sentence pair (either side may be missing); block = a paragraph of the translation as a pair (source joined from
            what is aligned to it, or None); document = the whole `Article`.
        kinds: segment kinds judged (pair and block scope).
        needs: evidence fields that must be measured before it runs; it must cope with None in each.
        silenced_by: codes whose finding on the same words makes this one a consequence (one cause = one finding).
        confidence: raw strength of a hit that states none.
        judge: (subject, context) -> hits. Subject is a `Pair`, or an `Article` for document scope.
    """

    code: str
    name: str
    category: str
    severity: Severity
    scope: Scope
    judge: Callable[[Any, Context], Iterable[Hit]]
    kinds: frozenset[Kind] = PROSE
    needs: frozenset[Need] = frozenset()
    silenced_by: tuple[str, ...] = ()
    confidence: float = 0.9
    documentation: str = ""


def check(
    code: str,
    name: str,
    *,
    category: str,
    severity: Severity,
    scope: Scope = "pair",
    kinds: Iterable[Kind] = PROSE,
    needs: Iterable[Need] = (),
    silenced_by: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Callable[[Callable[[Any, Context], Iterable[Hit]]], Check]:
    """Declare a check; its docstring is its documentation page.

    Sections of the docstring: a first sentence (what it finds), then `Why:`, `Bad:`, `Good:`, `Limits:` as Markdown.
    """

    def declare(judge: Callable[[Any, Context], Iterable[Hit]]) -> Check:
        return Check(
            code=code,
            name=name,
            category=category,
            severity=severity,
            scope=scope,
            judge=judge,
            kinds=frozenset(kinds),
            needs=frozenset(needs),
            silenced_by=silenced_by,
            confidence=confidence,
            documentation=judge.__doc__ or "",
        )

    return declare


def load(target: str) -> Any:
    """The object behind "module:name"; a missing extra becomes a `ConfigError` that names it."""
    module, _, name = target.partition(":")
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tqcheck"):
            raise
        raise ConfigError(
            f"{target} needs the package {error.name!r}: install it, or the tqcheck extra that holds it"
        ) from error


def choose(kind: str, name: str, table: Mapping[str, str]) -> Any:
    """Load the part called `name` from a table; an unknown name is a `ConfigError` that names the nearest one."""
    return load(choose_value(kind, name, table))


def choose_value(kind: str, name: str, table: Mapping[str, T]) -> T:
    """What a table holds under a name; `ConfigError` likewise."""
    from difflib import get_close_matches

    if name in table:
        return table[name]
    near = get_close_matches(name, table, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(sorted(table))}"
    raise ConfigError(f"unknown {kind} {name!r}{hint}")


__all__ = ["Article", "Check", "Context", "Hit", "Need", "Pair", "Scope", "check", "choose", "choose_value", "load"]
