"""Measure speed as ratios within one run, in processor time, start-up taken off.

    python benchmarks/speed.py              # all parts
    python benchmarks/speed.py steps dates places growth start

steps   documents of about 5 KB a second through the whole pipeline on one core, with the share of each step
dates   KB of text a second of the date step, beside dateparser's search, on the same text
places  KB of text a second of the place step, beside geotext's (where it is installed)
growth  the date and the place step on one line of 10 KB to 10 MB, the whole reading of a text to 1 MB: time against size, as the
        slope in log–log
linking documents a second of the linking alone, at 100, 1,000 and 10,000 documents
start   seconds from the command to the first answer, and from ``dateline open`` to the page of the sample corpus
many    documents a second of everything, in the processes of ``dateline happenings --workers``: one, and one a core

The text is the project's own, as made_news.py makes it: many affairs of ten articles each, or one huge affair, which is the
hardest case for linking. The load of the machine is printed first: processor time grows too where other work shares its caches.
"""

import gc
import importlib.util
import itertools
import math
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from made_news import many_affairs, one_affair
from msgspec.structs import replace

from dashapp.cli import OBJECTS_A_SWEEP
from extract import Article, Document, happenings_of, load_pack, read_article, read_articles
from extract.anchoring import infer_published
from extract.dates import find_timexes
from extract.events import find_events
from extract.gazetteer import Gazetteer
from extract.places import find_places
from extract.sentences import split

ROOT = Path(__file__).parent.parent
DOCUMENT_KB = 5


def main(parts: list[str]) -> None:
    """Run the parts asked for, or all."""
    gc.set_threshold(OBJECTS_A_SWEEP, 10, 10)  # as the command does
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    known = {"steps": steps, "dates": dates, "places": places, "growth": growth, "linking": linking, "start": start, "many": many}
    for part in parts or known:
        print(f"== {part}")
        known[part]()


def steps() -> None:
    """Time each step over the same documents, of many affairs and of one."""
    for name, made in (("many affairs", many_affairs), ("one affair", one_affair)):
        print(name)
        _steps(list(itertools.islice(made(DOCUMENT_KB), 200)))


def _steps(documents: list[Document]) -> None:
    happenings_of([read_article(document) for document in documents[:20]])  # what is read once is read now
    pack, gazetteer = load_pack("en"), Gazetteer.load()
    seconds = dict.fromkeys(("sentences", "dates", "places", "events", "linking"), 0.0)
    articles = []
    for document in documents:
        article = Article(document, _timed(seconds, "sentences", lambda d=document: split(d, pack)))
        timexes, narration = _timed(seconds, "dates", lambda a=article: find_timexes(a.document, a.sentences, pack))
        _timed(seconds, "dates", lambda a=article, t=timexes: infer_published(a.document, a.sentences, t, pack))
        found = _timed(seconds, "places", lambda a=article: find_places(a.document, a.sentences, pack, gazetteer))
        article = replace(article, timexes=timexes, narration=narration, places=found)
        events = _timed(
            seconds, "events", lambda a=article: find_events(a.document, a.sentences, a.timexes, a.places, pack, a.narration)
        )
        articles.append(replace(article, events=events))
    _timed(seconds, "linking", lambda: happenings_of(articles))
    whole = sum(seconds.values())
    reading = whole - seconds["linking"]
    print(f"  reading: {len(documents) / reading:.0f} documents of {DOCUMENT_KB} KB a second")
    print(f"  whole pipeline: {len(documents) / whole:.0f} documents of {DOCUMENT_KB} KB a second")
    for step, spent in seconds.items():
        print(f"    {step:10} {100 * spent / whole:5.1f} %  {1000 * spent / len(documents):7.2f} ms a document")


def dates() -> None:
    """Time the date step, and dateparser's search on a thousandth of the text."""
    from dateparser.search import search_dates  # noqa: PLC0415

    pack, documents = load_pack("en"), list(itertools.islice(one_affair(DOCUMENT_KB), 200))
    ready = [(document, split(document, pack)) for document in documents]
    ours = _kb(documents) / _spent(lambda: [find_timexes(document, sentences, pack) for document, sentences in ready])
    few = [document.text[:1000] for document in documents[:5]]
    theirs = sum(map(len, few)) / 1000 / _spent(lambda: [search_dates(text, languages=["en"]) for text in few])
    print(f"dates: {ours:.0f} KB/s; dateparser.search {theirs:.1f} KB/s; ratio {ours / theirs:.0f}")


