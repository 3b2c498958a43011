"""The page's server: whom it answers, how much it reads, and that two apps share nothing."""

import datetime as dt

import pytest
from page_corpus import TOLD, FakeStore

from dashapp import panes
from dashapp.app import LARGEST_REQUEST, create_app
from dashapp.growth import start

LOCAL = {"HTTP_HOST": "127.0.0.1:8050", "SERVER_PORT": "8050"}


@pytest.fixture(scope="module")
def server():
    return create_app(FakeStore()).server


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost:8050", "LOCALHOST:8050", "[::1]:8050"])
def test_the_machines_own_names_are_answered(server, host) -> None:
    assert server.test_client().get("/", environ_overrides={**LOCAL, "HTTP_HOST": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example:8050", "localhost.evil:8050", "127.0.0.1:9", "127.0.0.1", "[::1]", "a@localhost:8050"]
)
def test_another_name_that_leads_here_is_refused(server, host) -> None:
    answer = server.test_client().get("/_dash-layout", environ_overrides={**LOCAL, "HTTP_HOST": host})
    assert answer.status_code == 400
    assert b"Vostochny" not in answer.data


def test_a_request_too_large_is_refused(server) -> None:
    body = b"{" + b" " * LARGEST_REQUEST + b"}"
    answer = server.test_client().post(
        "/_dash-update-component", data=body, content_type="application/json", environ_overrides=LOCAL
    )
    assert answer.status_code == 413


def test_every_answer_bears_the_safety_headers(server) -> None:
    headers = server.test_client().get("/", environ_overrides=LOCAL).headers
    assert "object-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_two_apps_in_one_process_share_nothing() -> None:
    one, other = create_app(FakeStore(TOLD[:2], title="One")), create_app(FakeStore(TOLD[2:], title="Other"))
    files = [app.server.test_client().get("/export/csv", environ_overrides=LOCAL).text for app in (one, other)]
    assert "Sunan" in files[0]
    assert "fired two missiles" not in files[1]
    assert [app.title for app in (one, other)] == ["One · Dateline", "Other · Dateline"]


def test_one_reader_does_not_see_the_selection_of_another(server) -> None:
    ask = lambda query: server.test_client().get(f"/export/csv?{query}", environ_overrides=LOCAL).text  # noqa: E731
    everything = ask("")
    assert ask("kinds=warning") != everything
    assert ask("") == everything


def test_an_unknown_format_is_not_found(server) -> None:
    assert server.test_client().get("/export/exe", environ_overrides=LOCAL).status_code == 404


def test_the_page_opens_on_days_around_the_densest() -> None:
    class OneDay(FakeStore):
        def opening_window(self):
            return dt.date(2023, 9, 13), dt.date(2023, 9, 13)

    first, last = (dt.date.fromisoformat(day) for day in start(OneDay())["days"])
    assert (last - first).days + 1 >= 10
    assert first < dt.date(2023, 9, 13) < last


@pytest.mark.parametrize("asked", [None, [], {}, {"document": "wire", "day": "soon"}, {"document": "wire", "day": None}])
def test_a_day_that_is_none_sets_nothing(asked) -> None:
    assert panes.publish(FakeStore(), asked) is None
