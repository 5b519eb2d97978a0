# The folder of one run of tests/run, which sources this file: everything that the tests make is in it.

room=

# Under /tmp and not $TMPDIR: a socket's path may have 107 bytes. Servers that are users of their own walk through it.
make_room() {
    room=$(mktemp -d /tmp/consentry-tests.XXXXXX) && chmod 711 "$room" || die "no folder could be made in /tmp"
    export TMPDIR=$room
    watch_over_room </dev/null >/dev/null 2>&1 &
}

# Clears the room when this script was killed and could not do it itself.
watch_over_room() {
    trap '' INT TERM HUP
    trap - EXIT
    while [[ -d $room ]]; do
        kill -0 "$$" 2>/dev/null || { clear_room; break; }
        sleep 1
    done
}

# Ends what goes on in the room, unmounts what is mounted there, and removes it; as root, too, where tests ran as root.
clear_room() {
    [[ -n $room && -d $room ]] || return 0
    tests/setup/clear "$room"
    [[ ! -d $room || -z ${CONSENTRY_TESTS_AS_ROOT-} ]] ||
        env -u TMPDIR tests/setup/as_root tests/setup/clear "$room" || true
    [[ ! -d $room ]] || rm -rf --one-file-system "$room" || true
}
