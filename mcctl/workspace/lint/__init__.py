"""What is wrong with the objects in a workspace, before anybody gets them."""

RULES = (
    "address", "alt", "block-cycle", "block-depth", "bom", "broken", "case-twins", "cc-bcc", "code",
    "commercial-as-transactional", "conflict-markers", "content-block-by-id", "content-block-by-name", "debris",
    "duplicate-key", "duplicate-name-in-folder", "dynamic-reference", "event-fields", "foreign-cdn", "hint", "http",
    "image", "journey", "key-blanks", "link", "many-entries", "missing-key-columns", "missing-reference",
    "mixed-line-ends", "name-or-key-too-long", "no-suppression", "no-target", "not-utf-8", "nul",
    "personal-data-without-retention", "placeholder-text", "platform", "secret", "select-star",
    "sendable-without-relation", "size", "sql", "subject", "text", "unknown-column", "unknown-image",
    "unknown-personalization", "unknown-table", "unsubscribe", "windows-path",
)  # fmt: skip
"""Their names."""
