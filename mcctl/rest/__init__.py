"""A thin layer over Marketing Cloud's REST API. It knows no terminal and no keyring."""
