"""An alignment leaves as TSV, TMX, JSON or HTML, with gaps kept and markup escaped."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from tqcheck.align.export import to_html, to_json, to_tmx, to_tsv
from tqcheck.cli.align import align
from tqcheck.errors import ConfigError
from tqcheck.model import Pair, Run, Segment

DATA = Path(__file__).parents[1] / "data"
LANGUAGES = ("en", "ar")


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def pair(source: str | None, target: str | None, confidence: float = 1.0) -> Pair:
    return Pair(
        source=segment(source) if source is not None else None,
        target=segment(target) if target is not None else None,
        source_language="en",
        target_language="ar",
        confidence=confidence,
    )


PAIRS = [pair("Salt & <pepper>\tplease", "ملح وفلفل", 0.25), pair("Gone.", None), pair(None, "مضاف")]


def test_tsv_has_a_header_and_one_line_a_pair_with_empty_cells_for_gaps() -> None:
    lines = to_tsv(PAIRS, LANGUAGES).splitlines()
    assert lines[0] == "source\ttranslation\tconfidence"
    assert lines[1:] == ["Salt & <pepper> please\tملح وفلفل\t0.250", "Gone.\t\t1.000", "\tمضاف\t1.000"]


def test_tmx_is_well_formed_and_holds_the_full_pairs_alone() -> None:
    root = ElementTree.fromstring(to_tmx(PAIRS, LANGUAGES))
    assert root.get("version") == "1.4"
    assert [seg.text for seg in root.iter("seg")] == ["Salt & <pepper> please", "ملح وفلفل"]


def test_tmx_follows_the_structure_of_its_specification() -> None:
    dtd = etree.DTD(str(DATA / "tmx14.dtd"))
    page = to_tmx([*PAIRS, pair("Form\x0cfeed \ufffe]]> & \ud800", "x\x00y")], ("en", ""))
    root = etree.fromstring(page.encode("utf-8"))
    assert dtd.validate(root), dtd.error_log
    assert [seg.text for seg in root.iter("seg")][2:] == ["Form feed ]]> & ", "x y"]


def test_a_tmx_names_the_languages_of_every_unit_and_how_sure_it_is() -> None:
    root = etree.fromstring(to_tmx(PAIRS, ("sr-Latn", "")).encode("utf-8"))
    assert root.find("header").get("srclang") == "sr-Latn"
    languages = [unit.get("{http://www.w3.org/XML/1998/namespace}lang") for unit in root.iter("tuv")]
    assert languages == ["sr-Latn", "und"]
    assert root.findtext("body/tu/prop") == "0.250"


def test_the_structure_refuses_a_unit_without_a_language() -> None:
    page = to_tmx(PAIRS, LANGUAGES).replace(' xml:lang="ar"', "")
    assert not etree.DTD(str(DATA / "tmx14.dtd")).validate(etree.fromstring(page.encode("utf-8")))


def test_json_gives_offsets_and_null_for_a_gap() -> None:
    payload = json.loads(to_json(PAIRS, LANGUAGES))
    assert payload["pairs"][1]["translation"] is None
    assert payload["pairs"][2]["translation"] == {"start": 0, "end": 4, "kind": "paragraph", "text": "مضاف"}


def test_html_escapes_text_and_writes_arabic_from_the_right() -> None:
    page = to_html(PAIRS, LANGUAGES)
    assert "&lt;pepper&gt;" in page
    assert '<td lang="ar" dir="rtl">ملح وفلفل</td>' in page
    assert 'class="doubtful"' in page


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    source, target, out = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "out.tsv"
    source.write_text("The museum opened on 5 May.\n\nEntrance is free.\n", encoding="utf-8")
    target.write_text("Das Museum öffnete am 5. Mai.\n\nDer Eintritt ist frei.\n", encoding="utf-8")
    align(source, target, "en", "de", "tsv", out)
    rows = [line.split("\t")[:2] for line in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert rows[0] == ["The museum opened on 5 May.", "Das Museum öffnete am 5. Mai."]


def test_an_unknown_format_is_named_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="tsv, tmx, json, html"):
        align(tmp_path / "a", tmp_path / "b", "", "", "pdf", None)


@pytest.mark.parametrize("given", ["e n", "German!", "x"])
def test_a_language_that_is_no_tag_is_refused(given: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no language"):
        align(*_files(tmp_path), given, "de", "tmx", None)


def test_an_underscore_in_a_language_is_read_as_a_hyphen(tmp_path: Path) -> None:
    out = tmp_path / "out.tmx"
    align(*_files(tmp_path), "en", "de_AT", "tmx", out)
    assert '<tuv xml:lang="de-AT">' in out.read_text(encoding="utf-8")


def _files(folder: Path) -> tuple[Path, Path]:
    source, target = folder / "a.txt", folder / "b.txt"
    source.write_text("The museum opened on 5 May.\n", encoding="utf-8")
    target.write_text("Das Museum öffnete am 5. Mai.\n", encoding="utf-8")
    return source, target
