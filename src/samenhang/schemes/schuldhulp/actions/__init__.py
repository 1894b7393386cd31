"""What users do: one module per subject, one function per intention, each in one transaction with its log rows."""
