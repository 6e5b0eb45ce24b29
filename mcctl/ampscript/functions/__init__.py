"""The functions of AMPscript, by what they are about. Each module has a table of them, by their names in lower case."""
