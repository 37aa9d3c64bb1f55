"""The `ctranslate2` engine: Marian, NLLB and M2M100 directories converted once to 8 bits and run without torch."""
