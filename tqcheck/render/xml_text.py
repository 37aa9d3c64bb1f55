"""XML documents as text: what XML 1.0 cannot hold (control characters, lone surrogates) is spelled out as U+XXXX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tqcheck.render.words import control_name

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text with every character that XML 1.0 forbids spelled out."""
    return _FORBIDDEN.sub(lambda match: f"<{control_name(match.group())}>", text)


def add(parent: Element, tag: str, attributes: Mapping[str, object], text: str = "") -> Element:
    """A new child; attribute values and text may hold any character."""
    child = SubElement(parent, tag, {name: clean(str(value)) for name, value in attributes.items()})
    child.text = clean(text) or None
    return child


def write(root: Element) -> str:
    """The document with its declaration, indented by two spaces."""
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
