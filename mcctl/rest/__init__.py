"""A thin layer over Marketing Cloud's REST API. It knows no terminal and no keyring."""

import sys

# httpx does without its own command line where rich and click are not there; with it, it takes 40 ms longer.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
