"""Planting errors into a corpus: the same bytes twice, spans that fit, and the command line."""

import json
import subprocess
import sys

from corpora.generators.damage import plant
from corpora.generators.operators import FAMILIES
from corpora.generators.records import Corpus, Pair

SENTENCES = [
    ("The minister did not resign on 5 March.", "Ministar nije podneo ostavku 5. marta.", "sr"),
    ("About 250 people came.", "約250人が来た。", "ja"),
    ("His bank will not sign the deal.", "لن يوقع البنك الصفقة.", "ar"),
    ("It may rain, said Merkel yesterday.", "Вчера Меркель сказала, что может пойти дождь.", "ru"),
]


def test_planting_is_deterministic_and_spans_fit():
    pairs = [
        Pair(identifier=str(n), source=s, target=t, source_language="en", target_language=language)
        for n, (s, t, language) in enumerate(SENTENCES)
    ]
    first = list(plant(Corpus(pairs), list(FAMILIES), seed=7))
    assert first == list(plant(Corpus(pairs), list(FAMILIES), seed=7))
    for item in first:
        start, end = item["span"]
        assert 0 <= start <= end <= len(item["bad"])
        assert item["bad"] != item["good"]


def test_command_line(tmp_path):
    given = tmp_path / "in.jsonl"
    row = {"src": "It is not new.", "ref": "Laki ei ole uusi.", "src_lang": "en", "tgt_lang": "fi"}
    given.write_text(json.dumps(row) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "corpora.generators", str(given), "--operators", "negation"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert json.loads(done.stdout)["bad"] == "Laki on uusi."
    wrong = subprocess.run([*command[:-1], "nonsense"], capture_output=True, text=True, check=False)
    assert wrong.returncode != 0
    assert "known:" in wrong.stderr
