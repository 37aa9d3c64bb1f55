"""The layouts people have: which file is the translation of which, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.configuration.detect import detect
from tqcheck.configuration.layouts import read_layouts
from tqcheck.configuration.site import Site, pages_of, survey


def site_of(root: Path, files: list[str], table: dict[str, object], source_language: str = "") -> Site:
    write(root, files)
    return survey(root, read_layouts([table], source_language, "test"))


def write(root: Path, files: list[str]) -> None:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", encoding="utf-8")


def pairs(site: Site) -> list[tuple[str, str, str]]:
    return [(page.translation, page.source, page.language) for page in site.pages]


def test_language_folders(tmp_path: Path) -> None:
    files = ["docs/en/a.md", "docs/en/sub/b.md", "docs/de/a.md", "docs/pt-BR/sub/b.md", "docs/readme.md"]
    site = site_of(tmp_path, files, {"layout": "folders"}, "en")
    assert pairs(site) == [("docs/de/a.md", "docs/en/a.md", "de"), ("docs/pt-BR/sub/b.md", "docs/en/sub/b.md", "pt-BR")]
    assert site.missing == (("docs/en/a.md", "en", ("pt-BR",)), ("docs/en/sub/b.md", "en", ("de",)))


def test_language_suffixes_are_told_from_other_dots(tmp_path: Path) -> None:
    files = ["content/post.md", "content/post.fr.md", "content/v1.in.md", "content/alone.de.md"]
    site = site_of(tmp_path, files, {"layout": "hugo", "languages": ["fr", "de"]})
    assert pairs(site) == [("content/post.fr.md", "content/post.md", "fr")]
    assert ("content/post.md", "", ("de",)) in site.missing


def test_docusaurus(tmp_path: Path) -> None:
    under = "i18n/ja/docusaurus-plugin-content-docs/current"
    site = site_of(tmp_path, ["docs/intro.mdx", f"{under}/intro.mdx", "blog/x.md"], {"layout": "docusaurus"})
    assert pairs(site) == [(f"{under}/intro.mdx", "docs/intro.mdx", "ja")]


def test_jekyll_pages_name_their_source(tmp_path: Path) -> None:
    write(tmp_path, ["_posts/2024-01-02-salt.md", "about.md"])
    for name, of in (("_posts/2024-02-01-sal.md", "salt"), ("es/about.md", "/about.md")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: X\nlang: es\ntranslation_of: {of}\n---\nTexto.\n", encoding="utf-8")
    found = pairs(survey(tmp_path, read_layouts([{"layout": "jekyll"}], "", "test")))
    assert found == [("_posts/2024-02-01-sal.md", "_posts/2024-01-02-salt.md", "es"), ("es/about.md", "about.md", "es")]


def test_own_patterns(tmp_path: Path) -> None:
    table = {"source": "articles/{name}/original.txt", "translation": "articles/{name}/{lang}.txt"}
    site = site_of(tmp_path, ["articles/salt/original.txt", "articles/salt/sr.txt"], table)
    assert pairs(site) == [("articles/salt/sr.txt", "articles/salt/original.txt", "sr")]


def test_a_source_stands_for_its_translations(tmp_path: Path) -> None:
    site = site_of(tmp_path, ["docs/en/a.md", "docs/de/a.md", "docs/fr/a.md"], {"layout": "folders"}, "en")
    assert [page.language for page in pages_of(site, ["docs/en/a.md"])] == ["de", "fr"]
    assert [page.language for page in pages_of(site, ["docs/fr/a.md"])] == ["fr"]


@pytest.mark.parametrize(
    ("files", "layout", "languages"),
    [
        (["docs/en/a.md", "docs/de/a.md", "docs/img/b.md"], "folders", ("de",)),
        (["content/a.md", "content/a.uk.md"], "hugo", ("uk",)),
        (["content/en/a.md", "content/zh/a.md"], "hugo-folders", ("zh",)),
        (["README.md", "README.ko.md"], "suffix", ("ko",)),
        (
            ["docusaurus.config.js", "docs/a.md", "i18n/fr/docusaurus-plugin-content-docs/current/a.md"],
            "docusaurus",
            ("fr",),
        ),
    ],
)
def test_init_detects_the_layout(tmp_path: Path, files: list[str], layout: str, languages: tuple[str, ...]) -> None:
    write(tmp_path, files)
    found = detect(tmp_path)
    assert found is not None
    assert dict(found.table)["layout"] == layout
    assert found.languages == languages


def test_a_project_without_translations_has_no_layout(tmp_path: Path) -> None:
    write(tmp_path, ["docs/a.md", "docs/b.md"])
    assert detect(tmp_path) is None
