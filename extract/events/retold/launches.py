"""A noun for any launch means the sort of launch that the article tells by other words: "이번 발사", "此次发射".

In go the events of a document; out come the same, the kind of such a noun that of the launches told.
"""

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from extract.events.drafts import Draft
from extract.kinds import kind_named
from extract.language.events import EventRules

LAUNCHES = ("missile launch", "space launch")  # kinds for whose things one noun stands


def with_launches(drafts: Sequence[Draft], rules: EventRules) -> list[Draft]:
    """Give nouns for any launch the one kind of launch that other words of the document tell."""
    if not rules.launches:
        return list(drafts)
    bare = [_is_bare(draft, rules) for draft in drafts]
    told = {draft.kind.name for draft, is_bare in zip(drafts, bare, strict=True) if not is_bare} & set(LAUNCHES)
    if len(told) != 1 or not any(bare):
        return list(drafts)
    kind = kind_named(told.pop())
    return [
        replace(draft, kind=kind, trigger=changed(draft.trigger, kind=kind.name)) if is_bare else draft
        for draft, is_bare in zip(drafts, bare, strict=True)
    ]


def _is_bare(draft: Draft, rules: EventRules) -> bool:
    trigger = draft.trigger
    return trigger.position == "noun" and draft.kind.name in LAUNCHES and draft.reading.keys[trigger.last - 1] in rules.launches
