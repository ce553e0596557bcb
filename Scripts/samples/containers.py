"""How values lie in a file: pages, arrays, lines, tables, whole or damaged."""
import csv, io, json, struct, zlib


def gzipped(data):
    deflate = zlib.compressobj(9, wbits=-15)
    trailer = struct.pack("<II", zlib.crc32(data), len(data))
    return b"\x1f\x8b\x08\0\0\0\0\0\2\xff" + deflate.compress(data) + deflate.flush() + trailer


def page(records, **style):
    address = "https://history.example/messaging_history/conversations/search?limit=50&offset=0"
    about = {"count": 412, "self": {"rel": "self", "href": address}, "shardsStatusResult": {"partialResult": False}}
    whole = {"_metadata": about, "conversationHistoryRecords": records}
    return json.dumps(whole, ensure_ascii=False, **style).encode() + b"\n"


def contain(values, container):
    """A file's bytes, and the name of each value's place in them; a place that cannot be read is not named."""
    elements = [f"element {place + 1}" for place in range(len(values))]
    numbers = [f"line {place + 1}" for place in range(len(values))]
    if container == "table":
        return table(values)
    if container == "text":
        return "".join(f"{value}\n" for value in values).encode(), numbers
    lines = [json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for value in values]
    half = (len(values) + 1) // 2
    match container:
        case "page": return page(values, indent=1), elements
        case "compact page gzip": return gzipped(page(values, separators=(",", ":"))), elements
        case "two pages":
            named = [f"document {part}, {name}" for part in (1, 2) for name in elements[:half]]
            return page(values[:half], indent=1) + page(values[half:], indent=1), named
        case "array": return json.dumps(values, separators=(",", ":")).encode() + b"\n", elements
        case "lines": return b"".join(lines), numbers
        case "broken lines":
            binary = bytes(code for code in range(256) if code not in b"\r\n") + b"\n"
            for place, line in (3, lines[2].replace(b":", b"", 2)), (8, lines[7][:90] + b"\n"), (14, binary):
                lines.insert(place, line)
            return b"".join(lines), [f"line {place + 1}" for place in range(len(lines)) if place not in (3, 8, 14)]
        case "cut page":
            whole = page(values[:3], indent=1)
            return whole[:(whole.index(values[2]["info"]["conversationId"].encode()) + len(whole)) // 2], elements[:2]
        case "cut lines gzip":
            whole = gzipped(b"".join(lines))
            return whole[:len(whole) * 4 // 5], numbers[:4]


def table(rows):
    """Comma-separated values; a row with line feeds in it is named by its first line."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    places = []
    for row in rows:
        places.append(f"line {text.getvalue().count(chr(10)) + 1}")
        writer.writerow(row)
    return text.getvalue().encode(), places
