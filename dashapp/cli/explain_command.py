"""``dateline explain``: every mark in a text with its rule, candidates and reasons, as a table."""

import argparse
from collections.abc import Iterable, Sequence

from dashapp.cli.console import day, utf8_output
from extract import (
    Article,
    Document,
    Event,
    Explained,
    PlaceMention,
    Span,
    Timex,
    explain_events,
    explain_rules,
    explain_tokens,
    pack_for,
    read_article,
    read_json_lines,
)

EXAMPLE = 'dateline explain "They met in Seoul on Monday." --published 2024-05-02'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("text", help="the words to explain")
    parser.add_argument("--published", type=day, metavar="DAY", help="day of publication: 2024-05-02")
    parser.add_argument("--language", metavar="L", help="language code (default: detected)")


def run(options: argparse.Namespace) -> int:
    """Print the tokens, then each date, place and event with why it was read so."""
    utf8_output()
    article = read_article(_document(options))
    for line in _lines(article):
        print(line)  # noqa: T201
    return 0


def _document(options: argparse.Namespace) -> Document:
    import json  # noqa: PLC0415

    published = options.published.isoformat() if options.published else None
    line = json.dumps({"id": "text", "text": options.text, "published": published, "language": options.language})
    return next(one for one in read_json_lines([line.encode()]) if isinstance(one, Document))


def _lines(article: Article) -> Iterable[str]:
    document = article.document
    yield f"language   {document.language}"
    yield f"published  {document.published or 'unknown'} ({document.published_how})" + (
        f": {document.published_reason}" if document.published_reason else ""
    )
    yield f"read as    {article.narration}"
    pack = pack_for(document.language)
    tokens, rules = explain_tokens(document, pack), explain_rules(document, pack)
    yield "tokens     " + " ".join(f"{word}/{kind}" for word, kind in tokens)
    for timex in article.timexes:
        yield from _timex(timex)
        yield from _other_rules(timex, rules, document.text)
    for place in sorted((*article.places, *article.organisations), key=lambda place: place.span):
        yield from _place(place)
    for sentence in explain_events(article):
        yield from _sentence(sentence)
    for event in article.events:
        yield from _event(event, article)


def _sentence(sentence: Explained) -> Iterable[str]:
    yield "\nsentence   " + " | ".join(f"{number} [{word}] {words}" for number, (word, words) in enumerate(sentence.clauses, 1))
    for words, clause, kind, rule, position in sentence.considered:
        yield f"  {position or 'not':8} {words!r} in clause {clause}: {kind}, {rule}"
    for words, clause in sentence.dates:
        yield f"  date     {words!r} in clause {clause}"
    for words, clause, role in sentence.places:
        yield f"  place    {words!r} in clause {clause}, {role}"


def _timex(timex: Timex) -> Iterable[str]:
    yield f"\ndate       {timex.text!r} at {timex.span.start}-{timex.span.end}"
    yield f"  value    {timex.type} {timex.value}" + (f" mod {timex.mod}" if timex.mod else "")
    yield f"  days     {timex.first_day or '?'} to {timex.last_day or '?'} ({timex.grain})"
    yield f"  how      {timex.how}, confidence {timex.confidence:.2f}"
    yield f"  rule     {timex.source.rule}"
    if timex.anchor:
        yield f"  anchor   {timex.anchor}"
    for reading in timex.candidates:
        yield f"  not      {reading}"
    for finding in timex.findings:
        yield f"  finding  {finding.message}"


def _other_rules(timex: Timex, rules: Sequence[tuple[Span, str]], text: str) -> Iterable[str]:
    """Say which rules match at the same place and lost, and why: the longest that can be valued wins."""
    own = next((span for span, rule in rules if span.start == timex.span.start and rule == timex.source.rule), timex.span)
    for span, rule in rules:
        if span.start != timex.span.start or rule == timex.source.rule:
            continue
        why = "gives no value here" if span.end > own.end else "is shorter" if span.end < own.end else "stands later in the pack"
        yield f"  not      rule {rule} on {text[span.start : span.end]!r}: {why}"


def _place(place: PlaceMention) -> Iterable[str]:
    yield f"\nplace      {place.text!r} at {place.span.start}-{place.span.end}"
    where = (
        f"{place.latitude:.3f}, {place.longitude:.3f} ± {place.radius_km:g} km" if place.latitude is not None else "not on the map"
    )
    yield f"  is       {place.name} ({place.kind}), {where}" + ("" if place.drawn else "; informs, is not drawn")
    yield f"  rule     {place.source.rule}"
    if place.relation == "container":
        yield "  means    container of the finer place told before it"
    elif place.relation:
        described = "{:.2f}, {:.2f} ± {:.0f} km".format(*place.described) if place.described else "not placed"
        yield f"  means    {place.relation}: {described}" + (
            f", ring {place.ring_km[0]:g} to {place.ring_km[1]:g} km" if place.ring_km else ""
        )
    if place.reason:
        yield f"  because  {place.reason}"
    for candidate in place.candidates:
        yield f"  {candidate.score:8.2f} {candidate.name}, {candidate.country or '-'} ({candidate.kind}): {candidate.reason}"
    for finding in place.findings:
        yield f"  finding  {finding.message}"


def _event(event: Event, article: Article) -> Iterable[str]:
    yield f"\nevent      {event.trigger!r} at {event.span.start}-{event.span.end}"
    yield f"  kind     {event.kind}" + (f" [{event.plover}]" if event.plover else "") + f", {event.modality}, {event.status}"
    yield f"  rule     {event.rule}"
    if event.when:
        yield f"  when     {event.when.first_day or '?'} to {event.when.last_day or '?'} ({event.when.how}): {event.when.rule}"
    if where := event.where or event.setting:
        yield f"  where    {where.name}: {where.rule}"
    for one in event.participants:
        yield f"  {'beside' if one.aside else one.role:12} {one.name} ({one.text!r}): {one.source.rule}"
    if event.said_by:
        yield f"  said by  {event.said_by.name} ({event.said_by.text!r})"
    for cue in event.cues:
        yield f"  cue      {article.document.text[cue.span.start : cue.span.end]!r}: {cue.rule}"
