"""Keywords (TextRank) or phrases (mutual information and entropy) by HanLP 1.x: hanlp_keywords.py keyword|phrase DATASET.jsonl"""

import subprocess
import sys
from pathlib import Path

from dataset import TOP, predict, read

kind, path = sys.argv[1:]
rivals = Path(__file__).parent.parent / ".rivals"
classes = f"{rivals / 'java'}:{rivals / 'hanlp-portable-1.8.6.jar'}"
documents = read(path)
lines = "".join(text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n") + "\n" for _, text in documents)
command = ["java", "-Dfile.encoding=UTF-8", "-Xmx2g", "-cp", classes, "HanlpKeywords", kind, str(TOP)]
run = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
found = run.stdout.split("\n")[:-1]
if len(found) != len(documents):
    raise SystemExit(f"HanLP answered {len(found)} of {len(documents)} documents.")
answers = iter(found)
predict(lambda _: [keyword for keyword in next(answers).split("\t") if keyword], documents)
