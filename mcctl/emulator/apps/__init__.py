"""One module per app of Marketing Cloud, each with its SCHEMA, its demo data (`seed`) and its `ROUTES`."""
