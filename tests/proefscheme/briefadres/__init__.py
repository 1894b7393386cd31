"""The scheme briefadres: a letter address for who has no home."""
