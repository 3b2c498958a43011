"""Articles and happenings → the JSON shapes that the commands ``annotate`` and ``happenings`` print."""

from typing import Any

from extract.models import Article, Disagreement, Event, Happening, Mention, Participant, PlaceMention, Provenance, Timex

Json = dict[str, Any]
STEPS = ("dates", "places", "events")


def annotated(article: Article, steps: tuple[str, ...] = STEPS) -> Json:
    """Shape one article as ``annotate`` prints it; only the parts that the steps made."""
    document = article.document
    out: Json = {
        "id": document.id,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "published_how": document.published_how,
        "published_reason": document.published_reason,
    }
    if "dates" in steps or "events" in steps:
        out["narration"] = article.narration
        out["timexes"] = [_timex(timex) for timex in article.timexes]
    if "places" in steps or "events" in steps:
        out["places"] = [_place(place) for place in article.places]
        out["organisations"] = [_place(organisation) for organisation in article.organisations]
    if "events" in steps:
        out["events"] = [_event(event) for event in article.events]
    return out


def told(happening: Happening) -> Json:
    """Shape one happening as ``happenings`` prints it."""
    when, where = happening.when, happening.where
    return {
        "event_id": happening.id,
        "label": happening.label,
        "type": [happening.kind, happening.plover] if happening.plover else [happening.kind],
        "start": when.first_day.isoformat() if when and when.first_day else None,
        "end": when.last_day.isoformat() if when and when.last_day else None,
        "granularity": when.grain if when else "unknown",
        "how": when.how if when else "none",
        "place": where.name if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "radius_km": where.radius_km if where else None,
        "modality": happening.modality,
        "status": happening.status,
        "times": {"from": when.clock[0], "to": when.clock[1], "zone": when.zone} if when and when.clock else None,
        "part_of": happening.part_of,
        "confidence": round(happening.confidence, 3),
        "weight": round(happening.weight, 4),
        "main_of": list(happening.main_of),
        "participants": [
            {"name": actor.name, "role": actor.role, "mentions": [_at(mention) for mention in actor.mentions]}
            for actor in happening.participants
        ],
        "mentions": [_mention(mention) for mention in happening.mentions],
        "evidence": {
            "date": [_at(words) for words in when.evidence] if when else [],
            "place": [_at(words) for words in where.evidence] if where else [],
        },
        "disagreements": [_disagreement(disagreement) for disagreement in happening.disagreements],
    }


def _timex(timex: Timex) -> Json:
    out: Json = {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "first_day": timex.first_day.isoformat() if timex.first_day else None,
        "last_day": timex.last_day.isoformat() if timex.last_day else None,
        "granularity": timex.grain,
        "mod": timex.mod,
        "how": timex.how,
        "anchor": timex.anchor,
        "confidence": round(timex.confidence, 3),
        "rule": timex.source.rule,
    }
    if timex.findings:
        out["findings"] = [{"kind": finding.kind, "message": finding.message} for finding in timex.findings]
    return out


def _place(place: PlaceMention) -> Json:
    out: Json = {
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "kind": place.kind,
        "geonames_id": place.geonames_id,
        "rule": place.source.rule,
        "drawn": place.drawn,
        "confidence": round(place.confidence, 3),
    }
    if place.relation:
        out |= {"relation": place.relation, "ring_km": place.ring_km, "described": place.described}
    if place.findings:
        out["findings"] = [{"kind": finding.kind, "message": finding.message} for finding in place.findings]
    return out


def _event(event: Event) -> Json:
    return {
        "start": event.span.start,
        "end": event.span.end,
        "trigger": event.trigger,
        "kind": event.kind,
        "plover": event.plover,
        "modality": event.modality,
        "status": event.status,
        "sentence": list(event.sentence),
        "participants": [_participant(one) | {"role": one.role} for one in event.participants if not one.aside],
        "said_by": _participant(event.said_by) if event.said_by else None,
        "timex": event.timex,
        "place": event.place,
        "first_day": event.when.first_day.isoformat() if event.when and event.when.first_day else None,
        "last_day": event.when.last_day.isoformat() if event.when and event.when.last_day else None,
        "rule": event.rule,
    }


def _participant(one: Participant) -> Json:
    return {"start": one.span.start, "end": one.span.end, "text": one.text, "name": one.name}


def _at(words: Provenance) -> Json:
    return {"document_id": words.document_id, "start": words.span.start, "end": words.span.end}


def _mention(mention: Mention) -> Json:
    said_by = mention.said_by
    return {
        "document_id": mention.document_id,
        "start": mention.span.start,
        "end": mention.span.end,
        "sentence": list(mention.sentence),
        "text": mention.text,
        "said_by": {"name": said_by.name, "start": said_by.span.start, "end": said_by.span.end} if said_by else None,
        "rule": mention.rule,
    }


def _disagreement(disagreement: Disagreement) -> Json:
    sides: list[Json] = [
        {"value": side.value, "said_by": side.said_by, "mentions": [_at(mention) for mention in side.mentions]}
        for side in disagreement.sides
    ]
    return {
        "field": disagreement.field,
        "sides": sides,
        "mentions": [mention for side in sides for mention in side["mentions"]],
        "reason": disagreement.reason,
    }
