"""Published figures: declared queries, small numbers protected, each as chart, table, CSV and JSON."""
