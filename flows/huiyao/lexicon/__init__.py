"""Words and patterns as data: TSV rows, each with an example that it must match."""
