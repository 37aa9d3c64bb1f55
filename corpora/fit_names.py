"""Fits the weights of the signs by which TQ104 tells an exchanged and a misspelt name (tqcheck/text/data/name_signs.toml).

    python -m corpora.fit_names tqcheck/text/data/name_signs.toml [--pairs 450] [--limit 60] [--languages en-sr,sr-en] [--kinds cased]
    python -m corpora.fit_names tqcheck/text/data/name_signs.toml --faults exchanged --kinds cased,nouns --alone

Names are planted into professional translations (`corpora.rules`); the same translations without them show what is no error. One logistic
regression over all, then one for each kind of language pair that may differ from it by little; of kinds that are not to be fitted the file
keeps its weights (`--alone`: those language pairs are not read either). Prints, by a fivefold split by document, the share found and the
alarms at several thresholds.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpora.generators.records import Pair
from corpora.rules.articles import make_article
from corpora.rules.clean_pairs import Selection
from corpora.rules.more_clean import read_more
from corpora.rules.name_pairs import read_name_documents
from corpora.rules.planted import plant_all
from tqcheck.text.document_names import names_of_document
from tqcheck.text.fault_weights import kind_of
from tqcheck.text.masks import blank
from tqcheck.text.name_exchanges import exchange_candidates, hints
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_rendering import could_render
from tqcheck.text.name_words import Word, words_of
from tqcheck.text.slip_signs import slip_candidates
from tqcheck.text.tables import table

LANGUAGES = (
    "en-sr en-ru en-ar en-hi en-zh en-ja en-de en-fr en-es en-pt en-tr en-fi sr-en ru-en ar-en hi-en zh-en ja-en de-en fr-en es-en pt-en "
    "tr-en fi-en en-bg en-hr en-mk en-uk en-fa en-pl en-cs en-it en-sl en-bs uk-en pl-en nl-en fa-en ko-en en-ko is-en en-is"
)


def _exchanges(pair: NamePair) -> Iterator[tuple[Word, Word, dict[str, float]]]:
    """Candidates for an exchange with all of their signs."""
    return ((name, word, signs | hints(name, word, pair)) for name, word, signs in exchange_candidates(pair))


FAULTS = {
    "exchanged": ("name-replaced", _exchanges),
    "misspelt": ("name-misspelt", slip_candidates),
}
"""Fault -> the kind of planted error that teaches it, and its candidates."""
_FOLDS = 5
_PULL, _PULL_OF_KIND = 2.0, 4.0
"""Ridge penalties: towards nothing, and of a kind's weights towards those of all."""
_ROUNDS = 40
_LIGHT = 0.15
"""How much a candidate of the further clean pairs counts, into which no names are planted."""
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one candidate; `place` is its sentence; `key` the planted error, empty in clean text."""

    languages: str
    place: str
    key: str
    signs: dict[str, float]
    weight: float = 1.0

    @property
    def kind(self) -> str:
        return kind_of(*self.languages.split("-"))


Found = tuple[list[Example], Counter[str]]
"""The candidates, and how many errors were planted by kind of language pair."""


def collect(languages: frozenset[str], faults: Sequence[str], pairs: int, limit: int, more: int) -> dict[str, Found]:
    """Fault -> its candidates in clean and in damaged pairs."""
    documents = read_name_documents(Selection(languages, "dev", pairs))
    found: dict[str, Found] = {fault: ([], Counter()) for fault in faults}
    by_languages: defaultdict[str, dict[str, Sequence[Pair]]] = defaultdict(dict)
    for name, items in documents.items():
        by_languages[items[0].languages][name] = items
        for index in range(len(items)):
            _extend(found, _pair(items, index), f"{name}/{index}")
    for name, items in read_more(Selection(languages, "dev", more)).items() if more else ():
        for index in range(len(items)):
            _extend(found, _pair(items, index), f"{name}/{index}", _LIGHT)
    for code, own in by_languages.items():
        homes = {pair.identifier: (name, index) for name, items in own.items() for index, pair in enumerate(items)}
        for item in plant_all([pair for items in own.values() for pair in items], ["name"], limit):
            fault = next(fault for fault, (kind, _) in FAULTS.items() if kind == item["kind"])
            if fault not in faults:
                continue
            name, index = homes[item["id"].rsplit("/", 1)[0]]
            found[fault][1][kind_of(*code.split("-"))] += 1
            found[fault][0].extend(_examples(item, fault, name, own[name], index))
    return found


def _extend(found: dict[str, Found], pair: NamePair, place: str, weight: float = 1.0) -> None:
    """Adds the candidates of a clean pair."""
    languages = f"{pair.source_language}-{pair.target_language}"
    for fault, (examples, _) in found.items():
        examples.extend(Example(languages, place, "", signs, weight) for _, _, signs in FAULTS[fault][1](pair))


def _pair(items: Sequence[Pair], index: int) -> NamePair:
    article = make_article(items)
    pair = article.pairs[index]
    if pair.source is None or pair.target is None:
        raise ValueError("a pair without a side")
    texts = (blank(side.text, side.marks) for side in (pair.source, pair.target))
    return NamePair(*texts, pair.source_language, pair.target_language, names_of_document(article))


def _examples(item: dict[str, object], fault: str, name: str, items: Sequence[Pair], index: int) -> Iterator[Example]:
    """Candidates whose word is the planted one: of the name that it took the place of, where that is one of them."""
    bad, good = str(item["bad"]), str(item["good"])
    start, end = item["span"]  # type: ignore[misc]
    pair = _pair([*items[:index], replace(items[index], target=bad), *items[index + 1 :]], index)
    old = words_of(good[start : end + len(good) - len(bad)])
    candidates = FAULTS[fault][1](pair)
    hits = [(one, signs) for one, word, signs in candidates if word.start < end and start < word.end]
    true = [(one, signs) for one, signs in hits if _was_rendered(one, old, pair)]
    for _, signs in true or hits:
        yield Example(items[index].languages, f"{name}/{index}", str(item["id"]) + items[index].languages, signs)


def _was_rendered(name: Word, old: Sequence[Word], pair: NamePair) -> bool:
    return any(could_render(name, word, pair.source_language, pair.target_language) for word in old)


def _fit(signs: Array, truth: Array, weight: Array, pull: float, prior: Array | None = None) -> Array:
    """Weights of a logistic regression with a ridge towards `prior`, by Newton's method; the bias is the last of them."""
    start = np.zeros(signs.shape[1]) if prior is None else prior
    ridge = np.eye(len(start)) * pull
    found = start.copy()
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-signs @ found))
        slope = signs.T @ (weight * (truth - likely)) - ridge @ (found - start)
        bend = (signs * (weight * likely * (1 - likely))[:, None]).T @ signs + ridge
        found = found + np.linalg.solve(bend, slope)
    return found


