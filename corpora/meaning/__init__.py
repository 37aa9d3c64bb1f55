"""Sentence pairs with one error of meaning each, and how many of them the tool finds by kind."""
