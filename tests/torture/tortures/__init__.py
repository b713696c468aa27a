"""The tortures, one a file: each takes a machine, counts into a result, and raises where something is lost."""
