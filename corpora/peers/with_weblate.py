"""Runs inside the peers' own environment: JSON Lines of items in, the ids that Weblate's target checks complain about out."""

import importlib
import inspect
import json
import sys
from importlib.metadata import version
from types import SimpleNamespace

import django
from django.conf import settings

MODULES = ("chars", "same", "markup", "duplicate")
"""Modules whose checks judge one unit by itself; the others want placeholders of a format, a glossary or a database."""


def load_checks() -> list:
    """An instance of every enabled target check of the modules."""
    settings.configure(
        INSTALLED_APPS=[], USE_I18N=False, CHECK_LIST=[], SECRET_KEY="peers", DATABASES={}, ENABLE_HTTPS=False
    )
    django.setup()
    from weblate.checks.base import TargetCheck

    found = {}
    for name in MODULES:
        module = importlib.import_module(f"weblate.checks.{name}")
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, TargetCheck) and kind.check_id and not kind.default_disabled:
                found[kind.check_id] = kind()
    return [found[name] for name in sorted(found)]


def make_language(code: str) -> SimpleNamespace:
    """A language as the checks ask for it."""
    return SimpleNamespace(
        code=code,
        base_code=code,
        is_base=lambda codes: code in codes,
        is_cjk=lambda: code in ("zh", "ja", "ko"),
        direction="ltr",
    )


def make_unit(item: dict) -> SimpleNamespace:
    """What the checks read of a unit."""
    component = SimpleNamespace(
        file_format="po", source_language=make_language(item["source_language"]), is_glossary=False
    )
    language = make_language(item["target_language"])
    translation = SimpleNamespace(language=language, is_template=False, is_source=False, component=component)
    return SimpleNamespace(
        all_flags=frozenset(), translation=translation, source=item["source"], target=item["target"], context="", note="",
        is_plural=False, glossary_terms=[], labels=SimpleNamespace(all=list),
    )  # fmt: skip


def main() -> None:
    """One line out: the version, {id: checks that fail}, and the checks that cannot run without a server."""
    complaints, unable = {}, set()
    checks = load_checks()
    for line in sys.stdin:
        item = json.loads(line)
        failures = []
        for check in checks:
            try:
                if check.check_single(item["source"], item["target"], make_unit(item)):
                    failures.append(check.check_id)
            except Exception as error:
                unable.add(f"{check.check_id} ({type(error).__name__})")
        if failures:
            complaints[item["id"]] = failures
    tool = f"Weblate {version('weblate')}, {len(checks)} checks"
    json.dump({"version": tool, "complaints": complaints, "unable": sorted(unable)}, sys.stdout)


main()
