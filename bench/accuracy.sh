#!/bin/bash
# Scores a benchmark checkout: scans each labelled repository and compares the reports with the
# labels, figure by figure.
#
# usage: bench/accuracy.sh LABELS CLONES      (after: mvn -Dquick -DskipTests package)
#   LABELS          folder of owner__name.json; CLONES: owner__name, checked out at the label's commit
#   AI_AUDIT='...'  the command to measure (java -jar target/ai-audit.jar)
#   SCORE=file      the program that compares (score.py beside the folder of labels)
# A table for docs/accuracy.md goes to standard output, what was left out to standard error.
set -u
[ $# -eq 2 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
labels=$1
clones=$2
tool=${AI_AUDIT:-java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar $here/target/ai-audit.jar}
score=${SCORE:-$(dirname "$labels")/score.py}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for label in "$labels"/*.json; do
  name=$(basename "$label" .json)
  [ -d "$clones/$name" ] || { echo "$name: no clone" >&2; continue; }
  # shellcheck disable=SC2086
  $tool scan "$clones/$name" --format json > "$out/$name.json" 2> "$out/$name.err" ||
    [ -s "$out/$name.json" ] || { echo "$name: $(head -1 "$out/$name.err")" >&2; rm "$out/$name.json"; }
done
python3 "$here/bench/accuracy.py" "$score" "$labels" "$out"
