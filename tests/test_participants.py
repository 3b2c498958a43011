"""Who did what to whom: names, pronouns and roles."""

import datetime as dt
from functools import partial

import pytest

from extract import Document, read_article
from extract.actors import find_last_names, find_people, known_people
from extract.participants.uncased import COMMON_MARK
from extract.phrases import find_phrases
from tests.telling_events import city, event, events_of


def roles(text: str, words: str, language: str = "en") -> dict[str, str]:
    return {person.name: person.role for person in event(text, words, language).participants}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ines Quiroga attacked Raul Mamani.", "attacked", {"Ines Quiroga": "agent", "Raul Mamani": "patient"}),
        ("Raul Mamani was attacked by Ines Quiroga.", "attacked", {"Raul Mamani": "patient", "Ines Quiroga": "agent"}),
        ("Ines Quiroga met with Raul Mamani.", "met", {"Ines Quiroga": "agent", "Raul Mamani": "companion"}),
        ("Jim O'Brien met with Anita D’Souza.", "met", {"Jim O'Brien": "agent", "Anita D’Souza": "companion"}),
        ("The Foreign Ministry attacked Ines Quiroga.", "attacked", {"Foreign Ministry": "agent", "Ines Quiroga": "patient"}),
        ("A bus hit Ines Quiroga on 46th Street.", "hit", {"Ines Quiroga": "patient"}),
        ("Ines Quiroga of the Ministry of Trade resigned.", "resigned", {"Ines Quiroga": "agent", "Ministry of Trade": "agent"}),
    ],
)
def test_word_order_voice_and_prepositions_tell_the_roles(text: str, words: str, expected: dict[str, str]) -> None:
    assert roles(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "language", "expected"),
    [
        ("The treaty was signed by Chile, Peru and Kenya.", "signed", "en", dict.fromkeys(("Chile", "Peru", "Kenya"), "agent")),
        ("Floods killed dozens in Kenya, Uganda and Ethiopia on Monday.", "killed", "en", {}),
        ("Floods in Kenya and Uganda killed dozens on Monday.", "killed", "en", {}),
        ("Fighting went on in Chile and Peru accused a general.", "accused", "en", {"Peru": "agent"}),
        ("Las inundaciones mataron a decenas de personas en Kenia, Uganda y Etiopía.", "mataron", "es", {"personas": "patient"}),
        ("Überschwemmungen töteten Dutzende in Kenia, Uganda und Äthiopien.", "töteten", "de", {}),
        ("Ines Quiroga met with Mayor Raul Mamani.", "met", "en", {"Ines Quiroga": "agent", "Raul Mamani": "companion"}),
    ],
)  # fmt: skip
def test_what_stands_before_the_first_of_a_list_holds_for_all_of_it(
    text: str, words: str, language: str, expected: dict[str, str]
) -> None:
    events = read_article(Document("a", text, language=language)).events
    found = next(one for one in events if words in one.trigger)
    assert {person.name: person.role for person in found.participants} == expected


def test_letters_are_whom_the_document_explains_them_to_be() -> None:
    told = "The Rapid Support Forces (RSF) seized the town. On Monday the RSF attacked a camp."
    assert roles(told, "seized") == {"Rapid Support Forces": "agent"}
    assert roles(told, "attacked") == {"Rapid Support Forces": "agent"}
    assert roles("On Monday the RSF condemned the ban.", "condemned") == {"Reporters Without Borders": "agent"}
    assert roles("Ines Quiroga (CSKA) attacked Raul Mamani.", "attacked")["Ines Quiroga"] == "agent"


def test_marks_tell_the_roles_where_the_verb_stands_last() -> None:
    assert roles("व्लादिमीर पुतिन ने शी जिनपिंग से मुलाकात की।", "मुलाकात", "hi") == {"Vladimir Putin": "agent", "Xi Jinping": "companion"}


def test_a_noun_takes_part_without_a_name_only_before_a_mark() -> None:
    assert roles("पुलिस ने सोमवार को दो चोरों को गिरफ्तार किया।", "गिरफ्तार", "hi") == {"पुलिस": "agent", "चोरों": "patient"}
    assert roles("चोर पुलिस से डरकर भाग गए और गिरफ्तार हुए।", "गिरफ्तार", "hi") == {}


def test_the_same_noun_in_two_reports_is_no_actor_that_joins_them() -> None:
    (one,) = event("अदालत ने याचिका खारिज कर दी।", "याचिका", "hi").participants
    assert (one.kind, one.key[:1]) == ("common", COMMON_MARK)


