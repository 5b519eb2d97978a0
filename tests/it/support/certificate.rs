//! A certificate of one's own, made by OpenSSL.

use std::path::Path;
use std::process::Command;

/// Makes an authority (`ca.pem`), and a certificate for `names` that it signed (`leaf.pem`, `leaf.key`): rustls takes no
/// authority for a server.
pub(crate) fn certify(folder: &Path, names: &str) {
    std::fs::write(folder.join("names"), format!("subjectAltName={names}\nbasicConstraints=CA:FALSE\n")).unwrap();
    let openssl = |line: &str| {
        let ended = Command::new("openssl").args(line.split(' ')).current_dir(folder).output();
        let output = ended.unwrap_or_else(|error| panic!("openssl: {error}; tests/run installs it"));
        assert!(output.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
    openssl(&format!("req -x509 {key} -keyout ca.key -out ca.pem -days 2 -subj /CN=Authority"));
    openssl(&format!("req {key} -keyout leaf.key -out leaf.csr -subj /CN=leaf.test"));
    openssl("x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out leaf.pem -days 2 -extfile names");
}
