"""Residents: persons, addresses and households, per register, with search on a keyed blind index.

A person exists once per register (scheme and organisation): two schemes never share a row about someone.
"""
