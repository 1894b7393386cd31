"""A real OpenID provider in a process of its own: discovery, authorize, token, jwks and userinfo, on 127.0.0.1.

`python -m tests.oidc.aanbieder` prints its address and serves until it is stopped. It is strict as the NLgov
profile asks (exact return address, PKCE S256, state, one use per code), and it can be told to go wrong in one
way at a time by a POST to /proef: {"claims": …, "userinfo": …, "fout": …, "nu": seconds}.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, GEHEIM = "samenhang", "geheim-van-de-test"
ECHT = rsa.generate_private_key(public_exponent=65537, key_size=2048)
VREEMD = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PROEF: dict[str, Any] = {}
CODES: dict[str, dict[str, str]] = {}
BEWIJZEN: dict[str, dict[str, Any]] = {}
BEZOEKEN: list[str] = []


def jwk(sleutel: rsa.RSAPrivateKey, kid: str) -> dict[str, Any]:
    """The public half, as it is published."""
    deel: dict[str, Any] = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(sleutel.public_key()))
    return deel | {"kid": kid, "use": "sig", "alg": "RS256"}


class Aanbieder(BaseHTTPRequestHandler):
    """One request."""

    adres = ""

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    def antwoord(self, document: Any, status: int = 200) -> None:
        """A JSON answer."""
        lijf = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(lijf)))
        self.end_headers()
        self.wfile.write(lijf)

    def do_GET(self) -> None:
        """Discovery, the login itself (which says yes at once), keys and userinfo."""
        delen = urlsplit(self.path)
        BEZOEKEN.append(delen.path)
        vraag = dict(parse_qsl(delen.query))
        if delen.path == "/.well-known/openid-configuration":
            ander = PROEF.get("fout") == "andere_issuer_in_discovery"
            self.antwoord(
                {
                    "issuer": "https://kwaad.example" if ander else self.adres,
                    "authorization_endpoint": f"{self.adres}/authorize",
                    "token_endpoint": f"{self.adres}/token",
                    "userinfo_endpoint": f"{self.adres}/userinfo",
                    "jwks_uri": f"{self.adres}/jwks",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        elif delen.path == "/authorize":
            self.authorize(vraag)
        elif delen.path == "/jwks":
            self.antwoord({"keys": [jwk(ECHT, "echt")]})
        elif delen.path == "/userinfo":
            bewijs = self.headers.get("Authorization", "").removeprefix("Bearer ")
            self.antwoord(BEWIJZEN[bewijs]) if bewijs in BEWIJZEN else self.antwoord({"error": "x"}, 401)
        elif delen.path == "/bezoeken":
            self.antwoord(BEZOEKEN)
        else:
            self.antwoord({"error": "not_found"}, 404)

    def authorize(self, vraag: dict[str, str]) -> None:
        """Check the request as the profile asks; send the browser back with a code."""
        nodig = {"client_id", "redirect_uri", "state", "nonce", "code_challenge", "scope"}
        goed = nodig <= set(vraag) and vraag.get("response_type") == "code"
        goed = goed and vraag["client_id"] == CLIENT and vraag.get("code_challenge_method") == "S256"
        goed = goed and "openid" in vraag["scope"].split() and len(vraag["state"]) >= 8
        if not goed:
            self.antwoord({"error": "invalid_request", "vraag": vraag}, 400)
            return
        if PROEF.get("fout") == "geannuleerd":
            terug = {"error": "access_denied", "state": vraag["state"]}
        else:
            code = secrets.token_urlsafe(16)
            CODES[code] = vraag
            terug = {"code": code, "state": vraag["state"]}
        self.send_response(302)
        self.send_header("Location", f"{vraag['redirect_uri']}?{urlencode(terug)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        """The token, and the instructions of the test."""
        lijf = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        if self.path == "/proef":
            PROEF.clear()
            PROEF.update(json.loads(lijf))
            BEZOEKEN.clear()
            self.antwoord({})
            return
        velden = {naam: waarden[0] for naam, waarden in parse_qs(lijf).items()}
        vraag = CODES.pop(velden.get("code", ""), None)
        proef = base64.urlsafe_b64encode(hashlib.sha256(velden.get("code_verifier", "").encode()).digest())
        if (
            vraag is None
            or velden.get("client_id") != CLIENT
            or velden.get("client_secret") != GEHEIM
            or velden.get("redirect_uri") != vraag["redirect_uri"]
            or proef.decode().rstrip("=") != vraag["code_challenge"]
        ):
            self.antwoord({"error": "invalid_grant"}, 400)
            return
        self.antwoord(self.token(vraag["nonce"]))

    def token(self, nonce: str) -> dict[str, Any]:
        """The answer with the ID token, right or wrong in the one way that was asked."""
        fout, nu = PROEF.get("fout", ""), int(PROEF["nu"])
        claims: dict[str, Any] = {
            "iss": self.adres,
            "aud": CLIENT,
            "sub": "u-1",
            "iat": nu,
            "exp": nu + 300,
            "nonce": nonce,
        } | PROEF.get("claims", {})
        claims |= {
            "verlopen": {"iat": nu - 3600, "exp": nu - 1800},
            "toekomst": {"iat": nu + 3600, "exp": nu + 7200},
            "andere_issuer": {"iss": "https://kwaad.example"},
            "andere_ontvanger": {"aud": "iemand-anders"},
            "meer_ontvangers": {"aud": [CLIENT, "iemand-anders"], "azp": "iemand-anders"},
            "andere_nonce": {"nonce": "van-een-andere-keer"},
        }.get(fout, {})
        if fout == "geen_nonce":
            del claims["nonce"]
        if fout == "geen_exp":
            del claims["exp"]
        sleutel: Any = VREEMD if fout == "vreemde_sleutel" else ECHT
        kop = {"kid": "onbekend" if fout == "onbekende_sleutel" else "echt"}
        if fout == "ongetekend":
            id_token = jwt.encode(claims, "", algorithm="none", headers=kop)
        elif fout == "gedeeld_geheim":
            id_token = jwt.encode(claims, GEHEIM * 3, algorithm="HS256", headers=kop)
        else:
            id_token = jwt.encode(claims, sleutel, algorithm="RS256", headers=kop)
        if fout == "geknoeid":
            kopdeel, _, handtekening = id_token.split(".")
            meer = base64.urlsafe_b64encode(json.dumps(claims | {"groepen": ["baas"]}).encode()).decode()
            id_token = f"{kopdeel}.{meer.rstrip('=')}.{handtekening}"
        bewijs = secrets.token_urlsafe(16)
        over = {"sub": "u-2" if fout == "userinfo_van_een_ander" else claims["sub"]}
        BEWIJZEN[bewijs] = PROEF.get("claims", {}) | over | PROEF.get("userinfo", {})
        antwoord = {"access_token": bewijs, "token_type": "Bearer", "expires_in": 300, "id_token": id_token}
        if fout == "geen_id_token":
            del antwoord["id_token"]
        return antwoord


if __name__ == "__main__":
    dienst = ThreadingHTTPServer(("127.0.0.1", 0), Aanbieder)
    Aanbieder.adres = f"http://127.0.0.1:{dienst.server_port}"
    sys.stdout.write(Aanbieder.adres + "\n")
    sys.stdout.flush()
    dienst.serve_forever()
