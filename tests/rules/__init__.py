"""The law, case by case: half of all tests."""
