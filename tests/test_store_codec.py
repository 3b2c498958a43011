"""Every record goes to JSON and comes back as it was."""

import datetime as dt
import json
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import models
from extract.errors import StoreError
from extract.store.codec import dumps, loads

TEXT = st.text(st.characters(exclude_categories=()), max_size=6)  # lone surrogates too
st.register_type_strategy(str, TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(models.Span, st.builds(models.Span, st.integers(0, 10**7), st.integers(0, 10**7)))


def every_field(shape: type) -> st.SearchStrategy:
    """Build a record with a value for each of its fields, those with a default too."""
    return st.builds(shape, **{one.name: _of(one.type) for one in msgspec.structs.fields(shape)})


def _of(shape: object) -> st.SearchStrategy:
    return st.dictionaries(TEXT, TEXT, max_size=2) if shape == Mapping[str, str] else st.from_type(shape)


for record in (one for one in vars(models).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)):
    st.register_type_strategy(record, every_field)


@pytest.mark.parametrize("shape", [models.Document, models.Timex, models.PlaceMention, models.Event, models.Happening])
def test_a_record_comes_back_as_it_was(shape):
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(shape))
    def check(record):
        assert loads(shape, dumps(record)) == record

    check()


def test_spans_and_dates_come_back_as_their_own_types():
    document = models.Document("a", "text", published=dt.date(1, 1, 1), junk=(models.Span(0, 2),))
    back = loads(models.Document, dumps(document))
    assert type(back.published) is dt.date
    assert type(back.junk[0]) is models.Span


def test_what_holds_its_default_is_left_out():
    assert json.loads(dumps(models.Document("a", "text"))) == {"id": "a", "text": "text"}


def test_a_field_of_a_newer_version_is_passed_over():
    assert loads(models.Document, b'{"id": "a", "text": "t", "mood": "calm"}') == models.Document("a", "t")


def test_a_missing_field_is_named():
    with pytest.raises(StoreError, match=r"a stored Document cannot be read .*`text`"):
        loads(models.Document, b'{"id": "a"}')


def test_a_value_of_another_type_is_named():
    with pytest.raises(StoreError, match=r"a stored Document cannot be read .*\$\.text"):
        loads(models.Document, b'{"id": "a", "text": 7}')
