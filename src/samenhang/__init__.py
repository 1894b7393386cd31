"""Samenhang: casework and process coordination for Dutch public bodies in care and safety."""

__version__ = "0.1.0"
