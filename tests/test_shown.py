"""What is shown of the happenings that one sentence of one article tells."""

import datetime as dt

import pytest

from extract import Document, happenings_of, read_article

LEAD = {
    "en": "Jets bombed the market of Lorn on Tuesday, killing nine people.\n\n",
    "hi": "लड़ाकू विमानों ने मंगलवार को लोर्न के बाजार पर बम गिराए।\n\n",
}


def _shown(text: str, language: str, kind: str) -> list[bool]:
    document = Document("d", LEAD[language] + text, language=language, published=dt.date(2024, 5, 2), published_how="given")
    return [one.hidden is None for one in happenings_of([read_article(document)]) if one.kind == kind]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Kenyan officials fear that more people will flee.", "concern"),
        ("en", "Experts say that the truce is dead.", "expert opinion"),
        ("hi", "विशेषज्ञों का मानना है कि युद्धविराम टूट चुका है।", "expert opinion"),
        ("hi", "सेना ने इस आरोप से इनकार किया।", "denial"),
    ],
)
def test_a_fear_an_opinion_and_a_denial_are_shown_where_somebody_has_them(language: str, text: str, kind: str) -> None:
    assert _shown(text, language, kind) == [True]


def test_a_fear_of_nobody_is_left_out() -> None:
    assert not any(_shown("There is unease in the valley.", "en", "concern"))


@pytest.mark.parametrize(("votes", "shown"), [("by 2,100 votes", False), ("after the votes of Tuesday", True)])
def test_a_count_of_votes_is_no_vote(votes: str, shown: bool) -> None:
    assert (True in _shown(f"Anna Reed became mayor {votes}.", "en", "vote")) == shown


def test_violence_that_the_news_only_looks_back_on_is_left_out() -> None:
    text = "Voters of Hull elected a mayor on Tuesday after a campaign marred by violence."
    assert _shown(text, "en", "violence") == [False]
    assert _shown("Violence broke out in Hull on Wednesday.", "en", "violence") == [True]
