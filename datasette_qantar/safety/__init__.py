"""SAFETY of a public instance: what a browser may do with our pages (headers), what a stranger's SQL may cost (limits)."""
