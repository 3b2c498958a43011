"""Date mention + day of publication + discourse → days covered.

One judgement a file:

tense.py      does the clause look back or ahead
direction.py  which Wednesday, which July, which 13 September
narration.py  is the document news or a narrative
published.py  which day was the document published
lending.py    which day do the other articles of its affair lend it
"""

from extract.anchoring.lending import lent_day, with_lent_day, without_lent_day
from extract.anchoring.published import infer_published

__all__ = ["infer_published", "lent_day", "with_lent_day", "without_lent_day"]
