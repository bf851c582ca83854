"""The journal on screen: when, who, what."""
