"""Journey Builder: journeys, and the contacts in them."""
