"""Events of many documents become happenings."""

import datetime as dt
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from extract import Document, happenings_of, read_article
from extract.happenings import link
from extract.happenings.account import accounts_of
from extract.happenings.clustering import cluster
from extract.happenings.harking import harking_back
from extract.happenings.kinship import kinship
from extract.kinds import kind_named
from extract.language import load_pack
from extract.language.linking import linking_words
from extract.models import Article, Happening, When
from extract.stories import Affairs, affairs_of, group_stories, independent_texts
from tests.telling import article, when

PACKS = {code: load_pack(code) for code in ("en", "hi")}
FERRY = "Two ferries met head-on off Dover on Monday.\nThe collision off Dover left nine people dead, the harbour master said."
FERRY_AGAIN = "Nine passengers died when two ferries hit each other at Dover on Monday.\nThe Dover collision closed the harbour."
FIRE = "A blaze swept through a mill in Hull on Monday.\nNobody was hurt in the fire, Hull officials said."


def ferry(id_: str, text: str = FERRY, day: str = "2021-03-01", published: str = "2021-03-02") -> Article:
    return article(
        id_,
        text,
        {"trigger": "collision", "kind": "collision", "day": day, "on": "Monday", "at": "Dover"},
        published=published,
    )


def launch(id_: str, day: str, published: str) -> Article:
    text = "North Korea launched two missiles from Sunan, the army said.\nThe missiles fell into the sea."
    return article(
        id_,
        text,
        {
            "trigger": "launched",
            "kind": "missile launch",
            "day": day,
            "at": "Sunan",
            "who": {"North Korea": "agent"},
            "objects": ("missile",),
        },
        published=published,
    )


def told(happenings: tuple[Happening, ...], kind: str) -> list[set[str]]:
    return [{mention.document_id for mention in happening.mentions} for happening in happenings if happening.kind == kind]


def test_two_reports_of_one_thing_are_one_happening() -> None:
    assert told(link([ferry("a"), ferry("b", FERRY_AGAIN)], PACKS), "collision") == [{"a", "b"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("death", "injury"),
        ("arrival", "departure"),
        ("thanks", "pledge"),
        ("agreement", "talks"),
        ("resignation", "dismissal"),
        ("raid", "arrest"),
        ("arrest", "charge"),
        ("trial", "sentence"),
        ("search", "rescue"),
        ("disappearance", "search"),
        ("funeral", "commemoration"),
        ("expulsion", "diplomatic rupture"),
        ("government formation", "resignation"),
    ],
)
def test_the_dead_are_no_more_like_the_hurt_than_like_anything_else(one: str, other: str) -> None:
    apart = kinship(kind_named("flood"), kind_named("trial"))
    assert kinship(kind_named(one), kind_named(other)) == kinship(kind_named(other), kind_named(one)) == apart


def test_a_toll_that_rises_later_does_not_move_the_deaths_behind_the_first_report_of_them() -> None:
    first = article(
        "a",
        "Nine died off Dover.",
        {"trigger": "died", "kind": "death", "day": "2021-03-01", "how": "inferred", "at": "Dover"},
        published="2021-03-02",
    )
    later = article(
        "b",
        "The toll off Dover rose to 12 on Friday.",
        {"trigger": "toll", "kind": "death", "day": "2021-03-05", "at": "Dover"},
        published="2021-03-05",
    )
    (deaths,) = link([first, later], PACKS)
    assert deaths.when is not None
    assert deaths.when.first_day == when("2021-03-01").first_day


def test_a_report_of_another_thing_stays_apart() -> None:
    fire = article("c", FIRE, {"trigger": "fire", "kind": "fire", "day": "2021-03-01", "at": "Hull"}, published="2021-03-02")
    assert len(link([ferry("a"), fire], PACKS)) == 2


def test_two_launches_of_one_month_stay_apart() -> None:
    articles = [
        launch("a", "2022-03-05", "2022-03-05"),
        launch("b", "2022-03-16", "2022-03-16"),
        launch("c", "2022-03-05", "2022-03-06"),
    ]
    assert sorted(map(sorted, told(link(articles, PACKS), "missile launch"))) == [["a", "c"], ["b"]]


def test_blasts_of_one_day_in_two_towns_stay_apart() -> None:
    text = "A bomb went off in {0} on Friday, and windows broke.\nThe explosion in {0} hurt four people."
    articles = [
        article(
            id_,
            text.format(town),
            {"trigger": "explosion", "kind": "explosion", "day": "2021-06-04", "at": town},
            published="2021-06-05",
        )
        for id_, town in (("a", "Dover"), ("b", "Hull"))
    ]
    assert len(told(link(articles, PACKS), "explosion")) == 2


def test_the_first_blast_and_the_second_stay_apart_in_every_article() -> None:
    text = "The second explosion at Dover hurt two firemen on Friday.\nThe first {0} there killed three dockers."
    articles = [
        article(
            id_,
            text.format(word),
            {"trigger": "explosion", "kind": "explosion", "day": "2021-06-04", "at": "Dover"},
            {"trigger": word, "kind": "explosion", "day": "2021-06-04", "how": "inferred", "at": "Dover"},
            published="2021-06-05",
        )
        for id_, word in (("a", "blast"), ("b", "detonation"))
    ]
    assert told(link(articles, PACKS), "explosion") == [{"a", "b"}, {"a", "b"}]


def test_the_arrests_of_two_persons_stay_apart() -> None:
    def arrest(id_: str, told: str, name: str) -> Article:
        text = f"Hull wakes to more news of stolen boats.\n{told.format(name=name)}\nThe boats were found in Hull."
        event = {"trigger": "arrested", "kind": "arrest", "who": {name: "patient"}}
        return article(id_, text, event, published="2021-03-02")

    stein = arrest("a", "Police in Hull arrested {name} on Monday over boats missing since May.", "Olga Stein")
    lund = arrest("b", "The harbour guard arrested {name}, a cook, as he left his home in Hull.", "Peter Lund")
    again = arrest("c", "The harbour guard arrested {name}, a cook, as she left her home in Hull.", "Stein")
    assert sorted(map(sorted, told(link([stein, lund], PACKS), "arrest"))) == [["a"], ["b"]]
    assert told(link([stein, again], PACKS), "arrest") == [{"a", "c"}]