def test_a_pronoun_is_the_person_of_the_sentence_before() -> None:
    text = "Ines Quiroga won the vote. She resigned."
    (person,) = event(text, "resigned").participants
    assert (person.name, person.text) == ("Ines Quiroga", "She")


def test_a_last_name_stands_for_the_full_name_told_before() -> None:
    assert "Ines Quiroga" in roles("Ines Quiroga won the vote. On Monday Quiroga resigned.", "resigned")


def test_a_family_name_that_comes_first_stands_for_the_full_name_where_it_begins_a_sentence() -> None:
    text = "Xi Bolin arrived in Arden on Monday. Xi met Ines Quiroga on Tuesday."
    assert {person.name for person in event(text, "met").participants} == {"Xi Bolin", "Ines Quiroga"}


def test_a_given_name_that_begins_a_sentence_may_be_a_word() -> None:
    text = "Bill Castor arrived in Arden on Monday. Bill protests broke out on Tuesday."
    assert event(text, "protests").participants == ()


def test_a_visit_of_somebodys_is_no_passive() -> None:
    told = read_article(Document("d", "Ines Quiroga arrived. It was her first visit to the United States.", language="en"))
    visit = next(one for one in told.events if one.kind == "visit")
    assert [person.role for person in visit.participants if person.name == "United States"] == ["target"]


def test_whom_a_journey_takes_somewhere_travels() -> None:
    assert roles("Tom Hill rested. The trip was to take him to Arden.", "take him to").get("Tom Hill") == "patient"


def test_a_pronoun_may_end_a_text_that_ends_without_a_full_stop() -> None:
    assert roles("Ines Quiroga left on Monday.\n\nRescuers pull out alive her", "pull out alive") != {}


def test_a_single_word_with_the_capital_of_a_heading_is_nobody_unless_the_text_names_it() -> None:
    text = "Hill and Hammer, a feast\n\nOn Monday Ines Quiroga and Tom Hill came to Arden."
    assert "Hammer" not in roles(text, "feast")


def test_the_two_leaders_are_the_pair_named_most() -> None:
    text = "Ines Quiroga flew in. Raul Mamani flew in. The two leaders shook hands."
    assert set(roles(text, "shook hands")) == {"Ines Quiroga", "Raul Mamani"}


def test_the_agency_of_a_dateline_takes_no_part_and_a_dash_between_spaces_ends_a_name() -> None:
    assert roles("LIMA (Andes Wire) - Ines Quiroga attacked Raul Mamani.", "attacked") == {
        "Ines Quiroga": "agent",
        "Raul Mamani": "patient",
    }
    assert "Ines Quiroga" in roles("On Monday Ines Quiroga - Raul said - resigned.", "resigned")


def test_a_storm_with_a_name_is_no_person() -> None:
    assert all(one.said_by is None for one in events_of("Cyclone Tarini flooded the coast, the weather office said."))


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "language"),
    [
        ("Police seized the ferry Meghna Tara on Monday.", "seized", "Meghna Tara", "thing", "en"),
        ("Police arrested Meghna Tara. Later Meghna Tara was freed.", "arrested", "Meghna Tara", "person", "en"),
        ("Rescuers found the Kalinda submersible on Monday.", "found", "Kalinda", "thing", "en"),
        ("The company Solvara dismissed 300 workers.", "dismissed", "Solvara", "organisation", "en"),
        ("The plane Captain Ann Lee flew crashed. Ann Lee was injured. Ann Lee died.", "died", "Ann Lee", "person", "en"),
        ("La empresa Vale Dourado despidió a 300 obreros.", "despidió", "Vale Dourado", "organisation", "es"),
        ("Полиция задержала паром «Мегна Тара» в понедельник.", "задержала", "Мегна Тара", "thing", "ru"),
        ("Полиция задержала директора шахты Виктора Гущина.", "задержала", "Виктора Гущина", "person", "ru"),
    ],
)
def test_a_plain_noun_beside_a_name_tells_that_it_is_no_persons(text: str, words: str, name: str, kind: str, language: str) -> None:
    assert {person.name: person.kind for person in event(text, words, language).participants}.get(name) == kind


