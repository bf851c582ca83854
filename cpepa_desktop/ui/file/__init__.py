"""The centre's file as the window handles it: new, open, back up, restore, check, dossiers."""
