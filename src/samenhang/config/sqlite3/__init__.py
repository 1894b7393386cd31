"""Django's own SQLite, with the number of parameters that this SQLite really takes."""
