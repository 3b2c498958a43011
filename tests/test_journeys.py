"""Who travels and whither, where a noun tells of a journey."""

import datetime as dt

import pytest

from extract.models import Document
from extract.pipeline import happenings_of, read_article


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "Putin's China visit drew criticism from Washington on Tuesday.", "Vladimir Putin visits China"),
        ("en", "Narendra Modi's US visit ended on Tuesday.", "Narendra Modi visits United States"),
        ("en", "The row overshadowed Modi's Russia trip.", "Narendra Modi visits Russia"),
        ("de", "Während Merkels Russland-Reise warnte Washington vor Sanktionen.", "Visit to Russia"),
        ("hi", "किम की रूस यात्रा के बीच मॉस्को और प्योंगयांग को एक-दूसरे से क्या चाहिए?", "Visit to Russia"),
        ("hi", "राष्ट्रपति की मालदीव यात्रा को लेकर बीजिंग में चिंता है।", "Visit to Maldives"),
        ("hi", "मोदी की जापान यात्रा पर चीन ने नाराजगी जताई।", "Narendra Modi visits Japan"),
        ("hi", "जयशंकर के रूस दौरे से पहले लंदन में विरोध हुआ।", "S. Jaishankar visits Russia"),
        ("mr", "मोदींच्या जपान दौऱ्यावर चीनने नाराजी व्यक्त केली.", "Visit to Japan"),
        ("bn", "মোদির জাপান সফর নিয়ে বেইজিং উদ্বেগ জানিয়েছে।", "Narendra Modi visits Japan"),
        ("tr", "Erdoğan'ın Rusya ziyareti Washington'da endişe yarattı.", "Recep Tayyip Erdoğan visits Russia"),
        ("zh", "金正恩的俄罗斯之行引起华盛顿的担忧。", "Kim Jong Un visits Russia"),
        ("ja", "岸田首相のインド訪問について、北京は懸念を示した。", "Fumio Kishida visits India"),
    ],
)
def test_a_land_before_the_noun_of_a_journey_is_its_goal_and_does_not_travel(language: str, text: str, label: str) -> None:
    article = read_article(Document("d", text, language=language, published=dt.date(2024, 5, 16)))
    assert [one.label for one in happenings_of([article]) if one.kind == "visit"] == [label]


def test_a_bare_verb_behind_a_plural_name_stays_a_verb() -> None:
    text = "On Tuesday the Titans visit Kabul."
    (event,) = read_article(Document("d", text, language="en", published=dt.date(2024, 5, 16))).events
    assert (event.kind, event.where.name) == ("visit", "Kabul")
