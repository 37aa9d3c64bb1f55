"""Servers that somebody else runs: asked in their own dialect, patiently, and never told about in a way that shows the key."""

import json
import os
import pickle
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.engines.servers import translation_server
from tqcheck.cli.app import main
from tqcheck.engines.http import client as client_module
from tqcheck.engines.http.translate import create
from tqcheck.errors import ConfigError, EngineError

KEY = "SECRET-42"


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    monkeypatch.setenv("TQCHECK_CACHE", str(tmp_path / "cache" / "results.sqlite"))
    monkeypatch.setenv("MY_KEY", KEY)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def waits(monkeypatch):
    """What would have been slept."""
    seconds = []
    monkeypatch.setattr(
        client_module.Client.__init__,
        "__kwdefaults__",
        {**client_module.Client.__init__.__kwdefaults__, "sleep": seconds.append},
    )
    return seconds


@pytest.mark.parametrize(
    ("kind", "pair"), [("libretranslate", ("en", "pt")), ("apertium", ("en", "es")), ("deepl", ("en", "pt"))]
)
def test_each_kind_of_server_is_asked_in_its_own_way(kind, pair):
    with translation_server() as server:
        engine = create({"kind": kind, "url": server.url + "/"})
        results = engine.translate(["The big cat sleeps.", "", "A dog barks."], *pair)
    assert [result.text for result in results] == ["sleeps. cat big The", "", "barks. dog A"]
    assert engine.signature == f"http|{kind} {server.url}"
    # texts travel in the body: addresses stand in logs
    assert all("cat" not in path for path, _, _ in server.asked)


def test_sentences_go_in_batches_and_each_once():
    with translation_server() as server:
        texts = [f"Sentence number {number} of them." for number in range(120)]
        create({"url": server.url}).translate(texts + texts, "en", "pt")
    sizes = [len(json.loads(body)["q"]) for _, _, body in server.asked]
    assert sizes == [50, 50, 20]


def test_a_regional_form_is_asked_for_by_the_servers_own_code():
    with translation_server() as server:
        create({"kind": "deepl", "url": server.url}).translate(["The cat sleeps."], "en-US", "pt")
    record = json.loads(server.asked[0][2])
    assert (record["source_lang"], record["target_lang"]) == ("EN", "PT-BR")


def test_it_is_tried_again_after_500_and_429_and_waits_as_long_as_it_is_told(waits):
    with translation_server(("POST", 500), ("POST", (429, {"Retry-After": "7"})), ("POST", 503)) as server:
        result = create({"url": server.url, "pause": 0.5}).translate(["The cat sleeps."], "en", "pt")[0]
    assert result.text == "sleeps. cat The"
    assert waits == [0.5, 7.0, 2.0]


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([500] * 9, "500 Internal Server Error"),
        ([429] * 9, "429 Too Many Requests"),
        ([(429, {"Retry-After": "86400"})], "429 Too Many Requests"),
        ([401], "401 Unauthorized"),
        ([(302, {"Location": "http://elsewhere.example/"})], "redirects to http://elsewhere.example/"),
        (["not json"], "not JSON"),
        (["other json"], "does not answer like a libretranslate server"),
    ],
)
def test_a_server_that_fails_is_one_line_without_the_key(waits, faults, said):
    with translation_server(*[("POST", fault) for fault in faults]) as server:
        engine = create({"url": server.url, "key-variable": "MY_KEY"})
        with pytest.raises(EngineError, match=said) as caught:
            engine.translate(["The cat sleeps."], "en", "pt")
    assert KEY not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(waits) < 4


def test_a_server_that_does_not_answer_in_time_is_one_line(waits):
    with translation_server(*[("POST", "slow")] * 3) as server:
        engine = create({"url": server.url, "timeout": 0.2, "tries": 2})
        with pytest.raises(EngineError, match="timed out"):
            engine.translate(["The cat sleeps."], "en", "pt")


def test_a_server_that_is_not_there_is_one_line(waits):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(EngineError, match="Connection refused"):
        create({"url": url}).translate(["The cat sleeps."], "en", "pt")


def test_one_rejected_text_costs_only_itself():
    with translation_server() as server:
        texts = ["The cat sleeps.", "Here is some poison.", "A dog barks."]
        results = create({"url": server.url}).translate(texts, "en", "pt")
    assert [result.text for result in results] == ["sleeps. cat The", "", "barks. dog A"]
    assert results[1].diagnostics.failed == 1


