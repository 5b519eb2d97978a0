# What the tests need beside Rust, installed by apt-get where it is missing; tests/run sources this file.

newest_postgres() { # the bin directory of the newest server, or nothing
    printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -V | tail -n 1 | sed -n 's,/postgres$,,p' | grep -v '\*' || true
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        die "missing: ${missing[*]}. This is not root, and sudo -n does not work here. Install them as root:
    apt-get install --no-install-recommends ${missing[*]}"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ||
        die "apt-get could not install: $*"
}

# Debian starts a server of its own when PostgreSQL is installed. Nobody asked for one, so it is held back.
install_postgres() {
    local settings=/etc/postgresql-common/createcluster.conf status=0
    apt_install postgresql-common
    as_root cp -p "$settings" "$settings.before-tests" || die "$settings could not be copied"
    as_root sed -i '$ a create_main_cluster = false' "$settings" || status=$?
    [[ $status -ne 0 ]] ||
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql || status=$?
    as_root mv "$settings.before-tests" "$settings" || die "$settings could not be put back"
    [[ $status -eq 0 ]] || die "apt-get could not install: postgresql"
}

# Debian configures and starts a mail server when Postfix is installed. Without a configuration it starts neither now nor
# at the next boot, and a mail server that is already there is not thrown out for it.
install_postfix() {
    local policy=/usr/sbin/policy-rc.d ours=0 status=0
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null || die "$policy could not be written"
        ours=1
        as_root chmod 755 "$policy" || status=$?
    fi
    [[ $status -ne 0 ]] ||
        as_root debconf-set-selections <<<'postfix postfix/main_mailer_type select No configuration' || status=$?
    [[ $status -ne 0 ]] ||
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove \
            postfix sasl2-bin libsasl2-modules || status=$?
    [[ $ours -eq 0 ]] || as_root rm -f "$policy" || die "$policy could not be removed again"
    [[ $status -eq 0 ]] || die "apt-get could not install: postfix sasl2-bin libsasl2-modules"
}

has_postfix() {
    [[ -x /usr/sbin/postfix && -x /usr/sbin/saslpasswd2 ]] && compgen -G '/usr/lib/*/sasl2/libplain.so*' >/dev/null
}

# Debian's own interpreters, whatever else is in the PATH: its packages are for them.
dkimpy_works() { /usr/bin/python3 -c 'import dkim, nacl.signing' 2>/dev/null; }
# A browser without a font for a script shows boxes in its place, and boxes have no width to go by.
has_font_for() { command -v fc-list >/dev/null && [[ -n $(fc-list ":lang=$1" family) ]]; }
has_fonts() { has_font_for en && has_font_for ar && has_font_for ja && has_font_for zh-cn; }
mail_dkim_works() { /usr/bin/perl -MMail::DKIM::Verifier -MCrypt::PK::Ed25519 -MJSON::PP -e 1 2>/dev/null; }

install_missing() {
    missing=()
    command -v cc >/dev/null || missing+=(gcc libc6-dev)
    command -v python3 >/dev/null || missing+=(python3)
    command -v openssl >/dev/null || missing+=(openssl)
    dkimpy_works || missing+=(python3-dkim python3-nacl)
    mail_dkim_works || missing+=(libmail-dkim-perl libcryptx-perl)
    command -v chromium >/dev/null || missing+=(chromium)
    command -v chromedriver >/dev/null || missing+=(chromium-driver)
    has_fonts || missing+=(fontconfig fonts-dejavu-core fonts-droid-fallback fonts-wqy-zenhei)
    command -v npm >/dev/null || missing+=(npm) # which brings Node.js
    local packages=("${missing[@]}")
    [[ -n $(newest_postgres) ]] || missing+=(postgresql)
    # Who cannot run what needs root needs no relay that only root starts.
    [[ $root_by == nobody ]] || has_postfix || missing+=(postfix sasl2-bin libsasl2-modules)
    if [[ ${#missing[@]} -gt 0 ]]; then
        command -v apt-get >/dev/null || die "missing: ${missing[*]}, and there is no apt-get to install them with."
        echo "Installing what is missing: ${missing[*]}"
        as_root apt-get update -q ||
            die "apt-get update failed (see above; without a network nothing can be installed). Missing: ${missing[*]}"
        [[ ${#packages[@]} -eq 0 ]] || apt_install "${packages[@]}"
        [[ -n $(newest_postgres) ]] || install_postgres
        [[ $root_by == nobody ]] || has_postfix || install_postfix
    fi
    postgres_bin=$(newest_postgres)
    [[ -n $postgres_bin ]] || die "PostgreSQL's server was installed but /usr/lib/postgresql/*/bin/postgres is not there."
    PATH=$PATH:/usr/sbin # where Debian keeps Postfix
    dkimpy_works || die "dkimpy was installed, but /usr/bin/python3 cannot import dkim and nacl.signing."
    mail_dkim_works || die "Mail::DKIM was installed, but /usr/bin/perl cannot load it with Crypt::PK::Ed25519."
    chromium --version >/dev/null 2>&1 || die "Chromium was installed, but it does not start: chromium --version"
    chromedriver --version >/dev/null 2>&1 || die "ChromeDriver was installed, but does not start: chromedriver --version"
    has_fonts || die "Fonts were installed, but there is none for one of English, Arabic, Japanese and Chinese."
    command -v npm >/dev/null || die "npm was installed, but is not there."
    tests/axe/install || die "axe-core is not there, see above."
    [[ $root_by == nobody ]] || tests/opensmtpd/install || die "OpenSMTPD is not there, see above."
}
