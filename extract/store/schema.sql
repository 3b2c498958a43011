-- One corpus. Opened in WAL mode; PRAGMA application_id and user_version say that it is ours, and which shape it has.

CREATE TABLE corpus (            -- title, note, version (any change), linked (of happenings), sentences shown, promised (ids up to that number)
    name TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,   -- of the text: equal texts are one document with all its names
    present INTEGER NOT NULL,    -- 0: gone from its folder; out of the views, still stored
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    record BLOB NOT NULL,        -- models.Document as JSON
    article BLOB NOT NULL        -- models.Article as JSON, without its document
);

-- To count without reading their texts.
CREATE INDEX documents_by_presence ON documents (present);

CREATE TABLE aliases (
    alias TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE happenings (        -- a smaller number is an older happening
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    present INTEGER NOT NULL,
    digest BLOB NOT NULL,        -- of record and columns: an unchanged happening is not written again
    label TEXT NOT NULL,
    labels TEXT NOT NULL,        -- JSON object: interface language → label
    kind TEXT NOT NULL,
    modality TEXT NOT NULL,
    status TEXT NOT NULL,
    first_day INTEGER,           -- days as Python's date.toordinal(); NULL where undated
    last_day INTEGER,
    grain TEXT NOT NULL,
    how TEXT NOT NULL,
    clock TEXT,
    place TEXT,
    place_names TEXT NOT NULL,   -- JSON object: interface language → place, where another
    latitude REAL,               -- NULL where unplaced
    longitude REAL,
    radius_km REAL NOT NULL,
    place_kind TEXT NOT NULL,
    weight REAL NOT NULL,
    confidence REAL NOT NULL,
    sources TEXT NOT NULL,       -- JSON list
    languages TEXT NOT NULL,     -- JSON list
    mentions INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    disagreements INTEGER NOT NULL,
    participants TEXT NOT NULL,  -- JSON list
    part_of TEXT,
    hidden INTEGER NOT NULL
);

CREATE TABLE records (           -- apart, so that the columns above are read fast
    number INTEGER PRIMARY KEY REFERENCES happenings (number) ON DELETE CASCADE,
    record BLOB NOT NULL         -- models.Happening as JSON
);

CREATE TABLE mentions (
    number INTEGER NOT NULL REFERENCES happenings (number) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    first INTEGER NOT NULL,      -- span of the trigger
    last INTEGER NOT NULL,
    sentence INTEGER NOT NULL,   -- where its sentence starts
    PRIMARY KEY (number, document_id, first, last)
) WITHOUT ROWID;
CREATE INDEX mentions_by_document ON mentions (document_id, number);

CREATE TABLE redirects (         -- an id that joined another: citations and links go on working
    id TEXT PRIMARY KEY,
    target TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE published (         -- publication days that the reader set; they outlast every new reading of the folder
    document_id TEXT PRIMARY KEY,
    day TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE problems (
    subject TEXT NOT NULL,
    message TEXT NOT NULL,
    fatal INTEGER NOT NULL,
    PRIMARY KEY (subject, message)
) WITHOUT ROWID;

CREATE TABLE names (             -- each part of a name of a person or place, folded, by its consonants
    part TEXT PRIMARY KEY,
    skeleton TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX names_by_skeleton ON names (skeleton);

-- What happenings are found by, folded; rowid = happenings.number.
CREATE VIRTUAL TABLE words USING fts5 (told, tokenize = 'trigram');

INSERT INTO corpus VALUES ('version', 0), ('linked', 0), ('sentences', 0), ('promised', 0);
