"""Where in a land something happened of which only the land is told: in the town of the news, if that lies there.

"Soldiers in Guinea-Bissau arrested the president", in an article on a coup in Bissau. What is of a whole land stays there: votes,
strikes, storms and floods; and so does what is told of a country further down, where it may be elsewhere in it.
"""

from collections.abc import Sequence

from extract.events.drafts import Draft, Placed
from extract.events.marks import COUNTRY, LANDS
from extract.events.where.centre import News, inherits
from extract.events.where.frames import STRIKING
from extract.events.where.placing import Found
from extract.models import When

LEAD = 2  # sentences that tell a country for a town which the text names only later
SPREAD = STRIKING | {"election", "labour", "war"}  # families of what a whole land does or suffers


def town_within(
    told: Found, draft: Draft, when: When | None, news: News, places: Sequence[Placed], beside: Sequence[Draft]
) -> Placed | None:
    """Give the town of the news that lies in the land told for an event of its day, ``beside`` which nothing is of all the land."""
    town, land = news.centre, told[0].place
    if town is None or land.kind not in LANDS or land.relation or not draft.kind.one_day:
        return None
    if any(one.kind.family in SPREAD for one in beside):
        return None
    within = draft.sentence < LEAD if land.kind == COUNTRY else town.place.admin1 == land.admin1
    within = within and town.place.country == land.country
    return town if within and inherits(draft, when, news.focus, town, places) else None
