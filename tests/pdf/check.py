"""What must hold of every report as PDF. Usage: python check.py FOLDER [--write]; the folder holds each report as .pdf and as .html.

The page is read as a screen reader reads it: along its tags. What stands in no tag is not there.
"""

import re
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import outloud
import pikepdf
from outloud.model import Document
from pdfua.validator import validate

from hostile import WORDS

ROOT = Path(__file__).parent.parent.parent
GOLDENS = ROOT / "fixtures" / "pdf"
# what each report carries; the others carry nothing
CARRIED = {"council": ["extract.json"], "ciso": ["result.json"]}
PUBLIC = {"council", "agenda"}


class Tables(HTMLParser):
    """The tables of a page: rows of cells, the heads first."""

    def __init__(self):
        super().__init__()
        self.tables, self.inside = [], False

    def handle_starttag(self, tag, _):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.tables[-1][-1][-1] += data


def plain(text):
    """A text without what setting it changes: spaces, ends of lines and hyphens at them; signs that the font lacks are numbers."""
    text = re.sub("[\u05d0\U0001f600]", lambda sign: f"[U+{ord(sign[0]):04X}]", text)
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text.replace("\u00a0", ""))


class Read:
    """A PDF along its tags."""

    def __init__(self, path):
        self.document = Document(str(path))
        self.texts = {}
        for page in self.document.pages:
            self.texts[page.index] = self.document.content(page.index).mcid_text

    def own(self, element):
        refs = ((ref.page, (ref.stream, ref.mcid)) for ref in element.mcrefs)
        return " ".join(self.texts.get(page, {}).get(key, "") for page, key in refs)

    def text(self, element):
        return " ".join([self.own(element), *(self.own(it) for it in element.descendants())])

    def lines(self):
        """The text for a golden: a line for each row of a table, and for each other element that holds text, with its tag."""
        for element in self.document.elements:
            within, above = element.parent, set()
            while within is not None:
                above.add(within.type)
                within = within.parent
            if element.alt:
                yield f"{element.type} [{element.alt}]"
            if element.type == "TR":
                yield "TR " + " | ".join(" ".join(self.text(it).split()) for it in element.logical_children)
            elif "TR" not in above and (words := " ".join(self.own(element).split())):
                yield f"{element.type} {words}"


def strings(value, found):
    """Every string in an object of the file, but not those of objects that it refers to."""
    if isinstance(value, pikepdf.String):
        found.append(str(value))
    elif isinstance(value, pikepdf.Array):
        for one in value:
            strings(one, found) if not one_is_far(one) else None
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for one in value.values() if isinstance(value, pikepdf.Dictionary) else value.stream_dict.values():
            strings(one, found) if not one_is_far(one) else None


def one_is_far(value):
    return getattr(value, "is_indirect", False)


def everything(read):
    """All that anybody can read in a file: text on pages, texts of tags, properties, and the files in it."""
    pdf = read.document.pdf
    found = [text for page in read.document.pages for text in [read.document.content(page.index).text]]
    found += [words for page in read.texts.values() for words in page.values()]
    for one in pdf.objects:
        strings(one, found)
    found.append(bytes(pdf.Root.Metadata.read_bytes()).decode())
    found += [bytes(it.get_file().read_bytes()).decode() for it in pdf.attachments.values()]
    return "\n".join(found)


def names_of_requirements():
    """The titles of all requirements, but for those that areas have as well, and what finds their ids."""
    titles, areas, ids = set(), set(), set()
    for file in sorted(ROOT.glob("controls/**/*.toml")):
        content = tomllib.loads(file.read_text())
        areas |= {it["title"] for it in content.get("areas", {}).values()} if "view-texts" in content.get("format", "") else set()
        if "catalogue-texts" in content.get("format", ""):
            titles |= {it["title"] for it in content["requirements"].values()}
            ids |= {name for name in content["requirements"] if name.startswith("A.") or "-" in name}
    titles = {plain(it) for it in titles - areas if " " in it or "-" in it}
    return titles, re.compile(r"(?<![\w.-])(" + "|".join(map(re.escape, sorted(ids))) + r")(?![\w-])")


