"""Incidents that the news only tells again."""

import datetime as dt

import pytest
from telling_events import city, event, events_of

TUESDAY = dt.date(2024, 4, 30)


def _is_before(text: str, words: str) -> bool:
    when = event(text, words).when
    assert when is not None
    return (when.first_day, when.last_day) == (None, TUESDAY) and when.rule.startswith("date: before ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll of those killed in the flood rose to 14 on Tuesday.", "killed"),
        ("Villagers blocked a road near Lorn on Tuesday in protest after the storm, which killed 27 people.", "killed"),
        ("Rescuers in the port of Lorn on Tuesday called off the search for five sailors whose ferry sank.", "sank"),
        ("A court jailed the owner of the ferry on Tuesday. The vessel capsized in high waves.", "capsized"),
        ("The number of people killed in the bus crash has risen to 13.\n\nTwo of the injured died on Tuesday.", "crash"),
    ],
)
def test_an_incident_that_is_only_told_again_has_not_the_day_of_the_news(text: str, words: str) -> None:
    assert _is_before(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bus overturned near Lorn on Tuesday. Four passengers were killed.", "killed"),
        ("A court jailed the mayor on Tuesday. Six people were hurt in riots outside.", "hurt"),
    ],
)
def test_what_struck_on_the_day_of_the_news_or_came_of_it_keeps_the_day(text: str, words: str) -> None:
    when = event(text, words).when
    assert when is not None
    assert when.first_day == TUESDAY


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "El número de muertos en el incendio subió el martes a 14.", "muertos"),
        ("de", "Die Zahl der Toten ist am Dienstag auf 14 gestiegen.", "Toten"),
        ("ru", "Число погибших при пожаре во вторник выросло до 14.", "погибших"),
        ("uk", "Кількість загиблих під час пожежі у вівторок зросла до 14.", "загиблих"),
        ("hi", "आग में मरने वालों की संख्या मंगलवार को बढ़कर 14 हो गई।", "मरने"),
        ("zh", "记者30日从警方获悉，截至当日16时，爆炸已造成8人遇难。", "遇难"),
    ],
)
def test_the_day_of_a_count_is_not_that_of_the_deaths(language: str, text: str, words: str) -> None:
    when = event(text, words, language).when
    assert when is not None
    assert (when.first_day, when.last_day) == (None, TUESDAY)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Police confirmed on Tuesday the death of a miner.", "death"),
        ("fr", "La police a confirmé mardi la mort d'un mineur.", "mort"),
        ("uk", "Поліція підтвердила у вівторок загибель шахтаря.", "загибель"),
        ("ko", "소방당국은 노동자 1명이 숨졌다고 30일 밝혔다.", "숨졌"),
        ("zh", "警方30日确认一名矿工死亡。", "死亡"),
    ],
)
def test_the_day_of_a_confirmation_is_but_a_weak_day_of_the_death(language: str, text: str, words: str) -> None:
    when = event(text, words, language).when
    assert when is not None
    assert (when.first_day, when.rule) == (TUESDAY, "date: confirmed on it")
    assert when.confidence < 0.7


def test_what_is_told_of_a_day_before_its_confirmation_keeps_that_day() -> None:
    when = event("경찰은 28일 밤 노동자 1명이 숨졌다고 30일 밝혔다.", "숨졌", "ko").when
    assert when is not None
    assert when.first_day == dt.date(2024, 4, 28)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Jets bombed a market near Lorn on Tuesday.\n\nThe mayor condemned the raid.", "condemned", 2),
        ("The presidents met in Lorn on Tuesday.\n\nThe mayor praised the guests.", "praised", -1),
        ("The presidents met in Lorn on Tuesday.\n\n“It is a start,” said Ines Quiroga, a political scientist.", "said", 2),
    ],
)
def test_what_is_said_of_an_incident_or_by_an_expert_is_said_when_it_is_told(text: str, words: str, day: int) -> None:
    when = event(text, words).when
    assert when is not None
    assert when.first_day == (TUESDAY if day < 0 else dt.date(2024, 5, day))


def test_what_stands_behind_since_is_earlier_than_the_news_unless_it_is_the_news() -> None:
    lead = "Jets bombed a market near Lorn on Tuesday.\n\n"
    coup = event(f"{lead}Thousands have fled since the coup.", "coup").when
    assert coup is not None
    assert coup.first_day is None
    attack = event(f"{lead}Thousands have fled since the attack.", "attack").when
    assert attack is not None
    assert attack.first_day == TUESDAY


def test_the_news_told_again_lends_its_day_to_count_from() -> None:
    text = "Jets bombed a market near Lorn on Tuesday.\n\nThe attack came a day after rebels captured an outpost, killing nine."
    for words in ("captured", "killing"):
        when = event(text, words).when
        assert when is not None
        assert when.first_day == dt.date(2024, 4, 29)


