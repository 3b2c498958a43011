"""Pairs of short articles of our own: the disagreements found in them do not grow fewer, and false alarms do not grow."""

import datetime as dt

import pytest

from extract import Document, happenings_of, read_article
from tests.benchmarking import ROOT, benchmark, floors

FLOORS = floors("pairs")
DAY = dt.date(2024, 3, 7)  # a Thursday


@pytest.fixture(scope="module")
def reached():
    return benchmark("pairs").score([ROOT / "tests" / "pairs"])[0]


def test_no_fewer_disagreements_are_found_in_our_own_pairs(reached):
    assert reached["found"]["all"][0] >= FLOORS["found"]


def test_no_more_alarms_are_false_in_our_own_pairs_and_traps(reached):
    assert reached["false_alarms"]["all"][0] <= FLOORS["false_alarms_at_most"]


def fields(*told: tuple[str, str]) -> list[str]:
    """Give the fields on which texts, each with its language, disagree."""
    documents = [Document(str(number), text, published=DAY, language=code) for number, (code, text) in enumerate(told)]
    happenings = happenings_of([read_article(one) for one in documents])
    return sorted({one.field for happening in happenings if happening.hidden is None for one in happening.disagreements})


ROWS = {
    "who struck, though somebody without a name says it": (
        ("en", "Iran shelled a village near the Iraqi town of Halabja on Wednesday, a monitor said. Two people died."),
        ("en", "Turkey shelled a village near Halabja in Iraq on Wednesday, residents said. Schools stayed shut."),
        ["participant"],
    ),
    "diplomats expelled": (
        ("en", "Poland expelled 12 Russian diplomats on Wednesday, the foreign ministry in Warsaw said."),
        ("de", "Polen hat am Mittwoch 15 russische Diplomaten ausgewiesen, teilte das Außenministerium in Warschau mit."),
        ["count"],
    ),
    "prisoners released": (
        ("es", "Venezuela liberó el miércoles en Caracas a 52 presos políticos."),
        ("en", "Venezuela released 40 political prisoners in Caracas on Wednesday."),
        ["count"],
    ),
    "parts of the day of an attack in other words": (
        ("ru", "Ракетный удар был нанесен по Харькову рано утром в среду."),
        ("ru", "Харьков подвергся ракетному удару вечером в среду."),
        ["time"],
    ),
    "what a speaker without a name denies": (
        ("de", "Aserbaidschanische Truppen haben am Mittwoch ein Dorf bei Goris angegriffen, teilte Armenien mit."),
        ("ru", "Азербайджанские войска в среду не атаковали село у Гориса, заявили в Баку."),
        ["modality"],
    ),
    "two terms of one convict": (
        ("en", "A court in Malmo sentenced the banker Ann Lee to six years in prison on Tuesday. She denied fraud."),
        ("fr", "La banquière Ann Lee a été condamnée mardi à Malmö à neuf ans de prison."),
        ["duration"],
    ),
    "years and months of one term": (
        ("en", "A court in Malmo sentenced the banker Ann Lee to 18 months in prison on Tuesday."),
        (
            "en",
            "The banker Ann Lee was sentenced to one and a half years in prison by a court in Malmo on Tuesday. She denied fraud.",
        ),
        [],
    ),
    "the terms of two convicts": (
        ("en", "A court in Malmo sentenced the banker Ann Lee to six years in prison on Tuesday."),
        ("en", "A court in Malmo sentenced the broker Olga Stein to two years in prison on Tuesday. She will appeal."),
        [],
    ),
    "two results of one vote": (
        ("en", "The parliament in Oslo passed a law on fishing by 91 votes to 70 on Tuesday."),
        ("en", "Lawmakers in Oslo adopted the fishing law on Tuesday with a vote of 88 to 70. The king has to sign it."),
        ["count"],
    ),
    "ages of voters are no result": (
        ("en", "The parliament in Oslo passed a law on fishing by 91 votes to 70 on Tuesday."),
        ("en", "The parliament in Oslo passed a law on fishing on Tuesday; polls of people aged 18-34 found few who like it."),
        [],
    ),
    "morning and afternoon": (
        ("en", "The mayor of Celaya was murdered by gunmen on Tuesday morning, prosecutors said. They fled in a van."),
        ("es", "El alcalde de Celaya fue asesinado a tiros el martes por la tarde por unos pistoleros."),
        ["time"],
    ),
    "a night told by its two days": (
        ("en", "A fire broke out in a hotel in Kassel on Tuesday night. Nobody was hurt."),
        ("de", "In einem Hotel in Kassel ist in der Nacht zum Mittwoch ein Feuer ausgebrochen."),
        [],
    ),
    "German nouns make no headline": (
        ("de", "Ein Zug mit Chemikalien ist am Dienstag bei Namur entgleist. Die Strecke ist gesperrt."),
        ("fr", "Un train transportant des produits chimiques a déraillé mercredi près de Namur. La ligne est coupée."),
        ["date"],
    ),
    "two who were elected": (
        ("en", "Tajikistan's parliament elected Yusuf Karim as prime minister in Dushanbe on Tuesday. He had been a judge."),
        ("en", "Hamid Nazari was elected prime minister of Tajikistan by parliament in Dushanbe on Tuesday. He promised reforms."),
        ["participant"],
    ),
    "one who was elected and whom he follows": (
        ("en", "Tajikistan's parliament elected Yusuf Karim as prime minister in Dushanbe on Tuesday. He had been a judge."),
        (
            "en",
            "Yusuf Karim was elected prime minister of Tajikistan by parliament in Dushanbe on Tuesday in place of Hamid Nazari.",
        ),
        [],
    ),
    "denied": (
        ("en", "Rebels shot down an army helicopter near Lashio on Tuesday, their spokesman said. Its crew died."),
        ("en", "Myanmar's army denied that an army helicopter was shot down near Lashio on Tuesday. It spoke of a flight drill."),
        ["modality"],
    ),
    "a part of the dead told beside all of them": (
        ("en", "A bus accident near Huancayo on Tuesday killed 14 people, three of them teachers."),
        ("es", "Tres profesores murieron el martes en un accidente de autobús cerca de Huancayo."),
        [],
    ),
    "two depths of one fall": (
        ("en", "A cable car fell about 60 metres in Gangtok on Tuesday. The accident is looked into."),
        ("en", "In Gangtok a cable car fell 90 metres on Tuesday. The cause of the accident is not known yet."),
        ["count"],
    ),
    "two hauls of one seizure": (
        ("en", "Customs officers in Antwerp seized 420 kilos of cocaine in a container of bananas on Tuesday."),
        ("nl", "De douane in Antwerpen heeft dinsdag 650 kilo cocaïne in beslag genomen."),
        ["count"],
    ),
    "half a tonne in kilos": (
        ("en", "A Swiss bank was fined half a million euros by a court in Metz on Tuesday."),
        ("fr", "Une banque suisse a été condamnée mardi par un tribunal de Metz à une amende de 500 000 euros."),
        [],
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))
def test_two_articles_disagree_only_where_both_cannot_be_true(row):
    *told, expected = row
    assert fields(*told) == expected


def test_two_scores_of_a_vote_are_told_once():
    texts = (
        ("nl", "Het parlement in Den Haag nam woensdag de wet aan met 88 tegen 62 stemmen."),
        ("en", "The parliament in The Hague passed the law on Wednesday by 84 votes to 66."),
    )
    documents = [Document(str(number), text, published=DAY, language=code) for number, (code, text) in enumerate(texts)]
    told = [
        one for happening in happenings_of([read_article(document) for document in documents]) for one in happening.disagreements
    ]
    assert [[side.value for side in one.sides] for one in told] == [["88 tegen 62", "84 votes to 66"]]
