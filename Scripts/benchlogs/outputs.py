"""Files that are written in large pieces."""
import zlib

CHUNK = 1 << 20


class Output:
    """A file, plain or gzipped, that is written in large pieces."""

    def __init__(self, path):
        self.file = open(path, "wb")
        self.deflate = zlib.compressobj(6, wbits=31) if path.suffix == ".gz" else None
        self.pieces, self.waiting = [], 0

    def write(self, text):
        self.pieces.append(text)
        self.waiting += len(text)
        if self.waiting > CHUNK: self.flush()

    def flush(self):
        data = "".join(self.pieces).encode()
        self.file.write(self.deflate.compress(data) if self.deflate else data)
        self.pieces, self.waiting = [], 0

    def close(self):
        self.flush()
        if self.deflate: self.file.write(self.deflate.flush())
        self.file.close()


class Parts:
    """A text cut at the ends of its lines into files of about the same size; it will be as long as the limit, or longer."""

    def __init__(self, paths, limit):
        self.paths, self.limit, self.written, self.output = list(paths), limit / len(paths), 0, None
        self.count = 0

    def write(self, text):
        if self.written >= self.limit * self.count and self.count < len(self.paths):
            self.close()
            self.output = Output(self.paths[self.count])
            self.count += 1
        self.output.write(text)
        self.written += len(text)

    def close(self):
        if self.output: self.output.close()


class Tee:
    """The outputs, none or many, that take the same text."""

    def __init__(self, outputs, *names):
        self.outputs = [outputs[name] for name in names if name in outputs]
        if len(self.outputs) == 1: self.write = self.outputs[0].write

    def write(self, text):
        for output in self.outputs: output.write(text)