def test_what_explains_a_deed_takes_the_day_of_the_deed_beside_it_alone() -> None:
    text = "The mayor announced a fence in February, and guards shut the gate on Tuesday after hundreds had fled across it."
    when = event(text, "fled").when
    assert when is not None
    assert (when.first_day, when.last_day) != (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_a_deed_done_takes_no_end_of_a_year_that_is_still_to_come() -> None:
    text = "The presidents met in Lorn on Tuesday. He invited her to Arden, and she hopes to go there before the end of the year."
    when = event(text, "invited").when
    assert when is not None
    assert when.first_day == TUESDAY


def test_the_date_of_a_clause_put_in_is_not_that_of_the_sentence() -> None:
    text = "The presidents met in Lorn on Tuesday.\n\nKenya, which in October 2023 had sold them radars, called for restraint."
    when = event(text, "called for").when
    assert when is not None
    assert (when.first_day, when.last_day) != (dt.date(2023, 10, 1), dt.date(2023, 10, 31))


def test_a_crash_told_again_keeps_its_own_day() -> None:
    text = "A train crashed in Lorn on April 2. The driver was arrested on Tuesday. He had slept an hour before the crash."
    when = events_of(text)[-1].when
    assert when is not None
    assert (when.first_day, when.rule) == (dt.date(2024, 4, 2), "date: told before")


@pytest.mark.parametrize(
    "again",
    [
        "The driver was released on Tuesday after the crash.",
        "The flags lowered on the day of the crash were raised on Tuesday.",
        "The records were deleted a day after the crash, the prosecutor said on Tuesday.",
    ],
)
def test_a_crash_named_again_has_no_day_of_what_was_done_about_it(again: str) -> None:
    found = events_of(f"A train crashed in Lorn on April 2. {again}")
    when = next(one for one in found if one.trigger == "crash").when
    assert when is not None
    assert when.first_day == dt.date(2024, 4, 2)


def test_another_crash_keeps_the_day_beside_it() -> None:
    text = "A train crashed in Lorn on April 2. The crash on Tuesday hurt nobody."
    when = next(one for one in events_of(text) if one.trigger == "crash").when
    assert when is not None
    assert when.first_day == TUESDAY


def test_days_far_down_do_not_outvote_that_of_the_first_sentence() -> None:
    text = (
        "A court in Lorn on Tuesday found the banker guilty of fraud. A lawyer denounced the ruling. The judge read for an hour. "
        "It was warm. The room was empty. The lawyer left by car.\n\n"
        "The hearings ended on Friday. The team of the banker plays its match on Friday."
    )
    when = event(text, "denounced").when
    assert when is not None
    assert when.first_day == TUESDAY


def test_what_answers_an_incident_of_days_ago_has_the_later_day_of_the_lead() -> None:
    text = (
        "Police on Tuesday charged the owner over the explosion that killed four people in Lorn on Saturday.\n\n"
        "The explosion tore through a hall on Saturday. A judge has banned such halls. The roof injured six people."
    )
    banned, injured = event(text, "banned").when, event(text, "injured").when
    assert banned is not None
    assert banned.first_day == TUESDAY
    assert injured is not None
    assert injured.first_day == dt.date(2024, 4, 27)


def test_lines_that_begin_with_an_hour_and_a_full_stop_are_of_the_day() -> None:
    lines = (
        "09:15. The army closed the port.",
        "11:40. Police detained a man.",
        "16:30. The mayor resigned. He had sat on Tuesday.",
    )
    when = event("\n\n".join(lines), "resigned").when
    assert when is not None
    assert when.first_day == dt.date(2024, 5, 2)


def test_what_is_said_in_a_piece_that_looks_back_on_old_news_is_said_when_it_appears() -> None:
    text = (
        "Last Friday the hall in Arden was full. The court met on Friday at noon.\n\n“The law is plain,” said Anna Reed, a lawyer."
    )
    assert event(text, "said").when.first_day == dt.date(2024, 5, 2)


def test_what_is_said_the_day_after_the_news_is_said_on_the_day_of_the_news() -> None:
    text = "The court met on Wednesday at noon. The mayor resigned on Wednesday.\n\n“The law is plain,” said Anna Reed, a lawyer."
    assert event(text, "said").when.first_day == dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "A quake shook Lorn on Tuesday.\n\nThe valley was hit by a quake in May 2011. More than 600 people died.", "died"),
        ("nl", "Een beving trof Lorn dinsdag.\n\nIn mei 2011 trof een aardbeving het dal. Er vielen 600 doden.", "doden"),
        ("es", "Un sismo sacudió Lorn el martes.\n\nEn mayo de 2011 hubo un sismo. Murieron 600 personas.", "Murieron"),
    ],
)
def test_those_who_died_long_ago_did_so_in_what_their_paragraph_told_before(language: str, text: str, words: str) -> None:
    when = event(text, words, language).when
    assert when is not None
    assert (when.first_day, when.last_day) == (dt.date(2011, 5, 1), dt.date(2011, 5, 31))


def test_those_who_died_in_the_news_keep_its_day_behind_a_paragraph_of_what_was_long_ago() -> None:
    text = "A quake shook Lorn on Tuesday.\n\nThe valley was hit by a quake in May 2011.\n\nFour people died, the police said."
    when = event(text, "died").when
    assert when is not None
    assert when.first_day == TUESDAY


