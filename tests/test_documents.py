"""Files, folders and JSON lines → documents, and one clear sentence for whatever cannot be read."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from file_makers import pdf_of, word_of, zip_of
from hypothesis import given
from hypothesis import strategies as st

from extract.documents import publication_day, read_corpus_info, read_json_lines, read_paths
from extract.errors import DocumentError
from extract.models import Document, Problem

STORY = "The river rose by two metres on Monday. The town of Lindau was cut off until the evening, its mayor said.\n"
OTHER = "A train left the rails near Porto on Tuesday. Nobody was hurt, and the line was open again by noon.\n"
HINDI = "सोमवार को नदी का पानी दो मीटर बढ़ गया। शहर के मेयर ने बताया कि शाम तक रास्ता बंद रहा।\n"


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files; a double underscore in a name is a slash, a single one before the ending a dot."""
    for name, content in files.items():
        stem, ending = name.rsplit("_", 1)
        path = folder / f"{stem.replace('__', '/')}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(*paths: Path, published: dt.date | None = None) -> tuple[list[Document], list[Problem]]:
    found = list(read_paths(paths, published=published))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


def only(*paths: Path) -> Document:
    documents, problems = read(*paths)
    assert not problems
    assert len(documents) == 1
    return documents[0]


def refusal(*paths: Path) -> str:
    documents, problems = read(*paths)
    assert not documents
    assert len(problems) == 1
    assert problems[0].fatal
    return f"{problems[0].subject}: {problems[0].message}"


# Text files


