"""Work on many rows of a file: read as a stream, recorded in a ledger, resumed where it stopped."""
