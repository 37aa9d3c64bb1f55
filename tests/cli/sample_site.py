"""A documentation site made for tests: 60 pages in English, German and Spanish, six planted number errors, two pages left untranslated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_SENTENCES = {
    "en": (
        "The service keeps {a} copies of every file and deletes them after {b} days.",
        "A request that takes longer than {c} seconds is ended, and the client is told why.",
        "Each workspace may hold up to {d} members, who share one address book.",
    ),
    "de": (
        "Der Dienst behält {a} Kopien jeder Datei und löscht sie nach {b} Tagen.",
        "Eine Anfrage, die länger als {c} Sekunden dauert, wird beendet, und der Client erfährt den Grund.",
        "Jeder Arbeitsbereich darf bis zu {d} Mitglieder haben, die ein Adressbuch teilen.",
    ),
    "es": (
        "El servicio guarda {a} copias de cada archivo y las borra después de {b} días.",
        "Una petición que tarda más de {c} segundos se termina, y se le explica al cliente por qué.",
        "Cada espacio de trabajo puede tener hasta {d} miembros, que comparten una agenda.",
    ),
}
_TITLES = {"en": "Storage of part {n}", "de": "Speicher von Teil {n}", "es": "Almacenamiento de la parte {n}"}
PAGES = 60
PLANTED = frozenset({("de", 7), ("de", 21), ("de", 44), ("es", 3), ("es", 30), ("es", 59)})
ABSENT = frozenset({("de", 10), ("es", 11)})
CONFIGURATION = """\
select = ["TQ1", "TQ3", "TQ8", "TQ9"]
engine = "none"
source-language = "en"
baseline = "accepted.json"

[[pairs]]
layout = "folders"
languages = ["de", "es"]
"""


@dataclass(frozen=True)
class SampleSite:
    root: Path

    def page(self, language: str, number: int) -> Path:
        return self.root / "docs" / language / f"part-{number:02}.md"

    def edit(self, language: str, number: int, old: str, new: str) -> None:
        path = self.page(language, number)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def make_site(root: Path) -> SampleSite:
    site = SampleSite(root)
    root.mkdir(parents=True, exist_ok=True)
    (root / "tqcheck.toml").write_text(CONFIGURATION, encoding="utf-8")
    (root / "accepted.json").write_text('{"schema": "tqcheck-baseline/1", "findings": []}', encoding="utf-8")
    for language in _SENTENCES:
        for number in range(1, PAGES + 1):
            if (language, number) not in ABSENT:
                path = site.page(language, number)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(_text(language, number), encoding="utf-8")
    return site


def _text(language: str, number: int) -> str:
    """Four paragraphs; a planted page says a hundred members too many in its third."""
    parts = [f"# {_TITLES[language].format(n=number)}"]
    for part in range(4):
        extra = 100 if part == 2 and (language, number) in PLANTED else 0
        figures = {"a": 3 + part, "b": 20 + number, "c": 40 + part * 7, "d": 300 + number + part + extra}
        parts.append(" ".join(sentence.format(**figures) for sentence in _SENTENCES[language]))
    return "\n\n".join(parts) + "\n"
