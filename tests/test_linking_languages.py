"""One affair told in many languages: stories meet by names, places, figures and kinds, not by the words of one language."""

import datetime as dt
from functools import cache

import pytest

from extract.language import load_pack, pack_codes
from extract.language.linking import concept
from extract.models import Article, Document, Happening
from extract.pipeline import happenings_of, read_article
from extract.stories import group_stories

PUBLISHED = dt.date(2024, 3, 6)
QUAKE = {
    "en": "A strong earthquake hit the Turkish city of Ankara on Tuesday, killing 41 people, officials said.\n\n"
    "President Recep Tayyip Erdogan visited Ankara on Wednesday.",
    "de": "Ein schweres Erdbeben hat am Dienstag die türkische Stadt Ankara erschüttert. "
    "Mindestens 41 Menschen kamen ums Leben.\n\n"
    "Präsident Recep Tayyip Erdogan besuchte am Mittwoch Ankara.",
    "fr": "Un violent séisme a frappé mardi la ville turque de Ankara, faisant 41 morts, selon les autorités.\n\n"
    "Le président Recep Tayyip Erdogan s'est rendu mercredi à Ankara.",
    "es": "Un fuerte terremoto sacudió el martes la ciudad turca de Ankara y dejó 41 muertos, según las autoridades.\n\n"
    "El presidente Recep Tayyip Erdogan visitó Ankara el miércoles.",
    "ru": "Сильное землетрясение произошло во вторник в турецком городе Анкара. Погиб 41 человек.\n\n"
    "Президент Реджеп Тайип Эрдоган посетил Анкару в среду.",
    "hi": "तुर्की के शहर अंकारा में मंगलवार को आए भूकंप में 41 लोगों की मौत हो गई।\n\nराष्ट्रपति रेचेप तैयप एर्दोगन ने बुधवार को अंकारा का दौरा किया।",
    "ar": "ضرب زلزال قوي مدينة أنقرة التركية يوم الثلاثاء وأسفر عن مقتل 41 شخصا.\n\n"
    "وزار الرئيس رجب طيب أردوغان أنقرة يوم الأربعاء.",
    "zh": "土耳其安卡拉市星期二发生强烈地震，造成41人死亡。\n\n土耳其总统埃尔多安星期三访问了安卡拉。",
}
MEETING = {
    "en": "Ukrainian President Volodymyr Zelenskyy met UN Secretary-General António Guterres in Kyiv on Tuesday.",
    "de": "Der ukrainische Präsident Wolodymyr Selenskyj hat am Dienstag in Kiew UN-Generalsekretär António Guterres getroffen.",
    "ar": "التقى الرئيس الأوكراني فولوديمير زيلينسكي الأمين العام للأمم المتحدة أنطونيو غوتيريش في كييف يوم الثلاثاء.",
    "zh": "乌克兰总统泽连斯基星期二在基辅会见了联合国秘书长古特雷斯。",
    "ru": "Президент Украины Владимир Зеленский во вторник встретился в Киеве с генеральным секретарем ООН Антониу Гутерришем.",
    "hi": "यूक्रेन के राष्ट्रपति वोलोदिमिर जेलेंस्की ने मंगलवार को कीव में संयुक्त राष्ट्र महासचिव एंटोनियो गुटेरेस से मुलाकात की।",
    "fr": "Le président ukrainien Volodymyr Zelensky a rencontré mardi à Kiev le secrétaire général de l'ONU, António Guterres.",
    "ja": "ウクライナのゼレンスキー大統領は火曜日、キーウで国連のグテレス事務総長と会談した。",
    "tr": "Ukrayna Devlet Başkanı Volodimir Zelenskiy salı günü Kiev'de BM Genel Sekreteri António Guterres ile görüştü.",
    "es": "El presidente Volodímir Zelenski se reunió el martes en Kiev con el secretario general de la ONU, António Guterres.",
    "ko": "볼로디미르 젤렌스키 우크라이나 대통령은 화요일 키이우에서 안토니우 구테흐스 유엔 사무총장과 회담했다.",
    "pl": "Prezydent Ukrainy Wołodymyr Zełenski spotkał się we wtorek w Kijowie z sekretarzem generalnym ONZ Antonio Guterresem.",
    "pt": "O presidente Volodymyr Zelensky reuniu-se na terça-feira em Kiev com o secretário-geral da ONU, António Guterres.",
    "it": "Il presidente ucraino Volodymyr Zelensky ha incontrato martedì a Kiev il segretario generale dell'ONU António Guterres.",
    "nl": "De Oekraïense president Volodymyr Zelensky heeft dinsdag in Kiev VN-chef António Guterres ontmoet.",
    "sv": "Ukrainas president Volodymyr Zelenskyj träffade FN:s generalsekreterare António Guterres i Kiev på tisdagen.",
    "da": "Ukraines præsident Volodymyr Zelenskyj mødtes tirsdag i Kyiv med FN's generalsekretær António Guterres.",
    "id": "Presiden Ukraina Volodymyr Zelensky bertemu Sekretaris Jenderal PBB Antonio Guterres di Kyiv pada Selasa.",
    "uk": "Президент України Володимир Зеленський у вівторок зустрівся у Києві з генеральним секретарем ООН Антоніу Гутеррішем.",
}
TURNS = {
    ("ar", "deathbed"): ("لقي أربعة أشخاص مصرعهم يوم الثلاثاء إثر انقلاب حافلة قرب عمّان.", "وتوفي راكب في المستشفى."),
    ("ar", "remand"): ("اعتقلت الشرطة يوم الثلاثاء مصرفيين اثنين في عمّان.", "وأمر القاضي بحبس المصرفيين."),
    ("de", "acquittal"): (
        "Das Landgericht Kassel hat am Dienstag zwei Bankiers schuldig gesprochen.",
        "Ein dritter Bankier wurde freigesprochen.",
    ),
    ("de", "deathbed"): (
        "Beim Unglück eines Busses bei Kassel kamen am Dienstag vier Menschen ums Leben.",
        "Ein Fahrgast starb in einer Klinik.",
    ),
    ("de", "remand"): (
        "Die Polizei hat am Dienstag in Kassel zwei Bankiers festgenommen.",
        "Die Bankiers sitzen in Untersuchungshaft.",
    ),
    ("en", "acquittal"): (
        "A jury in Rotterdam on Tuesday found two bankers guilty of fraud.",
        "A third banker was acquitted of fraud.",
    ),
    ("en", "deathbed"): (
        "Four people were killed when a bus overturned near Rotterdam on Tuesday.",
        "A passenger died in hospital.",
    ),
    ("en", "remand"): ("Police in Rotterdam detained two bankers on Tuesday.", "A judge remanded the bankers in custody."),
    ("es", "acquittal"): ("Un tribunal de Lima declaró culpables el martes a dos banqueros.", "Un tercer banquero fue absuelto."),
    ("es", "deathbed"): (
        "Cuatro personas murieron el martes al volcar un autobús cerca de Lima.",
        "Un pasajero falleció en el hospital.",
    ),
    ("es", "remand"): ("La policía detuvo el martes en Lima a dos banqueros.", "Los banqueros ingresaron en prisión preventiva."),
    ("fr", "acquittal"): ("Le tribunal de Lyon a reconnu coupables mardi deux banquiers.", "Un troisième banquier a été relaxé."),
    ("fr", "deathbed"): (
        "Quatre personnes sont mortes mardi dans l'accident d'un autocar près de Lyon.",
        "Un passager est mort à l'hôpital.",
    ),
    ("fr", "remand"): ("La police a arrêté mardi deux banquiers à Lyon.", "Les banquiers ont été écroués."),
    ("hi", "acquittal"): ("पुणे की अदालत ने मंगलवार को दो बैंकरों को दोषी करार दिया।", "अदालत ने तीसरे बैंकर को बरी कर दिया।"),
    ("hi", "deathbed"): ("पुणे के पास मंगलवार को बस पलटने से चार लोगों की मौत हो गई।", "एक यात्री की अस्पताल में मौत हो गई।"),
    ("hi", "remand"): ("पुलिस ने मंगलवार को पुणे में दो बैंकरों को गिरफ्तार किया।", "दोनों बैंकरों को न्यायिक हिरासत में जेल भेज दिया गया।"),
    ("id", "acquittal"): (
        "Pengadilan Surabaya pada Selasa menyatakan dua bankir terbukti bersalah.",
        "Seorang bankir divonis bebas.",
    ),
    ("id", "deathbed"): (
        "Empat orang tewas saat sebuah bus terguling di dekat Surabaya pada Selasa.",
        "Seorang penumpang meninggal di rumah sakit.",
    ),
    ("id", "remand"): ("Polisi menangkap dua bankir di Surabaya pada Selasa.", "Kedua bankir langsung ditahan."),
    ("it", "acquittal"): (
        "Il tribunale di Torino ha giudicato colpevoli martedì due banchieri.",
        "Un terzo banchiere è stato assolto.",
    ),
    ("it", "deathbed"): (
        "Quattro persone sono morte martedì nell'incidente di un pullman vicino a Torino.",
        "Un passeggero è morto in ospedale.",
    ),
    ("it", "remand"): (
        "La polizia ha arrestato martedì due banchieri a Torino.",
        "Il giudice ha disposto la custodia cautelare in carcere.",
    ),
    ("ja", "acquittal"): ("大阪地裁は火曜日、銀行員2人に懲役9年の判決を言い渡した。", "3人目の被告には無罪を言い渡した。"),
    ("ja", "deathbed"): ("火曜日、大阪近郊でバスが横転し、4人が死亡した。", "乗客1人が病院で死亡した。"),
    ("ja", "remand"): ("警察は火曜日、大阪で銀行員2人を逮捕した。", "銀行員は勾留された。"),
    ("ko", "acquittal"): ("부산지법은 화요일 은행원 2명에게 유죄를 선고했다.", "은행원 1명에게는 무죄를 선고했다."),
    ("ko", "deathbed"): ("화요일 부산 인근에서 버스가 전복돼 4명이 숨졌다.", "승객 1명이 병원에서 숨졌다."),
    ("ko", "remand"): ("경찰은 화요일 부산에서 은행원 2명을 체포했다.", "은행원들은 구속됐다."),
    ("nl", "acquittal"): (
        "De rechtbank in Utrecht heeft dinsdag twee bankiers schuldig bevonden.",
        "Een derde bankier werd vrijgesproken.",
    ),
    ("nl", "deathbed"): (
        "Bij een ongeluk met een bus bij Utrecht zijn dinsdag vier mensen omgekomen.",
        "Een passagier overleed in het ziekenhuis.",
    ),
    ("nl", "remand"): ("De politie heeft dinsdag in Utrecht twee bankiers aangehouden.", "De bankiers zitten in voorarrest."),
    ("pl", "deathbed"): ("W wypadku autobusu pod Gdańskiem zginęły we wtorek cztery osoby.", "Pasażer zmarł w szpitalu."),
    ("pl", "remand"): ("Policja zatrzymała we wtorek w Gdańsku dwóch bankierów.", "Bankierzy zostali tymczasowo aresztowani."),
    ("pt", "acquittal"): (
        "Um tribunal de Lisboa declarou culpados na terça-feira dois banqueiros.",
        "Um terceiro banqueiro foi absolvido.",
    ),
    ("pt", "deathbed"): (
        "Quatro pessoas morreram na terça-feira quando um autocarro capotou perto de Lisboa.",
        "Um passageiro morreu no hospital.",
    ),
    ("pt", "remand"): ("A polícia deteve na terça-feira dois banqueiros em Lisboa.", "Os banqueiros ficaram em prisão preventiva."),
    ("ru", "deathbed"): ("При аварии автобуса под Казанью во вторник погибли четыре человека.", "Пассажир скончался в больнице."),
    ("ru", "remand"): ("Полиция во вторник задержала в Казани двух банкиров.", "Банкиров заключили под стражу."),
    ("tr", "acquittal"): ("İzmir'de mahkeme salı günü iki bankacıyı suçlu buldu.", "Üçüncü bankacı beraat etti."),
    ("tr", "deathbed"): ("İzmir'de salı günü devrilen otobüste dört kişi öldü.", "Bir yolcu hastanede öldü."),
    ("tr", "remand"): ("Polis salı günü İzmir'de iki bankacıyı gözaltına aldı.", "Bankacılar tutuklandı."),
    ("uk", "deathbed"): ("Під час аварії автобуса під Львовом у вівторок загинули четверо людей.", "Пасажир помер у лікарні."),
    ("uk", "remand"): ("Поліція у вівторок затримала у Львові двох банкірів.", "Суд узяв банкірів під варту."),
    ("zh", "acquittal"): ("南京法院星期二裁定两名银行家有罪。", "第三名银行家被判无罪。"),
    ("zh", "deathbed"): ("星期二一辆客车在南京附近翻车，造成4人死亡。", "一名乘客在医院死亡。"),
}
KINDS_OF_TURNS = {"acquittal": {"verdict", "sentence", "court ruling"}, "remand": {"arrest"}, "deathbed": {"death"}}
STRANGERS = {
    "flood": ("en", "A flood in the Bolivian city of Cochabamba on Tuesday killed nine people, police said."),
    "hagel": ("de", "Die Präsidenten von Ghana und Togo trafen sich am Dienstag in Lomé zu Gesprächen über die Grenze."),
}


