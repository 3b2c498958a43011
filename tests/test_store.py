"""The store keeps what it is given, under ids that never change, and says plainly what it cannot open."""

import datetime as dt
import os
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_corpus import article, happening, mention

from extract.errors import StoreError
from extract.models import Problem, Query
from extract.store import Store, default_path


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "a.dateline") as opened:
        yield opened


ONE, TWO = article("one"), article("two", source="Courier", language="bg", word="gale")


def told_by_both(store: Store) -> None:
    store.put_article(ONE)
    store.put_article(TWO)
    store.replace_happenings([happening("a", mention(ONE, 0), mention(TWO, 0)), happening("b", mention(TWO, 1), weight=0.9)])


def test_an_article_comes_back_as_it_was(store):
    store.put_article(ONE)
    assert store.articles() == (ONE,)


def test_a_happening_comes_back_as_it_was(store):
    told_by_both(store)
    assert store.happening("a") == happening("a", mention(ONE, 0), mention(TWO, 0))


def test_a_text_with_a_lone_surrogate_comes_back_as_it_was(store):
    odd = replace(ONE, document=replace(ONE.document, text=ONE.document.text + "\ud800\x00"))
    store.put_article(odd)
    store.replace_happenings([happening("a", mention(odd, 0), label="\ud800")])
    assert store.articles() == (odd,)
    assert store.happening("a").label == "\ud800"


def test_an_article_read_again_is_known_and_adds_nothing(store):
    store.put_article(ONE)
    assert store.is_known(ONE.document)
    store.put_article(ONE)
    assert len(store.articles()) == 1


@pytest.mark.parametrize(
    "change",
    [{"text": "Another text."}, {"source": "Another source"}, {"published": None, "published_how": "unknown"}, {"id": "b"}],
)
def test_a_changed_article_is_not_known(store, change):
    store.put_article(ONE)
    assert not store.is_known(replace(ONE.document, **change))


def test_what_was_found_out_while_reading_does_not_make_an_article_new(store):
    store.put_article(replace(ONE, document=replace(ONE.document, published_how="inferred", published_reason="Its lead says so.")))
    assert store.is_known(replace(ONE.document, published=None, published_how="unknown", language=None))


def test_a_changed_article_replaces_its_own(store):
    store.put_article(ONE)
    longer = article("one", 5)
    store.put_article(longer)
    assert store.articles() == (longer,)


def test_an_equal_text_under_another_name_is_one_document_with_both(store):
    store.put_article(ONE)
    twin = replace(ONE.document, id="twin")
    assert store.put_article(replace(ONE, document=twin)) == "one"
    assert [document.aliases for document in store.documents()] == [("twin",)]
    assert store.is_known(twin)
    assert store.article("twin")[0].id == "one"


def test_a_twin_that_is_changed_becomes_a_document_of_its_own(store):
    store.put_article(ONE)
    store.put_article(replace(ONE, document=replace(ONE.document, id="twin")))
    store.put_article(article("twin", 2))
    assert [document.id for document in store.documents()] == ["one", "twin"]
    assert store.article("twin")[0].id == "twin"


def test_an_article_gone_from_its_folder_leaves_the_views_and_comes_back(store):
    told_by_both(store)
    assert store.forget_missing(["one"]) == 1
    assert [row.id for row in store.window(Query(), 9)] == ["a"]
    assert store.summary().articles == 1
    assert store.happening("b") is not None
    assert store.forget_missing(["one", "two"]) == 1
    assert store.forget_missing(["one", "two"]) == 0
    assert len(store.articles()) == 2


def test_an_added_article_changes_no_id(store):
    told_by_both(store)
    three = article("three", word="squall")
    store.put_article(three)
    store.replace_happenings([happening("0", mention(three, 0), mention(ONE, 0), mention(TWO, 0)), happening("1", mention(TWO, 1))])
    assert [row.id for row in store.window(Query(), 9)] == ["a", "b"]


def test_happenings_that_join_keep_the_oldest_id_and_the_other_redirects(store):
    told_by_both(store)
    store.replace_happenings([happening("z", mention(ONE, 0), mention(TWO, 0), mention(TWO, 1))])
    assert store.happening("b") == store.happening("a")
    assert [row.id for row in store.rows(["b", "a", "never"])] == ["a"]
    assert store.happening("z") is None