def test_requests_keep_to_the_rate(waits):
    with translation_server() as server:
        create({"url": server.url, "kind": "apertium", "requests-per-second": 1}).translate(
            ["One dog.", "Two dogs."], "en", "es"
        )
    assert len(waits) == 2
    assert all(0 < wait <= 2 for wait in waits)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "name the translation server"),
        ({"url": "ftp://x"}, "no address"),
        ({"url": "https://me:SECRET-42@x.org"}, "holds a user, password or key"),
        ({"url": "https://x.org?api_key=SECRET-42"}, "holds a user, password or key"),
        ({"url": "https://x.org", "key-variable": "NOT_SET"}, "NOT_SET"),
        ({"url": "http://x.org", "key-variable": "MY_KEY"}, "unencrypted"),
        ({"url": "https://x.org", "kind": "deepel"}, "did you mean 'deepl'"),
        ({"url": "https://x.org", "timeout": "long"}, "timeout"),
        ({"url": "https://x.org", "tiemout": 3}, "tiemout"),
    ],
)
def test_settings_that_do_not_fit_are_one_line_without_the_key(settings, said):
    with pytest.raises(ConfigError, match=said) as caught:
        create(settings)
    assert KEY not in str(caught.value)


def test_it_travels_to_another_process_without_its_key():
    with translation_server() as server:
        data = pickle.dumps(create({"url": server.url, "key-variable": "MY_KEY"}))
        assert KEY.encode() not in data
        assert pickle.loads(data).translate(["The cat sleeps."], "en", "pt")[0].text == "sleeps. cat The"
        assert json.loads(server.asked[0][2])["api_key"] == KEY


def article(folder):
    (folder / "a.pt.txt").write_text("O gato dorme no sofá da sala.\n", encoding="utf-8")
    (folder / "a.en.txt").write_text("The cat sleeps on the couch.\n", encoding="utf-8")
    return ["check", "a.en.txt", "--source", "a.pt.txt", "--from", "pt", "--to", "en", "--select", "TQ602"]


def test_the_configuration_names_the_server_and_the_key_shows_nowhere(tmp_path, capsys):
    command = article(tmp_path)
    with translation_server() as server:
        (tmp_path / "tqcheck.toml").write_text(
            f'[engines]\npt-en = "http"\n[engine-settings.http]\nurl = "{server.url}"\nkey-variable = "MY_KEY"\n',
            encoding="utf-8",
        )
        assert main([*command, "--format", "json", "--output", "r.json"]) == 0
        assert main(["engines", "list", "pt-en"]) == 0
        assert main(["config", "show"]) == 0
        shown = capsys.readouterr()
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["documents"][0]["segments"][0]["back_translation"] == "couch. the on sleeps cat The"
    assert f"http|libretranslate {server.url}" in report["tool"]["signature"]
    assert f"back-translation en->pt: http|libretranslate {server.url}" in shown.out
    assert json.loads(server.asked[0][2])["api_key"] == KEY
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) > 3
    assert not any(KEY.encode() in data for data in [*kept, shown.out.encode(), shown.err.encode()])


def test_a_key_in_the_configuration_is_refused_and_not_repeated(tmp_path, capsys):
    (tmp_path / "tqcheck.toml").write_text(f'[engine-settings.http]\napi-key = "{KEY}"\n', encoding="utf-8")
    assert main(article(tmp_path)) == 2
    said = capsys.readouterr().err
    assert "key-variable" in said
    assert KEY not in said


def test_nothing_is_sent_unless_the_server_is_named(tmp_path):
    with translation_server() as server:
        (tmp_path / "tqcheck.toml").write_text(f'[engine-settings.http]\nurl = "{server.url}"\n', encoding="utf-8")
        main(article(tmp_path))
        assert server.asked == []


@pytest.fixture(scope="module")
def apy(tmp_path_factory):
    """The real server of Debian, on loopback."""
    program, modes = shutil.which("apertium-apy"), Path("/usr/share/apertium")
    if not program or not (modes / "modes" / "pt-es.mode").is_file():
        pytest.skip("apertium-apy and its pair pt-es are not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path_factory.mktemp("apy") / "log").open("w")
    spoken = os.environ | {"LC_ALL": "C.UTF-8"}  # it starts in no other locale
    process = subprocess.Popen([program, "-p", str(port), "-j1", str(modes)], stdout=log, stderr=log, env=spoken)
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/listPairs", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        log.close()


@pytest.mark.slow
def test_a_real_apertium_server_translates_like_the_programs_it_runs(apy):
    engine = create({"kind": "apertium", "url": apy})
    results = engine.translate(["O gato dorme.", "", "A {casa} é grande e 😀."], "pt", "es")
    assert [result.text for result in results] == ["El gato duerme.", "", "La {casa} es grande y 😀."]
    assert not results[0].gloss
    assert ("pt", "es") in engine.pairs()


@pytest.mark.slow
def test_its_unsound_pairs_are_glosses_there_too(apy):
    result = create({"kind": "apertium", "url": apy}).translate(["Мачка спава на каучу."], "sr", "en")[0]
    assert result.gloss
    assert result.diagnostics.unknown > 0
    assert "*" not in result.text


@pytest.mark.slow
def test_a_pair_it_does_not_have_is_one_line(apy):
    with pytest.raises(EngineError, match="has no fi->en"):
        create({"kind": "apertium", "url": apy}).translate(["Kissa nukkuu."], "fi", "en")
