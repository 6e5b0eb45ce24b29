"""Where files lie, and what kinds of extracts there are: fixed, as the demo account has them."""

from __future__ import annotations

import uuid

import falcon

from mcctl.emulator.automation.activities import READ
from mcctl.emulator.automation.work import EXTRACT_ROWS
from mcctl.emulator.core.web import page_of

FILES_READ = "file_locations_read"
PAGE_SIZE = 50
ENHANCED_FTP = "5e0d0000-0000-4000-8000-000000000001"
LOCATIONS = (
    {"id": ENHANCED_FTP, "name": "ExactTarget Enhanced FTP", "locationTypeId": 0, "relPath": "import"},
    {
        "id": "5e0d0000-0000-4000-8000-000000000002",
        "name": "Salesforce Objects & Reports",
        "locationTypeId": 4,
        "relPath": "",
    },
    {"id": "5e0d0000-0000-4000-8000-000000000003", "name": "Safehouse", "locationTypeId": 5, "relPath": ""},
    {
        "id": "5e0d0000-0000-4000-8000-000000000004",
        "name": "NTO Store",
        "locationTypeId": 13,
        "locationUrl": "S3://nto-store/in",
    },
)
_STORE = {
    "customerKey": "nto-store",
    "name": "NTO Store",
    "description": "What the shops send",
    "locationType": "AmazonSimpleStorage",
    "awsFileTransferLocation": {
        "regionName": "eucentral1", "transferAccelerationEnabled": False, "accessKeyId": "AKIANTO",
        "relativePath": "in", "bucketName": "nto-store", "authType": "AccessKey",
    },
}  # fmt: skip
_EXTRACTS = (
    {"name": "Data Extension Extract", "extractId": EXTRACT_ROWS},
    {"name": "Tracking Extract", "extractId": "c7219016-a7f0-4c72-8657-1ec12c28a0db"},
    {"name": "Zip", "extractId": "9a487c7d-96bd-484c-ad80-0f0bcbb91ca7"},
)


class FtpLocations:
    """GET /automation/v1/ftplocations."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the locations that imports and file transfers refer to."""
        page, size = page_of(req, PAGE_SIZE, 500)
        shown = list(LOCATIONS[(page - 1) * size : page * size])
        resp.media = {"page": page, "pageSize": size, "count": len(LOCATIONS), "items": shown}


class ExtractTypes:
    """GET /automation/v1/dataextracttypes."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the kinds of extracts."""
        resp.media = list(_EXTRACTS)


class FileLocations:
    """GET /data/v1/filetransferlocations."""

    scopes = {"GET": FILES_READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the external locations."""
        page, size = page_of(req, PAGE_SIZE, 500)
        shown = [_STORE][(page - 1) * size : page * size]
        resp.media = {"page": page, "pageSize": size, "count": 1, "items": shown, **_ending()}


class FileLocation:
    """GET /data/v1/filetransferlocation/{key}."""

    scopes = {"GET": FILES_READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, key: str) -> None:
        """Show a location; of an unknown one nothing is told, with 200."""
        found = {"fileTransferLocation": _STORE} if key == _STORE["customerKey"] else {}
        resp.media = {**found, **_ending()}


def _ending() -> dict[str, object]:
    return {"requestId": str(uuid.uuid4()), "resultMessages": []}


ROUTES = {
    "/automation/v1/ftplocations": FtpLocations(),
    "/automation/v1/dataextracttypes": ExtractTypes(),
    "/data/v1/filetransferlocations": FileLocations(),
    "/data/v1/filetransferlocation/{key}": FileLocation(),
}
