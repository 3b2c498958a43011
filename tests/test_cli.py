"""The commands as their users type them."""

import json

import pytest

SEOUL = {"id": "a", "text": "They met in Seoul on Monday.", "published": "2024-05-02", "language": "en"}


def answers(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_annotate_answers_each_document_with_its_id(dateline):
    done = dateline("annotate", lines=[SEOUL, SEOUL | {"id": "b"}])
    assert done.returncode == 0
    assert [one["id"] for one in answers(done)] == ["a", "b"]


def test_annotate_gives_spans_of_the_text_as_given(dateline):
    done = dateline("annotate", lines=[SEOUL])
    [one] = answers(done)
    for mention in one["timexes"] + one["places"]:
        assert SEOUL["text"][mention["start"] : mention["end"]] == mention["text"]
    assert [timex["value"] for timex in one["timexes"]] == ["2024-04-29"]
    assert [place["name"] for place in one["places"]] == ["Seoul"]


@pytest.mark.parametrize(("only", "parts"), [("dates", {"timexes"}), ("places", {"places"})])
def test_annotate_only_runs_the_steps_asked_for(dateline, only, parts):
    [one] = answers(dateline("annotate", "--only", only, lines=[SEOUL]))
    assert parts == {"timexes", "places", "events"} & set(one)


def test_a_line_that_is_no_document_is_said_and_the_rest_go_on(dateline):
    done = dateline("annotate", "--only", "dates", text='{"id": "a"}\nnonsense\n' + json.dumps(SEOUL | {"id": "c"}) + "\n")
    assert done.returncode == 0
    assert [one["id"] for one in answers(done)] == ["c"]
    said = done.stderr.decode()
    assert "1" in said
    assert "2" in said
    assert "Traceback" not in said


def test_a_repeated_id_is_refused_with_both_lines(dateline):
    done = dateline("annotate", "--only", "dates", lines=[SEOUL, SEOUL])
    assert len(answers(done)) == 1
    said = done.stderr.decode()
    assert "1" in said
    assert "2" in said


def test_nothing_readable_ends_with_1(dateline):
    done = dateline("annotate", text="nonsense\n")
    assert done.returncode == 1
    assert not done.stdout


def test_an_unknown_step_is_wrong_usage(dateline):
    done = dateline("annotate", "--only", "colours")
    assert done.returncode == 2
    assert b"dates,places,events" in done.stderr


@pytest.mark.parametrize("command", ["open", "annotate", "happenings", "explain", "export", "languages"])
def test_help_shows_an_example(dateline, command):
    done = dateline(command, "--help")
    assert done.returncode == 0
    assert b"example:" in done.stdout
    assert b"dateline " + command.encode() in done.stdout


def test_happenings_join_two_reports_of_one_thing(dateline):
    texts = [
        "The presidents of Chile and Peru met in Lima on Tuesday.",
        "Peru's president received his colleague of Chile in Lima on Tuesday. The two presidents met for an hour.",
    ]
    lines = [{"id": f"d{n}", "text": text, "published": "2024-05-02", "language": "en"} for n, text in enumerate(texts)]
    found = answers(dateline("happenings", lines=lines))
    joined = [one for one in found if {m["document_id"] for m in one["mentions"]} == {"d0", "d1"}]
    assert joined
    assert joined[0]["start"] == joined[0]["end"] == "2024-04-30"


def test_happenings_are_the_same_in_any_order_of_documents(dateline):
    lines = [
        {
            "id": "x",
            "text": "A bomb exploded in Kabul on Friday, killing four people.",
            "published": "2022-03-05",
            "language": "en",
        },
        {
            "id": "y",
            "text": "Four people died when a bomb went off in Kabul on Friday.",
            "published": "2022-03-05",
            "language": "en",
        },
        {"id": "z", "text": "An earthquake struck Chile on Thursday.", "published": "2022-03-05", "language": "en"},
    ]
    one, other = dateline("happenings", lines=lines), dateline("happenings", lines=lines[::-1])
    assert sorted(one.stdout.decode().splitlines()) == sorted(other.stdout.decode().splitlines())


def test_explain_names_words_rule_and_reason(dateline):
    done = dateline("explain", SEOUL["text"], "--published", "2024-05-02")
    said = done.stdout.decode()
    assert done.returncode == 0
    for part in ("'Monday'", "2024-04-29", "rule", "'Seoul'", "anchor", "tokens", "sentence", "in clause 1"):
        assert part in said


def test_languages_lists_full_and_basic_packs(dateline):
    said = dateline("languages").stdout.decode()
    assert "en     English" in said
    assert "full" in said
    assert "basic" in said


def test_open_says_what_it_expects_where_nothing_can_be_read(dateline, tmp_path):
    done = dateline("open", str(tmp_path), "--store", str(tmp_path / "a.dateline"), "--no-browser")
    assert done.returncode == 1
    assert b"no article could be read" in done.stderr


def test_a_day_that_is_none_is_wrong_usage(dateline):
    done = dateline("explain", "Monday", "--published", "2024-02-31")
    assert done.returncode == 2
    assert b"2024-02-31" in done.stderr


@pytest.mark.parametrize("wanted", ["csv", "geojson"])
def test_export_writes_the_sample_corpus(dateline, tmp_path, root, wanted):
    out = tmp_path / f"out.{wanted}"
    done = dateline("export", str(root / "seeds"), "--format", wanted, "-o", str(out), "--store", str(tmp_path / "s.dateline"))
    assert done.returncode == 0, done.stderr.decode()
    assert "Vostochny" in out.read_text(encoding="utf-8")
