"""Tree and note arithmetic: no database, no files, no clock."""
