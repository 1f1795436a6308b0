#!/bin/bash
# Accepts what a repository held some commits ago as a baseline, judges what it holds now against
# it, and lists what the gate calls new and fixed, for people to judge: a finding is called new
# wrongly when it only moved, and fixed wrongly when it is still there.
#
# usage: bench/history.sh GITDIR...         (after: mvn -Dquick process-classes)
#   BACK=50       how many first parents back
#   CLASSES=dir   other classes to use (target/classes)
#   KEEP=dir      keep the two trees, the baseline and the report there
set -u
[ $# -gt 0 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
classes=${CLASSES:-$here/target/classes}
repository=${M2:-$HOME/.m2/repository}
back=${BACK:-50}
out=${KEEP:-$(mktemp -d)}
mkdir -p "$out"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$out"' EXIT

jar() {
  local version
  version=$(sed -n "s|.*<$2.version>\(.*\)</$2.version>.*|\1|p" "$here/pom.xml")
  find "$repository" -name "$1-$version.jar" | head -1
}
path=$classes:$(jar javaparser-core javaparser):$(jar picocli picocli):$(jar snakeyaml snakeyaml)
path=$path:$(jar jackson-core jackson):$(jar jansi jansi)
audit() { java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$path" dev.aiaudit.Main "$@"; }

for git in "$@"; do
  name=$(basename "$(dirname "$git")")/$(basename "$git")
  now=$(git -C "$git" rev-parse --short HEAD) || continue
  then=$(git -C "$git" rev-parse --short "HEAD~$back") || continue
  work=$out/$(basename "$(dirname "$git")")
  mkdir -p "$work/then" "$work/now"
  git -C "$git" archive "$then" | tar -x -C "$work/then"
  git -C "$git" archive "$now" | tar -x -C "$work/now"
  audit baseline "$work/then" -o "$work/baseline.json" --force --allow-incomplete 2> /dev/null
  audit gate "$work/now" --baseline "$work/baseline.json" --fail-on note --allow-incomplete \
    -o "$work/report.json" > /dev/null 2> "$work/gate"
  cp "$work/baseline.json" "$work/kept.json"
  audit baseline "$work/now" -o "$work/kept.json" --update --allow-incomplete 2> "$work/fixed"
  python3 - "$name" "$then" "$now" "$work" << 'PYTHON'
import json, sys
name, then, now, work = sys.argv[1:]
report = json.load(open(work + "/report.json"))
open_ = [f for f in report["findings"] if not f.get("suppression")]
sites = {s["id"]: s for s in report["callSites"]}
accepted = len(json.load(open(work + "/baseline.json"))["findings"])
fixed = [l for l in open(work + "/fixed") if "fixed: " in l]
print(f"{name} {then}..{now}: {accepted} accepted, {len(report['findings'])} now,"
      f" {len(open_)} new, {len(fixed)} fixed")
for f in open_:
    site = sites.get(f.get("callSite") or "", {})
    print("  new  ", f["ruleId"], f["location"]["file"], f["location"]["startLine"],
          site.get("enclosing", ""), site.get("callee", ""))
for line in fixed:
    print("  fixed", line.split("fixed: ")[1].strip())
PYTHON
done
