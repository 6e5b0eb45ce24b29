"""A business unit as files under git: what is where, what was last seen, and what differs."""
