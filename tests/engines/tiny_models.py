"""Models of a few thousand random weights with the real tokenizer classes: what is proven with them is form, never wording."""

import json
import shutil
from pathlib import Path

import sentencepiece

TINY_MARIAN = Path(__file__).parent.parent / "data" / "tiny-marian"
SHAPE = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
}
SHAPE |= {"encoder_ffn_dim": 32, "decoder_ffn_dim": 32, "max_position_embeddings": 256, "init_std": 0.3}


def pieces():
    """The vocabulary of tiny-marian."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(TINY_MARIAN / "source.spm"))
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def numbered():
    """fairseq's order: the special entries first."""
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    return {
        piece: index for index, piece in enumerate([*special, *(piece for piece in pieces() if piece not in special)])
    }


def save_network(folder, entries):
    import torch
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    torch.manual_seed(8)
    network = M2M100ForConditionalGeneration(M2M100Config(vocab_size=entries, **SHAPE))
    network.save_pretrained(folder)


def make_m2m100(folder, *, small_100=False):
    """As facebook/m2m100_418M is saved; SMaLL-100 differs by the name of its tokenizer class."""
    from transformers import M2M100Tokenizer

    folder.mkdir(parents=True)
    numbers = numbered()
    (folder / "vocab.json").write_text(json.dumps(numbers), encoding="utf-8")
    shutil.copy(TINY_MARIAN / "source.spm", folder / "sentencepiece.bpe.model")
    M2M100Tokenizer(str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model")).save_pretrained(folder)
    if small_100:
        change(folder / "tokenizer_config.json", tokenizer_class="SMALL100Tokenizer")
    save_network(folder, len(numbers) + 100 + 8)
    return folder


def make_nllb(folder):
    """As facebook/nllb-200 is saved: a BPE vocabulary and 202 language entries."""
    from transformers import NllbTokenizer

    folder.mkdir(parents=True)
    letters = sorted({letter for piece in pieces() for letter in piece})
    numbers = {piece: index for index, piece in enumerate(["<s>", "<pad>", "</s>", "<unk>", *letters])}
    tokenizer = NllbTokenizer(vocab=numbers, merges=[])
    tokenizer.save_pretrained(folder)
    save_network(folder, len(tokenizer))
    return folder


def make_marian(folder, padding=0.0, **changed):
    """tiny-marian with fields of its files changed, or another padding entry than the zeros that OPUS-MT has."""
    from transformers import MarianMTModel

    shutil.copytree(TINY_MARIAN, folder)
    network = MarianMTModel.from_pretrained(folder)
    network.model.shared.weight.data[network.config.pad_token_id].fill_(padding)
    network.save_pretrained(folder)
    for name, fields in changed.items():
        change(folder / f"{name}.json", **fields)
    return folder


def change(path, **fields):
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | fields), encoding="utf-8")
