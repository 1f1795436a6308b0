#!/bin/bash
# The step of action.yml that runs the gate. Everything comes in by environment, nothing is pasted
# into commands: titles and branch names of a pull request are written by strangers.
#
# Reads AI_AUDIT_PATH, _BASELINE, _DIFF_BASE, _FAIL_ON, _CONFIG, _ALLOW_INCOMPLETE, _SARIF, and
# AI_AUDIT (the program; default: the script beside this folder).
# Writes the outputs exit-code and sarif, the job's summary, and annotations on standard output.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${AI_AUDIT:-$here/ai-audit}
work=${RUNNER_TEMP:-$(mktemp -d)}
sarif=${AI_AUDIT_SARIF:-ai-audit.sarif}
summary=$work/ai-audit-summary.md

arguments=(gate --format github -o "$sarif" -o "$summary")
# option NAME VALUE: adds both unless the value is empty
option() { [ -z "$2" ] || arguments+=("$1=$2"); }
option --baseline "${AI_AUDIT_BASELINE:-}"
option --fail-on "${AI_AUDIT_FAIL_ON:-}"
option --config "${AI_AUDIT_CONFIG:-}"
base=${AI_AUDIT_DIFF_BASE:-}
if [ "$base" = auto ]; then
  # The branch that a pull request goes to; on a push there is none, and everything counts.
  base=${GITHUB_BASE_REF:+origin/$GITHUB_BASE_REF}
fi
option --diff-base "$base"
[ "${AI_AUDIT_ALLOW_INCOMPLETE:-false}" != true ] || arguments+=(--allow-incomplete)
arguments+=(-- "${AI_AUDIT_PATH:-.}")

rm -f -- "$sarif" "$summary"
"$program" "${arguments[@]}"
code=$?

if [ -f "$summary" ]; then
  # GitHub refuses a summary of more than 1 MiB as a whole.
  head -c 900000 "$summary" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
{
  echo "exit-code=$code"
  [ ! -f "$sarif" ] || echo "sarif=$sarif"
} >> "${GITHUB_OUTPUT:-/dev/null}"
exit 0
