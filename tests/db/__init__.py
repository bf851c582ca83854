"""The centre's file: schema, migrations, queries."""
