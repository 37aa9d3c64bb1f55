"""One cause gives one finding, whichever checks see it."""

from __future__ import annotations

from pathlib import Path

import tqcheck


def test_an_address_changed_inside_code_is_a_wrong_link_alone(tmp_path: Path) -> None:
    source, translation = tmp_path / "a.de.md", tmp_path / "a.en.md"
    source.write_text("Auskunft gibt `info@example.org` gern.\n", encoding="utf-8")
    translation.write_text("For details ask `info@example.com` please.\n", encoding="utf-8")
    report = tqcheck.check(translation, source)
    assert [finding.code for finding in report.documents[0].findings if finding.code.startswith("TQ1")] == ["TQ105"]