@pytest.mark.parametrize(
    ("text", "words", "expected", "language"),
    [
        ("Вчера Следственный комитет задержал Ивана Петрова.", "задержал", "Следственный комитет", "ru"),
        ("Вчера Иванов комитет задержал.", "задержал", "Иванов", "ru"),
        ("Martedì la Guardia costiera ha arrestato Mario Rossi.", "arrestato", "Guardia costiera", "it"),
        ("Mardi, la Cour suprême a condamné Jean Dupont.", "condamné", "Cour suprême", "fr"),
        ("Na terça a Polícia Federal prendeu João Silva.", "prendeu", "Polícia Federal", "pt"),
    ],
)
def test_a_body_is_named_by_its_capital_and_the_small_word_behind_it(text: str, words: str, expected: str, language: str) -> None:
    (agent,) = (person for person in event(text, words, language).participants if person.role == "agent")
    assert (agent.name, agent.kind) == (expected, "person" if expected == "Иванов" else "organisation")


def test_a_number_does_not_go_on_with_the_name_of_an_organisation() -> None:
    told = roles("Nordhav bought Vastkust Bank for one Swedish krona.", "bought")
    assert "Vastkust Bank" in told
    assert roles("The Bank of the North dismissed Ann Lee.", "dismissed") == {"Bank of the North": "agent", "Ann Lee": "patient"}


def test_known_persons_are_one_in_any_script() -> None:
    (hindi,), (english,) = (
        find_people(partial(find_phrases, ["व्लादिमीर", "पुतिन"])),
        find_people(partial(find_phrases, ["vladimir", "putin"])),
    )
    assert hindi.value == english.value


def test_a_last_name_that_several_bear_is_not_known_alone() -> None:
    assert not find_last_names(partial(find_phrases, ["singh"]))
    assert known_people().last


def test_a_charge_and_an_oath_have_a_patient() -> None:
    assert roles("Ines Quiroga was charged with fraud.", "charged", "en") == {"Ines Quiroga": "patient"}


def test_a_known_last_name_inside_a_place_is_nobody() -> None:
    told = "उत्तर कोरिया ने मिसाइल दागी।"
    north = city(told, "उत्तर कोरिया")
    assert "कोरिया" not in {person.name for person in event(told, "दागी", "hi", places=[north]).participants}


def test_whoever_is_arrested_is_a_patient_in_hindi() -> None:
    assert roles("शी जिनपिंग ने व्लादिमीर पुतिन को गिरफ्तार किया।", "गिरफ्तार", "hi") == {
        "Xi Jinping": "agent",
        "Vladimir Putin": "patient",
    }


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A bomb exploded in the tunnel, Ines Quiroga said.", "exploded", {}),
        ("Arden Motors said it would acquire the smaller company.", "acquire", {"Arden Motors": "agent", "company": "patient"}),
        ("Ines Quiroga, who led the party for a decade, resigned.", "resigned", {"Ines Quiroga": "agent"}),
        (
            "Ines Quiroga and Raul Mamani signed the treaty and promised peace.",
            "promised",
            {"Ines Quiroga": "agent", "Raul Mamani": "agent"},
        ),
        ("Western leaders met Ines Quiroga at the Ministry of Trade.", "met", {"leaders": "agent", "Ines Quiroga": "patient"}),
        ("The United Nations condemned the coup.", "condemned", {"United Nations": "agent"}),
    ],
)
def test_who_only_tells_or_describes_takes_no_part(text: str, words: str, expected: dict[str, str]) -> None:
    assert roles(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "kinds"),
    [
        ("The Sea Lantern was attacked.", "attacked", {"Sea Lantern": "organisation"}),
        ("Shipping Minister Ines Quiroga resigned.", "resigned", {"Ines Quiroga": "person"}),
        ("Saint Raul General Hospital was attacked.", "attacked", {"Saint Raul General Hospital": "organisation"}),
        ("Ines Quiroga Jr was arrested.", "arrested", {"Ines Quiroga Jr": "person"}),
    ],
)
def test_titles_and_articles_tell_persons_from_other_names(text: str, words: str, kinds: dict[str, str]) -> None:
    assert {person.name: person.kind for person in event(text, words).participants} == kinds


def test_a_pronoun_before_the_subject_means_the_subject() -> None:
    text = "Rosa Lind met the miners. On the eve of her trip to Peru, Ana Silva praised the crew."
    trip = next(one for one in events_of(text) if one.kind == "visit")
    assert [one.name for one in trip.participants if one.role == "agent"] == ["Ana Silva"]


def test_a_country_whose_name_looks_like_a_verb_takes_part_too() -> None:
    document = Document("d", "The United States and Iran swapped five prisoners on Monday in Doha.", language="en")
    (event,) = [one for one in read_article(document).events if one.kind == "release"]
    assert {person.name for person in event.participants} == {"United States", "Iran", "prisoners"}


