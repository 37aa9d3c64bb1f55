"""Translators and scorers, one engine a file."""
