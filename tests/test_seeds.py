"""The sample corpus: four articles retold, with their facts and slips, and not a sentence of the originals."""

import datetime as dt
import re
import subprocess
from pathlib import Path

import pytest

from extract import Document, happenings_of, read_article, read_corpus_info, read_paths

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ORIGINALS = ROOT.parent / "shared" / "seeds"
RUN_LENGTH = 8  # words in a row that may not be an original's

needs_originals = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not at hand")


def articles() -> list[Document]:
    found = list(read_paths([SEEDS]))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def words(text: str) -> list[str]:
    return re.findall(r"[\w\u0900-\u097f]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    listed = words(text)
    return {tuple(listed[at : at + RUN_LENGTH]) for at in range(len(listed) - RUN_LENGTH + 1)}


def test_the_corpus_bears_its_title_and_says_that_it_is_retold() -> None:
    info = read_corpus_info(SEEDS)
    assert info is not None
    assert info.title == "Summit at Vostochny"
    assert "retold" in str(info.note)


def test_each_article_bears_language_day_source_and_note() -> None:
    day = dt.date(2023, 9, 13)
    told = [(one.language, one.published) for one in articles()]
    assert told == [("hi", day), ("en", day + dt.timedelta(days=1)), ("en", day), ("en", day)]
    assert all(str(one.source).startswith("Retold from") and "our own words" in str(one.note) and one.title for one in articles())


@pytest.mark.parametrize(
    ("number", "slip"),
    [
        (0, "उत्तर प्रदेश के सरकारी मीडिया"),
        (0, 'किम और पुतिन "उत्तर कोरिया के पुराने'),
        (1, "Thursday, September 13"),
        (1, "Sonan"),
        (1, "Westocheni"),
        (1, "meeting in Vladivostok"),
        (2, "“just.’’"),
        (3, "Koreans heading for Japan."),
        (3, "leader of South Korea North"),
        (3, "needs them. in his war."),
    ],
)
def test_the_slips_are_kept(number: int, slip: str) -> None:
    assert slip in articles()[number].text


def test_what_the_scrapers_left_is_kept_in_the_text_and_marked() -> None:
    marked = [one.text[span.start : span.end] for one in articles() for span in one.junk]
    assert {"[ad_1]", "[ad_2]", "Source link", "Persian"} < set(marked)


@needs_originals
def test_every_figure_is_carried_over() -> None:
    for article, original in zip(articles(), sorted(ORIGINALS.glob("*.txt")), strict=True):
        figures = [sorted(re.findall(r"\d+(?:,\d{3})*", text)) for text in (article.text, original.read_text(encoding="utf-8"))]
        assert figures[0] == figures[1], article.id


@needs_originals
def test_every_name_is_carried_over() -> None:
    for article, original in zip(articles(), sorted(ORIGINALS.glob("*.txt")), strict=True):
        names = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+(?:-[A-Z]?[a-z]+)*", original.read_text(encoding="utf-8"))
        missing = {name for name in names if name not in article.text} - {"President", "Soviet-era"}
        assert not missing, article.id


@needs_originals
def test_nothing_of_the_project_repeats_eight_words_of_an_original() -> None:
    taken = {run for path in ORIGINALS.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    kinds = {".toml", ".md", ".txt", ".json", ".py", ".html", ".csv", ""}
    paths = [ROOT / name for name in listed if name and (ROOT / name).suffix in kinds]
    small = [path for path in [*paths, *SEEDS.iterdir()] if path.is_file() and path.stat().st_size < 400_000]
    found = {
        str(path): repeated for path in small if (repeated := runs(path.read_text(encoding="utf-8", errors="replace")) & taken)
    }
    assert not found


def test_the_map_shows_each_place_of_the_summit_and_of_the_journey_to_come() -> None:
    happenings = happenings_of([read_article(document) for document in articles()])
    shown = {one.where.name for one in happenings if one.where and one.hidden is None}
    assert {"Vostochny Cosmodrome", "Vladivostok", "Pyongyang", "Komsomolsk-on-Amur"} <= shown
