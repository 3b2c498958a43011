"""Killings that nobody did: whom a disaster killed has died."""

import pytest

from tests.telling_events import events_of


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Un séisme a tué neuf personnes lundi.", "death"),
        ("de", "Bei einem Erdbeben wurden am Montag neun Menschen getötet.", "death"),
        ("fr", "Un séisme a frappé la vallée lundi. Neuf personnes ont été tuées.", "death"),
        ("fr", "Des hommes armés ont tué neuf personnes lundi.", "killing"),
        ("fr", "Un séisme a frappé la vallée lundi. Un homme a ouvert le feu mardi. Neuf personnes ont été tuées.", "killing"),
        ("de", "Bei einem Angriff wurden am Montag neun Menschen getötet.", "killing"),
    ],
)
def test_those_whom_a_disaster_killed_have_died_and_the_others_were_killed(language: str, text: str, kind: str) -> None:
    assert [one.kind for one in events_of(text, language) if one.kind in ("death", "killing")] == [kind]