def test_a_quake_of_its_own_told_later_does_not_date_the_quake_of_the_news() -> None:
    text = "The quake was felt at 8:11 p.m. on Tuesday. In May 2011 a quake destroyed the valley."
    assert [one.when and one.when.first_day for one in events_of(text) if one.kind == "earthquake"] == [
        TUESDAY,
        dt.date(2011, 5, 1),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В Туле сгорел склад. Напомним, в понедельник в Калуге сгорел гараж."),
        ("uk", "У Луцьку згорів склад. Нагадаємо, у понеділок у Рівному згорів гараж."),
        ("pl", "W Lublinie spłonął magazyn. Przypomnijmy, w poniedziałek w Zamościu spłonął garaż."),
        ("cs", "V Plzni shořel sklad. Připomeňme, v pondělí v Chebu shořela garáž."),
        ("es", "Un incendio destruyó un almacén en Lorca. Cabe recordar que el lunes ardió un garaje en Murcia."),
        (
            "pt",
            "Um incêndio destruiu um armazém em Braga. Vale lembrar que na segunda-feira um incêndio atingiu uma garagem em Faro.",
        ),
        ("fr", "Un incendie a détruit un entrepôt à Brest. Pour rappel, lundi, un incendie a ravagé un garage à Rennes."),
        ("it", "Un incendio ha distrutto un deposito a Lecce. Ricordiamo che lunedì un incendio ha devastato un garage a Bari."),
        ("ar", "اندلع حريق في مستودع في تونس. يذكر أن حريقا اندلع يوم الاثنين في مرآب في صفاقس."),
        ("vi", "Cháy kho hàng ở Đà Nẵng. Trước đó, hôm thứ Hai một gara bị cháy ở Huế."),
        ("tr", "Bursa'da bir depoda yangın çıktı. Hatırlanacağı üzere pazartesi günü Adana'da bir garajda yangın çıkmıştı."),
        ("nl", "In Breda is een loods afgebrand. Ter herinnering: maandag brandde in Tilburg een garage af."),
        ("ro", "Un incendiu a distrus un depozit la Cluj. Amintim că luni un incendiu a distrus un garaj la Arad."),
        ("en", "A fire destroyed a warehouse in Hull. As a reminder, on Monday a fire gutted a garage in Leeds."),
        ("de", "In Gera ist ein Lager abgebrannt. Zur Erinnerung: Am Montag ist in Jena eine Garage abgebrannt."),
        ("ko", "부산의 창고에서 불이 났다. 앞서 지난 29일 울산의 차고에서 불이 났다."),
    ],
)
def test_the_day_of_a_reminder_is_not_that_of_the_news(language: str, text: str) -> None:
    monday = TUESDAY - dt.timedelta(1)
    days = [one.when and one.when.first_day for one in events_of(text, language, dt.date(2024, 5, 2)) if one.kind == "fire"]
    assert days[0] == dt.date(2024, 5, 2)
    assert days[-1] == monday


@pytest.mark.parametrize(
    ("language", "text", "words", "at"),
    [
        ("en", "The case revived memories of Ada Lind, the editor who was shot dead in Lorn in May 2006.", "shot dead", "Lorn"),
        ("ru", "В Казани открыли памятник в память о врачах, которые погибли в Уфе в мае 2006 года.", "погибли", "Уфе"),
        ("en", "The town on Sunday marked the anniversary of the storm that sank a ferry in May 2006.", "sank", None),
    ],
)
def test_what_a_clause_tells_of_somebody_remembered_has_its_own_day_and_place(
    language: str, text: str, words: str, at: str | None
) -> None:
    told = event(text, words, language, [city(text, at)] if at else [])
    assert told.when is not None
    assert told.when.first_day == dt.date(2006, 5, 1)
    assert at is None or (told.where is not None and told.where.name == at)


@pytest.mark.parametrize("rest", ["the storm.", "the storm that killed 30 sailors."])
def test_what_is_only_remembered_has_not_the_day_of_its_feast(rest: str) -> None:
    told = events_of(f"On Sunday the town marked the anniversary of {rest}")
    assert all(one.when is None for one in told if one.kind in ("storm", "death"))


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        ("en", "Hundreds marched in Lorn on Sunday against last year's coup.", "coup", dt.date(2023, 1, 1)),
        ("en", "Police on Tuesday arrested three men over last year's gas explosion.", "explosion", dt.date(2023, 1, 1)),
        ("fr", "La cour a entendu mardi trois témoins de l'attaque de 2019.", "attaque", dt.date(2019, 1, 1)),
        ("en", "The firm reported a loss for last year on Monday.", "loss", dt.date(2024, 4, 29)),
    ],
)
def test_a_long_time_that_is_told_about_is_only_that_of_the_noun_beside_it(
    language: str, text: str, words: str, day: dt.date
) -> None:
    when = event(text, words, language).when
    assert when is not None
    assert when.first_day == day
