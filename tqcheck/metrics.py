"""Document metrics with sacrebleu signatures: reported beside the findings, never judged alone."""

from __future__ import annotations

from tqcheck.model import PROSE, Article, Metric


def document_metrics(article: Article) -> tuple[Metric, ...]:
    """chrF++ (Popovic 2017) of the back-translation against the source; nothing without a source or a judged translation."""
    rows = [
        (pair.evidence.back.text, pair.source.text)
        for pair in article.pairs
        if pair.source is not None
        and pair.target is not None
        and pair.target.kind in PROSE
        and pair.evidence.back is not None
        and not pair.evidence.back.gloss
    ]
    if not rows:
        return ()
    from sacrebleu.metrics.chrf import CHRF

    metric = CHRF(word_order=2)
    value = metric.corpus_score([back for back, _ in rows], [[source for _, source in rows]]).score
    return (Metric("chrf++", round(value, 1), str(metric.get_signature())),)
