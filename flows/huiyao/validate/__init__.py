"""Gates that every record passes before it is published; what fails becomes a reject with its reason."""
