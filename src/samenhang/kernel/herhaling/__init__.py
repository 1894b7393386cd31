"""Calls that may be repeated: an idempotency key with the answer that was given, kept for a day."""
