"""A copy of someone's data, for people and for machines."""
