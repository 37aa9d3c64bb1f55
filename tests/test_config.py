"""Selection of codes by prefix."""

import pytest

from tqcheck.config import Plan
from tqcheck.errors import ConfigError
from tqcheck.selection import selected_checks


@pytest.mark.parametrize(
    ("select", "ignore", "code", "wanted"),
    [
        ((), (), "TQ101", True),
        (("TQ1",), (), "TQ101", True),
        (("TQ1",), (), "TQ404", False),
        ((), ("TQ4",), "TQ404", False),
        (("TQ404",), ("TQ4",), "TQ404", True),
        (("TQ4",), ("TQ404",), "TQ404", False),
        (("TQ404",), ("TQ404",), "TQ404", False),
    ],
)
def test_the_longest_prefix_decides(select: tuple[str, ...], ignore: tuple[str, ...], code: str, wanted: bool) -> None:
    assert Plan(select=select, ignore=ignore).selects(code) is wanted


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(ConfigError, match="TQ999"):
        selected_checks(Plan(select=("TQ999",)))