@cache
def articles() -> tuple[Article, ...]:
    told = {code: (code, text) for code, text in QUAKE.items()} | STRANGERS
    documents = (Document(id_, text, None, code, PUBLISHED, "given") for id_, (code, text) in told.items())
    return tuple(map(read_article, documents))


@cache
def happenings() -> tuple[Happening, ...]:
    return happenings_of(articles())


def tellers(kind: str) -> set[str]:
    """Give the documents of the happening of one kind that most documents tell."""
    told = [{mention.document_id for mention in one.mentions} for one in happenings() if one.kind == kind]
    return max(told, key=len, default=set())


def test_one_affair_is_one_story_in_every_language() -> None:
    stories = dict(zip((article.document.id for article in articles()), group_stories(articles()), strict=True))
    assert len({stories[code] for code in QUAKE}) == 1
    assert all(stories[stranger] != stories["en"] for stranger in STRANGERS)


@pytest.mark.parametrize("code", [code for code in QUAKE if code in pack_codes() and load_pack(code).table("triggers")])
def test_an_earthquake_is_one_happening_with_its_report_in_english(code: str) -> None:
    assert {"en", code} <= tellers("earthquake")


@cache
def meetings() -> tuple[Happening, ...]:
    documents = (Document(code, text, None, code, dt.date(2024, 3, 12), "given") for code, text in MEETING.items())
    return happenings_of(tuple(map(read_article, documents)))


