"""AMPscript, the language of Marketing Cloud's messages: parsed once, rendered for many.

This package stands by itself. It knows no HTTP, no database and no command: attributes, rows, content blocks and the
clock come through the interface in `run.py`.
"""
