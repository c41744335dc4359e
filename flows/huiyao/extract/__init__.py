"""One article becomes its records: pure functions, no I/O, no clock, no randomness."""
