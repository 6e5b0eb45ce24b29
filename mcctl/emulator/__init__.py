"""A small Marketing Cloud: a stateful, strict emulator of its REST API. It imports nothing of the rest of mcctl."""
