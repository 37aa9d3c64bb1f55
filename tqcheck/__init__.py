"""Finds what is wrong in a translated article: exact spans, evidence from the source, few false alarms."""

from tqcheck._version import __version__
from tqcheck.api import check, check_documents

__all__ = ["__version__", "check", "check_documents"]
