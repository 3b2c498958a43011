"""Happenings in, figures out: plain dicts that plotly.js draws. Nothing here knows Dash or the store."""
