"""The embedded quality model: tokenizer, weights, inference."""
