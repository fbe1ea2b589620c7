"""Which reports may be speaking of injury or abuse."""

import pytest

from varvet.kernel.law.harm import mentions_harm

FOUND = [
    "Hon hade ett blåmärke på armen.",
    "Han blev skadad när dörren slog igen.",
    "Skadorna syntes först dagen efter.",
    "Pojken säger att han blir slagen hemma.",
    "Klienten HOTADES i väntrummet.",
    "Det hotfulla samtalet fortsatte.",
    "Vi misstänker våld i nära relation.",
    "Ett sexuellt övergrepp på boendet.",
    "Brukaren avled under natten.",
    "Han har försökt ta sitt liv, ett självmordsförsök.",
    "Fallskador i badrummet.",
    "En arbetsolycka i köket.",
    "Personen var inlåst i sitt rum.",
    "Ingen kom till skada.",
]
NOT_FOUND = [
    "",
    "Brevet skickades till fel adress.",
    "Ett slags missförstånd om tiden.",
    "Mötet på hotellet blev inställt.",
    "Utredningen blev försenad två veckor.",
    "Vi saknade en vikarie på eftermiddagen.",
    "Beslutet var inte kommunicerat.",
]


@pytest.mark.parametrize("text", FOUND)
def test_harm_is_found_in_any_ending(text: str) -> None:
    assert mentions_harm(text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_goes_wrong_without_harm_is_not(text: str) -> None:
    assert not mentions_harm(text)


def test_any_of_several_texts_is_enough() -> None:
    assert mentions_harm("Allt var lugnt.", "Sedan blödde han.")
