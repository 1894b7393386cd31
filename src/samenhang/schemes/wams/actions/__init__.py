"""What users do: one function per intention, in one transaction with its log rows; one module per subject."""
