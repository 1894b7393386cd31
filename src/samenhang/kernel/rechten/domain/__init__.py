"""Who may answer, and which answer holds: pure."""
