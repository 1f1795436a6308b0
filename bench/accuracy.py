#!/usr/bin/env python3
"""The figures of score.py as a Markdown table: accuracy.py SCORE.py LABELS REPORTS"""
import collections
import importlib.util
import os
import sys

spec = importlib.util.spec_from_file_location("score", sys.argv[1])
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)


def share(part, whole):
    return f"{100.0 * part / whole:.1f} % ({part}/{whole})" if whole else "-"


total, repositories = collections.Counter(), 0
for name in sorted(os.listdir(sys.argv[2])):
    report = os.path.join(sys.argv[3], name)
    if name.endswith(".json") and os.path.exists(report):
        repositories += 1
        label = score.load(os.path.join(sys.argv[2], name))
        total.update(score.score(label, score.load(report)))
c = total
flagged, wanted = c["flag_tp"] + c["flag_fp"], c["flag_tp"] + c["flag_fn"]
rows = [
    ("call sites: recall", share(c["matched"], c["label"])),
    ("call sites: precision", share(c["matched"], c["reported"])),
    ("entry points: recall", share(c["entry_ok"], c["entry_n"])),
    ("entry points: precision", share(c["entry_right"], c["entry_got"])),
    ("flag: recall", share(c["flag_tp"], wanted)),
    ("flag: precision", share(c["flag_tp"], flagged)),
]
rows += [(key + " right", share(c[key + "_ok"], c[key + "_n"]))
         for key in ("provider", "operation", "mode", "coupling", "handling")]
rows.append(("handled or not", share(c["coarse_ok"], c["handling_n"])))
print(f"{repositories} repositories\n\n| figure | value |\n|---|---|")
for row in rows:
    print("| %s | %s |" % row)
