"""What must come through a translation unchanged: masked before, put back exactly after.

Translation models lose emoji, break tags and rename placeholders. Each protected stretch is replaced by a code that
models copy (40 sentences each, en-pt and pt-en, 2026-11-23: `Q7Z` survives in 39 and 40, `{7}`, `<7>` in none); stretches at either end
of the text never reach the model at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

FORMS = ("Q{}Z", "x{}.com")
"""Codes in the order tried: a second form saves most of what the first one loses."""

_PROTECTED = regex.compile(
    r"""
      `[^`\n]+`                                                   # inline code
    | </?[A-Za-z][^<>\n]*/?>|<!--.*?-->                           # tags, comments
    | (?:https?|ftp)://[^\s<>"'»”]+[^\s<>"'»”.,;:!?)\]]|\bwww\.[^\s<>"'»”]+[^\s<>"'»”.,;:!?)\]]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                # e-mail
    | \$?\{\{?[^{}\n]*\}?\}|\$\([^()\n]*\)                        # {name} {{name}} ${name} $(name)
    | %(?:\([A-Za-z_]\w*\)|\d+\$)?[-+0]?\d*(?:\.\d+)?[sdifgxu@](?!\w)|%%
    | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]\w+);                     # entities
    | (?<![\w/])[@\#][\p{L}_][\w]*                                # handles, hashtags
    | \p{RI}\p{RI}|[0-9*\#]\uFE0F?\u20E3                         # flags, keycaps
    | [\p{Emoji}--[\p{N}\p{P}\p{ASCII}©®™]][\uFE0F\p{EMod}]?    # emoji, joined ones too
      (?:\u200D[\p{Emoji}--[\p{N}\p{P}\p{ASCII}]][\uFE0F\p{EMod}]?)*
    | [\p{Cc}--[\t\n\r]]|[\uD800-\uDFFF]|\uFFFD                   # control characters, lone surrogates
    """,
    regex.VERBOSE | regex.VERSION1,
)
_OURS = regex.compile(r"\b(?:Q\d{1,3}Z|x\d{1,3}\.com)\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text ready for a model.

    Attributes:
        text: what the model gets; may be empty when everything is protected.
        head, tail: what stands before and after it, put back as it is.
        stretches: what the codes stand for, in order of their numbers from 0.
        form: the pattern of the codes.
        glued: per code whether a space was added on its left and its right.
    """

    text: str
    head: str
    tail: str
    stretches: tuple[str, ...]
    form: str
    glued: tuple[tuple[bool, bool], ...]


def mask(text: str, form: str = FORMS[0]) -> Masked:
    """Cut protected stretches off the ends and replace the inner ones by codes."""
    found = [match.span() for match in _PROTECTED.finditer(text)] + [match.span() for match in _OURS.finditer(text)]
    spans = _merge(sorted(found))
    start, end = _inner(text, spans)
    parts, stretches, glued, last = list[str](), list[str](), list[tuple[bool, bool]](), start
    for low, high in spans:
        if low < start or high > end:
            continue
        left, right = _is_word(text, low - 1, start, end), _is_word(text, high, start, end)
        parts += [text[last:low], " " * left, form.format(len(stretches)), " " * right]
        stretches.append(text[low:high])
        glued.append((left, right))
        last = high
    parts.append(text[last:end])
    return Masked("".join(parts), text[:start], text[end:], tuple(stretches), form, tuple(glued))


def unmask(masked: Masked, output: str) -> tuple[str, tuple[str, ...]]:
    """The output with every code replaced by what it stands for, and the stretches the model lost."""
    lost = []
    for index, stretch in enumerate(masked.stretches):
        code = regex.compile(_loose(masked.form.format(index)), regex.IGNORECASE)
        places = [match.span() for match in code.finditer(output)]
        if not places:
            lost.append(stretch)
        # a code the model repeats is put back once: the rest is the model's doing
        for low, high in reversed(places[1:]):
            output = (output[:low].rstrip() if low else "") + output[high:]
        if places:
            output = _put_back(output, places[0], stretch, masked.glued[index])
    return masked.head + output + masked.tail, tuple(lost)


def drop_codes(masked: Masked, output: str) -> str:
    """The output without codes and the marks an engine put on them: what it says of the words is not to count them."""
    for index in range(len(masked.stretches)):
        output = regex.sub(r"[*@#]?" + _loose(masked.form.format(index)), " ", output, flags=regex.IGNORECASE)
    return output


def _loose(code: str) -> str:
    return r"(?<!\w)" + r"\s?".join(regex.escape(part) for part in regex.findall(r"\d+|\D", code)) + r"(?!\w)"


def _put_back(output: str, place: tuple[int, int], stretch: str, glued: tuple[bool, bool]) -> str:
    low, high = place
    if glued[0] and low and output[low - 1] == " ":
        low -= 1
    if glued[1] and high < len(output) and output[high] == " ":
        high += 1
    return output[:low] + stretch + output[high:]


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inner(text: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The range without protected stretches and white space at either end."""
    ends, starts = dict(spans), {end: start for start, end in spans}
    start, end = 0, len(text)
    while start < end and (start in ends or text[start].isspace()):
        start = ends.get(start, start + 1)
    while end > start and (end in starts or text[end - 1].isspace()):
        end = starts.get(end, end - 1)
    return start, end


def _is_word(text: str, index: int, start: int, end: int) -> bool:
    return start <= index < end and (text[index].isalnum() or text[index] == "_")
