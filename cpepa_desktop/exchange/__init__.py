"""Other programs' files: spreadsheets, course dossiers. Checked whole before anything is returned."""
