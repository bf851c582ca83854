"""CPEPA Desktop: certificate courses of adult-education and training centres in Aragón."""

__version__ = "0.1.0"
