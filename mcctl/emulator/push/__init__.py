"""MobilePush: apps, devices, and messages to them."""
