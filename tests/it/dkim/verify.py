"""Verifies DKIM signatures with dkimpy, without a DNS: verify.py RECORDS MESSAGE...

RECORDS is a JSON file: {"name": ["string", ...]}. For each message one line of JSON: the selectors of the signatures that
verify and of those that don't, in the order of the message.
"""

import json
import sys

import dkim
import nacl.signing  # dkimpy does without Ed25519 where this is missing, and must not do so in silence

assert nacl.signing


def main(records_file, *messages):
    with open(records_file, encoding="utf-8") as file:
        records = json.load(file)

    def look_up(name, timeout=5):
        strings = records.get(name.decode("ascii").rstrip(".").lower())
        return None if strings is None else "".join(strings).encode("ascii")

    for path in messages:
        with open(path, "rb") as file:
            message = file.read()
        count = sum(name.lower() == b"dkim-signature" for name, _ in dkim.DKIM(message).headers)
        answer = {"good": [], "bad": []}
        for index in range(count):
            verifier = dkim.DKIM(message, minkey=2048)
            try:
                good = verifier.verify(idx=index, dnsfunc=look_up)
            except dkim.DKIMException as error:
                print(f"{path}: {error}", file=sys.stderr)
                good = False
            answer["good" if good else "bad"].append(verifier.selector.decode("ascii"))
        print(json.dumps(answer))


main(*sys.argv[1:])
