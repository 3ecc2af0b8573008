"""Months that are misspelt or of another language."""

import pytest

from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.month_words import is_near_month, misspelt_month
from sinorus.dates.parsing import parse_date


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Feburary", 2),
        ("Apirl", 4),
        ("Ocotber", 10),
        ("Decemeber", 12),
        ("Mayy", 5),
        ("Junne", 6),
        ("Jnue", 6),
        ("Jluy", 7),
        ("Decc", 12),
        ("Septt", 9),
        ("Match", None),
        ("Augusta", None),
        ("Remember", None),
        ("Mach", None),
        ("Jury", None),
        ("Mann", None),
        ("Noon", None),
    ],
)
def test_misspelt_month_is_known_by_a_slip_or_two(word: str, month: int | None) -> None:
    assert misspelt_month(word) == month


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Mai 16, 2024", "2024-05-16"),
        ("16. Mai 2024", "2024-05-16"),
        ("3. März 2024", "2024-03-03"),
        ("1er février 2024", "2024-02-01"),
        ("16 mai 2024", "2024-05-16"),
        ("5 août 2024", "2024-08-05"),
        ("5 mars 2024", "2024-03-05"),
        ("Mars 5, 2024", None),
        ("19 de mayo de 2024", "2024-05-19"),
        ("20 maggio 2024", "2024-05-20"),
        ("21 de março de 2024", "2024-03-21"),
        ("22 мая 2024", "2024-05-22"),
        ("5-7 juin 2024", "2024-06-05/2024-06-07"),
        ("12 mei 2024", "2024-05-12"),
        ("mai 2024", "2024-05"),
        ("mai", None),
    ],
)
def test_month_of_another_language_is_read_beside_a_number(text: str, edtf: str | None) -> None:
    if edtf is None:
        with pytest.raises(UnreadableDateError):
            parse_date(text)
    else:
        assert parse_date(text).edtf == edtf


@pytest.mark.parametrize(
    ("word", "near"),
    [("Mey", True), ("Tuly", True), ("Ebruary", True), ("Nctober", True), ("Day", False), ("Article", False)],
)
def test_word_is_near_a_month_or_is_not(word: str, near: bool) -> None:
    assert is_near_month(word) is near