def places() -> None:
    """Time the place step, and geotext where it is installed."""
    pack, documents, gazetteer = load_pack("en"), list(itertools.islice(one_affair(DOCUMENT_KB), 200)), Gazetteer.load()
    ready = [(document, split(document, pack)) for document in documents]
    find_places(*ready[0], pack, gazetteer)
    ours = _kb(documents) / _spent(lambda: [find_places(document, sentences, pack, gazetteer) for document, sentences in ready])
    if importlib.util.find_spec("geotext") is None:
        print(f"places: {ours:.0f} KB/s; geotext is not installed")
        return
    from geotext import GeoText  # noqa: PLC0415

    GeoText("London")
    theirs = _kb(documents) / _spent(lambda: [GeoText(document.text) for document in documents])
    print(f"places: {ours:.0f} KB/s; geotext {theirs:.0f} KB/s; ratio {ours / theirs:.2f}")


def growth() -> None:
    """Time one line from 10 KB to 10 MB, and all steps to 1 MB; a slope of 1 is linear."""
    pack, gazetteer = load_pack("en"), Gazetteer.load()
    base = " ".join(document.text.replace("\n", " ") for document in itertools.islice(one_affair(DOCUMENT_KB), 40))
    for name in ("dates", "places"):
        points = []
        for size in (10_000, 100_000, 1_000_000, 10_000_000):
            document = Document("line", (base * (size // len(base) + 1))[:size], language="en")
            sentences = split(document, pack)
            if name == "dates":
                spent = _spent(lambda d=document, s=sentences: find_timexes(d, s, pack))
            else:
                spent = _spent(lambda d=document, s=sentences: find_places(d, s, pack, gazetteer))
            points.append((size, spent))
            print(f"  {name} {size / 1000:8.0f} KB  {spent:8.3f} s")
        (x0, y0), (x1, y1) = points[1], points[-1]
        print(f"{name}: slope {math.log(y1 / y0) / math.log(x1 / x0):.2f} from 100 KB to 10 MB")
    text = "\n\n".join(document.text for document in itertools.islice(many_affairs(DOCUMENT_KB), 200))
    small, large = (
        _spent(lambda size=size: read_article(Document("text", text[:size], language="en"))) for size in (100_000, 1_000_000)
    )
    print(f"whole reading: {small:.3f} and {large:.3f} s, slope {math.log10(large / small):.2f} from 100 KB to 1 MB")


def linking() -> None:
    """Time the linking of 100 to 10,000 short articles, of many affairs and of one."""
    for name, made in (("many affairs", many_affairs), ("one affair", one_affair)):
        for count in (100, 1_000, 10_000):
            articles = [read_article(document) for document in itertools.islice(made(1), count)]
            spent = _spent(lambda a=articles: happenings_of(a))
            print(f"linking {count:6} documents of {name}: {1000 * spent / count:.2f} ms a document")


def start() -> None:
    """Time the command from its start to its first answer."""
    line = '{"id": "a", "text": "They met in Seoul on Monday.", "published": "2024-05-02", "language": "en"}\n'
    for only in ("dates", "places", "dates,places,events"):
        began = time.perf_counter()
        command = [sys.executable, "-m", "dashapp.cli", "annotate", "--only", only]
        subprocess.run(command, input=line, text=True, capture_output=True, check=True, cwd=ROOT)
        print(f"annotate --only {only}: {time.perf_counter() - began:.2f} s from start to end")
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "seeds.dateline"
        for state in ("nothing read before", "all read before"):
            print(f"open, {state}: {_opened(store):.2f} s to the page")


def _opened(store: Path) -> float:
    """Open the sample corpus, wait for its page, and give the seconds that took."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "dashapp.cli", "open", "--no-browser", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        with urllib.request.urlopen(process.stdout.readline().strip()) as page:
            page.read()
        spent = time.perf_counter() - began
        process.terminate()
    return spent


def many() -> None:
    """Read documents in one process and in one a core, by the clock."""
    documents = list(itertools.islice(one_affair(DOCUMENT_KB), 400))
    for workers in (1, os.cpu_count() or 1):
        began = time.perf_counter()
        count = sum(1 for _ in read_articles(documents, workers=workers))
        print(f"reading with {workers} processes: {count / (time.perf_counter() - began):.0f} documents a second")


def _timed(seconds: dict[str, float], step: str, work: Callable[[], object]) -> object:
    began = time.process_time()
    result = work()
    seconds[step] += time.process_time() - began
    return result


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return max(1e-9, time.process_time() - began)


def _kb(documents: list[Document]) -> float:
    return sum(len(document.text.encode()) for document in documents) / 1000


if __name__ == "__main__":
    main(sys.argv[1:])
