"""A model of the hub is fetched at one commit, checked, and found again by its name; a local server stands in for the hub."""

import hashlib
import http.server
import json
import threading

import pytest

pytest.importorskip("torch", reason="the transformers extra is not installed")
pytest.importorskip("transformers", reason="the transformers extra is not installed")

from tests.engines.tiny_models import TINY_MARIAN
from tqcheck.cli.app import main
from tqcheck.engines.firefox import download
from tqcheck.engines.routes import find_translator
from tqcheck.engines.transformers.hub import install_model
from tqcheck.errors import EngineError, MissingEngineError

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NAME = "somebody/opus-mt.en-pt"
FILES = {path.name: path.read_bytes() for path in TINY_MARIAN.iterdir()} | {
    "README.md": b"# A model",
    "pytorch_model.bin": b"a pickle",
}


class Hub(http.server.BaseHTTPRequestHandler):
    """The three addresses the hub is asked at; `fault` of the server says how it misbehaves."""

    def do_GET(self):
        fault, path = self.server.fault, self.path
        self.server.asked.append(path)
        if fault == "404":
            return self.send_error(404)
        if path.startswith(f"/api/models/{NAME}/revision/"):
            return self.answer(
                b"<html>"
                if fault == "no json"
                else json.dumps({"sha": "" if fault == "no commit" else COMMIT}).encode()
            )
        if path == f"/api/models/{NAME}/tree/{COMMIT}?recursive=true":
            tree = [
                self.entry(name, body)
                for name, body in FILES.items()
                if fault != "no weights" or "safetensors" not in name
            ]
            return self.answer(json.dumps(tree[:2] if fault == "no weights" else tree).encode())
        body = FILES[path.removeprefix(f"/{NAME}/resolve/{COMMIT}/")]
        return self.answer(body[:-1] + b"?" if fault == "wrong hash" and len(body) > 20_000 else body)

    def entry(self, name, body):
        record = {"type": "file", "path": name, "size": len(body)}
        return record | ({"lfs": {"oid": hashlib.sha256(body).hexdigest()}} if len(body) > 20_000 else {})

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def hub(monkeypatch, tmp_path):
    monkeypatch.setattr(download.time, "sleep", lambda seconds: None)
    monkeypatch.setenv("TQCHECK_MODELS", str(tmp_path / "models"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    server.fault, server.asked = "", []
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_it_is_installed_by_name_and_its_commit_stands_in_the_signature(hub, tmp_path, capsys):
    assert main(["engines", "install", f"transformers:{NAME}"]) == 0
    home = tmp_path / "models" / "transformers" / "somebody--opus-mt.en-pt@0123456789ab"
    assert str(home) in capsys.readouterr().out
    # what is loaded, and no pickle where there is a safer form of the weights
    assert {path.name for path in home.iterdir()} == set(FILES) - {"README.md", "pytorch_model.bin"}
    engine = find_translator(f"transformers:{NAME}", "en", "pt", {"transformers": {"threads": 1}})
    assert "somebody--opus-mt.en-pt@0123456789ab@" in engine.signature
    assert engine.translate(["The cat sleeps."], "en", "pt")[0].text
    assert find_translator(f"transformers:{NAME}@{COMMIT}", "en", "pt", {}).directory.folder == home


def test_what_is_there_is_not_fetched_again(hub):
    first = install_model(NAME)
    count = len(hub.asked)
    assert install_model(f"{NAME}@main") == first
    assert len(hub.asked) == count + 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("wrong hash", "not what its publisher says"),
        ("404", "the server answers 404"),
        ("no json", "not JSON"),
        ("no commit", "does not say the commit"),
        ("no weights", "holds no weights"),
    ],
)
def test_what_goes_wrong_is_one_line_and_leaves_nothing(hub, tmp_path, fault, said):
    hub.fault = fault
    with pytest.raises(EngineError, match=said) as caught:
        install_model(NAME)
    assert "\n" not in str(caught.value)
    folder = tmp_path / "models" / "transformers"
    assert not folder.exists() or list(folder.iterdir()) == []


def test_one_that_is_not_installed_names_the_command_and_downloads_nothing(hub):
    with pytest.raises(MissingEngineError, match=f"tqcheck engines install transformers:{NAME}"):
        find_translator(f"transformers:{NAME}", "en", "pt", {})
    assert hub.asked == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "a b/c", "https://x.org/a", "name"])
def test_what_is_no_name_is_refused(hub, name):
    with pytest.raises(EngineError, match="no model of the hub"):
        install_model(name)
