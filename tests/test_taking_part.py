"""Who takes part in an event, and who is only told beside it: pronouns, articles, subjects left out, names behind prepositions."""

import pytest

from tests.telling_events import event


def roles(text: str, words: str, language: str) -> dict[str, str]:
    return {person.name: person.role for person in event(text, words, language).participants}


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("es", "El juez Raúl Mamani llegó a Quito. El país recibió a Luis Arce.", "recibió", {"Luis Arce": "patient"}),
        ("es", "Raúl Mamani llegó a Quito. Él detuvo a Luis Arce.", "detuvo", {"Raúl Mamani": "agent", "Luis Arce": "patient"}),
        ("fr", "Le juge Paul Morel est arrivé à Lyon. Un corps a été retrouvé, celui d’un garde a été tué.", "tué", {}),
        ("de", "Der Richter Paul Morel reiste nach Kiew. Der Angriff soll ein Versehen gewesen sein.", "Angriff", {}),
        ("vi", "Ông Vladimir Putin đến Hà Nội. Ông Joe Biden gặp ông Tô Lâm.", "gặp", {"Joe Biden": "agent", "To Lam": "patient"}),
        ("fr", "Le juge Paul Morel est arrivé à Lyon.", "arrivé", {"Paul Morel": "agent"}),
        ("it", "Il giudice Paolo Morelli è arrivato a Torino.", "arrivato", {"Paolo Morelli": "agent"}),
        ("fr", "Le juge Paul Morel a été tué à Lyon.", "tué", {"Paul Morel": "patient"}),
    ],
)  # fmt: skip
def test_an_article_or_a_title_is_no_pronoun_and_who_arrives_acts(
    language: str, text: str, words: str, expected: dict[str, str]
) -> None:
    assert roles(text, words, language) == expected
