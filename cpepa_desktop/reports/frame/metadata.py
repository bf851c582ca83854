"""What the file says of itself: title, author, dates, colours and the two standards it keeps.

The claims are in the XMP packet: PDF/A-2b (ISO 19005-2) and PDF/UA-1 (ISO 14289-1); the second is foreign to
the first, so PDF/A asks for a description of its schema too.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Final
from xml.sax.saxutils import escape

from cpepa_desktop.reports.frame.blocks import Document
from cpepa_desktop.reports.frame.syntax import array, dictionary, name, reference, stream, string
from cpepa_desktop.reports.frame.writer import Register

_PRODUCER: Final = "CPEPA Desktop"
_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:identifier>{code}</dc:identifier>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write_packet(document: Document, register: Register) -> int:
    """Write the XMP packet, uncompressed as PDF/A asks, and return its number."""
    packet = _PACKET.format(
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(document.subject),
        language=escape(document.language),
        code=escape(document.code),
        producer=_PRODUCER,
        moment=document.created.isoformat(timespec="seconds"),
    )
    entries = {"Type": name("Metadata"), "Subtype": name("XML")}
    return register.add(stream(entries, packet.encode("utf-8"), compressed=False))


def write_info(document: Document, register: Register) -> int:
    """Write the information dictionary, which says the same as the packet, and return its number."""
    moment = _pdf_date(document.created)
    return register.add(
        dictionary(
            {
                "Title": string(document.title),
                "Author": string(document.author),
                "Subject": string(document.subject),
                "Creator": string(_PRODUCER),
                "Producer": string(_PRODUCER),
                "CreationDate": moment,
                "ModDate": moment,
            }
        )
    )


def _pdf_date(moment: datetime) -> str:
    offset = moment.strftime("%z")
    return string(f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'")


@cache
def _profile() -> bytes:
    return (files("cpepa_desktop.resources") / "icc" / "sRGB.icc").read_bytes()


def write_output_intent(register: Register) -> str:
    """Write the colour profile and return the dictionary that makes it the meaning of every colour."""
    profile = register.add(stream({"N": 3}, _profile()))
    return dictionary(
        {
            "Type": name("OutputIntent"),
            "S": name("GTS_PDFA1"),
            "OutputConditionIdentifier": string("sRGB IEC61966-2.1"),
            "Info": string("sRGB IEC61966-2.1"),
            "RegistryName": string("http://www.color.org"),
            "DestOutputProfile": reference(profile),
        }
    )


def write_catalogue(
    document: Document,
    register: Register,
    *,
    tree: int | None,
    outline: int,
    packet: int,
    intent: str,
    fields: list[int],
) -> int:
    """Write the root of the file and return its number."""
    form = (
        dictionary({"Fields": array(reference(field) for field in fields), "SigFlags": 0}) if fields else None
    )
    return register.add(
        dictionary(
            {
                "Type": name("Catalog"),
                "Pages": reference(register.pages_root),
                "Lang": string(document.language),
                "MarkInfo": dictionary({"Marked": "true"}) if tree else None,
                "StructTreeRoot": reference(tree) if tree else None,
                "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
                "Outlines": reference(outline),
                "Metadata": reference(packet),
                "OutputIntents": array([intent]),
                "AcroForm": form,
            }
        )
    )
