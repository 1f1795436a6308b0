#!/bin/bash
# Scans many repositories, whatever they are written in, each twice under other circumstances
# (threads, locale, time zone), and parses every Java file in them. Tells crashes, scans over their
# deadline, bytes that differ, and the share of Java files that were parsed; a file that was not
# parsed in time, not read or refused by the guard counts as not parsed.
#
# usage: bench/robustness.sh FOLDER...       (after: mvn -Dquick process-classes)
#   FOLDER        one repository each
#   CLASSES=dir   other classes to try (target/classes)
#   OPTIONS='..'  -Ddeadline.base=30 -Ddeadline.more=30 (seconds), -Dno.parse=true
# One line for each file that was not parsed, TROUBLE lines, and a Markdown table at the end. Exit
# code 0 when there was no crash, no late scan and no difference. All in one process at low priority.
set -u
[ $# -gt 0 ] || { sed -n '2,13s/^# \{0,1\}//p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
classes=${CLASSES:-$here/target/classes}
repository=${M2:-$HOME/.m2/repository}
jar() {
  local version
  version=$(sed -n "s|.*<$2.version>\(.*\)</$2.version>.*|\1|p" "$here/pom.xml")
  find "$repository" -name "$1-$version.jar" | head -1
}
path=$classes:$(jar javaparser-core javaparser):$(jar picocli picocli):$(jar snakeyaml snakeyaml)
path=$path:$(jar jackson-core jackson):$(jar jansi jansi)
# shellcheck disable=SC2086
exec nice -n 10 java -Xmx2g ${OPTIONS:-} -cp "$path" "$here/bench/Robustness.java" "$@"
