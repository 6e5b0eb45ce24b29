"""SQL of query activities: what may be asked, of which tables, and what comes back. It runs nothing."""
