"""What was put into a text comes out of it again, whatever else was changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcctl.errors import InputError
from mcctl.workspace.restoring import Piece, restored

PIECES = [
    Piece("<p>Save ", "<p>Save "), Piece("${{ var.off }}", "20", "var.off"), Piece("% on ", "% on "),
    Piece("${{ var.what }}", "boots", "var.what"), Piece("</p>\n<p>Until ", "</p>\n<p>Until "),
    Piece("${{ var.day }}", "Sunday", "var.day"), Piece("</p>\n", "</p>\n"),
]  # fmt: skip
RENDERED = "<p>Save 20% on boots</p>\n<p>Until Sunday</p>\n"
SOURCE = "<p>Save ${{ var.off }}% on ${{ var.what }}</p>\n<p>Until ${{ var.day }}</p>\n"


@pytest.mark.parametrize(
    ("there", "here"),
    [
        (RENDERED, SOURCE),
        (f"<h1>New</h1>\n{RENDERED}", f"<h1>New</h1>\n{SOURCE}"),
        ("<p>Now save 20% on all boots!</p>\n<p>Until Sunday</p>\n",
         "<p>Now save ${{ var.off }}% on all ${{ var.what }}!</p>\n<p>Until ${{ var.day }}</p>\n"),
        ("<p>Until Sunday</p>\n", "<p>Until ${{ var.day }}</p>\n"),
        (RENDERED + "<p>20 boots on Sunday</p>\n", SOURCE + "<p>20 boots on Sunday</p>\n"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_was_put_in_stands_as_before(there: str, here: str) -> None:
    assert restored(PIECES, there, lambda text: text) == here


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (RENDERED.replace("20%", "25%"), "var.off was '20', and is another there"),
        (RENDERED.replace("boots", "tents"), "var.what was 'boots'"),
        (RENDERED.replace("Sunday", "Monday"), "var.day was 'Sunday'"),
    ],
)
def test_a_value_that_changed_itself_is_told(there: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        restored(PIECES, there, lambda text: text)


WORDS = st.text(alphabet="ab <>\n%=", max_size=12)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["", "X1", "Y2"])), max_size=6), st.lists(WORDS, min_size=7, max_size=7)
)
def test_what_comes_out_is_rendered_as_what_is_there(parts: list[tuple[str, str]], new: list[str]) -> None:
    pieces = [one for text, value in parts for one in (Piece(text, text), Piece(f"[{value}]", value, value))]
    there = "".join(f"{text}{value}{extra}" for (text, value), extra in zip(parts, new, strict=False))
    try:
        here = restored(pieces, there, lambda text: text)
    except InputError:
        return  # it is told, and nothing is guessed
    for value in ("X1", "Y2", ""):
        here = here.replace(f"[{value}]", value)
    assert here == there
