"""What stands below an article is no part of it: headlines and first sentences of others, notices of rights."""

import pytest

from extract.documents.junk import junk_spans
from extract.language import pack_for

BODY = {
    "en": "A barn burned down in Selby on Monday. Nobody was hurt. Crews left at noon.",
    "de": "In Lohne brannte am Montag eine Scheune. Verletzt wurde niemand. Die Feuerwehr rückte am Mittag ab.",
    "pt": "Um celeiro ardeu na segunda-feira em Tondela. Ninguém ficou ferido. Os bombeiros saíram ao meio-dia.",
    "hi": "सोमवार को दमोह में एक गोदाम जल गया। कोई घायल नहीं हुआ। दमकल दोपहर में लौट गई।",
    "ja": "5日、伊那市で納屋が焼けた。けが人はなかった。消防は正午に引き揚げた。",
    "ko": "5일 제천에서 창고가 탔다. 다친 사람은 없었다. 소방대는 정오에 철수했다.",
    "tr": "Pazartesi günü Ordu'da bir ambar yandı. Yaralanan olmadı. Ekipler öğlen ayrıldı.",
    "nl": "In Assen brandde maandag een schuur af. Niemand raakte gewond. De brandweer vertrok om twaalf uur.",
}
BELOW = [
    (
        "pt",
        (
            "Ponte cai em Lagos e deixa seis feridos",
            "Ministro demite-se depois de greve dos médicos",
            "Incêndio destrói fábrica em Ovar",
        ),
    ),
    (
        "de",
        ("Bahnstreik trifft am Dienstag den Norden", "Gericht verurteilt Erpresser zu drei Jahren Haft", "Minister tritt zurück"),
    ),
    ("hi", ("खदान धंसने से चार मजदूरों की मौत", "मंत्री ने दिया इस्तीफा, नए चेहरे की तलाश", "बस पलटी, बीस यात्री घायल")),
    ("nl", ("Meer uit Regio", "EMMEN (ANP) - Bij een ongeluk zijn zondag twee mensen omgekomen. Dat meldt de politie.")),
    ("en", ("More from Business", "The mill closed on Friday. Its owner was arrested.")),
    ("ko", ("무단전재 및 재배포 금지",)),
    ("ja", ("無断転載・複製を禁じます",)),
    ("tr", ("(Foto: ajans)", "Her hakkı saklıdır, izinsiz yayınlanamaz")),
]


@pytest.mark.parametrize(("code", "below"), BELOW)
def test_what_stands_below_an_article_is_no_part_of_it(code: str, below: tuple[str, ...]) -> None:
    text = "\n".join((BODY[code], *below))
    assert [text[span.start : span.end] for span in junk_spans(text, pack_for(code))] == list(below)


@pytest.mark.parametrize(
    "text",
    [
        "A barn burned down in Selby\nNobody was hurt, the brigade said. Crews left at noon. The owner is away. Police",
        "Results of the cup. Selby won. York lost. Hull drew.\n- Selby beat York on Monday\n- Hull met Goole on Sunday",
        "One died. Two were hurt. Crews left.\nSelby 12.4 and 3.1 and 40\nGoole 11.9 and 2.8 and 38\nHull 12.0 and 3.0 and 41",
        "A barn burned down\nSelby council meets on Monday\nPolice look for a witness",
        "One died. Two were hurt. Crews left.\nMore from the scene was not known.",
    ],
)
def test_prose_lists_and_bare_headlines_stay(text: str) -> None:
    assert junk_spans(text, pack_for("en")) == ()