def test_the_resignations_of_two_persons_stay_apart() -> None:
    def leaves(id_: str, told: str, name: str) -> Article:
        text = f"Hull asks who sold the old docks.\n{told}\nThe docks of Hull were sold in May."
        return article(id_, text, {"trigger": "resigned", "kind": "resignation", "who": {name: "agent"}}, published="2021-03-02")

    stein = leaves("a", "The harbour master Olga Stein resigned over the docks of Hull.", "Olga Stein")
    lund = leaves("b", "Peter Lund, who kept its books, resigned as well.", "Peter Lund")
    again = leaves("c", "Stein, who ran the docks, resigned as well.", "Stein")
    assert sorted(map(sorted, told(link([stein, lund], PACKS), "resignation"))) == [["a"], ["b"]]
    assert told(link([stein, again], PACKS), "resignation") == [{"a", "c"}]


def test_the_arrest_of_one_named_person_is_not_that_of_many() -> None:
    one = {"trigger": "arrested", "kind": "arrest", "at": "Hull", "who": {"Anna Reed": "patient"}}
    many = {"trigger": "detained", "kind": "arrest", "at": "Hull"}
    about = "The mill of Hull burnt down.\nThe mill of Hull was old, and the burnt mill lost its roof.\n{0}"
    first = article("a", about.format("Police arrested Anna Reed, who owned the mill."), one, published="2021-03-02")
    later = article("b", about.format("Police detained 60 people at the mill."), many, published="2021-03-02")
    again = article("c", about.format("Police detained a woman at the mill."), many, published="2021-03-02")
    assert sorted(map(sorted, told(link([first, later], PACKS), "arrest"))) == [["a"], ["b"]]
    assert told(link([first, again], PACKS), "arrest") == [{"a", "c"}]


def test_two_matches_without_a_common_side_are_two() -> None:
    keys = {"Chile": "@CL", "Kenya": "@KE", "Peru": "@PE", "Japan": "@JP"}

    def match(id_: str, winner: str, loser: str) -> Article:
        sides = {winner: "agent", loser: "patient"}
        event = {"trigger": "beat", "kind": "sports result", "day": "2021-03-01", "at": "Hull", "who": sides}
        text = f"{winner} beat {loser} in the hockey cup at Hull.\nThe hockey cup of Hull went on."
        made = article(id_, text, event, published="2021-03-02")
        people = tuple(replace(one, kind="country", key=keys[one.name]) for one in made.events[0].participants)
        return replace(made, events=(replace(made.events[0], participants=people),))

    first, other = match("a", "Chile", "Kenya"), match("b", "Peru", "Japan")
    assert len(told(link([first, other], PACKS), "sports result")) == 2
    assert told(link([first, match("c", "Chile", "Kenya")], PACKS), "sports result") == [{"a", "c"}]


def test_the_only_demand_of_each_article_is_one_demand_in_two_languages() -> None:
    ask = {"trigger": "demanded", "kind": "request"}
    told_en = "A ferry sank off Dover, and Putin spoke of it.\nThe opposition demanded that the minister go."
    told_hi = "डोवर के पास नौका डूबी और पुतिन ने इस पर बात की।\nविपक्ष ने मंत्री के इस्तीफे की मांग की।"
    sank = {"trigger": "sank", "kind": "accident", "at": "Dover", "day": "2021-03-01", "who": {"Putin": "agent"}}
    first = article("a", told_en, sank, ask, published="2021-03-02")
    sank_hi, ask_hi = {**sank, "trigger": "डूबी", "who": {"पुतिन": "agent"}}, {**ask, "trigger": "मांग"}
    second = article("b", told_hi, sank_hi, ask_hi, published="2021-03-02", language="hi")
    assert told(link([first, second], PACKS), "request") == [{"a", "b"}]
    twice = {"trigger": "इस्तीफे", "kind": "request"}
    third = article("c", told_hi, sank_hi, ask_hi, twice, published="2021-03-02", language="hi")
    assert {"a"} in told(link([first, third], PACKS), "request")


def test_two_arrested_persons_without_names_are_told_apart_by_their_ages() -> None:
    def arrest(id_: str, told: str) -> Article:
        text = f"Hull wakes to more news of stolen boats.\n{told}\nThe boats were found in Hull."
        event = {"trigger": "arrested", "kind": "arrest", "day": "2021-03-01", "at": "Hull"}
        return article(id_, text, event, published="2021-03-02")

    old = arrest("a", "Police arrested a 61-year-old cook in Hull on Monday.")
    young = arrest("b", "A woman aged 24 was arrested in Hull on Monday.")
    again = arrest("c", "A cook, 61, was arrested in Hull on Monday.")
    assert sorted(map(sorted, told(link([old, young], PACKS), "arrest"))) == [["a"], ["b"]]
    assert told(link([old, again], PACKS), "arrest") == [{"a", "c"}]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        *(("en", "a 34-year-old man"), ("en", "Anna Stein, 34, of Hull"), ("hi", "34 वर्षीय युवक"), ("de", "der 34-Jährige")),
        *(("fr", "un homme de 34 ans"), ("it", "un 34enne"), ("pl", "34-letni kierowca"), ("ru", "34-летний водитель")),
        *(
            ("tr", "34 yaşındaki sürücü"),
            ("ja", "田中太郎（34）"),
            ("ko", "박지훈(34)"),
            ("zh", "34岁男子"),
            ("ar", "يبلغ 34 عاما"),
        ),
    ],
)
def test_an_age_is_read_in_every_wording(code: str, text: str) -> None:
    found = linking_words(code).ages.search(text)
    assert found is not None
    assert [group for group in found.groups() if group] == ["34"]


