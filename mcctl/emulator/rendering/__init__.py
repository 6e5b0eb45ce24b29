"""How messages are made of what is saved: slots, blocks, personalization strings."""
