"""Letters that a language never uses tell at once; names, brands and codes do not."""

import pytest

from tqcheck.text.foreign_script import in_foreign_script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Добрый день", "de"),
        ("他们昨天来了。", "en"),
        ("the bridge is closed", "ru"),
        ("la calle está cortada", "hi"),
        ("Καλημέρα σας", "ja"),
        ("시장이 말했다", "zh"),
        ("der Markt ist heute zu", "uk"),
    ],
)
def test_foreign_letters_are_seen_in_a_few_words(text, language):
    assert in_foreign_script(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Guten Tag allerseits", "de"),
        ("Dobar dan svima", "sr"),
        ("Добар дан свима", "sr-Latn"),
        ("iPhone 15 Pro Max", "ru"),
        ("Microsoft Office Word", "zh"),
        ("東京都知事選挙", "ja"),
        ("東京都知事選挙", "ko"),
        ("https://example.org/a/long/path for details, see", "de"),
        ("wo bu zhidao ta zai nali", "zh-Latn"),
        ("Ω", "de"),
        ("any words of a language nobody knows", "xx"),
        ("Москва — столица, the capital of a large country", "ru"),
    ],
)
def test_names_codes_and_own_letters_are_not_foreign(text, language):
    assert not in_foreign_script(text, language)
