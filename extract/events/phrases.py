"""A pack's tables of phrases that are sought in every sentence, joined: one walk over its words finds them all."""

from functools import cache

from extract.actors import name_tables
from extract.language import LanguagePack
from extract.language.events import event_rules
from extract.language.modality import modality_rules
from extract.language.participants import name_rules
from extract.language.speech import speech_rules
from extract.phrases import PhraseTables


@cache
def phrase_tables(pack: LanguagePack) -> PhraseTables:
    """Join the phrases of events, modality, speech and participants of one language, and the names known in it."""
    events, modality, names = event_rules(pack), modality_rules(pack), name_rules(pack)
    told = (
        events.recalling,
        events.idioms,
        events.habits,
        events.habit_stops,
        events.head_phrases,
        events.unreal.general,
        events.unreal.defining,
        events.unreal.whoever,
        events.unreal.within,
        events.unreal.faced,
        events.unreal.drills,
        events.unreal.arenas,
        events.unreal.play,
        events.unreal.waging,
        events.unreal.criticised,
        events.unreal.telling,
        events.updates,
        events.updates_behind,
        events.confirmations,
        events.anaphors,
        events.calls,
        events.places_again,
        events.extents,
        events.state_bodies,
        events.division_bodies,
        events.beginnings,
        events.mishaps,
        events.news_anaphors,
        events.looking_back,
        events.ongoing,
        events.replies,
        events.replies_behind,
        events.causes,
        events.causes_behind,
        events.afterwards,
        modality.cues,
        modality.after,
        modality.achieved,
    )
    people = (names.pairs, names.common_agents, names.common_nouns, names.descriptions)
    speech = speech_rules(pack)
    return PhraseTables([*told, speech.sources, speech.verb_phrases, *people, *name_tables(names.code)])
