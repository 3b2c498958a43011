"""Who says it, and what kind of saying it is."""

import pytest

from extract import Document, read_article
from tests.telling_events import event, events_of


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Mayor Ines Quiroga said the bridge was safe.", "said", "Ines Quiroga"),
        ("“The bridge is safe,” said Ines Quiroga.", "said", "Ines Quiroga"),
        ("Ines Quiroga walked in. She said the bridge was safe.", "said", "Ines Quiroga"),
        ("Ines Quiroga, the mayor of the town, said the bridge was safe.", "said", "Ines Quiroga"),
        ("In a letter to Ines Quiroga, Tom Hill said the bridge was safe.", "said", "Tom Hill"),
        ("After talks with Ms. Ines Quiroga, Tom Hill said the bridge was safe.", "said", "Tom Hill"),
        ("Ines Quiroga will not speak, her lawyer, Tom Hill, said.", "said", "Tom Hill"),
    ],
)
def test_a_saying_has_its_speaker(text: str, words: str, speaker: str) -> None:
    said = event(text, words)
    assert said.kind == "statement"
    assert said.said_by.name == speaker


def test_a_name_of_an_earlier_clause_does_not_speak_where_the_verb_has_its_subject_beside_it() -> None:
    text = "Ines Quiroga was on the list of a train that crashed near Lyon on Monday, France's rail authority said."
    said = next(one for one in read_article(Document("d", text, language="en")).events if one.trigger == "said")
    assert said.said_by is not None
    assert said.said_by.name == "France"


def test_a_named_expert_gives_an_opinion() -> None:
    said = event("“They want grain,” said Otto Falk, a professor at the University of Arden.", "said")
    assert (said.kind, said.modality, said.said_by.name) == ("expert opinion", "reported opinion", "Otto Falk")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("hi", "भारत के पूर्व राजदूत रमेश चंद्र त्रिपाठी मानते हैं कि दिल्ली को चुप रहना चाहिए।", "रमेश चंद्र त्रिपाठी"),
        ("hi", "इन मामलों के जानकार वरिंदर धालीवाल कहते हैं कि दाखिले आधे रह गए।", "वरिंदर धालीवाल"),
        ("ja", "水産大学校の桑野徹教授は「見張りが不十分だった」とみる。", "桑野徹"),
        ("fr", "« Fantaisiste », tranche Hélène Vasseur, géotechnicienne à l'École des mines.", "Hélène Vasseur"),
    ],
)
def test_a_named_expert_gives_an_opinion_in_every_language(language: str, text: str, speaker: str) -> None:
    said = next(one for one in events_of(text, language=language) if one.kind == "expert opinion")
    assert said.said_by.name == speaker


def test_what_an_expert_says_is_not_asserted() -> None:
    text = (
        "The army is preparing to attack the port and soldiers attacked a bus, said Otto Falk, an analyst at the Arden Institute."
    )
    assert {one.modality for one in events_of(text) if one.kind == "attack"} == {"reported opinion"}


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "Gunmen attacked a bus, police said.", {"attack", "statement"}),
        ("en", "Gunmen attacked a bus, a doctor at the hospital said.", {"attack", "statement"}),
        ("es", "Cuatro mineros murieron en la mina, informó la policía.", {"death", "statement"}),
        ("fr", "Une explosion a secoué l'entrepôt, a indiqué la préfecture.", {"explosion", "statement"}),
        ("ru", "В порту загорелся паром, сообщили спасатели.", {"fire", "statement"}),
        ("en", "Gunmen attacked a bus, according to police.", {"attack"}),
        ("en", "Gunmen attacked a bus, Reuters reported.", {"attack"}),
    ],
)
def test_what_an_unnamed_office_says_is_a_statement_beside_what_happened(language: str, text: str, kinds: set[str]) -> None:
    assert {one.kind for one in events_of(text, language=language)} == kinds


