"""Versioned releases: Parquet, CSV and metadata, written whole or not at all."""
