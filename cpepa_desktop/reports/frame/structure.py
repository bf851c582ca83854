"""The logical tree, the outline and the form as objects of the file (ISO 32000-1, 14.7, 12.3.3 and 12.7).

The parent tree, which leads from the ink back to its element, has one key for each page (the elements of its
marked-content sequences, in order) and then one for each form field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Final

from cpepa_desktop.reports.frame.marks import Bookmark, FormField, Pen
from cpepa_desktop.reports.frame.syntax import array, dictionary, name, rectangle, reference, stream, string
from cpepa_desktop.reports.frame.tree import PLAIN, Attributes, Bounds, Node, Tag, Widget
from cpepa_desktop.reports.frame.writer import Register

_PRINTED: Final = 4  # the flag that PDF/A asks of every annotation


def write_fields(pen: Pen, register: Register) -> list[int]:
    """Write the signature fields and return their numbers. Their look is empty: the pen drew the box."""
    return [
        register.add(_field(field, len(pen.pages) + index, pen, register))
        for index, field in enumerate(pen.fields)
    ]


def _field(field: FormField, key: int, pen: Pen, register: Register) -> str:
    box = field.bounds
    size = rectangle(Bounds(0, 0, box.right - box.left, box.top - box.bottom))
    look = {"Type": name("XObject"), "Subtype": name("Form"), "BBox": size, "Resources": "<<>>"}
    appearance = register.add(stream(look, b""))
    return dictionary(
        {
            "Type": name("Annot"),
            "Subtype": name("Widget"),
            "FT": name("Sig"),
            "T": string(field.name),
            "TU": string(field.tooltip),
            "F": _PRINTED,
            "Rect": rectangle(box),
            "P": reference(register.page_numbers[field.page]),
            "AP": dictionary({"N": reference(appearance)}),
            "StructParent": key if pen.tagging else None,
        }
    )


def complete_pages(pen: Pen, register: Register, fields: Sequence[int]) -> None:
    """Give every page its key in the parent tree and the form fields that lie on it."""
    for page in range(len(pen.pages)):
        here = [number for number, field in zip(fields, pen.fields, strict=True) if field.page == page]
        register.complete_page(page, key=page if pen.tagging else None, annotations=here)


def write_tree(root: Node, pen: Pen, register: Register, fields: Sequence[int]) -> int:
    """Write the tree under ``root`` with its parent tree and return the number of its root object."""
    tree = register.reserve()
    groups = [(nodes, register.reserve_all(len(nodes))) for nodes in _by_page(root, len(pen.pages))]
    places = {node: reference(number) for group in groups for node, number in zip(*group, strict=True)}
    pages = [reference(number) for number in register.page_numbers]
    keys = []
    for (nodes, numbers), inked in zip(groups, pen.pages, strict=True):
        for node, number in zip(nodes, numbers, strict=True):
            parent = places[node.parent] if node.parent else reference(tree)
            register.fill(number, _element(node, parent, places, pages, fields))
        keys.append(register.add(array([places[node] for node in inked])))
    entries = [*map(reference, keys), *(places[field.node] for field in pen.fields)]
    pairs = " ".join(f"{key} {entry}" for key, entry in enumerate(entries))
    parents = register.add(dictionary({"Nums": f"[{pairs}]"}))
    register.fill(
        tree,
        dictionary(
            {
                "Type": name("StructTreeRoot"),
                "K": array([places[root]]),
                "ParentTree": reference(parents),
                "ParentTreeNextKey": len(entries),
            }
        ),
    )
    return tree


def _by_page(root: Node, count: int) -> list[list[Node]]:
    """Return the nodes by the page they begin on, type by type on each.

    Written so, like stands beside like in the packed streams, and the rows of a table beside the key of their
    page, which names the same cells: a long table is smaller.
    """
    pages: list[list[Node]] = [[] for _page in range(count)]
    page = 0
    for _depth, node in root.walk():
        if node.content:
            page = node.content[0].page
        pages[page].append(node)
    for nodes in pages:
        nodes.sort(key=attrgetter("tag"))
    return pages


def _element(
    node: Node, parent: str, places: Mapping[Node, str], pages: Sequence[str], fields: Sequence[int]
) -> str:
    """Return one element: first its own ink and fields, in the order they were drawn, then its kids.

    A piece of ink says its page only where that is not the page of the first one. Put together by hand and
    not by ``dictionary``: a long table has thousands.
    """
    own_page = ""
    kids = []
    for content in node.content:
        page = pages[content.page]
        if isinstance(content, Widget):
            field = reference(fields[content.number])
            kids.append(dictionary({"Type": name("OBJR"), "Obj": field, "Pg": page}))
        elif page == (own_page := own_page or page):
            kids.append(str(content.number))
        else:
            kids.append(dictionary({"Type": name("MCR"), "Pg": page, "MCID": content.number}))
    if node.kids:
        kids += [places[kid] for kid in node.kids]
    said = f" /Pg {own_page}" if own_page else ""
    if node.language or node.alternative or node.bounds or node.attributes is not PLAIN:
        said += _said(node)
    if kids:
        said += f" /K {kids[0] if len(kids) == 1 else array(kids)}"
    return f"<</S /{node.tag} /P {parent}{said}>>"


def _said(node: Node) -> str:
    """Return what few nodes say of themselves: language, alternative text and attributes."""
    language = f" /Lang {string(node.language)}" if node.language else ""
    alternative = f" /Alt {string(node.alternative)}" if node.alternative else ""
    attributes = _attributes(node)
    return language + alternative + (f" /A {attributes}" if attributes else "")


def _attributes(node: Node) -> str | None:
    """Return what the node says about itself beyond its type, or nothing."""
    if node.bounds:
        return dictionary(
            {"O": name("Layout"), "Placement": name("Block"), "BBox": rectangle(node.bounds)},
        )
    if node.attributes == PLAIN:
        return None
    said: Attributes = node.attributes
    if node.tag is Tag.LIST:
        return dictionary(
            {"O": name("List"), "ListNumbering": name(said.numbering) if said.numbering else None}
        )
    return dictionary(
        {
            "O": name("Table"),
            "Scope": name(said.scope) if said.scope else None,
            "ColSpan": said.columns if said.columns > 1 else None,
            "RowSpan": said.rows if said.rows > 1 else None,
            "Summary": string(said.summary) if said.summary else None,
        }
    )


def write_outline(bookmarks: Sequence[Bookmark], register: Register) -> int:
    """Write the outline, each entry under the last one of a lesser level, and return its number."""
    outline = register.reserve()
    numbers = [register.reserve() for _bookmark in bookmarks]
    parents = _parents(bookmarks)
    for index, bookmark in enumerate(bookmarks):
        siblings = [other for other, parent in enumerate(parents) if parent == parents[index]]
        place = siblings.index(index)
        parent = parents[index]
        register.fill(
            numbers[index],
            dictionary(
                {
                    "Title": string(bookmark.title),
                    "Parent": reference(outline if parent is None else numbers[parent]),
                    "Prev": reference(numbers[siblings[place - 1]]) if place else None,
                    "Next": reference(numbers[siblings[place + 1]]) if place + 1 < len(siblings) else None,
                    **_family(index, parents, numbers),
                    "Dest": array(
                        (
                            reference(register.page_numbers[bookmark.page]),
                            f"/XYZ null {bookmark.top:.2f} null",
                        )
                    ),
                }
            ),
        )
    register.fill(outline, dictionary({"Type": name("Outlines"), **_family(None, parents, numbers)}))
    return outline


def _parents(bookmarks: Sequence[Bookmark]) -> list[int | None]:
    """Return for each bookmark the index of the one it hangs from, or nothing at the top."""
    parents: list[int | None] = []
    open_: list[int] = []
    for index, bookmark in enumerate(bookmarks):
        while open_ and bookmarks[open_[-1]].level >= bookmark.level:
            open_.pop()
        parents.append(open_[-1] if open_ else None)
        open_.append(index)
    return parents


def _family(
    parent: int | None, parents: Sequence[int | None], numbers: Sequence[int]
) -> dict[str, str | int | None]:
    """Return the entries that tell the kids of an entry of the outline; everything is shown open."""
    kids = [index for index, above in enumerate(parents) if above == parent]
    if not kids:
        return {}
    return {
        "First": reference(numbers[kids[0]]),
        "Last": reference(numbers[kids[-1]]),
        "Count": sum(_descends(index, parent, parents) for index in range(len(parents))),
    }


def _descends(index: int, ancestor: int | None, parents: Sequence[int | None]) -> bool:
    above = parents[index]
    while above is not None and above != ancestor:
        above = parents[above]
    return above == ancestor
