"""The keys of ``events.toml``, by what each holds: sets of words, endings, phrases, or one value of a few."""

WORD_SETS = (
    "subordinators", "coordinators", "conditions", "finite", "determiners", "definite", "auxiliaries", "passive", "pronouns",
    "noun_prepositions", "agent_marks", "subjects", "participle_marks", "content_marks", "speaker_marks", "past_perfect",
    "habitual", "heads", "place_links", "place_nouns", "until_marks", "since_marks", "since_marks_behind", "records",
    "possessive", "owning_dates", "bare_passive", "contact_subjects", "infinitive_marks", "noun_ends", "noun_plurals",
    "adverbs", "plurals", "topic_links", "modifying", "place_anaphors", "grounds", "local_tellers", "seated_tellers", "seats",
    "before_marks", "after_marks", "year_words", "soon", "participles", "relatives", "person_relatives", "place_relatives",
    "while_marks", "earlier_marks", "lengths", "any_incident", "launches", "done", "joining", "rival_marks", "outcome_marks",
    "foregoing", "present_perfect", "topic_links_behind", "relative_words", "incidents", "nationals", "place_adverbs",
    "factual_ends", "recording", "residents", "owned_words", "calling", "calling_behind", "callers", "latest", "alike",
    "sequels", "inverting", "asking", "denying", "until_stops", "date_marks", "years_since", "years_units", "frame_signs", "going",
    "another", "alike_nouns", "object_pronouns", "occurring", "games", "crimes", "forces", "felt", "born",
    "time_marks", "line_marks", "objects", "genitives", "committing",
)  # fmt: skip
ORDERS = ("verb-middle", "verb-last", "verb-first")
ENDINGS = (
    "plural_endings", "passive_parts", "verb_endings", "verbal_endings", "past_endings", "participle_endings", "bare_after",
    "case_endings", "clause_endings", "passive_starts", "passive_verb_endings", "definite_endings", "relative_endings",
    "subject_relative_endings", "site_endings", "topic_endings", "origin_endings", "target_endings", "owner_endings",
    "undergoing_parts", "outcome_endings", "ongoing_endings", "idiom_starts", "date_mark_endings", "past_perfect_endings",
)  # fmt: skip
FOLDED_ENDINGS = (
    "site_endings", "topic_endings", "origin_endings", "target_endings", "owner_endings", "participle_endings",
    "passive_verb_endings", "past_perfect_endings")  # fmt: skip
HABIT_PARTS = ("habit_stems", "habit_endings", "habit_auxiliaries")  # a verb's form for habits: "बनते हैं"
KINDS_OF_LAND = ("country", "admin1", "city", "world")
CHOSEN = (
    "order", "place_marks", "unmarked_place", "place_roles", "places_again", "extents", "read_as", "bare_part", "bare_verb",
    "bare_noun", "finite_verb", "verb_bracket", "state_bodies", "division_bodies", "calls", "goals")  # fmt: skip
PHRASES = (
    "anaphors", "mishaps", "speech_anaphors", "news_anaphors", "looking_back", "idioms", "recalling", "habits", "habit_stops",
    "head_phrases", "updates", "updates_behind", "confirmations", "beginnings", "ongoing", "other_ones", "replies",
    "replies_behind", "causes", "causes_behind", "afterwards",
)  # fmt: skip
