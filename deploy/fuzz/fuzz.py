"""Asks every endpoint of the joined description through the gateway, with requests that nobody would think of.

No answer may be a server error, none may be another than described, and none may tell a caller what lies beyond the
caller's reach. Beyond it lies a unit that is made for this, with people, plans and accounts whose names and ids are
looked for in every answer.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import re
import sys
import time
import uuid

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PASSWORD = "tám con trâu cày ruộng sâu"
SECRET_WORD = "Khuất Lấp"
# they would end the session that asks
LEFT_OUT = re.compile(r"/access/me/(sessions|password|acting-for)")


class Visitor:
    """A browser as far as the door needs one."""

    def __init__(self, door: str, name: str) -> None:
        self.door, self.name, self.http = door, name, requests.Session()

    def sign_in(self, password: str, tries: int = 6) -> Visitor:
        token = re.search(r'name="_csrf" value="([^"]+)"', self.http.get(self.door + "/login").text)
        if not token:
            raise SystemExit("fuzz: the page has no form")
        form = {"name": self.name, "password": password, "next": "/", "_csrf": token.group(1)}
        answer = self.http.post(self.door + "/login", data=form, allow_redirects=False)
        if answer.status_code == 401 and tries > 1:
            # an account that was opened a moment ago
            time.sleep(2)
            return self.sign_in(password, tries - 1)
        if answer.status_code != 303:
            raise SystemExit(f"fuzz: {self.name} cannot sign in: {answer.status_code}")
        self.get("/api/v1/access/me")
        return self

    def headers(self) -> dict[str, str]:
        return {"X-XSRF-TOKEN": self.http.cookies.get("XSRF-TOKEN") or ""}

    def get(self, path: str):
        answer = self.http.get(self.door + path)
        if answer.status_code != 200:
            raise SystemExit(f"fuzz: GET {path} was answered with {answer.status_code}: {answer.text[:300]}")
        return answer.json()

    def does(self, path: str, body) -> dict:
        answer = self.http.post(self.door + path, json=body, headers=self.headers())
        if answer.status_code not in (200, 201, 202, 204):
            raise SystemExit(f"fuzz: POST {path} was answered with {answer.status_code}: {answer.text[:300]}")
        return answer.json() if answer.content else {}

    def first_sign_in(self, password: str) -> Visitor:
        """Sets a password of its own; one that was set before is tried first where there is none for one sign-in."""
        if not password:
            return self.sign_in(PASSWORD)
        self.sign_in(password).does("/api/v1/access/me/password", {"current": password, "new": PASSWORD})
        return self


class Ground:
    """What the requests are about: something within the officer's reach, and something beyond it."""

    def __init__(self, admin: Visitor) -> None:
        units = admin.get("/api/v1/organization/tree")["units"]
        # those of an earlier run lie beyond this one too
        units = [u for u in units if SECRET_WORD not in u["name"]]
        self.province = next(u["id"] for u in units if u["depth"] == 0)
        self.commune = next(u["id"] for u in units if u["depth"] == 1)
        self.ids: dict[str, list[str]] = collections.defaultdict(list)
        self.ids["unit"] = [u["id"] for u in units][:6]
        people = admin.get(f"/api/v1/organization/units/{self.commune}/people?below=true")["items"]
        self.officer_person, *others = [p["person"] for p in random.sample(people, 6)]
        self.ids["person"] = others
        self.ids["plan"] = [p["id"] for p in admin.get("/api/v1/plan/plans")["items"]][:6]
        self.hidden: set[str] = set()
        self.hide(admin)

    def hide(self, admin: Visitor) -> None:
        mark = uuid.uuid4().hex[:6]
        unit = self.beyond("unit", admin.does("/api/v1/organization/units", {
            "kind": "COMMUNE", "code": f"KIN-{mark}", "name": f"Xã {SECRET_WORD} {mark}", "parent": self.province,
            "effective": "2025-07-01"})["id"])
        person = self.beyond("person", admin.does("/api/v1/organization/people", {
            "unit": unit, "name": f"Lò Văn {SECRET_WORD}"})["id"])
        self.beyond("group", admin.does("/api/v1/organization/groups", {
            "unit": unit, "name": f"Tổ {SECRET_WORD}", "effective": "2025-07-01",
            "members": {"kind": "PERSONS", "ids": [person]}})["id"])
        time.sleep(1)
        made = admin.does("/api/v1/access/accounts", {
            "unit": unit, "person": person, "name": f"khuat.lap.{mark}", "password": True,
            "roles": [{"role": "OFFICER", "unit": unit}]})
        self.beyond("account", made["id"])
        other = Visitor(admin.door, f"khuat.lap.{mark}").first_sign_in(made["oneTimePassword"])
        self.beyond("draft", other.does("/api/v1/plan/drafts", {"unit": unit, "title": f"Việc {SECRET_WORD}"})["id"])
        self.beyond("client", admin.does("/api/v1/access/clients", {
            "name": f"Phần mềm {SECRET_WORD}", "unit": unit, "scopes": ["plan.read"]})["client"])

    def beyond(self, kind: str, known: str) -> str:
        self.ids[kind].append(known)
        self.hidden.add(known)
        return known

    def kind(self, path: str, name: str) -> str | None:
        """What an id at this place of an address or a body is of."""
        if name in self.ids:
            return name
        if name in ("units", "parent", "into", "owner"):
            return "unit"
        if name in ("persons", "people", "members"):
            return "person"
        if name != "id":
            return None
        found = re.search(r"/(unit|person|people|plan|draft|group|account|client)s?/\{id\}", path)
        return {"people": "person"}.get(found.group(1), found.group(1)) if found else None

    def known(self, chance: random.Random, path: str, name: str, value):
        kind = self.kind(path, name)
        if kind and self.ids[kind] and isinstance(value, str) and chance.random() < 0.75:
            return chance.choice(self.ids[kind])
        return value

    def about(self, chance: random.Random, path: str, part):
        """The same with ids of what is there, at most places that take one."""
        if isinstance(part, dict):
            return {name: self.about(chance, path, self.known(chance, path, name, value))
                    for name, value in part.items()}
        if isinstance(part, list):
            return [self.about(chance, path, value) for value in part]
        return part


