"""What is written, each in one transaction: an article, the happenings, who is gone. The caller holds the transaction."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from extract.models import Article, Document, Happening
from extract.store.codec import dumps, loads
from extract.store.columns import (
    COLUMNS,
    Origin,
    TextSpan,
    line_of,
    name_skeletons,
    name_spans,
    names_of,
    sentence_spans,
    told_words,
)
from extract.store.identity import MentionKey, keep_ids

_LINE = (*COLUMNS, "digest")
_INSERT = f"INSERT INTO happenings ({', '.join(_LINE)}, present) VALUES ({', '.join('?' * len(_LINE))}, 1)"  # noqa: S608
_UPDATE = f"UPDATE happenings SET {', '.join(f'{name} = ?' for name in _LINE)}, present = 1 WHERE number = ?"  # noqa: S608

_EVERY_NUMBER = 2**63 - 1
_COUNT_SENTENCES = (
    "UPDATE corpus SET value = (SELECT count(*) FROM (SELECT DISTINCT document_id, sentence FROM mentions "
    "JOIN happenings USING (number) WHERE present AND NOT hidden)) WHERE name = 'sentences'"
)


def text_hash(document: Document) -> str:
    """Give the key under which a text is one document, whatever its names."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def changed(connection: sqlite3.Connection, *, linked: bool) -> None:
    """Raise the version, and that of the happenings where they changed."""
    names = ("version", "linked") if linked else ("version",)
    for name in names:
        connection.execute("UPDATE corpus SET value = value + 1 WHERE name = ?", (name,))
    if linked:
        connection.execute(_COUNT_SENTENCES)


def set_pending(connection: sqlite3.Connection, *, pending: bool) -> None:
    """Note whether articles were stored since the happenings were last linked."""
    connection.execute("INSERT OR REPLACE INTO corpus VALUES ('pending', ?)", (int(pending),))


def write_article(connection: sqlite3.Connection, article: Article) -> str:
    """Store an article in place of what stood under its id; give the id that its text is kept under."""
    set_pending(connection, pending=True)
    document, digest = article.document, text_hash(article.document)
    twin = connection.execute("SELECT id, record FROM documents WHERE hash = ? AND id != ?", (digest, document.id)).fetchone()
    if twin:
        _add_alias(connection, loads(Document, twin[1]), document)
        return str(twin[0])
    connection.execute("DELETE FROM aliases WHERE alias = ?", (document.id,))
    connection.execute("DELETE FROM documents WHERE id = ?", (document.id,))
    body = dumps(replace(article, document=replace(document, text="")))
    values = (document.id, digest, 1, source_of(document), document.language or "", dumps(document), body)
    connection.execute(
        "INSERT INTO documents (id, hash, present, source, language, record, article) VALUES (?, ?, ?, ?, ?, ?, ?)", values
    )
    _write_aliases(connection, document)
    return document.id


def write_presence(connection: sqlite3.Connection, ids: Collection[str]) -> int:
    """Keep in the views only the documents named; give how many went or came back."""
    kept = set(ids)
    aliases = defaultdict(set)
    for alias, key in connection.execute("SELECT alias, document_id FROM aliases"):
        aliases[key].add(alias)
    before = dict(connection.execute("SELECT id, present FROM documents").fetchall())
    after = {key: int(key in kept or not kept.isdisjoint(aliases[key])) for key in before}
    moved = [(state, key) for key, state in after.items() if state != before[key]]
    connection.executemany("UPDATE documents SET present = ? WHERE id = ?", moved)
    connection.execute(
        "UPDATE happenings SET present = 0 WHERE present AND number NOT IN "
        "(SELECT number FROM mentions JOIN documents ON documents.id = document_id WHERE documents.present)"
    )
    return len(moved)


def write_happenings(
    connection: sqlite3.Connection, happenings: Sequence[Happening], touched: Collection[str] | None, *, settled: bool = True
) -> None:
    """Store happenings in place of those of the touched documents (None: of all), under ids that never change once settled."""
    set_pending(connection, pending=not settled)
    stored = _stored(connection, touched)
    promised = _last_promised(connection)
    young = frozenset(key for number, key, _ in stored if number > promised) if settled else frozenset()
    numbers = {key: number for number, key, _ in stored}
    taken = frozenset(key for (key,) in connection.execute("SELECT id FROM happenings") if key not in numbers)
    kept = keep_ids([(key, mentions) for _, key, mentions in stored], happenings, taken, young)
    live = {happening.id for happening in kept.happenings}
    for old in kept.redirects:
        _delete(connection, numbers[old])
    connection.executemany("INSERT OR REPLACE INTO redirects VALUES (?, ?)", kept.redirects.items())
    connection.executemany("DELETE FROM redirects WHERE id = ?", [(key,) for key in sorted(live)])
    gone = [(numbers[key],) for key in numbers if key not in live and key not in kept.redirects]
    connection.executemany("UPDATE happenings SET present = 0 WHERE number = ?", gone)
    _write_lines(connection, kept.happenings, numbers)
    if settled:
        connection.execute("INSERT OR REPLACE INTO corpus SELECT 'promised', ifnull(max(number), 0) FROM happenings")


