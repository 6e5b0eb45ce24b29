"""mcctl: the command line for Salesforce Marketing Cloud Engagement."""

__version__ = "0.1.0"
