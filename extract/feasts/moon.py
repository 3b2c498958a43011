"""Where Sun and Moon stand: a moment in, ecliptic longitudes and new moons out.

Moments are days since noon of 1 January 2000 (UT), with fractions; longitudes are degrees from 0 to 360, of the equinox of the day.

Notes
-----
The main terms of J. Meeus, "Astronomical Algorithms", 2nd edition (1998), chapters 25 and 47: the Sun within 0.01°, the Moon
within 0.05° from 1800 to 2200, so a new moon within some minutes. The difference of dynamical and universal time (about a minute)
is left out.
"""

import datetime as dt
from functools import lru_cache
from math import radians, sin

NOON_2000 = dt.date(2000, 1, 1).toordinal() + 0.5
CENTURY = 36525.0  # days
MONTH = 29.530588861  # days from one new moon to the next, on average
FIRST_NEW_MOON = 5.2597  # of the year 2000
MOON_BEHIND_SUN = 12.190749  # degrees a day by which the Moon gains on the Sun, on average
REFINEMENTS = 6  # steps of Newton's method from a mean new moon; the fifth moves it by less than a second
# Multiples of elongation, Sun's anomaly, Moon's anomaly, Moon's argument of latitude; amplitude in degrees.
_TERMS = (
    (0, 0, 1, 0, 6.288774), (2, 0, -1, 0, 1.274027), (2, 0, 0, 0, 0.658314), (0, 0, 2, 0, 0.213618), (0, 1, 0, 0, -0.185116),
    (0, 0, 0, 2, -0.114332), (2, 0, -2, 0, 0.058793), (2, -1, -1, 0, 0.057066), (2, 0, 1, 0, 0.053322), (2, -1, 0, 0, 0.045758),
    (0, 1, -1, 0, -0.040923), (1, 0, 0, 0, -0.034720), (0, 1, 1, 0, -0.030383), (2, 0, 0, -2, 0.015327), (0, 0, 1, 2, -0.012528),
    (0, 0, 1, -2, 0.010980), (4, 0, -1, 0, 0.010675), (0, 0, 3, 0, 0.010034), (4, 0, -2, 0, 0.008548), (2, 1, -1, 0, -0.007888),
    (2, 1, 0, 0, -0.006766), (1, 0, -1, 0, -0.005163), (1, 1, 0, 0, 0.004987), (2, -1, 1, 0, 0.004036), (2, 0, 2, 0, 0.003994),
)  # fmt: skip


def moment(day: dt.date, hour: float, zone: float) -> float:
    """Give the moment of an hour of a day by a clock that is ``zone`` hours ahead of UT."""
    return day.toordinal() + (hour - zone) / 24 - NOON_2000


def day_at(when: float, zone: float) -> dt.date:
    """Give the day of a moment by a clock that is ``zone`` hours ahead of UT."""
    return dt.date.fromordinal(int(when + NOON_2000 + zone / 24))


def sun_longitude(when: float) -> float:
    """Find the apparent longitude of the Sun."""
    centuries = when / CENTURY
    anomaly = radians(357.52911 + 35999.05029 * centuries)
    centre = (1.914602 - 0.004817 * centuries) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (280.46646 + 36000.76983 * centuries + centre - 0.00569) % 360


def moon_longitude(when: float) -> float:
    """Find the longitude of the Moon."""
    centuries = when / CENTURY
    elongation = 297.8501921 + 445267.1114034 * centuries
    sun = 357.5291092 + 35999.0502909 * centuries
    moon = 134.9633964 + 477198.8675055 * centuries
    latitude = 93.2720950 + 483202.0175233 * centuries
    terms = sum(amplitude * sin(radians(d * elongation + m * sun + n * moon + f * latitude)) for d, m, n, f, amplitude in _TERMS)
    return (218.3164477 + 481267.88123421 * centuries + terms) % 360


def elongation(when: float) -> float:
    """Find how far the Moon has gained on the Sun since new moon: 180 at full moon."""
    return (moon_longitude(when) - sun_longitude(when)) % 360


@lru_cache(maxsize=5000)
def new_moon(number: int) -> float:
    """Find the moment of a new moon, counted from the first of the year 2000."""
    when = FIRST_NEW_MOON + number * MONTH
    for _ in range(REFINEMENTS):
        ahead = (elongation(when) + 180) % 360 - 180
        when -= ahead / MOON_BEHIND_SUN
    return when


def new_moon_before(when: float) -> int:
    """Give the number of the last new moon at or before a moment."""
    number = int((when - FIRST_NEW_MOON) // MONTH) + 1
    while new_moon(number) > when:
        number -= 1
    return number
