"""Which segment of the translation renders which segment of the source, and which words render which words."""

from tqcheck.align.documents import Alignment, align_documents

__all__ = ["Alignment", "align_documents"]
