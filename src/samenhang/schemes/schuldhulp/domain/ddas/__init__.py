"""DDAS 1.0 for debt assistance: its model, what is wrong with a file, and a caseload as a delivery. Pure.

The names and the closed lists are those of the exchange specification of VNG Realisatie; the words, the rules and
what we put into each field are ours. The schema of the specification is not shipped: it lets almost everything through.
"""