@pytest.mark.parametrize(
    ("language", "text", "agent", "patient"),
    [
        ("de", "Die russische Armee griff am Montag ein ukrainisches Dorf an.", "@RU", "@UA"),
        ("es", "La policía italiana detuvo el lunes a dos ciudadanos rusos.", "@IT", "@RU"),
        ("fr", "La police italienne a arrêté lundi deux citoyens russes.", "@IT", "@RU"),
        ("it", "La polizia italiana ha arrestato lunedì due cittadini russi.", "@IT", "@RU"),
        ("sv", "Ryska styrkor anföll på måndagen en ukrainsk by.", "@RU", "@UA"),
        ("da", "Russiske styrker angreb mandag en ukrainsk landsby.", "@RU", "@UA"),
        ("nl", "De Italiaanse politie heeft maandag twee Russische burgers gearresteerd.", "@IT", "@RU"),
        ("pl", "Rosyjskie wojska zaatakowały w poniedziałek ukraińską wieś.", "@RU", "@UA"),
        ("ru", "Российские войска атаковали украинское село.", "@RU", "@UA"),
        ("uk", "Російські війська атакували українське село.", "@RU", "@UA"),
        ("ar", "اعتقلت الشرطة الإيطالية يوم الاثنين مواطنين روسيين.", "@IT", "@RU"),
    ],
)
def test_peoples_take_part_whether_their_language_writes_them_with_a_capital_or_not(
    language: str, text: str, agent: str, patient: str
) -> None:
    events = read_article(Document("d", text, language=language)).events
    assert {agent, patient} <= {person.key for event in events for person in event.participants}


@pytest.mark.parametrize(
    ("sentence", "trigger", "found"),
    [
        ("जिलाधिकारी हिमांशु गुप्ता ने मेला बंद करा दिया।", "बंद", {"हिमांशु गुप्ता": "agent"}),  # not the known Rekha Gupta
        ("पुलिस ने अभियंता सुधांशु पटनायक को गिरफ्तार किया।", "गिरफ्तार", {"पुलिस": "agent", "सुधांशु पटनायक": "patient"}),
        ("बच्चों ने दुकान लूटी और एक को गिरफ्तार किया।", "गिरफ्तार", {}),  # a plural is no name
        ("थानाध्यक्ष ने दो को गिरफ्तार किया।", "गिरफ्तार", {"थानाध्यक्ष": "agent"}),  # nor is a number
        ("दूतावास ने बातचीत की।", "बातचीत", {"दूतावास": "agent"}),  # nor an embassy
        ("मंत्री रह चुके नरेंद्र परमार ने इस्तीफा दिया।", "इस्तीफा", {"नरेंद्र परमार": "agent"}),  # nor a verb before it
        ("प्रीमियर अलका देशमुख ने इस्तीफा दिया।", "इस्तीफा", {"अलका देशमुख": "agent"}),
        (
            "पुलिस ने संतोष कुमार सिंह और एक मजदूर को गिरफ्तार किया।",
            "गिरफ्तार",
            {"पुलिस": "agent", "संतोष कुमार सिंह": "participant", "मजदूर": "patient"},
        ),
    ],
)
def test_a_hindi_name_is_no_common_noun_and_no_namesake(sentence: str, trigger: str, found: dict[str, str]) -> None:
    assert roles(sentence, trigger, "hi") == found


def test_an_embassy_is_a_noun_without_a_name_in_hindi() -> None:
    (one,) = event("दूतावास ने बातचीत की।", "बातचीत", "hi").participants
    assert (one.kind, one.key) == ("common", f"{COMMON_MARK}embassy")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("اعتقل سمير الحداد كريم عفيفي في بيته.", "اعتقل", {"سمير الحداد": "agent", "كريم عفيفي": "patient"}),
        ("سمير الحداد يلتقي كريم عفيفي.", "يلتقي", {"سمير الحداد": "agent", "كريم عفيفي": "patient"}),
        ("اغتيل القاضي سمير الحداد.", "اغتيل", {"سمير الحداد": "patient"}),
        ("رفضت لجنة التحكيم الرياضية الطلب.", "رفضت", {"لجنة التحكيم الرياضية": "agent"}),
    ],
)
def test_a_verb_that_stands_first_has_its_subject_behind_it_and_then_its_object(
    text: str, words: str, expected: dict[str, str]
) -> None:
    assert roles(text, words, "ar") == expected


