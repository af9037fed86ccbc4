"""Passphrase files of age that are little work to make and to open.

The program's own take a second or two, which is their worth; nine tests in ten want to know what
a password opens, not how long it takes. The format is age's own (age-encryption.org/v1), so that
the program opens them as it opens any other.
"""

from __future__ import annotations

import base64
import os
import struct

import pyrage
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

AGE = pyrage.passphrase.encrypt
"""As it is, before any test makes it easy."""

WORK = 4
"""The power of two of the work; the program asks for 17 and takes less where it gets no more."""

CHUNK = 64 * 1024


def encrypt(plain: bytes, password: str) -> bytes:
    """Lock as `pyrage.passphrase.encrypt` does, but for the work."""
    file_key, salt = os.urandom(16), os.urandom(16)
    scrypt = Scrypt(b"age-encryption.org/v1/scrypt" + salt, 32, n=2**WORK, r=8, p=1)
    wrapped = ChaCha20Poly1305(scrypt.derive(password.encode())).encrypt(bytes(12), file_key, None)
    head = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (_text(salt), WORK, _text(wrapped))
    mac = HMAC(_derived(file_key, b"", b"header"), SHA256())
    mac.update(head)
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    chunks = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)] or [b""]
    sealed = [
        cipher.encrypt(struct.pack(">xxxQB", at, at == len(chunks) - 1), chunk, None)
        for at, chunk in enumerate(chunks)
    ]
    return b"".join([head, b" ", _text(mac.finalize()), b"\n", nonce, *sealed])


def _derived(secret: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, use).derive(secret)


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
