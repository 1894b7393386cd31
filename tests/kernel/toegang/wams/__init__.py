"""The rules of the Wams as a proof: a scheme without tables or doors, so that every dimension of a decision is used."""
