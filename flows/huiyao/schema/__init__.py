"""The tables of a release and the records between the rooms, declared once."""
