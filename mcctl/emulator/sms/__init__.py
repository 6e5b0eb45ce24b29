"""MobileConnect: texts, lists, keywords, imports."""