@pytest.mark.parametrize(
    "text", ["on May 3, 12 and 14", "a 9,034-year-old tree", "for 34 years", "in 1934, when", "forderte Paz auf, 12,6 Millionen"]
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert linking_words("en").ages.search(text) is None


def test_what_one_article_tells_as_over_is_not_what_happened_after_it() -> None:
    def arrest(id_: str, told: str, day: str, how: str, published: str) -> Article:
        event = {"trigger": "arrested", "kind": "arrest", "day": day, "how": how, "at": "Hull"}
        return article(id_, f"The boats of Hull were stolen in May.\n{told}", event, published=published)

    lent = arrest("a", "A cook has been arrested in Hull over the boats.", "2021-03-01", "inferred", "2021-03-02")
    later = arrest("b", "A cook was arrested in Hull over the boats on Thursday.", "2021-03-04", "relative", "2021-03-05")
    same = arrest("c", "A cook was arrested in Hull over the boats on Monday.", "2021-03-01", "relative", "2021-03-05")
    assert sorted(map(sorted, told(link([lent, later], PACKS), "arrest"))) == [["a"], ["b"]]
    assert told(link([lent, same], PACKS), "arrest") == [{"a", "c"}]


def test_no_happening_holds_two_of_other_days_that_a_third_seems_to_join() -> None:
    def death(id_: str, told: str, published: str, day: str | tuple[str, str]) -> Article:
        event = {"trigger": "died", "kind": "death", "at": "Hull", "who": {"Mumps Ward": "agent"}, "day": day}
        return article(id_, told, event, published=published)

    first = death("a", "A boy died at the Mumps Ward of Hull on 1 March.", "2021-03-02", day="2021-03-01")
    second = death("b", "A patient died at the Mumps Ward of Hull on 16 March.", "2021-03-17", day="2021-03-16")
    third = death(
        "c", "The boy who died at the Mumps Ward of Hull in March was six.", "2021-05-02", day=("2021-03-01", "2021-03-31")
    )
    deaths = told(link([first, second, third], PACKS), "death")
    assert len(deaths) == 2
    assert not any({"a", "b"} <= one for one in deaths)


def test_the_tolls_of_two_blasts_of_one_day_stay_apart() -> None:
    def blast(id_: str, town: str, toll: str) -> Article:
        text = f"A bomb exploded in {town} on Monday, killing {toll} people, police said.\nNobody said who did it."
        bomb = {"trigger": "exploded", "kind": "bombing", "day": "2021-03-01", "at": town}
        return article(id_, text, bomb, {"trigger": "killing", "kind": "death", "day": "2021-03-01"}, published="2021-03-02")

    tolls = told(link([blast("a", "Dover", "four"), blast("b", "Hull", "nine")], PACKS), "death")
    assert sorted(map(sorted, tolls)) == [["a"], ["b"]]


def test_what_two_countries_do_is_not_one_thing() -> None:
    def attack(id_: str, one: str, other: str) -> Article:
        how = "with drones near the border" if one == "Chad" else "in the night, its army said in a short note"
        text = f"News of the border between Chad and Sudan.\n{one} attacked {other} {how}.\nThe border stays closed."
        event = {"trigger": "attacked", "kind": "attack", "day": "2021-03-01", "who": {one: "agent", other: "patient"}}
        made = article(id_, text, event, published="2021-03-02")
        keys = {"Chad": "@TD", "Sudan": "@SD"}
        people = tuple(replace(who, kind="country", key=keys[who.name]) for who in made.events[0].participants)
        return replace(made, events=(replace(made.events[0], participants=people),))

    apart = link([attack("a", "Chad", "Sudan"), attack("b", "Sudan", "Chad")], PACKS)
    assert sorted(map(sorted, told(apart, "attack"))) == [["a"], ["b"]]
    assert told(link([attack("a", "Chad", "Sudan"), attack("b", "Chad", "Sudan")], PACKS), "attack") == [{"a", "b"}]


def test_hindi_and_english_meet_in_one_happening() -> None:
    hindi = article(
        "h",
        "उत्तर कोरिया ने बुधवार को सुनान से दो मिसाइलें दागीं, सेना ने कहा।",
        {"trigger": "दागीं", "kind": "missile launch", "day": "2022-03-16", "at": "सुनान", "objects": ("missile",)},
        published="2022-03-16",
        language="hi",
    )
    assert told(link([launch("e", "2022-03-16", "2022-03-16"), hindi], PACKS), "missile launch") == [{"e", "h"}]


def test_a_reprint_counts_as_one_text() -> None:
    text = FERRY + "\n" + "The two masters were taken off by a lifeboat while a tug made fast to the smaller of the ships."
    happening = next(h for h in link([ferry("a", text), ferry("b", text + "\nMore follows.")], PACKS) if h.kind == "collision")
    assert len(happening.mentions) == 2
    assert happening.texts == 1


def test_reprints_are_one_text_and_other_reports_are_not() -> None:
    long = "\n".join(f"Sentence number {n} of the harbour report speaks of barge {n * 7} and of pier {n * 3}." for n in range(40))
    texts = independent_texts([ferry("a", FERRY + long), ferry("b", FERRY + long + "\nBy our reporter."), ferry("c", FERRY_AGAIN)])
    assert texts[0] == texts[1] != texts[2]


def test_a_folder_of_one_affair_is_one_story() -> None:
    asides = ["The weather was calm", "A tug left Calais", "Two cranes stood idle", "Nobody answered calls", "The pier reopened"]
    pairs = list(zip(asides, [*asides[1:], asides[0]], strict=True))
    texts = [f"{told}\n{one}. {other}." for told in (FERRY, FERRY_AGAIN) for one, other in pairs]
    assert len(set(group_stories([ferry(str(number), text) for number, text in enumerate(texts)]))) == 1


def test_articles_far_apart_in_time_are_no_story() -> None:
    assert len(set(group_stories([ferry("a"), ferry("b", published="2021-03-30")]))) == 2


def test_a_day_told_wins_over_a_day_inferred() -> None:
    inferred = ferry("b", FERRY_AGAIN)
    inferred = replace(inferred, events=tuple(replace(event, when=when("2021-03-02", how="inferred")) for event in inferred.events))
    happening = link([ferry("a"), inferred], PACKS)[0]
    assert happening.when is not None
    assert str(happening.when.first_day) == "2021-03-01"
    assert {item.document_id for item in happening.when.evidence} == {"a"}


def test_a_year_in_the_sentence_of_one_of_many_tellings_dates_none_of_them() -> None:
    def dated(told: Article, days: When) -> Article:
        return replace(told, events=tuple(replace(event, when=days) for event in told.events))

    year = replace(when("1991-01-01", "1991-12-31"), grain="year")
    many = [dated(ferry(id_, FERRY_AGAIN), when("2021-03-01", how="inferred")) for id_ in "abcd"]
    (happening,) = link([*many, dated(ferry("e"), year)], PACKS)
    assert happening.when is not None
    assert str(happening.when.first_day) == "2021-03-01"
    (alone,) = link([dated(ferry("e"), year)], PACKS)
    assert alone.when is not None
    assert str(alone.when.first_day) == "1991-01-01"


def test_a_town_wins_over_the_county_that_holds_it() -> None:
    county = article(
        "b",
        "The collision in Kent closed the harbour.",
        {"trigger": "collision", "kind": "collision", "at": "Kent"},
        published="2021-03-02",
    )
    happening = link([ferry("a"), replace(county, document=replace(county.document, text=county.document.text))], PACKS)[0]
    assert happening.where is not None
    assert happening.where.name == "Dover"


def test_an_article_is_about_the_robbery_and_not_about_the_search_for_the_robbers() -> None:
    text = "Police are searching for two men who robbed a bakery in Ghent on Monday.\n\nOfficers searched for them with dogs."
    document = Document("a", text, language="en", published=dt.date(2021, 3, 4), published_how="given")
    assert [one.kind for one in happenings_of([read_article(document)]) if one.main_of] == ["robbery"]


def test_every_word_of_evidence_is_found_at_its_offsets() -> None:
    texts = {"a": FERRY, "b": FERRY_AGAIN}
    for happening in link([ferry("a"), ferry("b", FERRY_AGAIN)], PACKS):
        assert all(texts[m.document_id][m.span.start : m.span.end] == m.text for m in happening.mentions)
        assert happening.when is not None
        assert [texts[e.document_id][e.span.start : e.span.end] for e in happening.when.evidence] == ["Monday", "Monday"]


def test_an_article_is_mainly_about_one_happening() -> None:
    happenings = link([ferry("a"), ferry("b", FERRY_AGAIN), launch("c", "2021-03-01", "2021-03-02")], PACKS)
    assert Counter(document for happening in happenings for document in happening.main_of) == {"a": 1, "b": 1, "c": 1}


def test_a_label_tells_kind_actor_and_figure_in_the_words_of_each_language() -> None:
    happening = link([launch("a", "2022-03-05", "2022-03-05")], PACKS)[0]
    assert happening.labels["en"] == "North Korea fires 2 missiles from Sunan"
    assert happening.labels["hi"].endswith("मिसाइलें दागीं")


def test_a_handshake_is_part_of_the_meeting() -> None:
    text = "Anna Berg met Carl Dahl in Hull on Monday.\nThe meeting in Hull was short.\nBerg and Dahl shook hands for the cameras."
    met = article(
        "a",
        text,
        {
            "trigger": "met",
            "kind": "meeting",
            "day": "2021-03-01",
            "at": "Hull",
            "who": {"Anna Berg": "agent", "Carl Dahl": "companion"},
        },
        {"trigger": "meeting", "kind": "meeting", "day": "2021-03-01", "at": "Hull", "who": {"Anna Berg": "agent"}, "lemma": "met"},
        {
            "trigger": "shook hands",
            "kind": "handshake",
            "day": "2021-03-01",
            "at": "Hull",
            "who": {"Berg": "agent", "Dahl": "agent"},
        },
        published="2021-03-02",
    )
    by_kind = {happening.kind: happening for happening in link([met], PACKS)}
    assert by_kind["handshake"].part_of == by_kind["meeting"].id


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    articles = [
        ferry("a"),
        ferry("b", FERRY_AGAIN),
        launch("c", "2022-03-05", "2022-03-05"),
        launch("d", "2022-03-16", "2022-03-16"),
        ferry("e", FERRY + "\nMore follows."),
        article("f", FIRE, {"trigger": "fire", "kind": "fire", "day": "2021-03-01", "at": "Hull"}, published="2021-03-02"),
    ]
    assert link([articles[at] for at in order], PACKS) == link(articles, PACKS)


def test_ids_are_one_each_and_do_not_change_with_more_articles() -> None:
    few = link([ferry("a"), launch("c", "2022-03-05", "2022-03-05")], PACKS)
    more = link([launch("c", "2022-03-05", "2022-03-05"), ferry("a"), ferry("z", FERRY_AGAIN, published="2021-03-03")], PACKS)
    assert {happening.id for happening in few} <= {happening.id for happening in more}
    assert len({happening.id for happening in more}) == len(more)


def test_nothing_told_is_no_happening() -> None:
    assert link([], PACKS) == ()
    assert link([article("a", "Nothing happened here.")], PACKS) == ()


@pytest.mark.slow
def test_a_label_names_one_side_once_and_everyone_in_its_own_language() -> None:
    text = "Moscow saw Russia and Vladimir Putin met Kim Jong Un in Moscow.\nThe two talked for long."
    who = {"Vladimir Putin": "agent", "Russia": "agent", "Kim Jong Un": "agent"}
    met = article("m", text, {"trigger": "met", "kind": "meeting", "day": "2021-03-01", "who": who})
    sorts = {"Russia": ("country", "@RU")}
    people = tuple(
        replace(who, kind=sorts[who.name][0], key=sorts[who.name][1]) if who.name in sorts else who
        for who in met.events[0].participants
    )
    happening = link([replace(met, events=(replace(met.events[0], participants=people),))], PACKS)[0]
    assert happening.label.startswith("Kim Jong Un and Vladimir Putin meet") or happening.label.startswith(
        "Vladimir Putin and Kim Jong Un meet"
    )
    assert "Russia" not in happening.label
    assert not [letter for letter in happening.labels["hi"].partition(" की ")[0] if letter.isascii() and letter.isalpha()]


def test_a_site_abroad_that_one_text_tells_yields_to_the_country_that_more_texts_tell() -> None:
    def visit(id_: str, place: str, text: str) -> Article:
        who = {"Otto Brandt": "agent"}
        told = {"trigger": "visit", "kind": "visit", "day": "2021-03-01", "on": "Monday", "at": place, "who": who}
        return article(id_, text, told, published="2021-03-02")

    texts = ("The visit of Otto Brandt to Kent on Monday was short.", "Otto Brandt ended his visit to Kent on Monday.")
    strange = visit("c", "Sunan", "Otto Brandt began a visit on Monday, and Sunan was told.")
    (one,) = link([visit("a", "Kent", texts[0]), visit("b", "Kent", texts[1]), strange], PACKS)
    assert one.where is not None
    assert one.where.name == "Kent"


def test_where_one_article_goes_on_to_is_another_happening_than_where_it_has_been() -> None:
    text = "Otto Brandt ended his visit to Hull on Monday.\nHe will visit Wonsan next."
    done = {"trigger": "visit to Hull", "kind": "visit", "day": "2021-03-01", "on": "Monday", "at": "Hull"}
    to_come = {"trigger": "visit Wonsan", "kind": "visit", "modality": "planned", "at": "Wonsan"}
    who = {"Otto Brandt": "agent"}
    found = link([article("a", text, done | {"who": who}, to_come | {"who": who}, published="2021-03-02")], PACKS)
    assert {(one.modality, one.where and one.where.name) for one in found} == {("asserted", "Hull"), ("planned", "Wonsan")}


WALK = "Ines Quiroga walked out of the mill in Hull on Monday.\nThe mill in Hull is the oldest of the county."
WALK_AGAIN = "On Monday Ines Quiroga walked out of the Hull mill after a quarrel.\nThe quarrel at the mill was long."


def walk(id_: str, text: str) -> Article:
    event = {"trigger": "walked", "kind": "action", "day": "2021-03-01", "on": "Monday", "at": "Hull"}
    return article(id_, text, event | {"who": {"Ines Quiroga": "agent"}}, published="2021-03-02")


def test_what_a_plain_verb_tells_is_a_happening_where_two_texts_tell_it() -> None:
    happenings = link([walk("a", WALK), walk("b", WALK_AGAIN)], PACKS)
    assert told(happenings, "action") == [{"a", "b"}]
    assert [happening.hidden for happening in happenings] == [None]
    assert happenings[0].label.startswith("Ines Quiroga walked out of the")


@pytest.mark.parametrize("texts", [(WALK,), (WALK, WALK)])
def test_what_a_plain_verb_tells_in_one_text_and_its_copies_is_none(texts: tuple[str, ...]) -> None:
    assert link([walk(f"d{number}", text) for number, text in enumerate(texts)], PACKS) == ()


def test_no_article_is_mainly_about_what_a_plain_verb_tells() -> None:
    happenings = link([walk("a", WALK), walk("b", WALK_AGAIN)], PACKS)
    assert [happening.main_of for happening in happenings] == [()]


def test_a_later_article_tells_the_same_day_of_one_saga_again() -> None:
    later = ferry("b", FERRY_AGAIN, published="2021-09-30")
    assert told(link([ferry("a"), later], PACKS), "collision") == [{"a", "b"}]
    assert told(link([ferry("a"), ferry("b", FERRY_AGAIN, published="2031-03-01")], PACKS), "collision") == [{"a", "b"}]
    other = ferry("c", day="2021-09-27", published="2021-09-30")
    assert len(told(link([ferry("a"), other], PACKS), "collision")) == 2
    unsaid = replace(later, events=tuple(replace(one, when=when("2021-09-30", how="inferred")) for one in later.events))
    assert told(link([ferry("a"), unsaid], PACKS), "collision") == [{"a", "b"}]
    assert [str(h.when.first_day) for h in link([ferry("a"), unsaid], PACKS) if h.when] == ["2021-03-01"]


def test_a_later_article_of_a_saga_goes_back_to_what_was_done_to_the_same_person() -> None:
    about = "The ferries of Dover lost two captains and the ferries' owner blamed Dover.\n{0}\nThe ferries of Dover sail on."
    sacked = {"trigger": "dismissed", "kind": "dismissal", "day": "2021-03-01", "who": {"Anna Reed": "patient"}}
    first = article("a", about.format("The harbour dismissed Anna Reed on Monday."), sacked, published="2021-03-02")
    lent = {"trigger": "sacked", "kind": "dismissal", "day": "2021-06-29", "how": "inferred"}
    same, other = ({**lent, "who": {name: "patient"}} for name in ("Anna Reed", "Mary Hill"))
    later = article("b", about.format("Anna Reed, who was sacked, awaits her trial."), same, published="2021-06-30")
    another = article("c", about.format("Mary Hill, who was sacked, awaits her trial."), other, published="2021-06-30")
    assert told(link([first, later], PACKS), "dismissal") == [{"a", "b"}]
    assert len(told(link([first, another], PACKS), "dismissal")) == 2


def test_a_later_article_dates_what_an_earlier_one_guessed_to_be_of_its_own_day() -> None:
    guess = {"trigger": "resigned", "kind": "resignation", "day": "2021-03-02", "how": "inferred"}
    text = "The master of the Dover ferries resigned over the ferries' debts at Dover.\nThe ferries of Dover sail on."
    first = article("a", text, guess, published="2021-03-03")

    def later(day: str) -> list[set[str]]:
        again = {"trigger": "stepped down", "kind": "resignation", "day": day}
        recalled = "The master of the Dover ferries, who stepped down over the ferries' debts at Dover, was seen.\nDover sails on."
        return told(link([first, article("b", recalled, again, published="2021-03-30")], PACKS), "resignation")

    assert later("2021-02-28") == [{"a", "b"}]
    assert sorted(map(sorted, later("2021-03-24"))) == [["a"], ["b"]]


@pytest.mark.parametrize("roughly", [("2021-03-01", "2021-03-31"), ("2021-02-26", "2021-03-04")])
def test_the_day_of_the_news_wins_over_the_week_or_month_that_a_later_article_tells(roughly: tuple[str, str]) -> None:
    first = ferry("a")
    fresh = replace(first, events=tuple(replace(one, when=when("2021-03-01", how="inferred")) for one in first.events))
    later = article(
        "b", FERRY_AGAIN, {"trigger": "collision", "kind": "collision", "day": roughly, "at": "Dover"}, published="2021-03-09"
    )
    (found,) = [one for one in link([fresh, later], PACKS) if one.kind == "collision"]
    assert found.when is not None
    assert (str(found.when.first_day), str(found.when.last_day)) == ("2021-03-01", "2021-03-01")


def test_what_an_article_recalls_of_years_ago_is_not_what_a_later_article_goes_back_to() -> None:
    blast = {"trigger": "blast at", "kind": "explosion", "day": "2021-03-01", "at": "Dover"}
    before = {"trigger": "burnt down", "kind": "fire", "day": ("2016-05-01", "2016-05-31")}
    text = "A blast at the depot of Dover ferries killed a clerk on Monday.\nThe ferries' older depot burnt down in May 2016."
    first = article("a", text, blast, before, published="2021-03-02")
    again = {"trigger": "ablaze", "kind": "fire", "day": "2021-09-29", "how": "inferred"}
    told_again = "Two cooks of the Dover ferries set their depot ablaze, a court heard.\nThe clerk of the depot died."
    later = article("b", told_again, again, published="2021-09-30")
    found = {tuple(m.text for m in one.mentions) for one in link([first, later], PACKS)}
    assert ("burnt down",) in found


def test_what_an_article_dates_months_back_is_no_news_of_it_and_keeps_nothing_from_going_back() -> None:
    court = {"trigger": "crash", "kind": "collision", "day": "2021-09-30", "how": "inferred"}
    recalled = {"trigger": "rammed", "kind": "collision", "day": "2021-03-01", "at": "Dover"}
    text = "A court heard of the crash of the two ferries off Dover harbour.\nOne ferry rammed the other off Dover on 1 March."
    later = article("b", text, court, recalled, published="2021-09-30")
    both = [ferry("a"), later]
    accounts = harking_back(accounts_of(both, Affairs((0, 1), (0, 0), (0, 0)), (0, 1)))
    (crash,) = [account for account in accounts if account.event.trigger == "crash"]
    assert crash.harks_to == 0


def test_two_later_articles_that_go_back_to_one_story_meet() -> None:
    about = "The ferries of Dover lost a clerk and the ferries' owner blamed Dover.\n{0}\nThe ferries of Dover sail on."
    shot = {"trigger": "murder", "kind": "murder", "day": "2021-03-01"}
    first = article("a", about.format("The murder of the clerk was on Monday."), shot, published="2021-03-02")
    lent = {"trigger": "murder", "kind": "murder", "how": "inferred"}
    months = [
        article(name, about.format("He denied the murder of the clerk."), lent | {"day": day} | more, published=day)
        for name, day, more in (("b", "2021-06-30", {"modality": "reported opinion"}), ("c", "2021-11-30", {}))
    ]
    assert told(link([first, *months], PACKS), "murder") == [{"a", "b", "c"}]
    assert told(link([*reversed(months), first], PACKS), "murder") == [{"a", "b", "c"}]


def test_a_later_article_of_a_saga_may_tell_the_same_day_by_a_near_kind() -> None:
    about = "Dockers of Dover and the Dover harbour master quarrel over cranes.\n{0}\nThe cranes of Dover stand still."
    first = {"trigger": "rioted", "kind": "riot", "day": "2021-03-01"}
    again = {"trigger": "protest", "kind": "protest", "day": "2021-03-01"}
    then = article("a", about.format("Many rioted after dark that Monday."), first, published="2021-03-02")
    later = article("b", about.format("Nobody has forgotten the protest of 1 March."), again, published="2021-09-30")
    assert [one.texts for one in link([then, later], PACKS)] == [2]


def seizure(id_: str, sentence: str, trigger: str, published: str, *, day: str = "2021-03-01", how: str = "explicit") -> Article:
    about = "Ferries of Dover and the Dover harbour master.\n{0}\nThe ferries of Dover sail on."
    told = {"trigger": trigger, "kind": "seizure", "day": day, "how": how}
    return article(id_, about.format(sentence), told, published=published)


@pytest.mark.parametrize("how", ["explicit", "inferred"])
def test_one_kind_on_one_day_is_one_thing_where_an_article_looks_back_to_it(how: str) -> None:
    first = seizure("a", "Officers confiscated the boat's papers.", "confiscated", "2021-03-02", how=how)
    later = seizure("b", "A judge recalled that all was impounded on 1 March.", "impounded", "2021-09-30")
    before = seizure("c", "A judge recalled that all was impounded on 20 February.", "impounded", "2021-09-30", day="2021-02-20")
    assert told(link([first, later], PACKS), "seizure") == [{"a", "b"}]
    assert len(told(link([first, before], PACKS), "seizure")) == 2


def tremor(id_: str, told: str, trigger: str, *, day: str, how: str) -> Article:
    event = {"trigger": trigger, "kind": "earthquake", "day": day, "how": how, "at": "Hull"}
    return article(id_, f"Houses fell.\n{told}", event, published="2021-03-03")


def test_two_earthquakes_of_other_magnitudes_a_day_apart_are_two() -> None:
    first = tremor("a", "A quake of magnitude 7.1 shook Hull on Monday.", "quake", day="2021-03-01", how="explicit")
    second = tremor("b", "A tremor of magnitude 6.4 shook Hull on Tuesday.", "tremor", day="2021-03-02", how="explicit")
    assert len(told(link([first, second], PACKS), "earthquake")) == 2
    again = tremor("c", "A quake of magnitude 7.2 shook Hull early on Tuesday.", "quake", day="2021-03-02", how="explicit")
    assert told(link([first, again], PACKS), "earthquake") == [{"a", "c"}]


def test_affairs_widen_from_stories_to_sagas_and_fields() -> None:
    fire = article("c", FIRE, {"trigger": "blaze", "kind": "fire", "day": "2021-03-01", "at": "Hull"}, published="2021-03-02")
    articles = [ferry("a"), ferry("b", published="2021-03-30"), fire]
    affairs = affairs_of(articles)
    assert affairs.stories[0] != affairs.stories[1]
    assert affairs.sagas[0] == affairs.sagas[1] != affairs.sagas[2]
    assert affairs.fields[0] == affairs.fields[1]


def test_a_county_wins_over_its_country() -> None:
    def crash(id_: str, at: str) -> Article:
        event = {"trigger": "collision", "kind": "collision", "day": "2021-03-01", "on": "Monday", "at": at}
        return article(id_, f"The collision in {at} on Monday closed the road.\nNobody was hurt.", event, published="2021-03-02")

    country = crash("a", "Dover")
    wide = {"name": "England", "kind": "country", "radius_km": 400.0, "geonames_id": None}
    events = tuple(replace(one, where=replace(one.where, **wide) if one.where else None) for one in country.events)
    (happening,) = link([replace(country, events=events), crash("b", "Kent")], PACKS)
    assert happening.where is not None
    assert happening.where.name == "Kent"


def test_an_arrest_and_a_charge_in_one_article_are_two() -> None:
    text = "Police in Hull arrested Carl Dahl on Monday.\nProsecutors charged Carl Dahl on Monday in Hull."
    on = {"day": "2021-03-01", "on": "Monday", "at": "Hull", "who": {"Carl Dahl": "patient"}}
    both = article("a", text, {"trigger": "arrested", "kind": "arrest", **on}, {"trigger": "charged", "kind": "charge", **on})
    happenings = link([both], PACKS)
    assert [(told(happenings, kind)) for kind in ("arrest", "charge")] == [[{"a"}], [{"a"}]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ines Quiroga denied this on Monday and said that the bridge was safe.", ["denial", "statement"]),
        ("Ole Brandt warned the fishermen on Monday and demanded a new breakwater in Hull.", ["request", "warning"]),
        ("Ines Quiroga condoled with the bereaved on Monday and said that the pit would close.", ["condolence", "statement"]),
    ],
)
def test_two_kinds_of_saying_in_one_sentence_are_two(text: str, kinds: list[str]) -> None:
    document = Document("a", text, language="en", published=dt.date(2021, 3, 2), published_how="given")
    assert sorted(one.kind for one in link([read_article(document)], PACKS)) == kinds