def test_a_happening_that_falls_apart_leaves_its_id_to_the_larger_part(store):
    store.put_article(ONE)
    store.replace_happenings([happening("a", *(mention(ONE, at) for at in range(3)))])
    store.replace_happenings([happening("a", mention(ONE, 0)), happening("n", mention(ONE, 1), mention(ONE, 2), part_of="a")])
    assert store.happening("a").mentions == (mention(ONE, 1), mention(ONE, 2))
    assert store.happening("a-2").mentions == (mention(ONE, 0),)
    assert store.happening("a").part_of == "a-2"


def test_an_id_that_joined_and_parted_again_is_its_own_again(store):
    told_by_both(store)
    apart = [happening("a", mention(ONE, 0), mention(TWO, 0)), happening("b", mention(TWO, 1))]
    store.replace_happenings([happening("a", mention(ONE, 0), mention(TWO, 0), mention(TWO, 1))])
    store.replace_happenings(apart)
    assert store.happening("b").mentions == (mention(TWO, 1),)


def test_only_happenings_of_touched_articles_are_replaced(store):
    told_by_both(store)
    store.put_article(article("three"))
    store.replace_happenings([happening("c", mention(article("three"), 0))], touched=["three"])
    assert {row.id for row in store.window(Query(), 9)} == {"a", "b", "c"}
    store.replace_happenings([], touched=["one"])
    assert {row.id for row in store.window(Query(), 9)} == {"b", "c"}


def test_the_same_happenings_again_change_nothing_but_the_version(store):
    told_by_both(store)
    before, version = store.window(Query(), 9), store.version()
    store.replace_happenings([store.happening("a"), store.happening("b")])
    assert store.window(Query(), 9) == before
    assert store.version() > version


def test_a_reader_sees_what_another_process_wrote(store, tmp_path):
    with Store.open(tmp_path / "a.dateline", create=False) as reader:
        assert reader.summary().happenings == 0
        version = reader.version()
        told_by_both(store)
        assert reader.version() != version
        assert reader.summary().happenings == 2


def test_the_corpus_has_a_title_and_problems(store):
    store.describe(title="Storms", note="Made up.")
    store.put_problems([Problem("b.pdf", "holds no text"), Problem("a.txt", "is empty")])
    assert (store.summary().title, store.summary().note) == ("Storms", "Made up.")
    assert [one.subject for one in store.problems()] == ["a.txt", "b.pdf"]


def test_a_store_that_is_not_there_is_said_to_be_absent(tmp_path):
    with pytest.raises(StoreError, match=r"b\.dateline: there is no such store"):
        Store.open(tmp_path / "b.dateline", create=False)


def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.dateline"
    path.write_text("These are notes, and no database at all." * 30)
    with pytest.raises(StoreError, match="not a Dateline store"):
        Store.open(path)
    assert path.read_text().startswith("These are notes")


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    with pytest.raises(StoreError, match="not a Dateline store"):
        Store.open(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    other.close()


def test_a_store_of_another_version_is_refused_with_both_versions(store, tmp_path):
    store.close()
    with sqlite3.connect(tmp_path / "a.dateline") as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(StoreError, match="version 99; this Dateline reads version 2"):
        Store.open(tmp_path / "a.dateline")


def test_a_store_of_the_version_before_is_brought_to_this_one_and_keeps_what_the_reader_set(store, tmp_path):
    told_by_both(store)
    store.set_published("one", dt.date(2024, 5, 3))
    happenings = store.window(Query(), 9)
    store.close()
    with sqlite3.connect(tmp_path / "a.dateline") as other:
        other.execute("ALTER TABLE happenings DROP COLUMN place_names")
        other.execute("PRAGMA user_version = 1")
    other.close()
    with Store.open(tmp_path / "a.dateline") as again:
        assert [row.id for row in again.window(Query(), 9)] == [row.id for row in happenings]
        assert again.published_days() == {"one": dt.date(2024, 5, 3)}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_without_write_permission_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="--store FILE"):
        Store.open(tmp_path / "a.dateline")


def test_a_place_where_no_file_can_be_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--store FILE"):
        Store.open(tmp_path / "file" / "a.dateline")


def test_the_default_place_is_one_for_a_folder_whatever_way_it_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    assert default_path([Path("news")]) == default_path([tmp_path / "news"])
    assert default_path([Path("news")]) != default_path([tmp_path])
    assert default_path([Path("news")]).suffix == ".dateline"
