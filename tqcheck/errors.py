"""What can go wrong, as one tree.

    TqError            expected: one line for the reader, exit code 2
    +-- ReadError      a file cannot be read or is not what it says
    +-- ConfigError    an option, a configuration key or a code that does not exist
    +-- EngineError    an engine is missing or failed, exit code 3
        +-- MissingEngineError    it, or a package it needs, is not installed

Anything else that escapes is a bug of ours.
"""


class TqError(Exception):
    """An expected failure; its text is one line: what is wrong, where, what to do next."""


class ReadError(TqError):
    """A file cannot be read, decoded or parsed."""


class ConfigError(TqError):
    """An option, configuration key, code or pattern is wrong."""


class EngineError(TqError):
    """A translation, scoring or quality engine is missing or failed."""


class MissingEngineError(EngineError):
    """An engine that somebody named, or a package it needs, is not installed here."""
