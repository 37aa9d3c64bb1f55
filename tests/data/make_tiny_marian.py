"""Makes tiny-marian/: a Marian model of 13 thousand random weights, about 50 KB, in the form of a saved OPUS-MT model.

Run with the extra `transformers` installed: `python tests/data/make_tiny_marian.py`. Its output is noise; what it proves is loading,
batching, scores and offsets.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import sentencepiece
import torch
from transformers import MarianConfig, MarianMTModel, MarianTokenizer

HERE = Path(__file__).parent / "tiny-marian"
SENTENCES = """The cat sleeps on the sofa. The dog barks at night. He went to the market and bought bread.
She said no. We were not there. The president will visit Lisbon in May. Tons of wheat were sold in 2025.
O gato dorme no sofá. O cão ladra à noite. Ele foi ao mercado e comprou pão. Ela disse que não.
Nós não estávamos lá. O presidente visitará Lisboa em maio. Foram vendidas toneladas de trigo em 2025.
Mačka spava na kauču. Pas laje noću. Otišao je na pijacu i kupio hljeb. Rekla je ne. Nijesmo bili tamo."""


def train_vocabulary(folder: Path) -> Path:
    text = folder / "text.txt"
    text.write_text(SENTENCES, encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(folder / "source"),
        vocab_size=190,
        character_coverage=1.0,
        # the default table of normalisations would add 240 KB
        normalization_rule_name="identity",
        hard_vocab_limit=False,
        bos_id=-1,
        eos_id=0,
        unk_id=1,
        minloglevel=2,
    )
    return folder / "source.spm" if (folder / "source.spm").exists() else folder / "source.model"


def main() -> None:
    HERE.mkdir(exist_ok=True)
    torch.manual_seed(7)
    with TemporaryDirectory() as scratch:
        model_file = train_vocabulary(Path(scratch))
        data = model_file.read_bytes()
    for name in ("source.spm", "target.spm"):
        (HERE / name).write_bytes(data)
    processor = sentencepiece.SentencePieceProcessor(model_proto=data)
    vocabulary = {processor.id_to_piece(index): index for index in range(processor.get_piece_size())}
    vocabulary["<pad>"] = len(vocabulary)
    (HERE / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    tokenizer = MarianTokenizer(
        str(HERE / "source.spm"), str(HERE / "target.spm"), str(HERE / "vocab.json"), source_lang="en", target_lang="pt"
    )
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(vocabulary), d_model=16, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=32, decoder_ffn_dim=32,
        max_position_embeddings=512, pad_token_id=pad, eos_token_id=0, decoder_start_token_id=pad, forced_eos_token_id=0,
        tie_word_embeddings=True, init_std=0.2,
    )  # fmt: skip
    model = MarianMTModel(config)
    model.generation_config.bad_words_ids = [[pad]]
    model.save_pretrained(HERE)
    tokenizer.save_pretrained(HERE)


if __name__ == "__main__":
    main()