def test_two_floods_of_one_sentence_do_not_meet_by_its_words() -> None:
    text = "The river at Dover flooded the harbour on Monday and inundated the old market on Tuesday.\nDover dries its cellars."
    first = {"trigger": "flooded", "kind": "flood", "day": "2021-03-01", "on": "Monday", "at": "Dover"}
    second = {"trigger": "inundated", "kind": "flood", "day": "2021-03-02", "on": "Tuesday", "at": "Dover"}
    assert told(link([article("a", text, first, second, published="2021-03-03")], PACKS), "flood") == [{"a"}, {"a"}]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "La ministre Claire Roux a remercié les pompiers de Lyon et promis une enquête.", {"thanks", "pledge"}),
        ("en", "President Joe Biden warned Iran and said he would speak to Congress.", {"warning", "statement"}),
    ],
)
def test_two_sayings_of_one_sentence_do_not_meet_by_its_words(language: str, text: str, kinds: set[str]) -> None:
    found = happenings_of([read_article(Document("a", text, language=language, published=dt.date(2024, 3, 5)))])
    assert kinds <= {happening.kind for happening in found}


@pytest.mark.parametrize(("other", "collisions"), [("Brighton", 1), ("Hull", 2)])
def test_two_towns_by_which_a_collision_at_sea_is_told_are_one_site_unless_they_lie_far_apart(other: str, collisions: int) -> None:
    text = FERRY_AGAIN.replace("Dover", other)
    told_by = {"trigger": "collision", "kind": "collision", "day": "2021-03-01", "on": "Monday", "at": other}
    found = link([ferry("a"), article("b", text, told_by, published="2021-03-02")], PACKS)
    assert len(told(found, "collision")) == collisions


