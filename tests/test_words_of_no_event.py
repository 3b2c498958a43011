"""Words that only look like an event: flames threaten nobody with words, a picture of a screen arrests nobody."""

import pytest
from telling_events import events_of


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Flames threatened homes near Leeds on Sunday.", "threat"),
        ("fr", "Les flammes menaçaient dimanche des maisons près de Dijon.", "threat"),
        ("es", "Las llamas amenazaban el domingo varias casas cerca de Burgos.", "threat"),
        ("sv", "Branden hotade på söndagen flera hus utanför Umeå.", "threat"),
        ("id", "Api mengancam rumah warga di Bandung pada Minggu.", "threat"),
        ("fr", "Le maire a visité le quartier dimanche (capture d'écran).", "arrest"),
        ("es", "El alcalde visitó Burgos el domingo. Captura de pantalla del vídeo.", "arrest"),
        ("pt", "O autarca visitou Braga no domingo. Captura de tela do vídeo.", "arrest"),
        ("it", "Il sindaco ha visitato Ferrara domenica. Cattura dello schermo dal video.", "arrest"),
        ("en", "A bus struck a tree near Leeds on Sunday.", "labour strike"),
        ("en", "The driver tested positive for cocaine on Sunday.", "epidemic"),
        ("de", "Der Fahrer wurde am Sonntag positiv auf Kokain getestet.", "illness"),
        ("es", "El conductor dio positivo en cocaína el domingo.", "illness"),
        ("vi", "Tài xế dương tính với ma túy.", "illness"),
        ("fr", "Après la fermeture des bureaux de vote, le maire a été réélu.", "shutdown"),
        ("ru", "После закрытия избирательных участков мэр был переизбран.", "shutdown"),
        ("ru", "При пожаре в Твери пострадали три квартиры.", "injury"),
        ("es", "Un incendio se declaró el domingo en Burgos.", "statement"),
        ("tr", "Pazar günü Bursa'da bir kişi komşusunu bıçakladı.", "killing"),
        ("ja", "5日、長野市で男性が刺された。", "killing"),
        ("id", "Seorang pria ditikam di Bandung pada Minggu.", "killing"),
        ("ru", "Мужчину в понедельник в Твери осудили за покушение на убийство.", "accusation"),
    ],
)
def test_words_that_only_look_like_an_event_tell_none(language: str, text: str, kind: str) -> None:
    assert kind not in [one.kind for one in events_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The rebels threatened to burn the mill.", "threat"),
        ("es", "La captura del alcalde sorprendió el domingo a Burgos.", "arrest"),
        ("en", "A bus strike began in Leeds on Sunday.", "labour strike"),
        ("ru", "При пожаре в Твери пострадали три человека.", "injury"),
        ("tr", "Pazar günü Bursa'da üç polis şehit olurken sekiz kişi yaralandı.", "death"),
        ("tr", "Pazar günü Bursa'da iki kişi ölürken üç kişi tutuklandı.", "death"),
        ("tr", "Pazar günü Bursa'da iki kişi hayatını kaybederken üç kişi yaralandı.", "death"),
        ("tr", "Bursa'da üç kişi yaralanırken iki kişi kayboldu.", "injury"),
        ("ru", "Мужчину в понедельник в Твери осудили за покушение на убийство.", "sentence"),
        ("uk", "Чоловіка в понеділок у Львові засудили за замах на вбивство.", "sentence"),
        ("cs", "Muž byl v pondělí v Brně odsouzen za pokus o vraždu.", "sentence"),
        ("id", "Seorang pria ditikam di Bandung pada Minggu.", "attack"),
    ],
)
def test_the_same_words_tell_an_event_where_they_mean_it(language: str, text: str, kind: str) -> None:
    assert kind in [one.kind for one in events_of(text, language)]


def test_an_attempted_murder_makes_no_doubtful_arrest() -> None:
    text = "Die Polizei hat am Sonntag in Kassel einen Mann wegen versuchten Mordes festgenommen."
    assert {one.modality for one in events_of(text, "de") if one.kind == "arrest"} == {"asserted"}
