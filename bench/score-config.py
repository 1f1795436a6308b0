#!/usr/bin/env python3
"""Compare reports with hand-made labels of configuration files.

usage: score-config.py LABELS.json REPORTS [--verbose] [--within N]

LABELS.json  see its own 'schema' and 'conventions'
REPORTS      a folder with owner__name.json, the JSON report of each labelled repository at its commit

A labelled fact is found if the report has a fact of the same kind in that file, at most N lines away (default 3: the
label names the first line of a statement or a step, the report may name the line that says it). It is right if the
provider is right too; several providers of one step are right when the label says 'multiple' or 'configured'. A decoy
is taken if a fact lies exactly on its line and no label does.
"""
import argparse
import json
import os
import sys
from collections import Counter

SEVERAL = {"multiple", "configured"}


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def same_provider(label, fact):
    want, got = label["provider"], fact["provider"]
    return got == want or (want in SEVERAL and (got in SEVERAL or got.startswith("configured")))


def verdict(fact):
    return fact.get("verdict") or ""


def pairs(labels, facts, within):
    """Each label with the nearest fact of its kind; a fact serves one label."""
    candidates = []
    for i, label in enumerate(labels):
        for j, fact in enumerate(facts):
            distance = abs(fact["location"]["startLine"] - label["line"])
            if fact["what"] == label["what"] and distance <= within:
                candidates.append((not same_provider(label, fact), distance, i, j))
    matched, used = {}, set()
    for _, _, i, j in sorted(candidates):
        if i not in matched and j not in used:
            matched[i] = facts[j]
            used.add(j)
    return matched, used


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels")
    parser.add_argument("reports")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--within", type=int, default=3)
    args = parser.parse_args()
    total, kinds, spurious, reports = Counter(), {}, 0, {}
    for entry in load(args.labels)["files"]:
        name = entry["repo"].replace("/", "__")
        if name not in reports:
            path = os.path.join(args.reports, name + ".json")
            try:
                reports[name] = load(path)
            except (OSError, ValueError) as e:
                print(f"{name}: no report ({e})", file=sys.stderr)
                reports[name] = None
        if reports[name] is None:
            total["no report"] += 1
            continue
        facts = [f for f in reports[name]["configFacts"] if f["location"]["file"] == entry["path"]]
        labels = entry["facts"]
        matched, used = pairs(labels, facts, args.within)
        lines = []
        for i, label in enumerate(labels):
            kind = kinds.setdefault(label["what"], Counter())
            fact = matched.get(i)
            right = fact is not None and same_provider(label, fact)
            agrees = right and verdict(fact) == label["verdict"]
            for counter in (total, kind):
                counter["labels"] += 1
                counter["found"] += fact is not None
                counter["right"] += right
                counter["verdict"] += agrees
            if not agrees:
                state = "MISSED" if fact is None else "verdict" if right else "WRONG "
                got = "" if fact is None else f" got {fact['provider']} {verdict(fact)} @{fact['location']['startLine']}"
                lines.append(f"  {state} {label['line']} {label['what']} {label['provider']} {label['verdict']}:{got} | {label['detail']}")
        labelled = {label["line"] for label in labels}
        for decoy in entry.get("decoys", []):
            total["decoys"] += 1
            hits = [f for f in facts if f["location"]["startLine"] == decoy["line"] and decoy["line"] not in labelled]
            if hits:
                total["taken"] += 1
                lines.append(f"  DECOY {decoy['line']} {hits[0]['what']} {hits[0]['provider']} | {decoy['why']}")
        extra = [f for j, f in enumerate(facts) if j not in used]
        spurious += len(extra)
        if args.verbose and (lines or extra):
            print(f"{entry['repo']} {entry['path']}")
            print("\n".join(lines))
            for f in extra:
                print(f"  extra {f['location']['startLine']} {f['what']} {f['provider']} {verdict(f)} | {f['detail'][:100]}")
    for what, c in sorted(kinds.items()):
        print(f"{what:16} found {c['found']:3}/{c['labels']:3}  right {c['right']:3}  verdict {c['verdict']:3}")
    n = max(1, total["labels"])
    flows = kinds.get("workflow", Counter())
    print(f"found {total['found']}/{total['labels']} ({100 * total['found'] / n:.0f} %)  right {100 * total['right'] / n:.0f} %"
          f"  verdicts {100 * total['verdict'] / n:.0f} %  workflow verdicts {flows['verdict']}/{flows['labels']}"
          f"  decoys taken {total['taken']}/{total['decoys']}  other facts {spurious}  files without report {total['no report']}")


if __name__ == "__main__":
    main()
