"""Families of kinds by what tells two of their happenings apart."""

ONE_WORD = frozenset({"talks", "launch", "accident", "storm", "war"})  # their kinds name one thing
ONE_CASE = frozenset({"judgement", "killing"})  # likewise, or steps of one case: a verdict and its sentence
PARTED = frozenset(
    {"toll", "travel", "support", "crime", "cold", "business", "leaving office", "rescue", "rupture"}
)  # kinds of these are one only where near
OF_PERSONS = frozenset(
    [
        *("arrest", "birth", "candidacy", "charge", "execution", "expulsion", "funeral", "judgement", "kidnapping", "killing"),
        *("leaving office", "office", "release", "toll", "trial", "warrant", "wedding"),
    ]
)  # families whose happenings are told apart by the person
BY_OBJECT = frozenset(
    [
        *("aid", "arms", "arms programme", "attendance", "accusation", "attack", "award", "ban", "building", "charge", "closure"),
        *("deal", "decision", "election", "food", "investigation", "law", "offer", "office", "publish", "rejection", "report"),
        *("request", "sanction", "space launch", "speech", "support", "threat", "tour", "travel", "visit"),
    ]
)  # families whose happenings are told apart by object, goal or content
LEFT_BEHIND = frozenset({"toll", "damage", "missing", "displacement"})  # families of what an incident does to people and houses
STEPS = frozenset({"arrest", "charge", "raid", "seizure", "labour", "unrest"})  # families that follow each other in one affair
TURNS = {
    "arrest": "remand",
    **dict.fromkeys(("verdict", "sentence", "court ruling"), "acquittal"),
    "death": "deathbed",
}  # kind → the turn that tells some of its happenings from the others, by the words of ``linking.toml``
MAIN = frozenset(
    [
        *("accident", "attack", "avalanche", "collapse", "coup", "crime", "earthquake", "escape", "explosion", "fighting", "fire"),
        *("kidnapping", "killing", "landslide", "stampede", "storm", "unrest"),
    ]
)  # families of which a saga rarely has two: later articles go back to the one
