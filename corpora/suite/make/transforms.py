"""Mechanical damage for codes about letters and spaces, applied to right sentences of the sets."""

from collections.abc import Iterator

from corpora.suite.make.items import Item


def transformed_items(hand: list[Item]) -> Iterator[Item]:
    """Items made from the ``good`` side of hand-written ones."""
    yield from ()
