"""The gazetteer behind geopy's interface; the online fallback against a local server."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderRateLimited, GeocoderServiceError, GeocoderTimedOut
from geopy.geocoders.base import Geocoder

from extract import Document, read_article
from extract.geocoding import GazetteerGeocoder, OnlineFallback


class Nominatim(BaseHTTPRequestHandler):
    """Answers as Nominatim does: a list of places, an empty one, 429, or nothing in time."""

    asked: list[str] = []  # noqa: RUF012 - one list for all requests of a test
    agents: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        query = parse_qs(urlparse(self.path).query)["q"][0]
        self.asked.append(query)
        self.agents.append(self.headers["User-Agent"])
        if query == "Slow":
            time.sleep(1.0)
        self.send_response(429 if query == "Toomany" else 200)
        self.end_headers()
        found = (
            [{"lat": "51.77", "lon": "128.12", "display_name": "Tsiolkovsky, Amur Oblast"}]
            if query in ("Tsiolkovsky", "Qwertyville")
            else []
        )
        self.wfile.write(json.dumps(found).encode())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Does not complain of a client that left."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@pytest.fixture
def domain() -> Iterator[str]:
    Nominatim.asked.clear()
    Nominatim.agents.clear()
    server = Server(("127.0.0.1", 0), Nominatim)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def online(domain: str, folder: Path) -> OnlineFallback:
    return OnlineFallback(
        "nominatim", "dateline-test (test@example.org)", folder / "cache.jsonl", domain=domain, scheme="http", seconds=0.01
    )


def test_it_is_a_geopy_geocoder() -> None:
    assert isinstance(GazetteerGeocoder(), Geocoder)


def test_a_name_with_its_container_is_that_place() -> None:
    paris, other = GazetteerGeocoder().geocode("Paris"), GazetteerGeocoder().geocode("Paris, Texas")
    assert paris.latitude == pytest.approx(48.85, abs=0.1)
    assert other.latitude == pytest.approx(33.66, abs=0.1)


def test_all_meanings_come_best_known_first() -> None:
    found = GazetteerGeocoder().geocode("London", exactly_one=False)
    assert [place.raw["country"] for place in found[:2]] == ["GB", "CA"]


def test_an_unknown_name_gives_none() -> None:
    assert GazetteerGeocoder().geocode("Qwxzy") is None
    assert GazetteerGeocoder().geocode("") is None


def test_reverse_gives_the_nearest_town_across_180_degrees() -> None:
    assert GazetteerGeocoder().reverse((39.04, 125.75)).raw["country"] == "KP"
    fiji = GazetteerGeocoder().reverse((-16.8, -179.99))
    assert fiji.raw["country"] == "FJ"


def test_reverse_refuses_what_is_no_point() -> None:
    with pytest.raises(GeocoderQueryError, match="expected"):
        GazetteerGeocoder().reverse("nowhere")


def test_an_answer_is_asked_for_once_and_kept_on_disk(domain: str, tmp_path: Path) -> None:
    assert online(domain, tmp_path).geocode("Tsiolkovsky").latitude == pytest.approx(51.77)
    assert online(domain, tmp_path).geocode("Tsiolkovsky").longitude == pytest.approx(128.12)
    assert Nominatim.asked == ["Tsiolkovsky"]
    assert Nominatim.agents == ["dateline-test (test@example.org)"]


def test_nothing_is_kept_too(domain: str, tmp_path: Path) -> None:
    assert online(domain, tmp_path).geocode("Nosuchplace") is None
    assert online(domain, tmp_path).geocode("Nosuchplace") is None
    assert Nominatim.asked == ["Nosuchplace"]


def test_a_service_that_asks_for_patience_is_named_and_not_kept(domain: str, tmp_path: Path) -> None:
    with pytest.raises(GeocoderRateLimited, match="nominatim asks for fewer requests"):
        online(domain, tmp_path).geocode("Toomany")
    assert not (tmp_path / "cache.jsonl").exists()


def test_a_service_that_does_not_answer_is_named(domain: str, tmp_path: Path) -> None:
    with pytest.raises(GeocoderTimedOut, match="did not answer within"):
        online(domain, tmp_path).geocode("Slow", timeout=0.1)


def test_without_a_network_the_message_asks_for_one(tmp_path: Path) -> None:
    with pytest.raises(GeocoderServiceError, match="is there a network"):
        online("127.0.0.1:9", tmp_path).geocode("Oslo", timeout=0.5)


def test_a_cut_line_of_the_cache_is_asked_again(domain: str, tmp_path: Path) -> None:
    (tmp_path / "cache.jsonl").write_text('{"key": "nominatim:Tsiol')
    assert online(domain, tmp_path).geocode("Tsiolkovsky") is not None


def test_a_user_agent_and_a_server_for_pelias_are_required(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="user agent"):
        OnlineFallback("nominatim", " ", tmp_path / "cache.jsonl")
    with pytest.raises(ConfigurationError, match="no server of its own"):
        OnlineFallback("pelias", "me", tmp_path / "cache.jsonl")


def test_names_that_the_gazetteer_lacks_are_placed_online_where_the_user_asks_for_it(domain: str, tmp_path: Path) -> None:
    fallback = OnlineFallback("nominatim", "dateline tests", tmp_path / "kept.jsonl", domain=domain, scheme="http", seconds=0.0)
    text = "The mayor visited the village of Qwertyville."
    [before] = read_article(Document("d", text, language="en"), frozenset({"places"})).places
    [after] = read_article(Document("d", text, language="en"), frozenset({"places"}), fallback=fallback).places
    assert before.latitude is None
    assert (after.latitude, after.longitude, after.source.rule) == (51.77, 128.12, "online: nominatim")
