"""Folders and the store: what is read anew, what is kept, what the reader set."""

import datetime as dt
from contextlib import suppress

import pytest
from msgspec.structs import replace

from extract import Query, Store, corpus, read_article, read_into, read_paths, set_published

TEXTS = {
    "one.txt": "A bomb exploded in Kabul on Friday, killing four people.\n",
    "two.txt": "Four people died when a bomb went off in Kabul on Friday.\n",
}


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "articles"
    path.mkdir()
    for name, text in TEXTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "a.dateline") as opened:
        yield opened


def read(store, folder):
    return read_into(store, read_paths([folder], published=dt.date(2022, 3, 5)))


def happenings(store):
    return [one for one, _ in store.told(Query(with_hidden=True))]


def told(store):
    return sorted((one.id, one.label, len(one.mentions)) for one in happenings(store))


def test_reading_the_same_folder_again_adds_nothing(store, folder):
    first = read(store, folder)
    before = told(store)
    again = read(store, folder)
    assert (first.read, again.read) == (2, 0)
    assert before
    assert told(store) == before


def test_a_changed_article_replaces_its_own_events(store, folder):
    read(store, folder)
    (folder / "one.txt").write_text("An earthquake struck Chile on Thursday.\n", encoding="utf-8")
    assert read(store, folder).read == 1
    assert {one.kind for one in happenings(store)} >= {"earthquake"}
    assert not any(m.document_id == "one.txt" and m.text == "exploded" for one in happenings(store) for m in one.mentions)


def test_an_article_gone_from_its_folder_leaves_the_views(store, folder):
    read(store, folder)
    (folder / "two.txt").unlink()
    read(store, folder)
    assert {m.document_id for one in happenings(store) for m in one.mentions} == {"one.txt"}


def test_one_broken_file_never_stops_the_others(store, folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    reading = read(store, folder)
    assert reading.read == 2
    assert [problem.subject.endswith("broken.pdf") for problem in store.problems()] == [True]


def test_a_store_filled_by_other_rules_is_read_anew(store, folder):
    read(store, folder)
    store.mark_reader("rules of last year")
    assert read(store, folder).read == 2
    assert read(store, folder).read == 0


def test_a_publication_day_that_the_reader_sets_outlasts_every_reading(store, folder):
    read_into(store, read_paths([folder]))
    key = store.documents()[0].id
    assert set_published(store, key, dt.date(2022, 3, 5))
    assert read_into(store, read_paths([folder])).read == 0
    document = next(one for one in store.documents() if one.id == key)
    assert (document.published, document.published_how) == (dt.date(2022, 3, 5), "given")
    days = {one.when.first_day for one in happenings(store) if one.when and any(m.document_id == key for m in one.mentions)}
    assert dt.date(2022, 3, 4) in days


def test_an_undated_article_takes_the_day_of_its_affair_and_gives_it_back_when_the_others_go(store, folder):
    (folder / "one.txt").write_text(f"2022-03-05\n\n{TEXTS['one.txt']}", encoding="utf-8")
    read_into(store, read_paths([folder]))
    lent = next(one for one in store.documents() if one.id == "two.txt")
    assert (lent.published, lent.published_how) == (dt.date(2022, 3, 5), "inferred")
    assert "other articles" in (lent.published_reason or "")
    days = {one.when.how for one in happenings(store) if one.when and {m.document_id for m in one.mentions} == {"two.txt"}}
    assert days <= {"inferred"}
    assert read_into(store, read_paths([folder])).read == 0
    (folder / "one.txt").unlink()
    read_into(store, read_paths([folder]))
    (alone,) = store.documents()
    assert (alone.published, alone.published_how, alone.published_reason) == (None, "unknown", None)


def test_an_article_that_is_not_there_cannot_be_dated(store):
    assert not set_published(store, "nowhere.txt", dt.date(2022, 3, 5))


def test_a_reading_that_was_interrupted_is_linked_by_the_next(store, folder):
    for document in read_paths([folder], published=dt.date(2022, 3, 5)):
        store.put_article(read_article(document))  # as when it ends between the last article and the linking
    assert not happenings(store)
    assert read(store, folder).read == 0
    assert happenings(store)


@pytest.mark.parametrize("stopped", [False, True])
def test_linking_while_articles_are_read_changes_no_id(store, tmp_path, monkeypatch, stopped):
    monkeypatch.setattr(corpus, "FIRST_LINKED", 2)
    monkeypatch.setattr(corpus, "LINKED_AGAIN", 1.5)
    folder = tmp_path / "many"
    folder.mkdir()
    for at in range(7):
        (folder / f"{at}.txt").write_text(f"{TEXTS[('one.txt', 'two.txt')[at % 2]]} {at} people were hurt.\n", encoding="utf-8")
    seen: list[int] = []

    def look(progress):
        seen.append(len(happenings(store)))
        if stopped and (progress.step, progress.done) == ("reading", 5):
            raise KeyboardInterrupt

    found = lambda: read_paths([folder], published=dt.date(2022, 3, 5))  # noqa: E731
    with suppress(KeyboardInterrupt):
        read_into(store, found(), progress=look, link_early=True)
    assert any(seen[:-1])  # something was shown before all was read
    read_into(store, found())
    with Store.open(tmp_path / "b.dateline") as at_once:
        read_into(at_once, found())
        assert told(store) == told(at_once)


def test_an_id_given_while_articles_were_read_still_answers(store, folder):
    read(store, folder)
    [*_, article] = store.articles()
    first = store.told(Query(with_hidden=True))[0][0]
    with Store.open(store.path.with_name("c.dateline")) as other:
        other.put_article(article)
        other.replace_happenings([replace(first, id="provisional")], settled=False)
        other.replace_happenings([first])
        assert [one.id for one in happenings(other)] == [first.id]
        assert other.happening("provisional").id == first.id


def test_progress_tells_the_step_and_how_far_it_is(store, folder):
    said = []
    read_into(store, read_paths([folder]), progress=said.append)
    assert [(one.step, one.done, one.total) for one in said] == [
        ("opening", 1, 0), ("opening", 2, 0), ("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2), ("linking", 2, 2)
    ]  # fmt: skip


def test_an_unlinked_store_is_linked_even_where_nothing_is_new(store, folder):
    read(store, folder)
    before = told(store)
    store.put_article(store.articles()[0])
    assert store.is_pending()
    assert read(store, folder).read == 0
    assert told(store) == before
    assert not store.is_pending()
