"""One path for every file that comes in: raw (hashed, kept) → checked → accepted or quarantined with its reason."""
