"""Damage operators: they plant one known error into a clean pair, with a gold span, a code and a severity.

Every operator is a function ``(pair, corpus, random) -> Damage | None``. ``None`` means that it cannot
be applied honestly: the change would leave the meaning right, or leave broken text that nobody writes.
"""
