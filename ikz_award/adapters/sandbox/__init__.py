"""Processes of their own for what may go wrong: `parent` starts and asks them, `child` is what they speak with."""
