"""Destroying what has expired: retention rules as a duty, over every table and file, with a record that names nobody."""
