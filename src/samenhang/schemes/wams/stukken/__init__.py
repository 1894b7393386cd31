"""The papers of the scheme."""
