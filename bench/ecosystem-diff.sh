#!/bin/bash
# Shows what two versions of the tool find differently on a list of trees.
#
# usage: bench/ecosystem-diff.sh OLD_JAR NEW_JAR DIR...
#   ARGS='...'   more arguments for both scans
# One section for each tree whose findings differ, and a line with counts at the end. Exit code 0
# when nothing differs, 1 when something does, 2 when a tree could not be scanned.
set -u
[ $# -ge 3 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }
old=$1
new=$2
shift 2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
run() { java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$@"; }
same=0 differ=0 failed=0
for tree in "$@"; do
  # shellcheck disable=SC2086
  run "$old" scan "$tree" --format json ${ARGS:-} > "$out/old.json" 2> "$out/old.err"
  # shellcheck disable=SC2086
  run "$new" scan "$tree" --format json ${ARGS:-} > "$out/new.json" 2> "$out/new.err"
  if [ ! -s "$out/old.json" ] || [ ! -s "$out/new.json" ]; then
    echo "== $tree: not scanned: $(cat "$out/old.err" "$out/new.err" | head -1)"
    failed=$((failed + 1))
    continue
  fi
  run "$new" diff "$out/old.json" "$out/new.json" > "$out/diff.txt" 2>&1
  if python3 - "$out/old.json" "$out/new.json" << 'PY'
import json, sys
a, b = ({(f["ruleId"], f["fingerprint"]) for f in json.load(open(p))["findings"]} for p in sys.argv[1:])
sys.exit(a != b)
PY
  then
    same=$((same + 1))
  else
    differ=$((differ + 1))
    echo "== $tree"
    cat "$out/diff.txt"
  fi
done
echo "$same trees with the same findings, $differ with others, $failed not scanned"
[ $failed -eq 0 ] || exit 2
[ $differ -eq 0 ] || exit 1
