"""The table of operators: a family groups those that a user selects together."""

from corpora.generators import (
    addition,
    date,
    detached,
    duplicate,
    link,
    modality,
    name,
    negation,
    number,
    omission,
    participants,
    pronoun,
    quotes,
    sense,
    unit,
    untranslated,
    word,
)
from corpora.generators.records import Operator

FAMILIES: dict[str, tuple[Operator, ...]] = {
    "number": (number.change_number, number.drop_magnitude),
    "date": (date.change_month, date.change_weekday),
    "unit": (unit.change_unit,),
    "quantity": (unit.exchange_quantity,),
    "name": (name.misspell_name, name.replace_name),
    "link": (link.lose_link, link.break_link),
    "placeholder": (link.lose_placeholder, link.break_placeholder),
    "negation": (negation.drop_negation, negation.add_negation),
    "modality": (modality.toggle_modality,),
    "omission": (omission.drop_phrase, omission.drop_clause, omission.drop_sentence, omission.drop_last_quarter),
    "addition": (addition.add_participant, addition.add_sentence),
    "participants": (participants.swap_participants, participants.exchange_names),
    "word": (word.replace_word,),
    "sense": (sense.mistake_sense,),
    "pronoun": (pronoun.change_gender,),
    "duplicate": (duplicate.double_word,),
    "untranslated": (untranslated.leave_clause, untranslated.leave_sentence),
    "detached": (detached.detach,),
    "quotes": (quotes.mix_quotes, quotes.lose_quote),
}
