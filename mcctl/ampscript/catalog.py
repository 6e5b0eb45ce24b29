"""All functions of AMPscript: where each is at home here, and how many arguments it takes.

A number of arguments is one, a range, or the least and a plus sign.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from mcctl.ampscript.errors import NOT_IN_BATCHES, NOT_IN_MESSAGES


class Function(NamedTuple):
    """A function. home: the module that has it; empty where only the platform has what it needs.

    most: None where there is no upper limit. refusal: the platform's code for its use in a message, or 0.
    """

    name: str
    home: str
    least: int
    most: int | None
    refusal: int = 0


_HOMES = {
    "strings": """
        Char 1-2, Concat 1+, IndexOf 2-3, Length 1, Lowercase 1, ProperCase 1, RegExMatch 3+, Replace 2-3,
        ReplaceList 3+, Substring 2-3, Trim 1, Uppercase 1""",
    "numeric": """
        Add 2, Divide 2, FormatCurrency 2-4, FormatNumber 2-3, Mod 2, Multiply 2, Random 2, Subtract 2""",
    "dates": """
        DateAdd 3, DateDiff 3, DateParse 1-2, DatePart 2, FormatDate 1-4, GetSendTime 0-1, LocalDateToSystemDate 1,
        Now 0-1, StringToDate 1, SystemDateToLocalDate 1""",
    "rows": """
        BuildRowsetFromJSON 3, BuildRowsetFromString 2, BuildRowsetFromXML 3, ClaimRow 4+, ClaimRowValue 6+,
        DataExtensionRowCount 1, DeleteDE 3+, Field 2-3, InsertDE 3+, Lookup 4+, LookupOrderedRows 5+,
        LookupOrderedRowsCS 5+, LookupRows 3+, LookupRowsCS 3+, Row 2, RowCount 1, UpdateDE 6+, UpsertDE 6+""",
    "content": """
        AttachFile 4-8, BeginAssetBlock 0+, BeginImpressionRegion 1, ContentArea 1-5, ContentAreaByName 1-5,
        ContentBlockByID 1-5, ContentBlockByKey 1-5, ContentBlockByName 1-5, ContentImageByID 1-2,
        ContentImageByKey 1-2, EndAssetBlock 0+, EndImpressionRegion 0-1, TreatAsContent 1, TreatAsContentArea 2-3,
        WAT 1+, WATP 1""",
    "encoding": """
        Base64Decode 1-3, Base64Encode 1-2, GetJWT 3, GUID 0, LongSFID 1, MD5 1-2, SHA1 1-2, SHA256 1-2, SHA512 1-2,
        StringToHex 1-2, URLEncode 1-3""",
    "utility": """
        AttributeValue 1+, BarcodeURL 4-9, BuildOptionList 3+, CloudPagesURL 1+, Domain 1, Empty 1, Format 2-4,
        IIf 3, IsEmailAddress 1, IsNull 1, IsNullDefault 2, IsPhoneNumber 1, MicrositeURL 1+, Output 0+,
        OutputLine 0+,
        RaiseError 1-5, RedirectTo 1, v 1, WrapLongURL 1""",
    "": """
        AddMscrmListMember 2, CreateMSCRMRecord 3+, CreateSalesforceObject 4+, CreateSmsConversation 4,
        DecryptSymmetric 8, DescribeMSCRMEntities 0, DescribeMSCRMEntityAttributes 1, EncryptSymmetric 8,
        EndSmsConversation 2, GetJWTByKeyName 3, GetPortfolioItem 1, GetSocialPublishURL 2+,
        GetSocialPublishURLByName 3+, HTTPGet 1-4, HTTPPost 3+, HTTPPost2 3+, HTTPPostWithRetry 3+, Image 2,
        LiveContentMicrositeURL 2,
        MMS_Content_URL 0+, Msg 0+, Noun 0+, Nouns 0+, RatingStars 3, RetrieveMSCRMRecords 5,
        RetrieveMSCRMRecordsFetchXML 1, RetrieveSalesforceJobSources 1+, RetrieveSalesforceObjects 5+,
        SetSmsConversationNextKeyword 3, SetStateMscrmRecord 4, TransformXML 2, UpdateMSCRMRecords 4,
        UpdateSingleSalesforceObject 4+, UpsertContact 5+, UpsertMSCRMRecord 9, Verb 0+""",
}
_PAGES = {
    NOT_IN_MESSAGES: """
        AddObjectArrayItem 3, AuthenticatedEmployeeID 0, AuthenticatedEmployeeNotificationAddress 0,
        AuthenticatedEmployeeUserName 0, AuthenticatedEnterpriseID 0, AuthenticatedMemberID 0,
        AuthenticatedMemberName 0,
        CreateObject 1, ExecuteFilter 1, ExecuteFilterOrderedRows 3, GetPublishedSocialContent 1, HTTPRequestHeader 1,
        InvokeCreate 3-4, InvokeDelete 3-4, InvokeExecute 1-3, InvokePerform 2-3, InvokeRetrieve 1-3,
        InvokeUpdate 1-4,
        IsCHTMLBrowser 1, QueryParameter 1, RequestParameter 1, SetObjectProperty 3""",
    NOT_IN_BATCHES: """
        DeleteData 3+, InsertData 3+, Redirect 1, UpdateData 6+, UpsertData 6+""",
}


@cache
def functions() -> dict[str, Function]:
    """Return all functions by their names in lower case."""
    known = [_function(entry, home, 0) for home, names in _HOMES.items() for entry in names.split(",")]
    pages = [_function(entry, "", code) for code, names in _PAGES.items() for entry in names.split(",")]
    return {function.name.lower(): function for function in (*known, *pages)}


def _function(entry: str, home: str, refusal: int) -> Function:
    name, number = entry.split()
    least, _, most = number.rstrip("+").partition("-")
    return Function(name, home, int(least), None if number.endswith("+") else int(most or least), refusal)
