"""The scheme wams: one coordinated approach for who has several coherent problems."""
