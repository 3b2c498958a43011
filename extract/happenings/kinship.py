"""What the kinds of two events say for or against one happening, by the table of kinds alone."""

from extract.happenings.families import BY_OBJECT, OF_PERSONS, ONE_CASE, ONE_WORD, PARTED
from extract.kinds import Kind

SAME_KIND, SAME_SPEECH = 2.2, -1.0  # two statements are rarely one, two earthquakes of a story often
NEAR_FAMILY, NEAR_KIND, FAMILY, OTHER_KIND = 0.7, 0.2, -0.6, -3.0  # a summit is a meeting; a killing is rarely the shooting
SAME_CASE = 1.4
MISHAP = "disaster"  # colour of kinds that strike and that nobody does
PATIENTS = ("patient", "victim", "recipient", "beneficiary", "target")  # roles of those to whom a thing is done
SAME_VERB = 1.0  # two plain verbs: one verb in one story is one act only where more agrees


def kinship(one: Kind, other: Kind) -> float:
    """Give the evidence of two kinds: the same, near ones, one family, or others."""
    if one.name == other.name:
        return SAME_SPEECH if one.speech else SAME_VERB if one.everyday else SAME_KIND
    if one.family == other.family and one.family in ONE_WORD:
        return SAME_KIND
    if one.family == other.family and one.family in ONE_CASE:
        return SAME_CASE
    if other.name in one.near:
        return SAME_SPEECH if one.speech and other.speech else NEAR_FAMILY if one.family == other.family else NEAR_KIND
    return FAMILY if one.family == other.family and one.family not in PARTED else OTHER_KIND


def is_near_other(one: Kind, other: Kind) -> bool:
    """Say whether two kinds are one family that is told apart by objects."""
    return one.name != other.name and one.family == other.family and one.family in BY_OBJECT and one.one_day and not one.speech


def is_near_by_object(one: Kind, other: Kind) -> bool:
    """Say whether two kinds of two families may be one happening where they share an object."""
    return other.name in one.near and one.family != other.family and not (one.speech or other.speech)


def patients(kind: Kind) -> tuple[str, ...]:
    """Give the roles of those whom a kind befalls: who resigns or stands for office does it to himself."""
    return kind.roles if kind.roles == ("agent",) and kind.family in OF_PERSONS else PATIENTS


def is_other_word(one: Kind, other: Kind) -> bool:
    """Say whether two kinds may be two words for one mishap: a landslide and a collapse, not shells and bombs."""
    near = other.name in one.near and one.name != other.name
    return near and one.one_day and other.one_day and one.colour == other.colour == MISHAP


def are_two_sayings(one: Kind, other: Kind) -> bool:
    """Say whether one article that tells both kinds of saying rather tells two: who denies and warns says two things."""
    return one.speech and other.speech and one.family != other.family
