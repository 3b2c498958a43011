"""The values that a field may take."""

from typing import Literal

Grain = Literal[
    "second",
    "minute",
    "hour",
    "part",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
    "unknown",
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
How = Literal["explicit", "relative", "inferred", "none"]
PublishedHow = Literal["given", "text", "inferred", "unknown"]
Modality = Literal["asserted", "planned", "hypothetical", "negated", "reported opinion"]
Status = Literal["foreground", "background", "commentary"]
Narration = Literal["news", "narrative"]
PlaceKind = Literal[
    "country",
    "admin1",
    "admin2",
    "city",
    "facility",
    "sea",
    "region",
    "river",
    "mountain",
    "celestial",
    "demonym",
    "organisation",
    "metonym",
    "unknown",
]
Role = Literal[
    "agent",
    "patient",
    "recipient",
    "companion",
    "speaker",
    "addressee",
    "topic",
    "instrument",
    "victim",
    "origin",
    "target",
    "heading",
    "beneficiary",
    "participant",
]
DisagreementField = Literal["date", "time", "place", "duration", "count", "participant", "source", "content", "modality"]
