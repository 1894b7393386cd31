"""Who acts: organisations, the people who work there, their roles with dates and mandate, machine keys."""
