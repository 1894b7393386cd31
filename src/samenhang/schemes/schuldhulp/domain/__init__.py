"""Pure: amounts, terms and their explanation."""
