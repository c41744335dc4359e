"""huiyao turns Chinese news about meetings into tables that people can trust."""

__version__ = "0.1.0"
