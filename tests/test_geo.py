"""Distances, boxes and points, with the 180th meridian in the way."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import geo

LATITUDES = st.floats(-85, 85)
LONGITUDES = st.floats(-180, 180)
POINTS = st.tuples(LATITUDES, LONGITUDES)
CIRCLES = st.tuples(st.tuples(st.floats(-70, 70), LONGITUDES), st.floats(1, 1500))
FIJI, SAMOA = (-17.7, 178.0), (-13.8, -171.8)


def test_the_distance_from_delhi_to_mumbai_is_about_1150_km() -> None:
    assert geo.distance_km((28.61, 77.21), (19.07, 72.88)) == pytest.approx(1154, abs=10)


@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways(one: geo.LatLon, other: geo.LatLon) -> None:
    assert geo.distance_km(one, other) == pytest.approx(geo.distance_km(other, one))


@given(POINTS, POINTS)
def test_the_sphere_stays_within_one_percent_of_the_ellipsoid(one: geo.LatLon, other: geo.LatLon) -> None:
    assert geo.distance_km(one, other) == pytest.approx(geo.geodesic_km(one, other), rel=0.01, abs=0.01)


def test_a_swapped_point_is_refused_with_the_order_expected() -> None:
    with pytest.raises(ValueError, match=r"latitude 151\.2 is outside .* in that order"):
        geo.check_point((151.2, -33.9))


@given(POINTS, st.floats(0, 360), st.floats(0, 5000))
def test_an_offset_point_is_that_far_away(point: geo.LatLon, bearing: float, km: float) -> None:
    there = geo.offset_point(point, bearing, km)
    assert geo.distance_km(point, there) == pytest.approx(km, abs=0.5)
    assert -180 <= there[1] <= 180


@given(st.tuples(st.floats(-70, 70), LONGITUDES), st.floats(0, 359.9), st.floats(10, 900))
def test_the_bearing_back_to_an_offset_point_is_the_one_taken(point: geo.LatLon, bearing: float, km: float) -> None:
    found = geo.bearing_degrees(point, geo.offset_point(point, bearing, km))
    assert min(abs(found - bearing), 360 - abs(found - bearing)) < 0.01


@pytest.mark.parametrize(("longitude", "inside"), [(178.0, True), (-175.0, True), (180.0, True), (-180.0, True), (0.0, False)])
def test_a_box_may_cross_the_180th_meridian(longitude: float, inside: bool) -> None:
    assert geo.in_box((-15.0, longitude), (175.0, -30.0, -170.0, 0.0)) is inside


@given(st.lists(POINTS, min_size=1, max_size=8))
def test_a_bounding_box_holds_all_its_points(points: list[geo.LatLon]) -> None:
    box = geo.bounding_box(points)
    assert all(geo.in_box(point, box) for point in points)


@given(st.lists(POINTS, min_size=1, max_size=8))
def test_a_bounding_box_is_never_wider_than_the_plain_one(points: list[geo.LatLon]) -> None:
    west, _, east, _ = geo.bounding_box(points)
    longitudes = [longitude for _, longitude in points]
    assert (east - west if west <= east else east - west + 360) <= max(longitudes) - min(longitudes) + 1e-9


def test_the_box_of_fiji_and_samoa_is_narrow() -> None:
    assert geo.bounding_box([FIJI, SAMOA]) == (178.0, -17.7, -171.8, -13.8)


@given(CIRCLES, st.floats(0, 360))
def test_a_circle_lies_in_its_box(circle: tuple[geo.LatLon, float], bearing: float) -> None:
    center, radius = circle
    west, south, east, north = geo.circle_box(center, radius)
    latitude, longitude = geo.offset_point(center, bearing, radius * 0.999)
    assert south <= latitude <= north
    assert geo.in_box((latitude, longitude), (west, south, east, north))


def test_the_middle_of_fiji_and_samoa_is_not_in_africa() -> None:
    latitude, longitude = geo.middle([FIJI, SAMOA])
    assert -17 < latitude < -14
    assert abs(longitude) > 170


def test_a_route_over_the_pacific_is_cut_at_the_180th_meridian() -> None:
    first, second = geo.route((35.7, 139.7), (37.8, -122.4))
    assert (first[0], second[-1]) == ((35.7, 139.7), (37.8, -122.4))
    assert (first[-1][1], second[0][1]) == (180.0, -180.0)
    assert first[-1][0] == second[0][0]


@given(POINTS, POINTS)
def test_no_line_of_a_route_jumps_over_the_map(start: geo.LatLon, end: geo.LatLon) -> None:
    for line in geo.route(start, end):
        steps = itertools.pairwise(line)
        assert all(abs(after[1] - before[1]) <= 180 or min(abs(after[0]), abs(before[0])) > 80 for before, after in steps)


def test_a_ring_is_closed_and_at_its_distance() -> None:
    points = geo.ring(FIJI, 700)
    assert points[0] == points[-1]
    assert all(geo.distance_km(FIJI, point) == pytest.approx(700, abs=0.1) for point in points)


def test_a_middle_or_box_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one point"):
        geo.middle([])
    with pytest.raises(ValueError, match="at least one point"):
        geo.bounding_box([])