class Fuzz:
    def __init__(self, door: str, ground: Ground, random_seed: int) -> None:
        self.door, self.ground, self.seed = door, ground, random_seed
        self.chance = random.Random(random_seed)
        self.schema = schemathesis.openapi.from_dict(self.without_tokens(requests.get(door + "/openapi.json").json()))
        self.operations = [each.ok() for each in self.schema.get_all_operations()]
        self.faults: dict[tuple[str, str], str] = {}
        self.answers: collections.Counter = collections.Counter()

    @staticmethod
    def without_tokens(described: dict) -> dict:
        """Callers come with a session: a made-up token beside it would be taken for what they come with."""
        described.pop("security", None)
        described.get("components", {}).pop("securitySchemes", None)
        for path in described["paths"].values():
            for operation in path.values():
                if isinstance(operation, dict):
                    operation.pop("security", None)
        return described

    def everybody_else_is_unknown(self) -> None:
        for operation in self.operations:
            path = re.sub(r"\{[^}]+\}", "x", operation.path)
            answer = requests.request(operation.method.upper(), self.door + path, json={})
            self.answers[("nobody", answer.status_code)] += 1
            if answer.status_code != 401:
                self.fault(operation.label, f"nobody is answered {answer.status_code}", path)

    def fault(self, label: str, what: str, how: str) -> None:
        if (label, what) not in self.faults:
            self.faults[(label, what)] = how
            print(f"fuzz: FAULT {label}: {what}\n    {how}", flush=True)

    def until(self, end: float, caller: Visitor, limited: bool) -> None:
        rounds = 0
        while time.monotonic() < end:
            rounds += 1
            self.chance.shuffle(self.operations)
            for operation in self.operations:
                if time.monotonic() >= end:
                    return
                if not LEFT_OUT.search(operation.path):
                    mode = GenerationMode.POSITIVE if rounds % 3 else GenerationMode.NEGATIVE
                    self.ask(operation, caller, limited, mode, rounds)

    def ask(self, operation, caller: Visitor, limited: bool, mode: GenerationMode, rounds: int) -> None:
        @seed(self.seed + rounds)
        @settings(max_examples=4, deadline=None, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def some(case) -> None:
            self.one(operation, case, caller, limited)

        try:
            some()
        except Exception as problem:  # some operations have nothing that could be wrong
            if "Unsatisfiable" not in type(problem).__name__ and "negative" not in str(problem).lower():
                self.fault(operation.label, f"cannot be asked: {type(problem).__name__}", str(problem)[:400])

    def one(self, operation, case, caller: Visitor, limited: bool) -> None:
        path = operation.path
        case.path_parameters = self.ground.about(self.chance, path, case.path_parameters)
        case.query = self.ground.about(self.chance, path, case.query)
        if isinstance(case.body, (dict, list)):
            case.body = self.ground.about(self.chance, path, case.body)
        try:
            response = case.call(base_url=self.door, session=caller.http, headers=caller.headers(), timeout=30)
        except requests.exceptions.InvalidHeader:
            return
        except requests.exceptions.RequestException as problem:
            self.fault(operation.label, f"no answer: {type(problem).__name__}", str(case.as_curl_command())[:600])
            return
        status = response.status_code
        self.answers[(caller.name, status)] += 1
        told = response.content.decode("utf-8", "replace")
        how = f"{status} as {caller.name}: {str(case.as_curl_command())[:700]}\n    {told[:400]}"
        if status == 429:
            time.sleep(2)
            return
        if status == 401:
            self.fault(operation.label, "signed out", how)
            caller.sign_in(PASSWORD)
            return
        try:
            case.validate_response(response, checks=CHECKS)
        except schemathesis.errors.SchemathesisError as problem:
            self.fault(operation.label, str(problem)[:200], how)
        except BaseExceptionGroup as group:
            for each in group.exceptions:
                title = getattr(each, "title", type(each).__name__)
                words = re.sub(r"\s+", " ", str(each))[:260]
                self.fault(operation.label, f"{title}", f"{words}\n    {how}")
        if limited and 200 <= status < 300:
            self.nothing_from_beyond(operation, case, told, how)

    def nothing_from_beyond(self, operation, case, told: str, how: str) -> None:
        asked = json.dumps([case.path_parameters, case.query, case.body], default=str, ensure_ascii=False)
        for known in self.ground.hidden:
            if known in told and known not in asked:
                self.fault(operation.label, "tells what lies beyond the caller's reach", how)
        if SECRET_WORD in told and SECRET_WORD not in asked:
            self.fault(operation.label, "names what lies beyond the caller's reach", how)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--door", required=True)
    arguments.add_argument("--first-password", default="", help="of quantri; none: it has been changed by an earlier run")
    arguments.add_argument("--seconds", type=int, default=900)
    arguments.add_argument("--seed", type=int, default=20261122)
    call = arguments.parse_args()

    admin = Visitor(call.door, "quantri").first_sign_in(call.first_password)
    ground = Ground(admin)
    name = f"canbo.{uuid.uuid4().hex[:6]}"
    made = admin.does("/api/v1/access/accounts", {
        "name": name, "unit": ground.commune, "person": ground.officer_person, "password": True,
        "roles": [{"role": "OFFICER", "unit": ground.commune}]})
    officer = Visitor(call.door, name).first_sign_in(made["oneTimePassword"])

    fuzz = Fuzz(call.door, ground, call.seed)
    began = time.monotonic()
    fuzz.everybody_else_is_unknown()
    # the officer first: what an administrator does may take the ground away
    fuzz.until(began + call.seconds * 0.55, officer, limited=True)
    fuzz.until(began + call.seconds, admin, limited=False)

    print(f"fuzz: {len(fuzz.operations)} endpoints, seed {call.seed}, {time.monotonic() - began:.0f} s")
    for (caller, status), count in sorted(fuzz.answers.items()):
        print(f"fuzz:   {caller:<12} {status}  {count}")
    for (label, what), how in fuzz.faults.items():
        print(f"fuzz: FAULT {label}: {what}\n    {how}")
    print(f"fuzz: {sum(fuzz.answers.values())} answers, {len(fuzz.faults)} faults")
    return 1 if fuzz.faults else 0


if __name__ == "__main__":
    sys.exit(main())
