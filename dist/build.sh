#!/bin/sh
# Packs what is installed: a zip and a tar with launchers, completion and manual page, and a bundle
# that brings its own Java and makes its class-data archive at the first start. Works without a network.
#
# usage: dist/build.sh [OUT]       (OUT: target/dist; before: mvn -Dquick -DskipTests package)
#   JAVA_HOME=dir   the JDK whose runtime goes into the bundle (default: that of jlink)
#   MODULES=a,b     modules of the bundle's runtime
#
# The same jar gives the same tar, byte for byte; the bundle depends on the JDK.
set -eu
home=$(CDPATH= cd -P -- "$(dirname "$0")/.." && pwd)
out=${1:-$home/target/dist}
jar=$home/target/ai-audit.jar
[ -f "$jar" ] || { echo "dist: build the jar first: ./mvnw -Dquick -DskipTests package" >&2; exit 2; }
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
version=$("${bin}java" -jar "$jar" --version | sed 's/^ai-audit \([^ ,]*\).*/\1/')
modules=${MODULES:-java.base,java.desktop,java.management,java.sql,java.xml,jdk.zipfs}
name=ai-audit-$version
rm -rf "$out"
mkdir -p "$out/$name/bin" "$out/$name/lib" "$out/$name/completion" "$out/$name/man/man1"
cp "$jar" "$out/$name/lib/ai-audit.jar"
cp "$home/ai-audit" "$out/$name/bin/ai-audit"
cp "$home/ai-audit.cmd" "$out/$name/bin/ai-audit.bat"
chmod 755 "$out/$name/bin/ai-audit"
cp "$home/LICENSE" "$home/NOTICE" "$home/README.md" "$out/$name/"
"${bin}java" -jar "$jar" completion bash > "$out/$name/completion/ai-audit.bash"
"${bin}java" -jar "$jar" completion zsh > "$out/$name/completion/ai-audit.zsh"
"${bin}java" -jar "$jar" man > "$out/$name/man/man1/ai-audit.1"

# pack FOLDER: a tar and a zip of it, with fixed times and order
pack() {
  find "$out/$1" -exec touch -h -d '2026-01-01T00:00:00Z' {} +
  tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$1" | gzip -n > "$out/$1.tar.gz"
  if command -v zip > /dev/null; then
    (cd "$out" && find "$1" -type f | LC_ALL=C sort | TZ=UTC zip -q -X "$1.zip" -@)
  else
    (cd "$out" && "${bin}jar" --create --no-manifest --file "$1.zip" "$1")
  fi
}
pack "$name"

platform=$(uname -s | tr 'A-Z' 'a-z')-$(uname -m)
bundle=$name-$platform
"${bin}jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=2 \
  --output "$out/$bundle" 2> "$out/jlink.log" || { cat "$out/jlink.log" >&2; exit 4; }
rm -f "$out/jlink.log"
cp -R "$out/$name/completion" "$out/$name/man" "$out/$bundle/"
cp "$home/LICENSE" "$home/NOTICE" "$out/$bundle/"
cp "$jar" "$out/$bundle/lib/ai-audit.jar"
cp "$home/dist/bundle-launcher" "$out/$bundle/bin/ai-audit"
chmod 755 "$out/$bundle/bin/ai-audit"
# What the archive of application classes is trained with, at the first start in the bundle's place.
cp -R "$home/samples/newsroom" "$out/$bundle/sample"
"$out/$bundle/bin/java" -Xshare:dump > /dev/null
# A module that is missing shows only when something needs it.
"$out/$bundle/bin/java" -jar "$jar" scan "$out/$bundle/sample" > /dev/null || { echo "dist: the bundle cannot scan" >&2; exit 4; }
find "$out/$bundle" -exec touch -h -d '2026-01-01T00:00:00Z' {} +
tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$bundle" | gzip -n > "$out/$bundle.tar.gz"
(cd "$out" && sha256sum -- *.zip *.tar.gz > checksums_sha256.txt)
ls -l "$out"