def test_one_that_leaves_its_group_for_one_of_its_own_is_counted_with_the_others() -> None:
    scores = [
        *((0, 1, 9), (0, 3, -1), (0, 4, 5), (0, 6, 4), (1, 2, 6), (1, 3, 5), (1, 6, 3), (1, 7, 4), (2, 3, -4), (2, 4, -4)),
        *((2, 5, -4), (2, 6, 2), (3, 4, 3), (3, 6, -2), (3, 7, -1), (4, 5, -3), (4, 6, 0), (4, 7, -2), (5, 7, 9), (6, 7, -2)),
    ]
    kinds = ["flood", "flood", "fire", "fire", "arrest", "fire", "fire", "flood"]
    one, other, score = (np.array(column) for column in zip(*scores, strict=True))
    assert cluster(kinds, one, other, score.astype(np.float64), 2.6) == [0, 0, 0, 3, 4, 5, 6, 5]


QUAKE_LINES = ("An earthquake shook Hull on Monday.", "Roads are closed.", "Trains stand still.", "Schools are shut.")
QUAKE = {"trigger": "earthquake", "kind": "earthquake", "day": "2021-03-01", "on": "Monday", "at": "Hull"}
SHOP = "A gang attacked a shop."


def beside_the_quake(lines: tuple[str, ...], told_too: dict[str, object]) -> dict[str, str | None]:
    return {one.kind: one.hidden for one in link([article("a", "\n".join(lines), QUAKE, told_too, published="2021-03-02")], PACKS)}