def check(folder, name, names, write):
    """What is wrong with one report."""
    faults = []

    def holds(what, is_so):
        if not is_so:
            faults.append(what)

    kind, language = name.rsplit("-", 1)
    path = folder / f"{name}.pdf"
    read = Read(path)
    document, pdf = read.document, read.document.pdf
    page = Tables()
    page.feed((folder / f"{name}.html").read_text())

    heads = [plain("".join(rows[0])) for rows in page.tables]
    for found in outloud.check(str(path)).findings:
        if found.severity != "error" or found.rule == "TBL-010":  # it counts heads of rows; every head is held below
            continue
        # a running head is no prose, though on two pages it may look so; nor are repeated heads of tables and the dots of a list of contents
        lines = (found.evidence or "-").split("; ")
        repeated = [any(all(plain(word) in head for word in it.split()) for head in heads) for it in lines]
        none = [document.title.startswith(it.rstrip("…")) or " . . . ." in it or again for it, again in zip(lines, repeated)]
        holds(f"outloud {found.rule}: {found.message} {found.evidence}", found.rule == "TAG-002" and all(none))
    for found in validate(str(path)).findings:
        holds(f"pdfua: {found}", False)

    holds("not tagged", document.mark_info.get("Marked") is True or str(pdf.Root.MarkInfo.Marked) == "True")
    holds("the title is not shown", document.display_doc_title is True)
    holds(f"language {document.lang}", document.lang == language)
    with pdf.open_metadata() as metadata:
        holds("not PDF/A-3a", (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A"))
        holds("not PDF/UA-1", metadata["pdfuaid:part"] == "1")
        holds("no title, author or keywords", all(metadata.get(key) for key in ("dc:title", "dc:creator", "pdf:Keywords")))
    holds("no bookmarks", "/Outlines" in pdf.Root or len(page.tables) < 2)
    for font in document.fonts.values():
        holds(f"{font.base_font} is not in the file", font.embedded)
    for figure in document.elements_of("Figure"):
        holds("a figure without alternative", bool(figure.alt and figure.alt.strip()))

    # every table arrives with every row, head and cell
    tables = document.elements_of("Table")
    holds(f"{len(page.tables)} tables became {len(tables)}", len(page.tables) == len(tables))
    for at, (expected, table) in enumerate(zip(page.tables, tables)):
        rows = [it for it in table.descendants() if it.type == "TR"]
        holds(f"table {at}: {len(expected)} rows became {len(rows)}", len(expected) == len(rows))
        for cells, row in zip(expected, rows):
            found = [it for it in row.logical_children if it.type in ("TH", "TD")]
            shown = [plain(read.text(it)) for it in found]
            if shown != [plain(cell) for cell in cells]:
                holds(f"table {at}: {cells} became {shown}", False)
            scope = "/Column" if row is rows[0] else "/Row"
            heads = found if row is rows[0] else found[:1]
            holds(f"table {at}: {cells} has no head", all(it.type == "TH" and f"/{it.attr('Scope')}".endswith(scope) for it in heads))

    # files only where they may be, and nothing of a requirement in public
    audience = kind.removeprefix("hostile-")
    carried = sorted(pdf.attachments.keys())
    holds(f"carries {carried}", carried == CARRIED.get(audience, []))
    for carries, file in pdf.attachments.items():
        # the extract is the one that the tests of the reports are about: what can be inferred of it, they ask
        known = folder / f"{name}.{carries}"
        holds(f"{carries} is not what the command gives", bytes(file.get_file().read_bytes()) == known.read_bytes())
    told, (titles, ids) = everything(read), names
    bare = plain(told)
    named = sorted({it for it in titles if it in bare} | set(ids.findall(told)))
    if audience in PUBLIC:
        holds(f"names requirements: {named[:5]}", not named)
    if kind == "ciso":
        holds(f"only {len(named)} requirements are found where all are told: the search for names is blind", len(named) > 100)

    if kind != audience:
        holds("what was written is not there as it was written", plain(WORDS) in bare)

    if kind == "council":
        golden, text = GOLDENS / f"{name}.txt", "\n".join(read.lines()) + "\n"
        if write:
            golden.write_text(text)
        holds(f"{golden.name} differs; --write makes it anew", golden.exists() and golden.read_text() == text)
    print(f"{name}: {len(document.pages)} pages, {len(tables)} tables, {sum(map(len, page.tables))} rows, {len(faults)} faults")
    return [f"{name}: {fault}" for fault in faults]


def main():
    folder, write = Path(sys.argv[1]), "--write" in sys.argv
    reports = sorted(it.stem for it in folder.glob("*.pdf"))
    names = names_of_requirements()
    faults = [fault for name in reports for fault in check(folder, name, names, write)]
    print("\n".join(faults[:40]))
    sys.exit(1 if faults or not reports else 0)


main()