def test_a_quotation_that_goes_on_belongs_to_its_speaker() -> None:
    text = "“We shall rebuild,” Ines Quiroga said. “Nobody will be left behind.”"
    first, second = (one for one in events_of(text) if one.kind == "statement")
    assert second.said_by.name == first.said_by.name == "Ines Quiroga"
    assert second.rule == "speech: the quotation goes on"


@pytest.mark.parametrize("text", ["The state of the road was bad.", "The United States agreed.", "State media showed the parade."])
def test_a_noun_is_no_verb_of_saying(text: str) -> None:
    assert not [one for one in events_of(text) if one.kind == "statement"]


def test_a_hindi_speaker_stands_before_his_mark() -> None:
    said = event("राष्ट्रपति व्लादिमीर पुतिन ने कहा कि पुल सुरक्षित है।", "कहा", "hi")
    assert (said.said_by.name, said.said_by.key) == ("Vladimir Putin", "vladimir putin")


def test_words_that_name_nobody_may_be_the_speaker() -> None:
    assert event("Ines Quiroga resigned on Monday, her husband said.", "resigned").said_by is None


def test_a_pronoun_behind_the_verb_that_begins_what_is_said_is_not_the_speaker() -> None:
    text = "Ines Quiroga was sentenced on Monday. Prosecutors, who had sought more, said they would not appeal."
    assert all(one.said_by is None for one in events_of(text) if one.sentence_index == 1)


def test_a_name_behind_a_verb_that_has_its_subject_is_not_the_speaker() -> None:
    found = events_of("The commission declared Ines Quiroga winner of the election on Sunday.")
    assert all(one.said_by is None or one.said_by.name != "Ines Quiroga" for one in found)


def test_what_stands_behind_a_semicolon_is_said_by_somebody_else() -> None:
    text = "Ines Quiroga said the mayor had resigned; a spokeswoman for Tom Hill denied the claim."
    assert event(text, "resigned").said_by.name == "Ines Quiroga"
    denied = event(text, "denied")
    assert denied.said_by is None or denied.said_by.name != "Ines Quiroga"


def test_a_speaker_stands_behind_a_verb_that_leads_its_clause_in_romance_languages() -> None:
    text = "Deux hommes ont été arrêtés samedi, a annoncé dimanche le procureur de la ville, Yves Malandre."
    assert event(text, "arrêtés", "fr").said_by.name == "Yves Malandre"


def test_an_unsure_verb_says_something_right_behind_a_quotation() -> None:
    text = "« Nous sommes en deuil », a réagi le maire, Yves Malandre."
    assert [one.kind for one in events_of(text, "fr") if one.said_by] == ["statement"]
    assert "statement" not in [one.kind for one in events_of("Le maire a réagi à la crise.", "fr")]


@pytest.mark.parametrize(
    "text", ["আইনজীবী রফিকুল হক বলেন, রায়ের কপি পাওয়া গেছে।", "“সেতুটি দুলছিল,” বলেন প্রত্যক্ষদর্শী রফিকুল হক।"], ids=["before", "behind"]
)
def test_a_speaker_without_a_mark_stands_beside_the_verb_that_stands_last(text: str) -> None:
    assert [one.said_by.name for one in events_of(text, "bn") if one.said_by] == ["রফিকুল হক"] * len(events_of(text, "bn"))
    assert events_of(text, "bn")


def test_a_pronoun_behind_a_bare_title_is_nobody_whom_the_sentences_before_name() -> None:
    text = "কবির হোসেনকে সোমবার গ্রেপ্তার করে পুলিশ। প্রতিমন্ত্রী বুধবার ঘটনাস্থলে যান। তিনি বলেন, কাউকে ছাড় দেওয়া হবে না।"
    assert {one.said_by.name for one in events_of(text, "bn") if one.said_by} == set()