def test_an_incident_that_an_article_about_another_one_brings_up_late_and_on_no_day_is_told_in_passing() -> None:
    late, lead = (*QUAKE_LINES, SHOP), (QUAKE_LINES[0], SHOP, *QUAKE_LINES[1:])
    attack: dict[str, object] = {"trigger": "attacked", "kind": "attack"}
    assert beside_the_quake(late, attack) == {"earthquake": None, "attack": "told in passing"}
    assert beside_the_quake(lead, attack) == {"earthquake": None, "attack": None}
    on_a_day = attack | {"day": "2021-03-02", "on": "Tuesday"}
    assert beside_the_quake((*QUAKE_LINES, "A gang attacked a shop on Tuesday."), on_a_day)["attack"] is None


def test_what_follows_from_the_incident_of_an_article_is_not_told_in_passing() -> None:
    died = {"trigger": "died", "kind": "death"}
    assert beside_the_quake((*QUAKE_LINES, "Nine people died."), died)["death"] is None


def test_a_disaster_that_one_text_only_fears_is_left_out_however_often_it_is_told() -> None:
    text = "An earthquake shook Hull on Monday.\nFloods may follow.\nFloods may last."
    feared = [{"trigger": f"Floods may {verb}", "kind": "flood", "modality": "hypothetical"} for verb in ("follow", "last")]
    found = link([article("a", text, QUAKE, *feared, published="2021-03-02")], PACKS)
    assert {one.kind: one.hidden for one in found}["flood"] == "only feared by one text"


