"""Who takes part in an event, and who is only told beside it: pronouns, articles, subjects left out, names behind prepositions."""

import pytest

from extract import Document, read_article


def roles(text: str, words: str, language: str) -> dict[str, str]:
    """Give who takes part by name in an event, with the role; not who is only named beside it."""
    events = read_article(Document("a", text, language=language)).events
    found = next(one for one in events if words in one.trigger)
    return {person.name: person.role for person in found.participants if not person.aside and person.kind != "common"}


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


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("en", "Police arrested employees of the Ministry of Trade.", "arrested", {}),
        ("en", "Police arrested Raul Mamani.", "arrested", {"Raul Mamani": "patient"}),
        ("en", "Ines Quiroga met with Raul Mamani.", "met", {"Ines Quiroga": "agent", "Raul Mamani": "companion"}),
        ("es", "La policía detuvo a dos empleados de Raúl Mamani.", "detuvo", {}),
        ("es", "La policía detuvo a Raúl Mamani.", "detuvo", {"Raúl Mamani": "patient"}),
    ],
)
def test_a_name_behind_a_verb_under_a_preposition_has_no_part(
    language: str, text: str, words: str, expected: dict[str, str]
) -> None:
    assert roles(text, words, language) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ines Quiroga left the court after detectives released pictures.", "released", {}),
        ("Ines Quiroga flew home and met Raul Mamani.", "met", {"Ines Quiroga": "agent", "Raul Mamani": "patient"}),
        ("Ines Quiroga, who won the vote, resigned.", "resigned", {"Ines Quiroga": "agent"}),
        ("Peru shut the pass for two days after the blast.", "blast", {}),
    ],
)
def test_a_clause_goes_on_with_the_subject_before_only_where_it_has_none(text: str, words: str, expected: dict[str, str]) -> None:
    assert roles(text, words, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("en", "Russian troops attacked the village.", "attacked", {"Russia": "agent"}),
        ("en", "A Russian school cancelled classes.", "cancelled", {}),
        ("en", "The Russian attack killed a driver.", "attack", {"Russia": "agent"}),
        ("de", "Russische Truppen griffen das Dorf an.", "griffen", {"Russia": "agent"}),
        ("es", "Las tropas rusas atacaron la aldea.", "atacaron", {"Russia": "agent"}),
        ("es", "La filial española cerró sus puertas.", "cerró", {}),
        ("ru", "Российские войска атаковали деревню.", "атаковали", {"Russia": "agent"}),
    ],
)  # fmt: skip
def test_the_adjective_of_a_land_takes_part_only_beside_what_acts_for_the_land(
    language: str, text: str, words: str, expected: dict[str, str]
) -> None:
    assert roles(text, words, language) == expected


def test_an_act_of_saying_is_done_by_whoever_says_it() -> None:
    text = "“Peru wants to go into a deal with broken ports,” said Ines Quiroga, an analyst at the Institute of Trade."
    assert roles(text, "said", "en") == {"Ines Quiroga": "agent"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ines Quiroga, who met Raul Mamani in Rome, said the pass was closed.", "Ines Quiroga"),
        ("The minister, who met Raul Mamani in Rome, said the pass was closed.", None),
        ("The pass was closed, Raul Mamani said.", "Raul Mamani"),
    ],
)
def test_whom_a_clause_between_commas_tells_of_does_not_speak(text: str, speaker: str | None) -> None:
    events = read_article(Document("a", text, language="en")).events
    assert {one.said_by.name if one.said_by else None for one in events} == {speaker}


def test_whoever_speaks_takes_part_in_what_a_clause_about_him_tells() -> None:
    text = "Ines Quiroga, who met Raul Mamani in Rome, said the pass was closed."
    assert roles(text, "met", "en") == {"Ines Quiroga": "agent", "Raul Mamani": "patient"}
