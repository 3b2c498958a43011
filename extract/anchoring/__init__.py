"""Date mention + day of publication + discourse → days covered.

One judgement a file:

tense.py      does the clause look back or ahead
direction.py  which Wednesday, which July, which 13 September
narration.py  is the document news or a narrative
published.py  which day was the document published
"""

from extract.anchoring.published import infer_published

__all__ = ["infer_published"]
