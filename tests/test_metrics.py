"""Document metrics: what is averaged, over what, and when there is none."""

from dataclasses import replace

from tqcheck.metrics import document_metrics
from tqcheck.model import Article, Document, Evidence, Metric, Pair, Quality, Run, Segment, Translation


def segment(text: str, start: int) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), start, len(text)),), block=0)


def quality(score: float) -> Quality:
    return Quality(score=score, adequacy=0, penalty=0, critical=0, spans=(), omissions=(), signature="model:1")


def article(*rows: tuple[str, str | None, float]) -> Article:
    """Of (translation, source, score)."""
    pairs = tuple(
        Pair(
            source=segment(source, 0) if source else None,
            target=segment(text, 0),
            source_language="ru",
            target_language="en",
            evidence=Evidence(quality=quality(score)),
        )
        for text, source, score in rows
    )
    document = Document(path="a", text="", blocks=(), format="text")
    return Article(translation=document, source=document, source_language="ru", target_language="en", pairs=pairs)


def test_estimated_adequacy_is_the_mean_of_the_sentences_by_their_length() -> None:
    (metric,) = document_metrics(article(("abcdef", "где", 0.9), ("ab", "да", 0.5)))
    assert (metric.name, metric.value, metric.signature) == ("estimated adequacy", 80.0, "model:1")


def test_sentences_without_a_source_or_an_estimate_say_nothing_of_adequacy() -> None:
    lonely = article(("abc", None, 0.9))
    unmeasured = replace(lonely, pairs=(replace(lonely.pairs[0], evidence=Evidence()),))
    assert document_metrics(lonely) == document_metrics(unmeasured) == ()


def test_the_back_translation_is_measured_with_signatures() -> None:
    def returned(text: str, source: str) -> dict[str, Metric]:
        whole = article((text, source, 0.9))
        back = Translation(text=text, language="ru", signature="t")
        measured = replace(whole, pairs=(replace(whole.pairs[0], evidence=Evidence(back=back)),))
        return {metric.name: metric for metric in document_metrics(measured)}

    same = returned("Кошка спит на окне.", "Кошка спит на окне.")
    assert {name: metric.value for name, metric in same.items()} == {"chrf++": 100.0, "bleu": 100.0, "ter": 0.0}
    assert all("version:" in metric.signature for metric in same.values())
    other = returned("Собака лает на дворе.", "Кошка спит на окне.")
    assert other["bleu"].value < 30
    assert other["ter"].value > 50
    # words that are not parted count by their characters
    assert 40 < returned("猫睡在窗台上。", "猫在窗台上睡。")["bleu"].value < 100
