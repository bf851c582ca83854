"""Data only: calls, norms, catalogue, schemas, translations, fonts, icons, the manual and the sample."""
