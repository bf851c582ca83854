"""The rules of the house: written once, they bind what is written tomorrow."""