def source_of(document: Document) -> str:
    """Name the source of a document; where none is told, its file or id, so that every sentence has an origin."""
    return (document.source or document.file or document.id).encode("utf-8", "replace").decode("utf-8")


def _add_alias(connection: sqlite3.Connection, stored: Document, other: Document) -> None:
    names = dict.fromkeys([*stored.aliases, other.id, *other.aliases])
    names.pop(stored.id, None)
    document = replace(stored, aliases=tuple(names))
    connection.execute("DELETE FROM documents WHERE id = ?", (other.id,))  # it has the other text now
    connection.execute("UPDATE documents SET present = 1, record = ? WHERE id = ?", (dumps(document), stored.id))
    _write_aliases(connection, document)


def _last_promised(connection: sqlite3.Connection) -> int:
    """Give the number of the last happening whose id is a promise; those after it were linked while articles were being read."""
    row = connection.execute("SELECT value FROM corpus WHERE name = 'promised'").fetchone()
    return int(row[0]) if row else _EVERY_NUMBER  # a store of before this was noted


def _write_aliases(connection: sqlite3.Connection, document: Document) -> None:
    rows = [(alias, document.id) for alias in document.aliases if alias != document.id]
    connection.executemany("INSERT OR REPLACE INTO aliases VALUES (?, ?)", rows)


def _stored(connection: sqlite3.Connection, touched: Collection[str] | None) -> list[tuple[int, str, frozenset[MentionKey]]]:
    """Read number, id and mentions of the happenings that may be replaced, oldest first."""
    mentions: defaultdict[int, set[MentionKey]] = defaultdict(set)
    reached: set[int] = set()
    for number, document_id, first, last in connection.execute("SELECT number, document_id, first, last FROM mentions"):
        mentions[number].add((document_id, first, last))
        if touched is None or document_id in touched:
            reached.add(number)
    rows = connection.execute("SELECT number, id FROM happenings ORDER BY number")
    return [(number, key, frozenset(mentions[number])) for number, key in rows if touched is None or number in reached]


def _write_lines(connection: sqlite3.Connection, happenings: Iterable[Happening], numbers: dict[str, int]) -> None:
    origins = {
        key: Origin(source, language) for key, source, language in connection.execute("SELECT id, source, language FROM documents")
    }
    digests = dict(connection.execute("SELECT number, digest FROM happenings WHERE present").fetchall())
    fresh = []
    for happening in happenings:
        number = numbers.get(happening.id)
        line = line_of(happening, origins)
        if number is None:
            number = connection.execute(_INSERT, (*line.values, line.digest)).lastrowid or 0
        elif digests.get(number) == line.digest:
            continue
        else:
            connection.execute(_UPDATE, (*line.values, line.digest, number))
        connection.execute("INSERT OR REPLACE INTO records VALUES (?, ?)", (number, line.record))
        fresh.append((number, happening))
    _write_mentions(connection, fresh)
    _write_words(connection, fresh)


def _write_mentions(connection: sqlite3.Connection, happenings: list[tuple[int, Happening]]) -> None:
    connection.executemany("DELETE FROM mentions WHERE number = ?", [(number,) for number, _ in happenings])
    rows = [
        (number, one.document_id, *one.span, one.sentence.start) for number, happening in happenings for one in happening.mentions
    ]
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)", rows)


def _write_words(connection: sqlite3.Connection, happenings: list[tuple[int, Happening]]) -> None:
    """Index what the happenings are found by."""
    words = _words_at(
        connection, [one for _, happening in happenings for one in (*sentence_spans(happening), *name_spans(happening))]
    )
    connection.executemany("DELETE FROM words WHERE rowid = ?", [(number,) for number, _ in happenings])
    rows = ((number, told_words(happening, words)) for number, happening in happenings)
    connection.executemany("INSERT INTO words (rowid, told) VALUES (?, ?)", rows)
    told = ([words[span] for span in name_spans(happening) if span in words] for _, happening in happenings)
    names = {name for found, (_, happening) in zip(told, happenings, strict=True) for name in (*found, *names_of(happening))}
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", name_skeletons(sorted(names)))


def _words_at(connection: sqlite3.Connection, spans: list[TextSpan]) -> dict[TextSpan, str]:
    """Read what stands at spans, one document at a time, so that no two texts are in memory."""
    by_document: defaultdict[str, set[TextSpan]] = defaultdict(set)
    for span in spans:
        by_document[span[0]].add(span)
    found = {}
    for key, wanted in by_document.items():
        row = connection.execute("SELECT record FROM documents WHERE id = ?", (key,)).fetchone()
        text = loads(Document, row[0]).text if row else ""
        found.update({span: text[span[1] : span[2]] for span in wanted})
    return found


def _delete(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
    connection.execute("DELETE FROM happenings WHERE number = ?", (number,))
