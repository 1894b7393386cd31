"""Background work derived from state: a duty is a query of what is due and an idempotent action on one item."""
