"""Out: values become text for one reader in one language."""