def test_a_text_file_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "\r\nThe river rose.\r\n\tIt fell again.\rAnd rose.  \n"
    assert only(write(tmp_path, a_txt=text)).text == text


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda text: text.strip() and text[0] != "\ufeff"
    )
)
def test_any_utf8_text_comes_back_character_by_character(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.txt").write_bytes(text.encode())
    documents, _ = read(folder)
    assert [one.text for one in documents] == [text]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(tmp_path: Path, encoding: str) -> None:
    assert only(write(tmp_path, a_txt=HINDI.encode(encoding))).text == HINDI


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read_and_said(tmp_path: Path, encoding: str) -> None:
    documents, problems = read(write(tmp_path, a_txt=STORY.encode(encoding)))
    assert documents[0].text == STORY
    assert "UTF-16" in problems[0].message


LEGACY = {
    "cp1252": "Le maire a été réélu dimanche à Besançon. « Une soirée très heureuse », a-t-il déclaré à côté du théâtre.\n",
    "cp1250": "Řeka se v pondělí zvedla o dva metry a město bylo až do večera odříznuté, řekl jeho starosta novinářům.\n",
    "cp1251": "В понедельник вода в реке поднялась на два метра. Мэр города сообщил, что дорога была закрыта до самого вечера.\n",
}


@pytest.mark.parametrize("encoding", sorted(LEGACY))
def test_an_older_encoding_is_guessed_and_said(tmp_path: Path, encoding: str) -> None:
    documents, problems = read(write(tmp_path, a_txt=(LEGACY[encoding] * 3).encode(encoding)))
    assert documents[0].text == LEGACY[encoding] * 3
    assert any(encoding in one.message and not one.fatal for one in problems)


def test_damaged_utf8_is_mended_and_said(tmp_path: Path) -> None:
    damaged = (HINDI * 5).encode()[:-4] + b"\xff end.\n"
    documents, problems = read(write(tmp_path, a_txt=damaged))
    assert documents[0].text.startswith(HINDI)
    assert "\ufffd" in documents[0].text
    assert "broken UTF-8" in problems[0].message


def test_five_megabytes_are_read(tmp_path: Path) -> None:
    text = STORY * (5_000_000 // len(STORY))
    assert len(only(write(tmp_path, a_txt=text)).text) == len(text)


def test_fifty_megabytes_are_refused_in_one_sentence_and_the_others_are_read(tmp_path: Path) -> None:
    documents, problems = read(write(tmp_path, a_txt=STORY * (50_000_000 // len(STORY)), b_txt=STORY))
    assert [document.id for document in documents] == ["b.txt"]
    assert [problem.message.partition(";")[2] for problem in problems] == [
        " an article has at most 5,000,000; split it to have it read"
    ]


# Refusals: one clear line each


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a_txt", b"", "empty"),
        ("a_txt", b" \n\t\n", "empty"),
        ("a_txt", b"\xef\xbb\xbf", "empty"),
        ("a_txt", bytes(range(256)) * 8, "binary"),
        ("a_txt", b"%PDF-1.4 \xe2\xe3", "a PDF file"),
        ("a_txt", b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        ("a_pdf", b"%PDF-1.4 broken", "cannot be opened as a PDF"),
        ("a_pdf", STORY.encode(), "cannot be opened as a PDF"),
        ("a_docx", b"PK\x03\x04 broken", "cannot be opened as a Word file"),
        ("a_docx", zip_of("x.txt", "no Word file"), "cannot be opened as a Word file"),
        ("a_html", b"<html><body></body></html>", "no article text"),
        ("a_toml", b"title = 'no text'", "text = "),
        ("a_toml", b"title = no quotes", "no TOML"),
        ("a_md", b"---\ntitle: Only a head\n---\n", "no text"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    message = refusal(write(tmp_path, **{name: content}))
    assert says in message
    assert str(tmp_path) in message


def test_a_scan_is_refused_with_that_reason(tmp_path: Path) -> None:
    assert "scan" in refusal(write(tmp_path, a_pdf=pdf_of([[], ["7"]])))


def test_a_missing_path_an_empty_folder_and_a_strange_kind_are_said(tmp_path: Path) -> None:
    assert "no such file or folder" in refusal(tmp_path / "absent")
    assert "holds no article" in refusal(tmp_path)
    assert ".xlsx" in refusal(write(tmp_path, a_xlsx=b"x") / "a.xlsx")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read_is_said(tmp_path: Path) -> None:
    (write(tmp_path, a_txt=STORY) / "a.txt").chmod(0)
    assert "cannot be read" in refusal(tmp_path)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    documents, problems = read(write(tmp_path, a_txt=b"\0\1\2", b_txt=STORY, c_txt=OTHER))
    assert [one.id for one in documents] == ["b.txt", "c.txt"]
    assert len(problems) == 1


# Folders


def test_a_folder_is_read_with_its_subfolders_in_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b_txt=STORY, a__z_txt=OTHER, a__c_md=HINDI)
    assert [one.id for one in read(tmp_path)[0]] == ["a/c.md", "a/z.txt", "b.txt"]


def test_hidden_files_and_what_a_browser_saves_beside_a_page_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, a_txt=STORY, page_files__ad_html="<p>ad</p>", **{".git__b_txt": OTHER, "picture_jpg": b"\xff\xd8\xff"})
    assert [one.id for one in read(tmp_path)[0]] == ["a.txt"]


def test_files_of_kinds_that_one_may_expect_to_be_read_are_counted(tmp_path: Path) -> None:
    documents, problems = read(write(tmp_path, a_txt=STORY, b_rtf="x", c__d_doc="x", e_doc="x"))
    assert [one.id for one in documents] == ["a.txt"]
    assert "2 .doc, 1 .rtf" in problems[0].message
    assert not problems[0].fatal


def test_several_paths_are_named_below_what_they_share(tmp_path: Path) -> None:
    write(tmp_path, one__a_txt=STORY, two__a_txt=OTHER)
    assert [one.id for one in read(tmp_path / "two", tmp_path / "one")[0]] == ["one/a.txt", "two/a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt=STORY)
    assert only(tmp_path, tmp_path / "a.txt").id == "a.txt"


def test_the_same_text_twice_is_one_document_said_once(tmp_path: Path) -> None:
    write(
        tmp_path, a_txt=STORY, b_txt=STORY.replace("\n", "\r\n"), c_md=f"---\npublished: 2024-05-06\nsource: The Post\n---\n{STORY}"
    )
    documents, problems = read(tmp_path)
    assert [(one.id, one.aliases) for one in documents] == [("a.txt", ("b.txt", "c.md"))]
    assert documents[0].published == dt.date(2024, 5, 6)
    assert documents[0].source == "The Post"
    assert [one.fatal for one in problems] == [False, False]
    assert "same text as a.txt" in problems[0].message


# Titles, days, front matter, sidecars


def test_a_first_line_without_a_full_stop_is_the_title_too(tmp_path: Path) -> None:
    assert only(write(tmp_path, a_txt="River cuts off Lindau\n" + STORY)).title == "River cuts off Lindau"


def test_a_first_sentence_is_no_title(tmp_path: Path) -> None:
    assert only(write(tmp_path, a_txt=STORY)).title is None


HEADS = {
    "lines": '---\ntitle: "River: cut off"\npublished: 2024-05-06\nlang: en\nsource: The Post\n'
    "url: https://post.example/1\nauthor: B. Ott\n---\n",
    "toml": "+++\ntitle = 'River: cut off'\ndate = 2024-05-06\nlanguage = 'en-GB'\nsource = 'The Post'\nurl = 'https://post.example/1'\n"
    "author = 'B. Ott'\n+++\n",
}


@pytest.mark.parametrize("head", sorted(HEADS))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_is_read_and_is_no_part_of_the_text(tmp_path: Path, head: str, newline: str) -> None:
    document = only(write(tmp_path, a_md=(HEADS[head] + STORY).replace("\n", newline)))
    assert document.text == STORY.replace("\n", newline)
    assert (document.title, document.language, document.source) == ("River: cut off", "en", "The Post")
    assert (document.published, document.published_how) == (dt.date(2024, 5, 6), "given")
    assert (document.url, document.author) == ("https://post.example/1", "B. Ott")


def test_an_article_may_be_one_toml_table(tmp_path: Path) -> None:
    document = only(write(tmp_path, a_toml=f'title = "T"\npublished = 2024-05-06\nnote = "Ours."\ntext = """\n{STORY}"""\n'))
    assert (document.text, document.title, document.note) == (STORY, "T", "Ours.")


@pytest.mark.parametrize("written", ["31 February", "2024-02-31", "2024-13-01", "soon", "06/05/2024"])
def test_a_day_that_is_none_is_said_and_the_article_still_read(tmp_path: Path, written: str) -> None:
    documents, problems = read(write(tmp_path, a_md=f"---\npublished: {written}\n---\n{STORY}"))
    assert documents[0].published is None
    assert documents[0].published_how == "unknown"
    assert written in problems[0].message
    assert "2023-09-13" in problems[0].message
    assert not problems[0].fatal


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-06", dt.date(2024, 5, 6)),
        ("2024-5-6", dt.date(2024, 5, 6)),
        ("20240506", dt.date(2024, 5, 6)),
        ("2024-05-06T23:30:00-11:00", dt.date(2024, 5, 6)),
        (dt.datetime(2024, 5, 6, 23, 59, tzinfo=dt.UTC), dt.date(2024, 5, 6)),
        (dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
    ],
)
def test_the_calendar_day_is_taken_as_written(written: object, day: dt.date) -> None:
    assert publication_day(written) == day


@given(day=st.dates())
def test_every_day_of_the_calendar_comes_back(day: dt.date) -> None:
    assert publication_day(day.isoformat()) == day


def test_the_given_day_fills_only_what_is_missing(tmp_path: Path) -> None:
    write(tmp_path, a_txt=STORY, b_md=f"---\npublished: 2020-01-01\n---\n{OTHER}")
    documents, _ = read(tmp_path, published=dt.date(2024, 5, 6))
    assert [one.published for one in documents] == [dt.date(2024, 5, 6), dt.date(2020, 1, 1)]


SIDECAR = "file,published,source,url,author,title,language\na.txt,2024-05-06,The Post,https://post.example/1,B. Ott,River,en\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sidecar_tells_of_the_files_beside_it(tmp_path: Path, separator: str) -> None:
    write(tmp_path, a_txt=STORY, documents_csv=SIDECAR.replace(",", separator))
    document = only(tmp_path)
    assert (document.published, document.source, document.title) == (dt.date(2024, 5, 6), "The Post", "River")
    assert "documents.csv line 2" in str(document.published_reason)


def test_a_sidecar_reaches_into_subfolders_and_the_nearer_one_wins(tmp_path: Path) -> None:
    write(tmp_path, sub__a_txt=STORY, sub__b_txt=OTHER)
    write(tmp_path, documents_csv="file,source\nsub/a.txt,Far\nsub/b.txt,Far\n", sub__documents_csv="file,source\nb.txt,Near\n")
    assert [one.source for one in read(tmp_path)[0]] == ["Far", "Near"]


def test_the_nearer_sidecar_wins_for_web_pages_too(tmp_path: Path) -> None:
    write(tmp_path, sub__a_html=PAGE.format(charset="utf-8"))
    write(tmp_path, documents_csv="file,source\nsub/a.html,Far\n", sub__documents_csv="file,source\na.html,Near\n")
    assert only(tmp_path).source == "Near"


def test_front_matter_wins_over_the_sidecar(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_md=f"---\npublished: 2020-01-01\n---\n{STORY}",
        documents_csv="file,published,source\na.md,2024-05-06,The Post\n",
    )
    document = only(tmp_path)
    assert (document.published, document.source) == (dt.date(2020, 1, 1), "The Post")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("name,published\na.txt,2024-05-06\n", "no column file"),
        ("file,published\nb.txt,2024-05-06\n", "'b.txt', which is not in the folder"),
        ("file,published\na.txt,31 February\n", "'31 February'"),
    ],
)
def test_a_wrong_sidecar_is_said_and_the_article_still_read(tmp_path: Path, table: str, says: str) -> None:
    documents, problems = read(write(tmp_path, a_txt=STORY, documents_csv=table))
    assert [one.published for one in documents] == [None]
    assert says in problems[0].message
    assert not problems[0].fatal


def test_a_folder_may_bear_a_title_and_a_note(tmp_path: Path) -> None:
    assert read_corpus_info(tmp_path) is None
    info = read_corpus_info(write(tmp_path, corpus_toml='title = "Floods"\nnote = "Ours."\n'))
    assert info is not None
    assert (info.title, info.note) == ("Floods", "Ours.")
    assert "holds no article" in refusal(tmp_path)


def test_a_wrong_corpus_file_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="title is 7"):
        read_corpus_info(write(tmp_path, corpus_toml="title = 7\n"))


# JSON lines


def lines_of(*records: object) -> list[bytes]:
    return [json.dumps(record).encode() + b"\n" for record in records]


def answers(lines: list[bytes] | list[str]) -> tuple[list[Document], list[Problem]]:
    found = list(read_json_lines(lines))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


def test_a_line_is_read_by_the_document_contract() -> None:
    fields = {
        "published": "2024-05-06",
        "language": "en",
        "title": None,
        "source": "The Post",
        "url": None,
        "author": None,
        "more": 1,
    }
    (document,), problems = answers(lines_of({"id": "x", "text": STORY, **fields}))
    assert (document.id, document.text, document.published, document.source) == ("x", STORY, dt.date(2024, 5, 6), "The Post")
    assert not problems


@pytest.mark.parametrize(
    ("url", "source"), [("https://www.post.example/1", "post.example"), ("not an address", None), ("http://[", None)]
)
def test_an_article_without_a_source_has_that_of_its_address(url: str, source: str | None) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": STORY, "url": url}))
    assert document.source == source


def test_equal_texts_on_two_lines_stay_two_documents() -> None:
    documents, problems = answers(lines_of({"id": "x", "text": STORY}, {"id": "y", "text": STORY}))
    assert [one.id for one in documents] == ["x", "y"]
    assert not problems


@pytest.mark.parametrize(("written", "day"), [(20240506, dt.date(2024, 5, 6)), (7, None), (["2024"], None), (True, None)])
def test_a_day_that_is_no_string_is_read_or_said(written: object, day: dt.date | None) -> None:
    (document,), problems = answers(lines_of({"id": "x", "text": STORY, "published": written}))
    assert document.published == day
    assert len(problems) == (day is None)


def test_a_repeated_id_is_refused_with_both_line_numbers() -> None:
    documents, problems = answers(lines_of({"id": "x", "text": STORY}, {"id": "y", "text": STORY}, {"id": "x", "text": OTHER}))
    assert [one.text for one in documents] == [STORY, STORY]
    assert "line 1" in problems[0].message
    assert "line 3" in problems[0].message


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{broken", "no JSON"),
        (b"[1, 2]", "no object"),
        (b'"text"', "no object"),
        (b'{"text": "no id"}', "id is"),
        (b'{"id": "", "text": "t"}', "id is empty"),
        (b'{"id": true, "text": "t"}', "id is"),
        (b'{"id": "x"}', "text is"),
        (b'{"id": "x", "text": 7}', "text is"),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_a_line_that_is_no_document_is_refused_and_the_rest_go_on(line: bytes, says: str) -> None:
    documents, problems = answers([*lines_of({"id": "a", "text": STORY}), line, b"\n", *lines_of({"id": "b", "text": OTHER})])
    assert [one.id for one in documents] == ["a", "b"]
    assert problems[0].subject == "line 2"
    assert says in problems[0].message
    assert len(problems) == 1


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    (document,), _ = answers(['{"id": "x", "text": "a\\ud800b"}'])
    assert document.text == "a\ufffdb"


def test_a_jsonl_file_in_a_folder_holds_several_articles(tmp_path: Path) -> None:
    write(tmp_path, a_jsonl=b"".join(lines_of({"id": "x", "text": STORY}, {"id": "x", "text": OTHER}, {"id": "y", "text": HINDI})))
    documents, problems = read(tmp_path)
    assert [one.id for one in documents] == ["x", "y"]
    assert "a.jsonl line 2" in problems[0].subject


# Web pages, PDF, Word


PAGE = """<html lang="en"><head><meta charset="{charset}"><title>River – The Post</title>
<meta property="og:title" content="River cuts off Lindau"><meta property="article:published_time" content="2024-05-06T08:00:00Z">
<meta property="og:site_name" content="The Post"><meta name="author" content="Bettina Ott"></head>
<body><nav><a href="/">Home</a> <a href="/a">All articles</a></nav><article><h1>River cuts off Lindau</h1>
<p>The river rose by two metres on Monday, and the café quarter of the town of Lindau was cut off until the evening.</p>
<p>“We have never seen such a flood in May”, the mayor of the town said when he had been to the bridge.</p></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_a_web_page_gives_its_article_and_what_its_head_tells(tmp_path: Path, charset: str) -> None:
    document = only(write(tmp_path, a_html=PAGE.format(charset=charset).encode("cp1252" if charset != "utf-8" else charset)))
    assert "café quarter" in document.text
    assert "“We have never" in document.text
    assert "All articles" not in document.text
    assert (document.title, document.source, document.author) == ("River cuts off Lindau", "The Post", "Bettina Ott")
    assert document.published == dt.date(2024, 5, 6)


def test_the_sidecar_wins_over_the_head_of_a_web_page(tmp_path: Path) -> None:
    write(tmp_path, a_html=PAGE.format(charset="utf-8"), documents_csv="file,published\na.html,2024-05-07\n")
    assert only(tmp_path).published == dt.date(2024, 5, 7)


LONG = "The river rose by two metres on Monday and the whole town was cut"
PDF_PAGES = [
    ["The Lindau Post - 6 May 2024", LONG, "off until the evening, when the fire bri-", "gade built a bridge of boats.", "1"],
    [
        "The Lindau Post - 6 May 2024",
        "A second flood is expected on Friday, in the flood-",
        "prone river bend of the district.",
        "2",
    ],
    [
        "The Lindau Post - 6 May 2024",
        "The schools stay closed until then, and so do all of the smaller",
        "shops near the harbour.",
        "3",
    ],
]


def test_a_pdf_is_mended_at_line_ends_and_loses_its_running_heads(tmp_path: Path) -> None:
    document = only(write(tmp_path, a_pdf=pdf_of(PDF_PAGES, title="River cuts off Lindau")))
    assert "when the fire brigade built a bridge of boats." in document.text
    assert f"{LONG} off until" in document.text
    assert "in the flood-prone river bend" in document.text
    assert "Lindau Post" not in document.text
    assert not any(line.strip().isdigit() for line in document.text.splitlines())
    assert document.title == "River cuts off Lindau"


def test_a_word_file_gives_its_paragraphs_and_tables(tmp_path: Path) -> None:
    document = only(write(tmp_path, a_docx=word_of([STORY.strip(), OTHER.strip()], title="River cuts off Lindau")))
    assert document.text.splitlines() == ["River cuts off Lindau", STORY.strip(), OTHER.strip(), "Dead\t12"]
    assert (document.title, document.author) == ("River cuts off Lindau", "A. Writer")


# Language


LANGUAGES = {
    "en": STORY,
    "hi": HINDI,
    "de": "Am Montag stieg der Fluss um zwei Meter, und die Stadt war bis zum Abend abgeschnitten, sagte der Bürgermeister.",
    "ru": "В понедельник вода в реке поднялась на два метра, и город был отрезан до самого вечера.",
    "uk": "У понеділок вода в річці піднялася на два метри, і місто було відрізане до самого вечора.",
    "ja": "月曜日に川の水位が二メートル上がり、町は夕方まで孤立した。",
    "zh": "星期一河水上涨两米，小镇直到傍晚才恢复交通，市长说。",
    "ko": "월요일에 강물이 2미터 불어나 마을이 저녁까지 고립되었다.",
    "el": "Τη Δευτέρα το ποτάμι ανέβηκε δύο μέτρα και η πόλη αποκλείστηκε ως το βράδυ.",
    "ar": "ارتفع منسوب النهر مترين يوم الاثنين وانقطعت الطرق عن المدينة حتى المساء.",
    "fa": "روز دوشنبه آب رودخانه دو متر بالا آمد و راه شهر تا شب بسته بود و مردم نتوانستند به خانه‌های خود بروند.",
    "ne": "सोमबार नदीको पानी दुई मिटर बढेपछि सहर साँझसम्म सम्पर्कविहीन भएको मेयरले बताएका छन्।",
    "th": "เมื่อวันจันทร์ระดับน้ำในแม่น้ำสูงขึ้นสองเมตร",
}


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_the_language_is_detected(code: str) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": LANGUAGES[code]}))
    assert document.language == code


@pytest.mark.parametrize(
    ("tag", "code"), [("en-US", "en"), ("EN", "en"), ("hin", "hi"), ("pt_BR", "pt"), ("no", "nb"), ("iw", "he"), (" ", "en")]
)
def test_a_language_tag_is_reduced_to_the_code_of_its_pack(tag: str, code: str) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": STORY, "language": tag}))
    assert document.language == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("mr", "पोलिसांनी दोन आरोपींना अटक केली."),
        ("mr", "दोन ठार, पाच जखमी"),
        ("hi", "पुलिस ने दो आरोपियों को गिरफ्तार किया।"),
        ("hi", "पेट्रोल के दाम बढ़े"),
        ("ne", "दुर्घटनामा तीन जनाको मृत्यु भएको छ।"),
        ("nb", "Politiet brukte tåregass mot demonstranter onsdag."),
        ("nb", "En mann ble drept ved et angrep i Bergen."),
        ("da", "En mand stak tirsdag seks mennesker ned med en kniv."),
        ("da", "En mand blev dræbt ved et angreb i Odense."),
        ("sv", "Egyptens president invigde på onsdagen ett nytt museum i Giza."),
        ("ro", "Poliția a reținut doi suspecți."),
        ("it", "La polizia ha fermato due sospetti."),
        ("ur", "قومی اسمبلی اجلاس ملتوی"),
        ("fa", "نشست شورای امنیت"),
        ("en", "Stampede at stadium in Leeds"),
    ],
)
def test_a_short_text_is_told_from_one_in_a_near_language(code: str, text: str) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": text}))
    assert document.language == code


def test_a_few_words_are_taken_for_a_language_that_has_a_full_pack() -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": "Paris attack"}))
    assert document.language == "en"


def test_a_text_without_letters_has_no_language() -> None:
    (document,), problems = answers(lines_of({"id": "x", "text": "12.05. – 7:3"}))
    assert document.language is None
    assert not problems


def test_a_language_without_a_pack_is_read_and_said_once() -> None:
    documents, problems = answers(
        lines_of({"id": "x", "text": STORY, "language": "qya"}, {"id": "y", "text": STORY, "language": "qya"})
    )
    assert [one.language for one in documents] == ["qya", "qya"]
    assert len(problems) == 1
    assert "'qya'" in problems[0].message


# Lines that are not narrative


JUNK = {
    "en": (
        "[ad_1]",
        "Advertisement",
        "READ MORE: Five things to know about floods",
        "Click here to get our news by mail",
        "Photo: B. Ott",
        "Reporting by B. Ott; editing by C. Rau",
        "https://post.example/1",
        "[ad_2]",
        "Source link",
        "MORE NEWS ON OUR PAGE",
    ),
    "hi": ("[ad_1]", "विज्ञापन", "यह भी पढ़ें: बाढ़ से बचने के उपाय", "फोटो: बी. ओट", "स्रोत लिंक"),
}


@pytest.mark.parametrize("code", sorted(JUNK))
def test_lines_of_scrapers_and_page_templates_are_marked(code: str) -> None:
    story = {"en": STORY + OTHER, "hi": HINDI}[code]
    lines = [JUNK[code][0], *story.splitlines(), *JUNK[code][1:]]
    (document,), _ = answers(lines_of({"id": "x", "text": "\r\n".join(lines)}))
    assert [document.text[span.start : span.end] for span in document.junk] == list(JUNK[code])


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        (STORY + "Persian\nاین مقاله را بخوانید به زبان فارسی\n", ["Persian", "این مقاله را بخوانید به زبان فارسی"]),
        (HINDI + "अंग्रेज़ी\nRead it in English\n", ["अंग्रेज़ी", "Read it in English"]),
        ("Deutsch\n" + STORY * 3, ["Deutsch"]),
    ],
)
def test_links_to_the_article_in_another_language_are_marked(text: str, junk: list[str]) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": text}))
    assert [document.text[span.start : span.end] for span in document.junk] == junk


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        HINDI,
        OTHER * 5,
        "Related\u00a0work stopped.\n" + STORY,
        "Source of the flood found\n" + STORY,
        "In Persian, he said no.\n" + STORY,
    ],
)
def test_narrative_is_not_marked(text: str) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": text}))
    assert not document.junk


@given(text=st.text(st.sampled_from("ab \n\r\u2028[]ad_1Source link:"), max_size=60))
def test_junk_spans_lie_in_order_and_hold_no_line_break(text: str) -> None:
    (document,), _ = answers(lines_of({"id": "x", "text": text, "language": "en"}))
    ends = [0, *(edge for span in document.junk for edge in span)]
    assert ends == sorted(ends)
    assert not any(set("\r\n") & set(text[span.start : span.end]) for span in document.junk)
