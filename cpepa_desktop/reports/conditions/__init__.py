"""The parts of the conditions sheet; `reports.conditions_sheet` puts them together."""