def test_the_agent_of_an_indonesian_passive_stands_behind_it() -> None:
    assert roles("Budi Hartono ditangkap Andi Setiawan.", "ditangkap", "id") == {
        "Budi Hartono": "patient",
        "Andi Setiawan": "agent",
    }


def test_the_first_word_of_a_quotation_is_no_name_for_its_capital() -> None:
    assert roles('"Gempuran itu gagal," kata saksi. "Serangan dimulai Senin."', "Serangan", "id") == {}


@pytest.mark.parametrize(
    ("text", "words", "expected", "language"),
    [
        ("Ana Solis, the chief executive of Torvik, flew in. The chief executive resigned.", "resigned", "Ana Solis", "en"),
        ("Peruvian President Ana Solis flew in. The Peruvian leader resigned on Monday.", "resigned", "Ana Solis", "en"),
        ("Striker Raul Mamani flew in. On Monday the striker resigned.", "resigned", "Raul Mamani", "en"),
        ("Raul Mamani, 58, was charged. The 58-year-old was arrested.", "arrested", "Raul Mamani", "en"),
    ],
)
def test_a_description_means_the_one_person_whom_its_words_fit(text: str, words: str, expected: str, language: str) -> None:
    (person,) = event(text, words, language).participants
    assert (person.name, person.kind) == (expected, "person")
    assert person.source.rule.endswith("by a description")


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Solis and President Raul Mamani flew in. The president resigned.",  # which of the two?
        "Former president Ana Solis flew in. The president resigned.",  # another one
        "Peruvian President Ana Solis flew in. The president's office resigned.",
        "Ana Solis, the striker, flew in. A striker resigned.",
        "The mayor resigned.",
    ],
)
def test_a_description_that_may_mean_two_or_nobody_stays_uncertain(text: str) -> None:
    assert roles(text, "resigned") == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The French president was attacked in Lima.", "en"),
        ("France's president was attacked in Lima.", "en"),
        ("Peruvian President Ana Solis flew in. On Monday the French president was attacked in Lima.", "en"),
        ("फ्रांसीसी राष्ट्रपति ने समझौते पर हस्ताक्षर किए।", "hi"),
        ("Le président français a visité une école.", "fr"),
        ("El presidente francés visitó Lima el lunes.", "es"),
        ("Der französische Präsident besuchte am Montag Lima.", "de"),
    ],
)
def test_the_holder_of_an_office_is_known_by_the_day_of_publication(text: str, language: str) -> None:
    def told(published: dt.date) -> dict[str, str]:
        events = read_article(Document("d", text, language=language, published=published)).events
        return {person.name: person.kind for person in events[-1].participants}

    assert told(dt.date(2024, 5, 2)) == {"Emmanuel Macron": "person"}
    assert "Emmanuel Macron" not in told(dt.date(2016, 5, 2))
    assert "France" in told(dt.date(2031, 5, 2))  # nobody knows yet


def test_a_pronoun_inside_the_words_of_an_event_is_nobody_else() -> None:
    assert roles("Ana Solis bought the inn. The man who lost his life was a cook.", "lost his life") == {"man": "victim"}


def test_a_name_without_a_mark_acts_where_the_pack_says_so_and_letters_of_a_role_are_no_part_of_a_name() -> None:
    found = event("নৌ পুলিশ সোমবার কবির হোসেনকে গ্রেপ্তার করেছে।", "গ্রেপ্তার", "bn")
    assert {(one.name, one.role) for one in found.participants} == {("নৌ পুলিশ", "agent"), ("কবির হোসেন", "patient")}


def test_a_common_noun_before_another_that_it_describes_acts_in_nothing() -> None:
    found = event("পুলিশ সুপার সোমবার এলাকাটি পরিদর্শন করেন।", "পরিদর্শন", "bn")
    assert "পুলিশ" not in [one.name for one in found.participants]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Election Commission met in Delhi on Monday.", "en", "Election Commission of India"),
        ("The Election Commission met in Lahore on Monday.", "en", "Election Commission"),
        ("The Election Commission met on Monday.", "en", "Election Commission"),
        ("दिल्ली में सुप्रीम कोर्ट ने सोमवार को बैठक की।", "hi", "Supreme Court of India"),
        ("काठमांडू में सुप्रीम कोर्ट ने सोमवार को बैठक की।", "hi", "Supreme Court"),
    ],
)
def test_an_office_of_many_countries_is_that_of_the_country_that_the_article_is_on(text: str, language: str, expected: str) -> None:
    events = read_article(Document("a", text, language=language)).events
    assert {person.name for one in events for person in one.participants if person.kind == "organisation"} == {expected}