def dead(id_: str, text: str, trigger: str, day: str) -> Article:
    text = f"The harbour of Dover is shut.\nFerries of {id_} wait.\n{text}"
    return article(id_, text, {"trigger": trigger, "kind": "death", "day": day, "how": "inferred"}, published="2021-03-02")


def test_the_dead_of_long_ago_are_not_those_of_the_news_though_no_word_of_theirs_tells_the_day() -> None:
    news = dead("a", "Eleven people died off Dover, police said.", "died", "2021-03-01")
    recalled = dead("b", "A ferry of Dover sank with all hands then, and none of its sailors lived.", "sank", "2014-05-03")
    assert sorted(map(sorted, told(link([news, recalled], PACKS), "death"))) == [["a"], ["b"]]


@pytest.mark.parametrize(("toll", "happenings"), [("14", 1), ("9,000", 2)])
def test_a_toll_that_is_many_times_another_is_of_other_dead_however_open_its_end(toll: str, happenings: int) -> None:
    first = dead("a", "At least 11 people died at Dover when the gale came.", "died", "2021-03-01")
    second = dead("b", f"Dover mourns: more than {toll} people perished in its harbour.", "perished", "2021-03-01")
    assert len(told(link([first, second], PACKS), "death")) == happenings


def test_what_a_plain_verb_tells_of_nobody_named_is_left_out() -> None:
    rows = [("a", WALK), ("b", WALK_AGAIN)]
    nobodys = [article(id_, text, {"trigger": "walked", "kind": "action", "day": "2021-03-01"}) for id_, text in rows]
    assert {one.hidden for one in link(nobodys, PACKS)} == {"done by nobody named"}


