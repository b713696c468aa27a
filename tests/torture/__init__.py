"""Torture: the real server is killed, cut off, flooded and starved, while victims keep a ledger of every write it acknowledged.

`make torture` runs it and adds up what it counted (docs/torture.md); tests/torture/test_short.py is its short form.
"""