@pytest.mark.parametrize("code", MEETING)
def test_a_meeting_of_known_persons_is_one_happening_in_all_languages(code: str) -> None:
    meeting = max(meetings(), key=lambda one: len(one.mentions))
    assert (meeting.kind, meeting.label) == ("meeting", "Volodymyr Zelenskyy and António Guterres meet in Kyiv")
    assert code in {mention.document_id for mention in meeting.mentions}


@pytest.mark.parametrize("code", ["ar", "de", "es", "fr", "hi", "ru", "zh"])
def test_a_visit_is_one_happening_with_its_report_in_english(code: str) -> None:
    assert {"en", code} <= tellers("visit")


def test_strangers_tell_nothing_of_it() -> None:
    assert not tellers("earthquake") & STRANGERS.keys()


def test_every_language_agrees_on_the_day_and_the_town() -> None:
    quake = max((one for one in happenings() if one.kind == "earthquake"), key=lambda one: len(one.mentions))
    assert quake.when is not None
    assert quake.when.first_day == quake.when.last_day == dt.date(2024, 3, 5)
    assert quake.where is not None
    assert quake.where.name == "Ankara"
    assert quake.labels["en"] == "Earthquake in Ankara, 41 dead"
    assert quake.labels["hi"].endswith("भूकंप, 41 की मौत")
    assert quake.disagreements == ()


@pytest.mark.parametrize(("code", "turn"), TURNS)
def test_a_remand_an_acquittal_and_a_death_in_hospital_stay_apart_from_others_of_their_kind(code: str, turn: str) -> None:
    text = "\n\n".join(TURNS[code, turn])
    found = happenings_of([read_article(Document("a", text, None, code, PUBLISHED, "given"))])
    told = [{mention.sentence for mention in one.mentions} for one in found if one.kind in KINDS_OF_TURNS[turn]]
    assert len(told) > 1
    assert all(len(sentences) == 1 for sentences in told)


@pytest.mark.parametrize(
    ("word", "form", "code"), [("samolot", "samolotu", "pl"), ("prezydent", "prezydenta", "pl"), ("vlak", "vlakem", "cs")]
)
def test_a_form_of_a_language_without_a_stemmer_means_what_its_dictionary_form_does(word: str, form: str, code: str) -> None:
    assert concept(form, code) == concept(word, code) != word
