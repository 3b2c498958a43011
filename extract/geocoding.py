"""The gazetteer as a geopy geocoder, and an online fallback for names that the gazetteer lacks (off by default).

``GazetteerGeocoder`` needs no network and is a drop-in for any geopy geocoder. ``OnlineFallback`` asks the service that
the user chose, with the user's own user agent, at most once a second, and keeps every answer on disk, "nothing" too.
"""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, cast

from geopy.adapters import URLLibAdapter
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderRateLimited, GeocoderServiceError, GeocoderTimedOut
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Pelias, Photon
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point
from msgspec.structs import asdict, replace

from extract.gazetteer import Gazetteer, Place
from extract.models import Finding, PlaceKind, PlaceMention
from extract.resolution import contains, prior

Service = Literal["nominatim", "photon", "pelias"]
SECONDS_BETWEEN = 1.0  # what Nominatim's rules of use ask for at least
RETRIES = 2
ONLINE_RADIUS_KM = 10.0  # what an address line of unknown precision may be off
ONLINE_CONFIDENCE = 0.5  # a name alone, without the document's context
NEAREST_KINDS: tuple[PlaceKind, ...] = ("city", "facility")


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocode with the gazetteer that comes with the package."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Take an open gazetteer, or open the package's own."""
        super().__init__()
        self.gazetteer = gazetteer or Gazetteer.load()

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> Location | list[Location] | None:
        """Find the place of a name; "Paris, Texas" is the one in Texas.

        Returns
        -------
        geopy.Location, list of it, or None
            The best known place, or with ``exactly_one=False`` all, best known first; None where there is none.

        """
        del timeout
        name, *containers = [part.strip() for part in query.split(",")]
        places = self._places(name)
        for container in containers:
            outers = self._places(container)
            places = [place for place in places if any(contains(outer, place) for outer in outers)]
        return _answer(places, exactly_one=exactly_one)

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> Location | list[Location] | None:
        """Find the nearest town or site of a point, in any form that geopy takes for one."""
        del timeout
        try:
            point = Point(query)
        except ValueError as error:
            raise GeocoderQueryError(f"{query!r} is no point: {error}; expected (latitude, longitude)") from error
        nearest = self.gazetteer.nearest((point.latitude, point.longitude), NEAREST_KINDS, 1 if exactly_one else 10)
        return _answer([place for _, place in nearest], exactly_one=exactly_one)

    def _places(self, name: str) -> list[Place]:
        capital = self.gazetteer.is_capital
        found = [(self.gazetteer.place(meaning.row), meaning.main) for meaning in self.gazetteer.search(name)]
        found.sort(key=lambda row: (-prior(row[0], row[1], capital(row[0].row)), row[0].row))
        return [place for place, _ in found if place.kind != "celestial"]


class OnlineFallback:
    """Ask an online geocoder for what the gazetteer lacks; each name once, ever."""

    def __init__(
        self,
        service: Service,
        user_agent: str,
        cache: Path,
        *,
        domain: str | None = None,
        scheme: str = "https",
        seconds: float = SECONDS_BETWEEN,
    ) -> None:
        """Choose a service.

        Parameters
        ----------
        service
            "nominatim", "photon" or "pelias".
        user_agent
            The user's own name for the application, which the services ask for.
        cache
            A JSON-lines file of the answers; made where it is absent.
        domain, scheme
            Another server than the service's own; Pelias has none of its own.
        seconds
            Least time between two requests.

        Raises
        ------
        geopy.exc.ConfigurationError
            The user agent is empty, or Pelias has no domain.

        """
        if not user_agent.strip():
            raise ConfigurationError("an online geocoder needs your own user agent: --user-agent 'name (e-mail)'")
        self._geocoder = _geocoder(service, user_agent, domain, scheme)
        self._service, self._cache = service, cache
        self._known = _read(cache)
        limited = RateLimiter(
            self._geocoder.geocode,
            min_delay_seconds=seconds,
            max_retries=RETRIES,
            error_wait_seconds=seconds,
            swallow_exceptions=False,
        )
        self._ask = cast("Callable[..., Location | None]", limited)

    def geocode(self, name: str, *, timeout: float = 10.0) -> Location | None:
        """Find a name online, or in the answers kept.

        Raises
        ------
        geopy.exc.GeocoderServiceError
            The service did not answer, or refused; the message says which service and what to do.

        """
        key = f"{self._service}:{name.strip()}"
        if key in self._known:
            return _location(self._known[key])
        try:
            found = self._ask(name, timeout=timeout)
        except GeocoderRateLimited as error:
            message = f"{self._service} asks for fewer requests; wait, or take another service ({error})"
            raise GeocoderRateLimited(message) from error
        except GeocoderTimedOut as error:
            raise GeocoderTimedOut(f"{self._service} did not answer within {timeout:.0f} s ({error})") from error
        except GeocoderServiceError as error:
            raise type(error)(f"{self._service} cannot be asked: {error}; is there a network?") from error
        self._keep(key, found)
        return found

    def located(self, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
        """Place the mentions that the gazetteer lacks; where the service fails, they stay unplaced and bear a finding."""
        return tuple(self._located(mention) if _is_lacking(mention) else mention for mention in mentions)

    def _located(self, mention: PlaceMention) -> PlaceMention:
        try:
            found = self.geocode(mention.text)
        except GeocoderServiceError as error:
            finding = Finding("geocoder", str(error), mention.span, "online")
            return replace(mention, findings=(*mention.findings, finding))
        if found is None:
            return mention
        return replace(
            mention,
            latitude=found.latitude,
            longitude=found.longitude,
            radius_km=ONLINE_RADIUS_KM,
            confidence=ONLINE_CONFIDENCE,
            source=replace(mention.source, rule=f"online: {self._service}"),
            reason=f"not in the gazetteer; {self._service} says {found.address}",
        )

    def _keep(self, key: str, found: Location | None) -> None:
        row = None if found is None else [found.address, found.latitude, found.longitude]
        self._known[key] = row
        self._cache.parent.mkdir(parents=True, exist_ok=True)
        with self._cache.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, "found": row, "asked": time.strftime("%Y-%m-%d")}, ensure_ascii=False) + "\n")


def _is_lacking(mention: PlaceMention) -> bool:
    return mention.latitude is None and mention.kind != "celestial"


def _geocoder(service: Service, user_agent: str, domain: str | None, scheme: str) -> Any:
    options: dict[str, Any] = {"user_agent": user_agent, "scheme": scheme, "adapter_factory": URLLibAdapter}
    if service == "pelias":
        if domain is None:
            raise ConfigurationError("pelias has no server of its own; name one with --geocoder-domain")
        return Pelias(domain, **options)
    if domain is not None:
        options["domain"] = domain
    return Nominatim(**options) if service == "nominatim" else Photon(**options)


def _answer(places: list[Place], *, exactly_one: bool) -> Location | list[Location] | None:
    if not places:
        return None
    found = [Location(_address(place), Point(place.latitude, place.longitude), asdict(place)) for place in places]
    return found[0] if exactly_one else found


def _address(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part and part != place.name)


def _read(cache: Path) -> dict[str, Any]:
    if not cache.exists():
        return {}
    known = {}
    for line in cache.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:  # a line cut short by a kill; it is asked again
            continue
        known[row["key"]] = row["found"]
    return known


def _location(row: list[Any] | None) -> Location | None:
    return None if row is None else Location(row[0], Point(row[1], row[2]), {})
