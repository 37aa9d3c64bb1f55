"""The `transformers` engine: any Marian/OPUS-MT, NLLB or M2M100 model in a local directory."""
