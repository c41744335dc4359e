"""Sources (files of many formats and encodings) become canonical articles."""
