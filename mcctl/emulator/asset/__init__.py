"""Content Builder: assets, and those that were deleted."""