@pytest.mark.parametrize(
    "text",
    [
        "رضا کاظمی گفت دو نفر بازداشت شدند.",
        "رضا کاظمی، فرماندار بندر، گفت: «دو نفر بازداشت شدند.»",
        "رضا کاظمی اعلام کرد که دو نفر بازداشت شدند.",
        "به گفته رضا کاظمی، دو نفر بازداشت شدند.",
    ],
    ids=["beside", "before an apposition", "of a verb of two words", "behind a source"],
)
def test_a_speaker_before_a_last_verb_needs_no_mark(text: str) -> None:
    arrest = event(text, "بازداشت شدند", "fa")
    assert arrest.said_by is not None
    assert arrest.said_by.name == "رضا کاظمی"


def test_an_object_mark_behind_a_name_makes_it_the_patient_and_the_bare_name_acts() -> None:
    arrest = event("پلیس رضا کاظمی را بازداشت کرد.", "بازداشت کرد", "fa")
    assert {(one.name, one.role) for one in arrest.participants} == {("پلیس", "agent"), ("رضا کاظمی", "patient")}


def test_a_country_behind_a_noun_does_not_act_by_itself() -> None:
    attack = event("ارتش سودان به بندر حمله کرد.", "حمله کرد", "fa")
    assert ("Sudan", "agent") not in {(one.name, one.role) for one in attack.participants}


def test_the_first_sentences_of_a_quotation_are_of_whom_its_last_names() -> None:
    text = "Ines Quiroga said the bridge was safe. “The bridge collapsed. It is a shame,” said Tom Hill of the union."
    collapsed = event(text, "collapsed")
    assert collapsed.said_by is not None
    assert collapsed.said_by.name == "Tom Hill"


def test_experts_whom_an_organisation_sends_do_not_speak() -> None:
    text = "The agency will send six experts to Lagos next week, the United States Consulate said."
    assert {one.kind for one in events_of(text)} == {"aid", "statement"}


@pytest.mark.parametrize(
    ("text", "language", "words", "speaker"),
    [
        ("„Nic nie wiemy” – powiedział dziennikarzom burmistrz Jan Kowal.", "pl", "powiedział", "Jan Kowal"),
        ("– Jan Kowal stanął w obronie kolegi – powiedział rzecznik.", "pl", "powiedział", None),
        ('"Nic nevíme," řekl ČTK starosta Milan Starec.', "cs", "řekl", "Milan Starec"),
        ("— Пётр Иванов ничего не знал, — рассказал директор завода.", "ru", "рассказал", None),
    ],
)
def test_a_speaker_stands_behind_a_verb_that_follows_a_dash(text: str, language: str, words: str, speaker: str | None) -> None:
    said = next(one for one in read_article(Document("d", text, language=language)).events if one.trigger.startswith(words))
    assert (said.said_by.name if said.said_by else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ines Quiroga courts every leader — a sheikh, say, or a king.",
        "Ines Quiroga proposes that envoys go there, for if Tom Hill tells Otto Falk so, he will listen.",
    ],
)
def test_what_nobody_says_yet_is_no_saying(text: str) -> None:
    assert not [one for one in events_of(text) if one.rule.startswith("speech")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "A quake struck Chile on Tuesday, seismologist Ana Pires said.", "quake"),
        ("en", "A quake struck Chile on Tuesday, scientists said.", "quake"),
        ("fr", "Un séisme a frappé le Chili mardi, selon des sismologues.", "séisme"),
        ("hi", "वैज्ञानिकों के अनुसार मंगलवार को चिली में भूकंप आया।", "भूकंप आया"),
    ],
)
def test_what_struck_by_nature_is_measured_by_who_studies_it_and_no_opinion(language: str, text: str, words: str) -> None:
    assert event(text, words, language).modality == "asserted"


def test_what_an_expert_says_of_a_deed_is_his_opinion() -> None:
    assert event("Rebels attacked the convoy, analyst Ana Pires said.", "attacked").modality == "reported opinion"
