"""bio-check: from an answered questionnaire to a gap report on BIO2 and ISO/IEC 27001."""

__version__ = "0.1.0"
