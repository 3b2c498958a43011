"""Say whether two names are one in another script or spelling (पुतिन = Putin).

In go names as written; out come Latin letters, a key that forgives spelling, and a likeness from 0 to 1. The tables
here belong to scripts, not to languages: Devanagari (and, through the common layout of the Indic blocks of Unicode,
its sisters), Cyrillic, Greek, Arabic, kana and Hangul.
"""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz import fuzz

SAME_NAME = 0.80  # 42 pairs Hindi/English measured: true pairs 0.84 and more, wrong ones 0.71 and less
_SINGLE_TOKEN = 0.97  # "Putin" for "Vladimir Putin": sure, but less than the whole name
_TELLING_PART, _STRANGE = 5, 0.6  # letters of a part that tells persons apart; likeness below which it is another
_PART_ACROSS, _PART_WITHIN = 0.65, 0.72  # least likeness of one part, across scripts and within one (John is not Jane)
_SHORT_KEY = 3  # keys of fewer letters must be nearly equal: Li is not Ri
_VOWELS_MATTER = 4  # in keys of up to this many letters: China is not Chon


def _table(letters: str, sounds: str) -> dict[str, str]:
    return dict(zip(letters, sounds.split(), strict=True))


_CONSONANTS = _table(
    "कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळवशषसह",
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l v sh sh s h",
)
_DOTTED = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f", "य": "y"}
_VOWELS = _table("अआइईउऊऋएऐओऔऑऍऎऒ", "a a i i u u ri e ai o au o e e o")
_SIGNS = _table("ािीुूृेैोौॉॅॆॊ", "a i i u u ri e ai o au o e e o")
_NUKTA, _VIRAMA, _NASALS, _LABIALS = "\u093c", "\u094d", "\u0901\u0902", "पफबभम"
_SCHWA = "@"  # the vowel that a bare Devanagari consonant may bear
_CYRILLIC = _table(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяёўјљњћђџ",
    "a b v g g d e ie zh z i i i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia io u j lj nj c dj dz",
)
_GREEK = _table("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
_ARABIC = _table(
    "اأإآىةئؤبتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤکیہھےںٹڈڑټډړښځڼې",
    "a a i a a a i u b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i p ch zh g v k i h h e n t d r t d r sh z n e",
)
_PERSIAN = re.compile("[یکپچژگ]")  # letters by which a name is written as in Persian, where others sound otherwise than in Arabic
_PERSIAN_SOUNDS, _PERSIAN_V = str.maketrans("ضظذثق", "زززسغ"), re.compile(r"\bو|و(?=[ای])")
_PERSIAN_SILENT = re.compile(r"(?<=\w)ع(?=\w)")
_ARTICLE, _FEWEST_BEHIND_ARTICLE = "ال", 3  # "السيسي" is Sisi
_KANA = _table(
    "アイウエオカキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワヲンヴ",
    "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te to da ji zu de do na ni nu ne no "
    "ha hi fu he ho ba bi bu be bo pa pi pu pe po ma mi mu me mo ya yu yo ra ri ru re ro wa o n vu",
)
_SMALL_KANA = _table("ァィゥェォャュョ", "a i u e o ya yu yo")
_SOFT_KANA = ("sh", "ch", "j")  # no y behind them: シャ is sha
_BORROWED = frozenset("クスツルムフブプグズトドヴ")  # their vowel only carries a consonant of a foreign name
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_FIRST_SYLLABLE, _LAST_SYLLABLE = "가", "힣"
_HANGUL_FIRST = _table("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "g kk n d tt r m b pp s ss - j jj ch k t p h")
_HANGUL_VOWELS = _table(
    "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
)
_HANGUL_LAST = _table(
    "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", "k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
)
_FIRSTS, _VOWELS_OF, _LASTS = tuple(_HANGUL_FIRST.values()), tuple(_HANGUL_VOWELS.values()), ("", *_HANGUL_LAST.values())
_HANGUL_BORROWED = "eu"  # of a syllable with no last letter: the same
_LETTERS = {**_CYRILLIC, **_GREEK, **_ARABIC, "ء": ""}
_SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "e", "œ": "e", "ı": "i", "\u2019": "", "'": ""}
)
_SPELLINGS = (
    ("dzh", "j"),
    ("kh", "k"),
    ("gh", "g"),
    ("chh", "ch"),
    ("jh", "j"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("bh", "b"),
    ("zh", "z"),
    ("sch", "s"),
    ("sh", "s"),
    ("ck", "k"),
    ("ch", "k"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ei", "i"),
    ("j", "z"),
    ("ge", "ze"),
    ("gi", "zi"),
)
_BREAK = re.compile(r"[\s\-\u2010-\u2015./\u30fb\u00b7]+")
_WORD_BREAK = re.compile(r"[\s\u30fb\u00b7]+")
_KOREAN_NAME = re.compile("[가-힣]{2,4}").fullmatch  # one syllable tells persons apart: 박지훈, 박지현
_INDIC = re.compile("[\u0980-\u0d7f]")


@lru_cache(maxsize=200_000)
def same_name(one: str, other: str) -> float:
    """Say how surely two names are one, from 0 to 1; SAME_NAME and more is a yes.

    Every part of the shorter name must be found in the longer one; initials are left out. A single part must be the
    first or the last of the longer name ("Kim" and "Un" may be Kim Jong Un, "Jong" may not).
    """
    short, long = sorted((name_parts(one), name_parts(other)), key=lambda parts: (len(parts), parts))
    if not short or (one != other and _KOREAN_NAME(one) and _KOREAN_NAME(other)):
        return 0.0
    if "".join(short) == "".join(long):
        return 1.0
    whole = _alike("".join(short), "".join(long))
    if len(short) == 1 and len(long) > 1:
        return max(_SINGLE_TOKEN * max(_alike(short[0], long[0]), _alike(short[0], long[-1])), whole)
    if one.isascii() == other.isascii():
        return _parts_alike(short, long, _PART_WITHIN)
    same_count = len(short) == len(long) and not _has_strange_part(short, long)
    return max(_parts_alike(short, long, _PART_ACROSS), whole if same_count else 0.0)


@lru_cache(maxsize=100_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Give the folded key of each part of a name; initials fall out where whole parts remain."""
    parts = [part for part in _BREAK.split(name) if part]
    keys = [(part, _fold_spelling(latin(part))) for part in parts]
    whole = [key for part, key in keys if len(part.strip(".,'")) > 1 and key]
    return tuple(whole or [key for _, key in keys if key])


def name_key(name: str) -> str:
    """Give one folded key of a whole name: "Kim Jong-un" and "किम जोंग उन" → "kim zong un"; in a script without a table, itself."""
    return " ".join(name_parts(name)) or name.casefold()


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """Give the consonant key of a name: vowels count only where they begin it."""
    return _bones("".join(name_parts(name)))


@lru_cache(maxsize=100_000)
def latin(name: str) -> str:
    """Write a name in Latin letters, lower case, without diacritics.

    Devanagari loses its silent schwas, kana and Hangul the vowels that only carry a consonant of a foreign name.
    """
    if _PERSIAN.search(name):
        name = _PERSIAN_SILENT.sub("ء", _PERSIAN_V.sub("ڤ", name.translate(_PERSIAN_SOUNDS)))
    return " ".join(_latin_word(word) for word in _WORD_BREAK.split(name.strip()))


def _has_strange_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a part of some length is like none of the other name's: two persons share a first name."""
    return any(
        len(part) >= _TELLING_PART
        and max(map(len, long)) >= _TELLING_PART
        and max(_alike(part, other) for other in long) < _STRANGE
        for part in short
    )


def _parts_alike(short: tuple[str, ...], long: tuple[str, ...], least: float) -> float:
    left, total = list(long), 0.0
    for part in short:
        best = max(left, key=lambda other: (_alike(part, other), other))
        likeness = _alike(part, best)
        if likeness < least:
            return 0.5 * likeness
        total += likeness
        left.remove(best)
    return total / len(short)


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _SHORT_KEY:
        return 0.0 if _bones(one) != _bones(other) else 0.7
    bones = 0.3 if min(len(one), len(other)) <= _VOWELS_MATTER else 0.5
    return float((1 - bones) * fuzz.ratio(one, other) + bones * fuzz.ratio(_bones(one), _bones(other))) / 100


@lru_cache(maxsize=100_000)
def _bones(key: str) -> str:
    return re.sub(r"(?<!^)[aeiou]", "", key)


def _fold_spelling(word: str) -> str:
    for written, key in _SPELLINGS:
        word = word.replace(written, key)
    return re.sub(r"(.)\1+", r"\1", re.sub("[^a-z]", "", word))


def _latin_word(word: str) -> str:
    if word[:1] > "\u3040":  # no letter of the other tables stands so high
        word = _latin_of_hangul(_latin_of_kana(word.translate(_HIRAGANA)))
    word = word.replace("ফ", "\u095e")  # Bengali writes f by it
    word = unicodedata.normalize("NFD", _INDIC.sub(lambda m: chr(0x0900 + (ord(m.group()) - 0x0900) % 0x80), word.casefold()))
    if any("\u0900" <= letter <= "\u097f" for letter in word):
        return _latin_of_devanagari(word)
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _FEWEST_BEHIND_ARTICLE:
        word = word.removeprefix(_ARTICLE)
    letters = map(_sound, unicodedata.normalize("NFC", word)) if not word.isascii() else word
    plain = unicodedata.normalize("NFD", "".join(letters).translate(_SPECIAL))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _sound(letter: str) -> str:
    """Give the sound of a letter, with its accent or without: "й" is no "и", and "ά" is "α"."""
    return _LETTERS.get(letter) or _LETTERS.get(unicodedata.normalize("NFD", letter)[0], letter)


def _latin_of_kana(word: str) -> str:
    """Read kana sound by sound: トランプ → tramp, ジョンソン → jonson."""
    out: list[str] = []
    for at, letter in enumerate(word):
        following = word[at + 1 : at + 2]
        if letter == "ー":
            out.append("r" if out and out[-1].endswith("a") else "")
        elif letter not in _KANA:
            out += [] if letter in _SMALL_KANA or letter == "ッ" else [letter]
        elif letter == "ン":
            out.append("m" if _KANA.get(following, "")[:1] in ("b", "p", "m") and following else "n")
        elif following in _SMALL_KANA:
            consonant, vowel = _KANA[letter][:-1], _SMALL_KANA[following]
            out.append(consonant + (vowel[-1] if consonant in _SOFT_KANA else vowel))
        else:
            bare = letter in _BORROWED and following != "ー" and (at or letter == "ス" or following in "ラリルレロ")
            sound = _KANA[letter][:-1] if bare and len(word) > 1 else _KANA[letter]
            out.append("v" if sound == "f" and not following else sound)  # メドベージェフ is Medvedev
    return "".join(out)


def _latin_of_hangul(word: str) -> str:
    """Read Hangul syllable by syllable in the Revised Romanization, without its assimilations: 마크롱 → makrong."""
    out: list[str] = []
    for letter in word:
        if not _FIRST_SYLLABLE <= letter <= _LAST_SYLLABLE:
            out.append(letter)
            continue
        rest, last = divmod(ord(letter) - ord(_FIRST_SYLLABLE), len(_LASTS))
        first, vowel = divmod(rest, len(_VOWELS_OF))
        sounded = "" if not last and _VOWELS_OF[vowel] == _HANGUL_BORROWED else _VOWELS_OF[vowel]
        opening = "l" if _FIRSTS[first] == "r" and out and out[-1].endswith("l") else _FIRSTS[first].strip("-")
        out.append(opening + sounded + _LASTS[last])
    return "".join(out)


def _latin_of_devanagari(word: str) -> str:
    """Read akshara by akshara, then delete the schwas that Hindi does not pronounce."""
    units: list[list[str]] = []
    at = 0
    while at < len(word):
        letter, following = word[at], word[at + 1 : at + 2]
        if letter in _CONSONANTS:
            sound = _CONSONANTS[letter]
            if following == _NUKTA:
                sound, at = _DOTTED.get(letter, sound), at + 1
                following = word[at + 1 : at + 2]
            units.append([sound, _SIGNS.get(following, "" if following == _VIRAMA else _SCHWA)])
            at += following in _SIGNS or following == _VIRAMA
        elif letter in _VOWELS:
            units.append(["", _VOWELS[letter]])
        elif letter in _NASALS:
            units.append(["m" if following and following in _LABIALS else "n", ""])
        elif letter not in "\u200c\u200d\u093c":
            units.append([letter if letter.isascii() else "", ""])
        at += 1
    return "".join(sound + vowel for sound, vowel in _without_schwas(units))


def _without_schwas(units: list[list[str]]) -> list[list[str]]:
    last = len(units) - 1
    for at in range(last, -1, -1):
        if units[at][1] != _SCHWA:
            continue
        silent_end = at == last and last > 0
        silent_middle = 0 < at < last and units[at - 1][1] and units[at + 1][1] not in ("", _SCHWA)
        units[at][1] = "" if silent_end or silent_middle else "a"
    return units
