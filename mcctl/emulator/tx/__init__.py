"""Transactional messages: definitions and sends."""
