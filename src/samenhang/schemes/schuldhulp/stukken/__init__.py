"""Papers of this scheme that are no letters."""
