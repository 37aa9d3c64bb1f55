"""Names of a source that a translation misspells or exchanges for other names."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text.bracketed_originals import find_bracketed_slips
from tqcheck.text.corrected_names import find_corrected_names
from tqcheck.text.country_names import find_country_faults
from tqcheck.text.dotted_names import find_dotted_faults
from tqcheck.text.kept_misprints import find_kept_misprints
from tqcheck.text.kept_phrases import find_phrase_exchanges
from tqcheck.text.locale_facts import primary
from tqcheck.text.name_exchanges import find_exchanges
from tqcheck.text.name_glued import find_glued_exchanges
from tqcheck.text.name_letters import find_kept_slips, find_letter_slips
from tqcheck.text.name_misspellings import find_misspellings
from tqcheck.text.name_pair import NameFault, NamePair
from tqcheck.text.name_partners import find_partner_faults
from tqcheck.text.name_words import UNSPACED, UNSUPPORTED, Word
from tqcheck.text.pinyin_names import find_pinyin_faults
from tqcheck.text.place_exchanges import find_place_exchanges
from tqcheck.text.table_exchanges import find_table_exchanges
from tqcheck.text.usual_slips import find_usual_slips


def find_name_faults(pair: NamePair) -> Iterator[NameFault]:
    """Names that the translation misspells or exchanges; each name and each word once, the surest kind first."""
    languages = {primary(pair.source_language), primary(pair.target_language)}
    if languages & UNSUPPORTED or languages <= UNSPACED:
        return
    taken = set[Word]()
    finders = (
        *(find_country_faults, find_place_exchanges, find_table_exchanges, find_pinyin_faults, find_bracketed_slips),
        *(find_phrase_exchanges, find_usual_slips, find_kept_slips, find_kept_misprints),
        *(find_dotted_faults, find_corrected_names, find_partner_faults),
        *(find_misspellings, find_letter_slips, find_exchanges, find_glued_exchanges),
    )
    for find in finders:
        for fault in find(pair):
            if fault.source not in taken and fault.target not in taken:
                taken |= {fault.source, fault.target}
                yield fault
