"""Mentions in many articles become one meeting and one person each, with stable ids."""
