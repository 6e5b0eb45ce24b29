"""`mcctl bu list`: what is known of business units, from whatever tells of them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mcctl, Rehearsal

CONFIG = """\
profiles:
  europe:
    auth_url: URL
    rest_url: URL
    client_id: x
    account_id: "510000002"
  elsewhere:
    auth_url: https://other.example
    rest_url: https://other.example
    client_id: x
    account_id: "77"
"""
UNTOLD = "No route of the REST API lists business units; there may be others\n"


def test_units_of_the_login_of_profiles_and_of_the_audit_trail(
    mcctl: Mcctl, tenant: Rehearsal, served: tuple[Rehearsal, str], home: Path
) -> None:
    (home / "config").mkdir()
    (home / "config" / "config.yaml").write_text(CONFIG.replace("URL", served[1]))
    events = [{"memberId": mid, "createdDate": "2026-11-27T05:26:02.9"} for mid in (510000002, 510000009, None)]
    tenant.fault(
        {"path": "/auditEvents"}, {"status": 200, "body": [{"page": 1, "pageSize": 50, "count": 3, "items": events}]}
    )
    done = mcctl(["bu", "list"])
    assert (done.code, done.stdout, done.stderr) == (
        0,
        "Northern Trail Outfitters\t510000001\tenterprise\neurope\t510000002\tprofile\n\t510000009\taudit trail\n",
        UNTOLD,
    )


def test_a_child_tells_of_its_enterprise(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"path": "/auditEvents"}, {"status": 403, "body": {"message": "No", "errorcode": 0}})
    done = mcctl(["bu", "list", "--business-unit", "510000002", "-o", "json", "-q", "[].[mid, source]"])
    assert done.json == [["510000001", "enterprise"], ["510000002", "login"]]
    assert done.stderr.startswith("The audit trail was not looked through: ")


def test_units_whose_automations_ran_have_names(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["automation", "run", "nto-nightly"]).code == 0
    rehearsal.advance(600)
    report = mcctl(["api", "GET", "/automation/v1/automations/healthreport"]).stdout
    assert report.splitlines()[1].startswith("510000001,510000001,")
    line = report.splitlines()[1].replace("510000001,510000001,", "510000001,510000002,", 1)
    rows = "\r\n".join([report.splitlines()[0], line, line])
    rehearsal.fault({"path": "/healthreport"}, {"status": 200, "headers": {"Content-Type": "text/csv"}, "body": rows})
    listed = mcctl(["bu", "list"]).stdout.splitlines()
    assert [one.split("\t")[1:] for one in listed[:2]] == [["510000001", "enterprise"], ["510000002", "automations"]]
    assert listed[1].split("\t")[0] != ""


def test_what_may_not_be_read_of_automations_is_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"path": "/healthreport"}, {"status": 403, "body": {"message": "No", "errorcode": 0}})
    done = mcctl(["bu", "list"])
    assert (done.code, done.stderr.startswith("The report of automations was not looked through: ")) == (0, True)
