"""Counts that the other side names without a figure: the third floor is the top one, two meals are dinner and breakfast, a U-turn 180°."""

from __future__ import annotations

from decimal import Decimal

import regex

from tqcheck.text.digits import ascii_digits
from tqcheck.text.figure import Figure
from tqcheck.text.scores import find_scores

_FLOOR_BEHIND = regex.compile(
    r"\s?[階层層楼樓층](?!段|差|次)"
    r"|(?:st|nd|rd|th|\.|º|\.º|°|er|e|ème|[-‑]?(?:й|м|го|ий|ому?|ви[йм]))?[ \u00a0-]?(?:floors?|store?y|storeys|stories|stocks?\b|etagen?"
    r"|geschoss|étages?|pisos?|plantas?|andar(?:es)?|pian[oi]|etaj|kat\b|kata\b|kat(?:ta|ında|ın)|sprat|спрат|этаж|поверх|етаж"
    r"|pięt|patř|poschod|verdieping|våning|kerro|emelet|όροφο|קומ|طابق|طبق|मंज़िल|मंजिल|tầng|ชั้น)",
    regex.IGNORECASE,
)
_NAMED_FLOOR = regex.compile(
    r"(?:top|upper|upstairs|ground|last|topmost|highest) ?(?:floor|store?y|level)?\b|\bupstairs\b|\battic\b"
    r"|(?:ober|erd|dach)geschoss|obersten? (?:stock|etage)|parterre|rez-de-chaussée|(?:dernier|premier) étage"
    r"|(?:últim|alt|superior)\p{L}* (?:piso|planta|andar)|(?:piso|planta|andar) (?:superior|baja|térreo)|térreo|rés do chão"
    r"|ultimo piano|piano (?:superiore|terra)|pianterreno|(?:верхн|последн|горн)\p{L}* (?:этаж|поверх|етаж|спрат)|першому поверсі"
    r"|(?:gornj|najviš|zadnj|posljednj|poslednj)\p{L}* (?:kat|sprat)|prizemlj|призем|(?:najwyższ|ostatni|górn)\p{L}* pięt|parter"
    r"|(?:üst|zemin|son|en üst) kat|الطابق (?:العلوي|الأعلى|الأخير|الأرضي)|ऊपरी मंज"
    r"|最上階|顶楼|頂樓|顶层|頂層|楼上|底层|上階|階上|꼭대기층|맨 위층|위층",
    regex.IGNORECASE,
)
_MEALS_BEHIND = regex.compile(r"食(?:付|つき)|식 ?(?:제공|포함)")
_NAMED_MEAL = regex.compile(r"breakfast|dinner|meals?\b|board\b|supper", regex.IGNORECASE)
_FISCAL_BEHIND = regex.compile(r"\s?(?:年度|회계 ?연도|학년도)")
_FISCAL = regex.compile(r"年度|회계 ?연도|학년도")
_U_TURN, _TURNED = regex.compile(r"\bu-turns?\b|kehrtwend|demi-tour|крут\p{L}* разворот", regex.IGNORECASE), 180
_YEARS = range(1900, 2101)
_HOURS_A_DAY = 24
_NIL = regex.compile(
    r"\b(?:nil|without reply|unanswered|to love|clean sheet|zu null|ohne gegen\p{L}+|a cero|sem resposta|sin respuesta|senza subire"
    r"|sans encaisser|sans réponse|do zera|bez (?:odgovora|odpovědi|odpowiedzi)|zonder tegen\p{L}+)\b"
    r"|всухую|без ответа|на ноль|всуху|без відповіді|без одговора|دون (?:رد|مقابل)|بدون رد|نظيف|مقابل لا شيء|[完零]封|영봉|완봉|무실점",
    regex.IGNORECASE,
)

_ROUND_THE_CLOCK = regex.compile(
    r"\b(?:a?round[- ]the[- ]clock|day and night|night and day|rund um die uhr|tag und nacht|dag en nacht|de klok rond|dygnet runt"
    r"|jour et nuit|día y noche|dia e noite|giorno e notte|zi și noapte|całą dobę|całodobow\p{L}*|dniem i nocą|nepřetržitě|dnem i nocí"
    r"|gece gündüz|yötä päivää|ympäri vuorokauden|éjjel-nappal|danonoćno|dan i noć|danju i noću)\b"
    r"|круглосуточн|днём и ночью|днем и ночью|цілодобов|денонощн|даноноћно|νύχτα μέρα|μέρα νύχτα|ليل نهار|ليلا ونهارا|על מדار|יומם ולילה"
    r"|شبانه‌?روز|दिन[- ]रात|चौबीसों|全天候|昼夜|晝夜|日夜|밤낮",
    regex.IGNORECASE,
)


def is_named_count(figure: Figure, other_side: set[Decimal], text: str, other_text: str) -> bool:
    """Whether a figure counts a floor, a meal, a fiscal year, a day's hours, the loser's goals or turns, which the other side says without.

    Args:
        figure: in digits, unmatched.
        other_side: every reading of every figure of the other text.
        text, other_text: where the figure stands, and the other side.
    """
    value = figure.value
    if value == 0:
        scored = any(score.start <= figure.start < score.end for score in find_scores(ascii_digits(text)))
        return scored and _NIL.search(other_text) is not None
    if value == _HOURS_A_DAY and _ROUND_THE_CLOCK.search(other_text):
        return True
    if value in _YEARS:
        behind = _FISCAL_BEHIND.match(text, figure.end) is not None and value + 1 in other_side
        return behind or (value - 1 in other_side and _FISCAL.search(other_text) is not None)
    if value == _TURNED and _U_TURN.search(other_text):
        return True
    if value > _MOST:
        return False
    floor = _FLOOR_BEHIND.match(text, figure.end) is not None and _NAMED_FLOOR.search(other_text) is not None
    return floor or (_MEALS_BEHIND.match(text, figure.end) is not None and _NAMED_MEAL.search(other_text) is not None)


_MOST = 99
"""Floors and meals beyond which a figure counts something else."""
