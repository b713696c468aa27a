"""Continuous copies: made while people work, and restored from."""
