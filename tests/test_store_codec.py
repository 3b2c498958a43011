"""Every record goes to JSON and comes back as it was."""

import datetime as dt
import json

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


def few(shape: type) -> st.SearchStrategy:
    """Build a record; tuples stay short."""
    return st.from_type(shape)


@pytest.mark.parametrize("shape", [models.Document, models.Timex, models.PlaceMention, models.Event, models.Happening])
def test_a_record_comes_back_as_it_was(shape):
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(few(shape))
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
    with pytest.raises(StoreError, match="a stored Document has no text"):
        loads(models.Document, b'{"id": "a"}')
