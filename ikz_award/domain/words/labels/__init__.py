"""Words for what is kept as a key: states, and what the audit log tells of."""
