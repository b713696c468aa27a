"""Continuous copies: what becomes new of the database and the files, brought to another disk within a second."""
