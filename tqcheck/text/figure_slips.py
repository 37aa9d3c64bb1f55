"""Figures that are a slip apart: digits exchanged, one digit changed, a nought too many. Those that share nothing may be other units."""

from __future__ import annotations

from tqcheck.text.digits import ascii_digits


def is_slip(said: str, seen: str) -> bool:
    """Whether one figure becomes the other by a slip of the hand; both as they are written, in digits of any script.

    True for the same digits in another order, a power of ten apart, or one digit of two or more changed; False for the same digits, for
    single ones, and for words.
    """
    left, right = _digits(said), _digits(seen)
    if not left or left == right:
        return False
    if left.strip("0") == right.strip("0"):
        return True
    if min(len(left), len(right)) < 2:
        return False
    changed = sum(one != other for one, other in zip(left, right, strict=False))
    return sorted(left) == sorted(right) or (len(left) == len(right) and changed == 1)


def _digits(text: str) -> str:
    return "".join(char for char in ascii_digits(text) if char.isdigit() and char.isascii())
