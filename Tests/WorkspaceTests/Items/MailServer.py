"""A mail server on 127.0.0.1 for tests: takes every message into a folder, unless told to misbehave.

Prints its port. The manner is one of: fine, refuse-rcpt, refuse-data, refuse-end, drop-data, drop-end,
drop-at-once, silent-quit, login (AUTH PLAIN with the password in the environment variable PASSWORD),
starttls (nothing is taken before encryption, and login after it), tls (the same, encrypted from the start);
their certificate and key are the third argument.
"""

import asyncio
import base64
import os
import ssl
import sys

manner, folder = sys.argv[1], sys.argv[2]
context = None
if manner in ("starttls", "tls"):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[3])
wants_login = manner in ("login", "starttls", "tls")
count = 0


async def talk(reader, writer):
    global count

    def say(text):
        writer.write((text + "\r\n").encode())

    if manner == "drop-at-once":
        writer.close()
        return
    say("220 test")
    known = not wants_login
    encrypted = manner != "starttls"
    recipients = []
    while line := await reader.readline():
        words = line.decode("latin-1").strip()
        verb = words.split(" ")[0].upper()
        if verb == "EHLO":
            say("250-test")
            say("250 AUTH PLAIN" if wants_login and encrypted else
                "250 8BITMIME" if encrypted else "250 STARTTLS")
        elif verb == "STARTTLS":
            say("220 go ahead")
            await writer.start_tls(context)
            encrypted = True
        elif not encrypted:
            # What a password would be sent into.
            with open(os.path.join(folder, "in-the-clear"), "ab") as file:
                file.write(line)
            say("530 encrypt first")
        elif verb == "AUTH":
            blob = words.split(" ")[2] if len(words.split(" ")) > 2 else None
            if blob is None:
                say("334 ")
                blob = (await reader.readline()).decode().strip()
            wanted = "\0theo-doi\0" + os.environ["PASSWORD"]
            known = base64.b64decode(blob).decode() == wanted
            say("235 ok" if known else "535 no")
        elif verb == "MAIL":
            recipients = []
            say("250 ok" if known else "530 log in")
        elif verb == "RCPT":
            if manner == "refuse-rcpt" and "<mot@" in words:
                say("550 no such office")
            else:
                recipients.append(words)
                say("250 ok")
        elif verb == "DATA":
            if manner == "refuse-data":
                say("554 no")
                continue
            if not recipients:
                say("503 whom")
                continue
            say("354 go")
            if manner == "drop-data":
                await reader.readline()
                writer.close()
                return
            body = b""
            while (part := await reader.readline()) not in (b".\r\n", b""):
                body += part
            if manner == "drop-end":
                writer.close()
                return
            if manner == "refuse-end":
                say("552 too much")
                continue
            count += 1
            with open(os.path.join(folder, f"{count}.eml"), "wb") as file:
                file.write(recipients[0].encode() + b"\r\n" + body)
            say("250 taken")
        elif verb == "QUIT":
            if manner != "silent-quit":
                say("221 bye")
            writer.close()
            return
        else:
            say("250 ok")


async def main():
    server = await asyncio.start_server(
        talk, "127.0.0.1", 0, ssl=context if manner == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    # No test takes longer; a server that nobody ends, ends.
    await asyncio.sleep(60)


asyncio.run(main())
