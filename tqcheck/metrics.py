"""Document metrics with their signatures: reported beside the findings, never judged alone."""

from __future__ import annotations

from tqcheck.model import PROSE, Article, Metric
from tqcheck.text.scripts import is_unspaced


def document_metrics(article: Article) -> tuple[Metric, ...]:
    """All metrics that can be had of an article, by name."""
    return (*_returned_text(article), *_estimated_adequacy(article))


def _estimated_adequacy(article: Article) -> tuple[Metric, ...]:
    """The embedded model's expectation of how people would rate the sentences, 0-100, each weighted by its characters.

    100 = 1.6, 61 = 0 and 0 = -2.5 or less standard deviations from the mean rating that people gave machine translations (MLQE-PE direct
    assessment), copied, empty and foreign sentences count 0. Only versions of one text, or texts of one pair of languages and one kind,
    may be compared by it: the raters' mean differs by pair. It tells nothing of single grave errors: those are what findings are for.
    """
    rated = [
        (len(pair.target.text), pair.evidence.quality)
        for pair in article.pairs
        if pair.target is not None and pair.source is not None and pair.evidence.quality is not None
    ]
    length = sum(size for size, _ in rated)
    if not length:
        return ()
    mean = sum(size * quality.score for size, quality in rated) / length
    return (Metric("estimated adequacy", round(100 * mean, 1), rated[0][1].signature),)


def _returned_text(article: Article) -> tuple[Metric, ...]:
    """chrF++ (Popovic 2017), BLEU (Papineni et al. 2002) and TER (Snover et al. 2006) of the back-translation against the source.

    Nothing without a source or a judged translation. BLEU and TER count characters as words where words are not parted.
    """
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
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    backs, sources = [back for back, _ in rows], [[source for _, source in rows]]
    unspaced = is_unspaced("".join(sources[0]))
    return tuple(
        Metric(name, round(metric.corpus_score(backs, sources).score, 1), str(metric.get_signature()))
        for name, metric in (
            ("chrf++", CHRF(word_order=2)),
            ("bleu", BLEU(tokenize="char" if unspaced else "13a")),
            ("ter", TER(normalized=unspaced, asian_support=unspaced)),
        )
    )
