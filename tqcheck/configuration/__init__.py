"""Settings from `tqcheck.toml`, `[tool.tqcheck]` and the command line, resolved into a `Plan` with the origin of each."""

from tqcheck.configuration.discovery import ConfigFile, find_configuration, read_configuration
from tqcheck.configuration.layouts import Layout
from tqcheck.configuration.resolve import Resolved, resolve

__all__ = ["ConfigFile", "Layout", "Resolved", "find_configuration", "read_configuration", "resolve"]
