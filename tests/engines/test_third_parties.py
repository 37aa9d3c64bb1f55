"""An engine that somebody else ships: a distribution with an entry point is all it takes."""

import json
import sys

import pytest

from tqcheck.cli.app import main
from tqcheck.engines.routes import engine_table

MODULE = '''
from tqcheck.model import Translation


class Mirror:
    """Says every sentence as it is, in capitals, with the prefix it is given."""

    def __init__(self, prefix):
        self.prefix = prefix

    @property
    def signature(self):
        return "mirror 2.1|" + self.prefix

    def pairs(self):
        return frozenset({("en", "tlh")})

    def translate(self, texts, source, target):
        return [Translation(text=self.prefix + text.upper(), language=target, signature=self.signature) for text in texts]


def create(settings):
    return Mirror(settings.get("prefix", "") + settings.get("model", ""))
'''


@pytest.fixture
def mirror(tmp_path, monkeypatch):
    """Installed as pip would: a module and its dist-info on the path."""
    site = tmp_path / "site"
    info = site / "tqcheck_mirror-2.1.dist-info"
    info.mkdir(parents=True)
    (site / "tqcheck_mirror.py").write_text(MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tqcheck-mirror\nVersion: 2.1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[tqcheck.engines]\nmirror = tqcheck_mirror:create\n", encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("TQCHECK_CACHE", str(tmp_path / "cache.sqlite"))
    monkeypatch.chdir(tmp_path)
    yield site
    sys.modules.pop("tqcheck_mirror", None)


def test_it_is_listed_with_its_pairs_and_tried_by_the_doctor(mirror, capsys):
    assert engine_table()["mirror"] == "tqcheck_mirror:create"
    assert main(["engines", "list"]) == 0
    assert "mirror: en->tlh" in capsys.readouterr().out
    main(["engines", "doctor"])
    assert "mirror en->tlh: THE CAT SLEEPS ON THE SOFA." in capsys.readouterr().out


def test_the_configuration_names_it_for_one_pair_and_gives_it_settings(mirror, tmp_path):
    (tmp_path / "a.tlh.txt").write_text("vIghro' Qong.\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The cat sleeps.\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text(
        '[engines]\ntlh-en = "mirror"\n[engine-settings.mirror]\nprefix = "> "\n', encoding="utf-8"
    )
    command = ["check", "a.en.txt", "--source", "a.tlh.txt", "--from", "tlh", "--to", "en", "--select", "TQ602"]
    assert main([*command, "--format", "json", "--output", "r.json"]) == 0
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["documents"][0]["segments"][0]["back_translation"] == "> THE CAT SLEEPS."
    assert "mirror 2.1|> " in report["tool"]["signature"]


def test_it_takes_a_model_on_the_command_line(mirror, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Hello.", encoding="utf-8")
    assert main(["translate", "a.txt", "--from", "en", "--to", "tlh", "--engine", "mirror:x/"]) == 0
    assert capsys.readouterr().out == "x/HELLO."


def test_one_that_cannot_be_imported_is_said_and_stops_nobody(mirror, capsys):
    (mirror / "tqcheck_mirror.py").write_text("import a_package_nobody_has\n", encoding="utf-8")
    assert main(["engines", "list"]) == 0
    said = capsys.readouterr().out
    assert "mirror: not available" in said
    assert "a_package_nobody_has" in said


def test_it_cannot_take_the_name_of_ours(mirror):
    info = next(mirror.glob("*.dist-info"))
    (info / "entry_points.txt").write_text("[tqcheck.engines]\nfirefox = tqcheck_mirror:create\n", encoding="utf-8")
    assert engine_table()["firefox"].startswith("tqcheck.engines.firefox")