def test_a_trial_is_not_the_sentence_with_which_it_ends() -> None:
    def case(id_: str, text: str, trigger: str, kind: str) -> Article:
        told_of = {
            "trigger": trigger,
            "kind": kind,
            "day": "2021-03-01",
            "on": "Monday",
            "who": {"Ann Lee": "patient"},
            "at": "Dover",
        }
        return article(id_, text, told_of, published="2021-03-02")

    reports = [
        case("a", "The trial of Ann Lee at Dover ended on Monday.", "trial", "trial"),
        case("b", "At Dover the trial of Ann Lee came to its end on Monday.", "trial", "trial"),
        case("c", "Ann Lee was jailed at Dover on Monday at the end of her trial.", "jailed", "sentence"),
    ]
    assert sorted(one.kind for one in link(reports, PACKS)) == ["sentence", "trial"]


@pytest.mark.parametrize(("published", "one_saga"), [("2021-03-20", True), ("2032-03-20", False)])
def test_two_short_reports_alike_by_their_town_are_no_saga_across_years(published: str, one_saga: bool) -> None:
    robbed = "Robbers broke into a shop of Dover on the quay. The owner fled and called for help.\nA boy saw a white van."
    stolen = "Two armed men took a car in Dover at night. Its driver slept near the old mill.\nFarmers locked their barns."
    first, later = article("a", robbed, published="2021-03-02"), article("b", stolen, published=published)
    sagas = affairs_of([first, later]).sagas
    assert (sagas[0] == sagas[1]) == one_saga


def test_the_dead_are_of_the_day_of_the_first_of_them_though_more_words_date_those_who_died_later() -> None:
    def deaths(id_: str, text: str, day: str, sure: float) -> Article:
        event = {"trigger": "died", "kind": "death", "day": day, "on": "day", "at": "Dover"}
        told = article(id_, text, event, published="2025-10-03")
        days = replace(when(day), confidence=sure)
        return replace(told, events=tuple(replace(event, when=days) for event in told.events))

    first = deaths("a", "Five traders of the market died in Dover that day.", "2025-09-30", 0.7)
    later = deaths("b", "Five traders of the market died in Dover, two of them a day later.", "2025-10-01", 0.8)
    (happening,) = link([first, later], PACKS)
    assert happening.when is not None
    assert str(happening.when.first_day) == "2025-09-30"


def test_a_decision_that_is_the_news_is_shown_where_one_of_its_tellings_has_a_day() -> None:
    text = (
        "The central bank of Chile raised interest rates on Monday. The rate rise is the first of the year. "
        "Economists had expected the rate rise."
    )
    happenings = happenings_of([read_article(Document("a", text, language="en", published=dt.date(2025, 5, 14)))])
    assert [one.hidden for one in happenings if one.kind == "policy decision"] == [None]
