# Runs the tests and counts them, by cargo-nextest or by cargo test; tests/run sources this file.

passed=0
failed=0
skipped=0
# So many seconds in which neither a compilation nor a test says anything. (Nextest has a limit for each test.)
silence=1200

attribute() { # attribute NAME FILE: a number from the first line of nextest's report that has it
    grep -m 1 '<testsuites ' "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9 || true
}

run_nextest() {
    local report=$room/junit.xml settings=$room/nextest.toml status=0 all failures errors others=()
    [[ $root_by == itself ]] || others=(-E 'not test(/^as_root::/)')
    [[ -z ${CI-} ]] || export NEXTEST_PROFILE=${NEXTEST_PROFILE:-ci}
    printf '[profile.default.junit]\npath = "%s"\n' "$report" >"$settings"
    run cargo nextest run --locked --no-fail-fast --no-tests=pass --tool-config-file "consentry-tests:$settings" \
        "${others[@]}" "$@" || status=$?
    if [[ -s $report ]]; then
        all=$(attribute tests "$report") failures=$(attribute failures "$report") errors=$(attribute errors "$report")
        failed=$((failed + ${failures:-0} + ${errors:-0}))
        passed=$((passed + ${all:-0} - ${failures:-0} - ${errors:-0}))
    fi
    return "$status"
}

# For who is not root, all but those that need root.
run_cargo_test() {
    local others=()
    if [[ $root_by != itself ]]; then
        [[ " $* " == *" -- "* ]] || others=(--)
        others+=(--skip as_root::)
    fi
    cargo_test "$@" "${others[@]}"
}

# Runs `cargo test` with these arguments, shows what it says, and counts.
cargo_test() {
    local output=$room/output.txt status counts
    rm -f "$output" "$room/status"
    {
        status=0
        # Browsers run one at a time and many tests wait for the disk: two more than cores keep the others going.
        export RUST_TEST_THREADS=${RUST_TEST_THREADS:-$(($(nproc) + 2))}
        cargo test --locked --no-fail-fast "$@" 2>&1 || status=$?
        echo "$status" >"$room/status"
    } | listen "$output" &
    wait "$!" || true
    status=$(cat "$room/status" 2>/dev/null || echo 1)
    counts=$(awk '/^test result: /{p += $4; f += $6} END {print p + 0, f + 0}' "$output")
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
    return "$status"
}

# Shows what comes in and keeps it in a file, until it ends or has fallen silent.
listen() {
    local line status=0
    : >"$1"
    while true; do
        IFS= read -r -t "$silence" line || status=$?
        [[ -z $line && $status -ne 0 ]] || printf '%s\n' "$line" | tee -a "$1"
        [[ $status -ne 0 ]] || continue
        [[ $status -eq 1 ]] ||
            echo "tests/run: $silence s without a word: a test hangs, one that has been running for over 60 seconds (above)."
        return 0
    done
}

# Prints the names of the tests that need root and that these words ask for; without words, of all.
tests_for_root() {
    local words=("$@")
    [[ $# -gt 0 ]] || words=(as_root::)
    cargo test --locked --quiet --test it -- --list as_root:: 2>/dev/null |
        sed -n 's/: test$//p' | grep -F "${words[@]/#/-e}" || true
}

run_as_root() {
    local triple names
    mapfile -t names < <(tests_for_root "$@")
    [[ ${#names[@]} -gt 0 ]] || { [[ $# -gt 0 ]]; return; }
    triple=$(rustc -vV | sed -n 's/^host: //p')
    cargo_test --config "target.$triple.runner=[\"$PWD/tests/setup/as_root\"]" --test it -- --exact "${names[@]}"
}

skip_as_root() {
    local names name
    mapfile -t names < <(tests_for_root "$@")
    [[ ${#names[@]} -gt 0 ]] || { [[ $# -gt 0 ]]; return; }
    skipped=$((skipped + ${#names[@]}))
    for name in "${names[@]}"; do printf 'skipped: %s: %s\n' "$name" "$(reason_of "$name")"; done
}

reason_of() {
    case $1 in
    as_root::postfix::*) echo "Postfix starts as root only" ;;
    as_root::opensmtpd::*) echo "OpenSMTPD starts as root only, with folders and users mounted for it" ;;
    as_root::full_disk::*) echo "only root may mount a disk" ;;
    *) echo "only root may do what it does" ;;
    esac
}
