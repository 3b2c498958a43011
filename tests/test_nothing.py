"""Sentences in which nothing happened tell nothing, and their literal twins do: by rows here, and by counts over 23 languages."""

import tomllib

import pytest

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.unreal import unreal_rules
from tests.benchmarking import ROOT, benchmark, floors
from tests.telling_events import events_of

FLOORS = floors("nothing")
KNOWN = tomllib.loads((ROOT / "tests" / "nothing_fresh_known.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def counted():
    module = benchmark("nothing")
    return module.counted(list(module.read(ROOT / "tests" / "nothing")))


def test_what_is_told_though_nothing_happened_does_not_grow(counted):
    assert counted["false_alarms"] <= FLOORS["false_alarms_at_most"]


def test_the_twins_in_which_it_did_happen_stay_told(counted):
    assert counted["told"] >= FLOORS["told"]


@pytest.fixture(scope="module")
def fresh():
    return list(benchmark("nothing").read(ROOT / "tests" / "nothing_fresh"))


def test_fresh_sentences_in_which_nothing_happened_tell_nothing_but_these(fresh):
    assert {row.nothing for row in fresh if row.said} <= set(KNOWN["told"])


def test_fresh_twins_are_told_but_these(fresh):
    assert {row.happened for row in fresh if not row.told} <= set(KNOWN["lost"])


@pytest.mark.parametrize(
    ("language", "nothing", "happened", "kind"),
    [
        ("en", "Every attack is followed by an inquiry.", "The attack was followed by an inquiry.", "attack"),
        ("en", "Whoever kidnaps a child is jailed.", "Who kidnapped the child is unclear.", "kidnapping"),
        ("en", "Robbery is punishable by ten years in jail.", "The robbery was punished with ten years.", "robbery"),
        ("en", "Drivers who cause a crash face up to a year.", "A driver who caused a crash faces a year.", "crash"),
        ("en", "Crews rehearsed a simulated explosion.", "Crews heard an explosion.", "explosion"),
        ("en", "In the novel a girl is kidnapped.", "In the town a girl was kidnapped.", "kidnapping"),
        ("en", "The verdict was an earthquake.", "The verdict came after an earthquake.", "earthquake"),
        ("en", "A storm inside the party is brewing.", "A storm stopped the party.", "storm"),
        ("en", "Two bakers are at war.", "Two bakers left because of the war.", "war"),
        ("en", "He was under fire for his remarks.", "The town was attacked for hours.", "attack"),
        ("en", "She stole his heart.", "She stole his car.", "robbery"),
        ("de", "Der Streik ist ein Recht.", "Der Streik ist ein Ärgernis.", "labour strike"),
        ("es", "El Instituto de Terremotos cerró.", "El instituto cerró por un terremoto.", "earthquake"),
        ("fr", "Qui vole un tableau paie une amende.", "Qui a volé le tableau reste un mystère.", "robbery"),
        ("it", "Chi ruba una bici paga.", "Chi ha rubato la bici non si sa.", "robbery"),
        ("ru", "Кто крадёт велосипед, платит штраф.", "Кто украл велосипед, неизвестно.", "robbery"),
        ("zh", "凡罢工须提前十天通知。", "工人周一举行罢工。", "labour strike"),
    ],
)
def test_rules_plots_drills_and_figures_by_who_and_where_tell_no_event(
    language: str, nothing: str, happened: str, kind: str
) -> None:
    assert kind not in {one.kind for one in events_of(nothing, language) if one.modality == "asserted"}
    assert kind in {one.kind for one in events_of(happened, language)}


@pytest.mark.parametrize(
    ("language", "nothing", "happened", "kind"),
    [
        ("en", "A storm of applause rose.", "A storm hit the coast.", "storm"),
        ("en", "The team's attack looked tired.", "The rebels' attack lasted an hour.", "attack"),
        ("en", "The film 'The Explosion' opens soon.", "The film crew heard an explosion.", "explosion"),
        ("en", "Shares in the airline crashed.", "A jet of the airline crashed.", "plane crash"),
        ("en", "An earthquake is a sudden movement.", "The earthquake is a tragedy.", "earthquake"),
        ("en", "Anyone who robs a bank is jailed.", "Gunmen robbed a bank.", "robbery"),
        ("en", "Students protest here every Friday.", "Students protested here on Friday.", "protest"),
        ("fr", "Une avalanche de critiques est tombée.", "Une avalanche est tombée.", "avalanche"),
        ("fr", "La caisse de grève est vide.", "Le jour de la grève, la caisse est vide.", "labour strike"),
        ("fr", "Il habite rue de la Révolte.", "La révolte a gagné la rue.", "riot"),
        ("ko", "영화 '폭발'은 상영 중이다.", "극장에서 폭발이 발생했다.", "explosion"),
        ("ru", "Фильм «Взрыв» идёт в кино.", "Взрыв слышали в кино.", "explosion"),
        ("hi", "हँसी का तूफान आ गया।", "तट पर तूफान आ गया।", "storm"),
    ],
)
def test_figures_titles_prices_rules_and_habits_tell_no_event(language: str, nothing: str, happened: str, kind: str) -> None:
    assert kind not in {one.kind for one in events_of(nothing, language) if one.modality == "asserted"}
    assert kind in {one.kind for one in events_of(happened, language)}


@pytest.mark.parametrize(
    ("language", "text", "kind", "modality"),
    [
        ("en", "Had the bomb exploded, the hall would be gone.", "bombing", "hypothetical"),
        ("en", "Had the bomb exploded?", "bombing", "asserted"),
        ("en", "If the dam broke, the valley was flooded.", "flood", "hypothetical"),
        ("en", "Whether the dam broke is unclear, the valley was flooded.", "flood", "asserted"),
        ("fr", "Le drone est capable de frapper un pont.", "airstrike", "hypothetical"),
        ("zh", "导弹可以击中舰船。", "missile attack", "hypothetical"),
        ("pt", "O ministro não se demitiu.", "resignation", "negated"),
        ("pt", "Os líderes se reuniram em Lisboa.", "meeting", "asserted"),
        ("pt", "Se o ministro se demitir, o governo cai.", "resignation", "hypothetical"),
        ("hi", "हमले के बाद टीम लौट आई।", "attack", "asserted"),
        ("en", "There were no reports of deaths or injuries.", "injury", "negated"),
        ("de", "Bei dem Brand wurde niemand verletzt.", "fire", "asserted"),
        ("fr", "L'incendie n'a pas fait de blessés.", "fire", "asserted"),
        ("ru", "Погибших нет.", "death", "negated"),
        ("uk", "Поранених немає.", "injury", "negated"),
    ],
)
def test_what_is_only_imagined_is_not_told_as_a_fact(language: str, text: str, kind: str, modality: str) -> None:
    assert (kind, modality) in {(one.kind, one.modality) for one in events_of(text, language)}


def test_an_unknown_key_of_the_table_is_told_with_its_file(tmp_path) -> None:
    (tmp_path / "unreal.toml").write_text('figures = ["laughter"]\n', encoding="utf-8")
    with pytest.raises(LanguagePackError, match=r"xx/unreal\.toml: figures is not a key"):
        unreal_rules(LanguagePack("xx", "X", "X", ("Latin",), "basic", tmp_path, {}))


@pytest.mark.parametrize(
    ("language", "nothing", "happened", "kind"),
    [
        ("en", "The committee killed the long-awaited bill.", "Rebels killed a reform activist.", "killing"),
        ("en", "It was an attack on press freedom.", "An attack on reform campaigners left two dead.", "attack"),
        ("en", "The minister torpedoed the pension deal.", "A submarine torpedoed a freighter.", "attack"),
        ("pl", "Ustawa to zamach na wolność prasy.", "Doszło do zamachu na dom kultury.", "attack"),
        ("ru", "Это удар по репутации банка.", "Это удар по зданию банка.", "attack"),
        ("hi", "यह संविधान पर हमला है।", "यह चौकी पर हमला है।", "attack"),
        ("ja", "この法律は報道の自由への攻撃だ。", "月曜日、新聞社への攻撃があった。", "attack"),
        ("ro", "Explozia chiriilor a fost mare.", "Explozia cazanului a fost mare.", "explosion"),
        ("fr", "Les mineurs faisaient grève chaque automne.", "Les mineurs faisaient grève lundi.", "labour strike"),
        ("pl", "Górnicy strajkowali co jesień.", "Górnicy strajkowali w poniedziałek.", "labour strike"),
        ("uk", "Якби прорвало греблю, затопило б село.", "Прорвало греблю, затопило село.", "flood"),
    ],
)
def test_what_has_no_body_is_not_struck_and_what_comes_back_every_year_is_no_event(
    language: str, nothing: str, happened: str, kind: str
) -> None:
    assert kind not in {one.kind for one in events_of(nothing, language) if one.modality == "asserted"}
    assert kind in {one.kind for one in events_of(happened, language)}


def test_an_agreement_that_a_figure_undoes_is_not_told():
    assert "agreement" not in {one.kind for one in events_of("The minister torpedoed the pension agreement.", "en")}
    assert "agreement" in {one.kind for one in events_of("The minister signed the pension agreement.", "en")}
