"""Who the account is: its business units, and the user who does what is done."""

ENTERPRISE = 510000001
EUROPE = 510000002
USER = {"id": 7001, "email": "ada@nto.example", "name": "Ada Admin", "userId": "7001"}
