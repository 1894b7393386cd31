"""The form of messages and of their signatures. Pure: keys and moments are given."""