@dataclass(frozen=True)
class _Data:
    names: list[str]
    signs: Array
    truth: Array
    weight: Array
    kinds: NDArray[np.str_]

    def fit(self, rows: NDArray[np.bool_]) -> dict[str, Array]:
        """Kind of language pair -> weights, from some of the rows."""
        prior = _fit(self.signs[rows], self.truth[rows], self.weight[rows], _PULL)
        found = {}
        for kind in sorted(set(self.kinds)):
            own = rows & (self.kinds == kind)
            found[kind] = _fit(self.signs[own], self.truth[own], self.weight[own], _PULL_OF_KIND, prior)
        return found


def _data(examples: Sequence[Example]) -> _Data:
    names = list(dict.fromkeys(name for example in examples for name in example.signs))
    often = Counter(example.key for example in examples)
    return _Data(
        names,
        np.array([[*(example.signs.get(name, 0.0) for name in names), 1.0] for example in examples]),
        np.array([float(bool(example.key)) for example in examples]),
        np.array([1 / often[example.key] if example.key else example.weight for example in examples]),
        np.array([example.kind for example in examples]),
    )


def _report(examples: Sequence[Example], data: _Data, planted: Counter[str]) -> None:
    """Prints what each threshold finds and alarms, weights fitted on other documents."""
    folds = np.array([crc32(example.place.rpartition("/")[0].encode()) % _FOLDS for example in examples])
    best: defaultdict[tuple[str, str], float] = defaultdict(lambda: -9.0)
    for fold in range(_FOLDS):
        weights = data.fit(folds != fold)
        for row in np.flatnonzero(folds == fold):
            example = examples[row]
            key = (example.key or f"clean {example.place}", example.kind)
            best[key] = max(best[key], float(data.signs[row] @ weights[example.kind]))
    for kind in sorted(planted):
        scores = [(key.startswith("clean "), score) for (key, own), score in best.items() if own == kind]
        for threshold in (0.0, 0.5, 1.0, 1.5, 2.0, 2.5):
            found = sum(score >= threshold for clean, score in scores if not clean) / planted[kind]
            alarms = sum(score >= threshold for clean, score in scores if clean)
            print(f"{kind:9} {threshold:4} found {found:.2f} of {planted[kind]}, {alarms} alarms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output")
    parser.add_argument("--languages", default=LANGUAGES.replace(" ", ","))
    parser.add_argument("--pairs", type=int, default=450, help="clean pairs a language pair")
    parser.add_argument("--limit", type=int, default=60, help="planted errors a language pair")
    parser.add_argument(
        "--more",
        type=int,
        default=0,
        help="further clean pairs (`corpora.rules.more_clean`) a language pair and source",
    )
    parser.add_argument("--kinds", default="cased,caseless,nouns,unspaced", help="kinds whose weights are written anew")
    parser.add_argument("--faults", default=",".join(FAULTS), help="faults whose weights are written anew")
    parser.add_argument("--alone", action="store_true", help="read only language pairs of these kinds")
    arguments = parser.parse_args()
    kinds, old = arguments.kinds.split(","), table("name_signs")
    lines = [
        "# Weights of the signs that a name is misspelt or another one, by kind of language pair: made by corpora/fit_names.py."
    ]
    chosen = [
        code for code in arguments.languages.split(",") if not arguments.alone or kind_of(*code.split("-")) in kinds
    ]
    found = collect(frozenset(chosen), arguments.faults.split(","), arguments.pairs, arguments.limit, arguments.more)
    for fault in FAULTS:
        fitted = _weights(fault, *found[fault]) if fault in found else {}
        for kind in sorted({*fitted, *old[fault]}):
            weights = fitted[kind] if kind in fitted and kind in kinds else old[fault][kind]
            lines += [f"[{fault}.{kind}]", *(f'"{name}" = {value:.2f}' for name, value in weights.items())]
    Path(arguments.output).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _weights(fault: str, examples: Sequence[Example], planted: Counter[str]) -> dict[str, dict[str, float]]:
    """Kind of language pair -> sign -> weight; prints how well they do."""
    print(fault)
    data = _data(examples)
    _report(examples, data, planted)
    fitted = data.fit(np.ones(len(examples), dtype=bool))
    return {kind: dict(zip([*data.names, "bias"], map(float, values), strict=True)) for kind, values in fitted.items()}


if __name__ == "__main__":
    main()
