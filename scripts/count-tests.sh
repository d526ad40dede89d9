#!/usr/bin/env bash
# Adds up test result files (.trx): prints "PASSED FAILED SKIPPED". A file that is missing, cut short or says the run was aborted adds a failure.
set -u
passed=0 failed=0 skipped=0
for file in "$@"; do
  if ! grep -q '</TestRun>' "$file" 2>/dev/null; then
    failed=$((failed + 1))
    [ -f "$file" ] || continue
  fi
  # One result an element; the attributes of an element stand in one tag, wherever its lines break.
  read -r p f s other < <(tr '\n>' ' \n' <"$file" | awk '
    /<UnitTestResult / {
      if (/ outcome="Passed"/) p++
      else if (/ outcome="NotExecuted"/) s++
      else f++
    }
    /<ResultSummary / && !/ outcome="(Completed|Passed)"/ { bad = 1 }
    END { print p + 0, f + 0, s + 0, bad + 0 }')
  [ "$other" -eq 1 ] && [ "$f" -eq 0 ] && f=1
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
echo "$passed $failed $skipped"
