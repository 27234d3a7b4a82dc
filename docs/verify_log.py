"""Works the chain of the log out anew, without the program. See revisjonsspor.md.

    python3 verify_log.py FILE

FILE holds one event as a JSON object on each line, the oldest first. Ends with 3 where the chain does not hold.
"""

import hashlib
import json
import sys

FIELDS = [
    "previous", "seq", "reference", "unit", "office", "at", "kind", "person", "actor", "version", "decision",
    "extensions", "text", "decision_key", "content", "origin", "late",
]


def computed(event):
    """The hash an event should have."""
    data = b"v1 event\n"
    for name in FIELDS:
        value = event[name]
        if value is None:
            data += f"{name}:-\n".encode()
        else:
            value = str(value).encode()
            data += f"{name}:{len(value)}:".encode() + value + b"\n"
    return "v1:" + hashlib.sha256(data).hexdigest()


def main():
    """Walks along the chain."""
    previous, broken, count = "v1:" + 64 * "0", 0, 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            count += 1
            if event["previous"] != previous:
                broken += 1
                print(f"{event['seq']}: follows {event['previous']}, not {previous}")
            if computed(event) != event["hash"]:
                broken += 1
                print(f"{event['seq']}: should have {computed(event)}, has {event['hash']}")
            previous = event["hash"]
    print(f"{count} events, {broken} breaks, the last is {previous}")
    sys.exit(3 if broken else 0)


main()
