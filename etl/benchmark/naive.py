"""natasha as its documentation shows it, an article at a time: what a build is compared with.

Run as a program of its own, which knows nothing of Qantar: one process, numpy's default threads. Reads texts, a JSON string a
line; prints seconds, those of loading the models apart.
"""

import json
import sys
import time
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")


def main(file: str) -> None:
    started = time.monotonic()
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding = NewsEmbedding()
    segmenter, morphology = Segmenter(), NewsMorphTagger(embedding)
    syntax, names = NewsSyntaxParser(embedding), NewsNERTagger(embedding)
    loaded = time.monotonic()
    loaded_cpu = time.process_time()
    with Path(file).open(encoding="utf-8") as lines:
        for line in lines:
            doc = Doc(json.loads(line))
            doc.segment(segmenter)
            doc.tag_morph(morphology)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)
    done = {"load": loaded - started, "seconds": time.monotonic() - loaded, "cpu": time.process_time() - loaded_cpu}
    print(json.dumps(done))


if __name__ == "__main__":
    main(sys.argv[1])