@pytest.mark.parametrize(
    ("language", "text", "words", "said", "speaker"),
    [
        ("en", "“They shot two men and then they fled,” Ines Quiroga told the BBC on Tuesday.", "shot", "told", "Ines Quiroga"),
        ("en", "“He attacked the convoy,” General Ines Quiroga said.", "attacked", "said", "Ines Quiroga"),
        ("de", "„Sie haben unsere Schule bombardiert“, sagte Bürgermeister Hans Maier.", "bombardiert", "sagte", "Hans Maier"),
        ("es", "«Bombardearon nuestra escuela», dijo el alcalde Juan Pérez.", "Bombardearon", "dijo", "Juan Pérez"),
        ("fr", "« Ils ont bombardé notre école », a déclaré le maire Jean Dupont.", "bombardé", "déclaré", "Jean Dupont"),
        ("it", "«Hanno bombardato la nostra scuola», ha detto il sindaco Mario Rossi.", "bombardato", "detto", "Mario Rossi"),
        ("pt", "“Bombardearam a nossa escola”, disse o prefeito João Silva.", "Bombardearam", "disse", "João Silva"),
        ("ru", "«Они разбомбили нашу школу», — сказал мэр Иван Петров.", "разбомбили", "сказал", "Иван Петров"),
        ("pl", "„Zbombardowali naszą szkołę” – powiedział burmistrz Jan Nowak.", "Zbombardowali", "powiedział", "Jan Nowak"),
        ("zh", "“他们轰炸了我们的学校，”市长李明周二说。", "轰炸", "说", "李明"),
    ],
)  # fmt: skip
def test_who_accuses_others_in_a_quotation_says_it_and_does_nothing_of_it(
    language: str, text: str, words: str, said: str, speaker: str
) -> None:
    assert speaker not in roles(text, words, language)
    assert roles(text, said, language)[speaker] == "agent"


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("en", "“We have attacked the camp,” Ines Quiroga said.", "attacked", "Ines Quiroga"),
        ("de", "„Wir haben fünf Männer festgenommen“, sagte Hans Maier.", "festgenommen", "Hans Maier"),
        ("es", "«Nosotros hemos bombardeado el campamento», dijo Juan Pérez.", "bombardeado", "Juan Pérez"),
        ("fr", "« Nous avons bombardé le camp », a déclaré Jean Dupont.", "bombardé", "Jean Dupont"),
        ("ru", "«Мы разбомбили лагерь», — сказал Иван Петров.", "разбомбили", "Иван Петров"),
    ],
)
def test_who_says_we_in_a_quotation_does_what_it_tells(language: str, text: str, words: str, speaker: str) -> None:
    assert roles(text, words, language)[speaker] == "agent"


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("en", "Pieter van der Meulen was arrested in Ghent.", "arrested", {"Pieter van der Meulen": "patient"}),
        ("de", "Präsident van der Bellen reiste nach Wien.", "reiste", {"van der Bellen": "agent"}),
        ("de", "Der Chef der NATO reiste nach Wien.", "reiste", {"NATO": "agent"}),
        ("de", "Der Präsident der Siemens AG reiste nach Wien.", "reiste", {"Siemens": "agent"}),
        ("en", "The Kremlin's spokesman accused NATO.", "accused", {"Kremlin": "agent", "NATO": "patient"}),
    ],
)
def test_a_name_holds_its_particles_and_no_article_of_a_body(
    language: str, text: str, words: str, expected: dict[str, str]
) -> None:
    assert {person.name: person.role for person in event(text, words, language).participants if person.kind != "common"} == expected


def test_whoever_holds_an_office_of_a_body_acts_for_it_and_a_fan_does_not() -> None:
    def acting(text: str, words: str) -> list[str]:
        return [one.name for one in event(text, words).participants if not one.aside and one.kind != "common"]

    assert acting("The Kremlin's spokesman accused NATO.", "accused") == ["Kremlin", "NATO"]
    assert acting("Arsenal's fans attacked a referee.", "attacked") == []


def test_who_hears_a_quotation_takes_no_part_in_it() -> None:
    text = "“They shot two men and then they fled,” Ines Quiroga told the BBC on Tuesday."
    assert "BBC" not in roles(text, "shot") | roles(text, "fled")
