"""Transactional messages: definitions, sends, and the domains they come from."""
