"""What the workers of the line do."""
