"""Data only: calls, norms, catalogue, schemas, translations, fonts, icons and the sample centre."""
