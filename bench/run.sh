#!/bin/bash
# Scans folders one after the other and prints what each scan cost, next to the cost of merely
# reading the Java files. Times are of the whole process, cold JVM. On a shared machine compare
# processor seconds and counts; wall seconds mean nothing there, which is why the load is printed.
#
# usage: bench/run.sh FOLDER...            (after: mvn -Dquick process-classes)
#   CLASSES=dir   other classes to measure (target/classes)
#   JVM='...'     other flags (C1 only, serial collector; add -Xmx400m to test memory)
#   ARGS='...'    more arguments for scan, such as --threads 1
#   LIMIT=s       seconds after which a scan is stopped (600)
set -u
[ $# -gt 0 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
classes=${CLASSES:-$here/target/classes}
jvm=${JVM:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
repository=${M2:-$HOME/.m2/repository}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# jar NAME PROPERTY: the jar of the version that the pom asks for
jar() {
  local version
  version=$(sed -n "s|.*<$2.version>\(.*\)</$2.version>.*|\1|p" "$here/pom.xml")
  find "$repository" -name "$1-$version.jar" | head -1
}
path=$classes:$(jar javaparser-core javaparser):$(jar picocli picocli):$(jar snakeyaml snakeyaml)
path=$path:$(jar jackson-core jackson):$(jar jansi jansi)

# cost FILE COMMAND...: runs the command, leaves "cpu wall megabytes code" in FILE
cost() {
  local file=$1
  shift
  /usr/bin/time -o "$file" -f '%U %S %e %M %x' "$@"
  tail -1 "$file" | awk '{printf "%.2f %.2f %d %d\n", $1 + $2, $3, $4 / 1024, $5}' > "$file.sum"
}

number() { sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" "$2" | head -1; }

echo "$(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg), $(java -version 2>&1 | sed -n 2p)"
echo "java $jvm ${ARGS:-}"
row='%-28s %8s %8s %6s %9s %9s %7s %5s %10s %10s\n'
printf "$row" bed java parsed % 'cpu s' 'wall s' 'rss MB' exit 'cat cpu s' 'rg cpu s'
for bed in "$@"; do
  find "$bed" -name '*.java' -type f -print0 > "$out/list"
  cost "$out/cat" xargs -0 cat < "$out/list" > /dev/null
  read -r cat_cpu _ < "$out/cat.sum"
  rg_cpu=-
  if command -v rg > /dev/null; then
    cost "$out/rg" rg -c -F -e openai -e anthropic -e langchain4j -e 'springframework.ai' \
      -g '*.java' "$bed" > /dev/null
    read -r rg_cpu _ < "$out/rg.sum"
  fi
  # shellcheck disable=SC2086
  cost "$out/scan" timeout "${LIMIT:-600}" java $jvm -cp "$path" dev.aiaudit.Main \
    scan "$bed" --format json ${ARGS:-} > "$out/report.json" 2> "$out/errors"
  read -r cpu wall rss code < "$out/scan.sum"
  files=$(number javaFiles "$out/report.json")
  parsed=$(number parsedFiles "$out/report.json")
  share=$(awk -v p="${parsed:-0}" -v f="${files:-0}" 'BEGIN {printf f ? "%.1f" : "-", f ? 100 * p / f : 0}')
  printf "$row" "$(basename "$bed")" "${files:--}" "${parsed:--}" "$share" "$cpu" "$wall" "$rss" \
    "$code" "$cat_cpu" "$rg_cpu"
done
