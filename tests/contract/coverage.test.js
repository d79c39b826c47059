// Every operation of the official client was driven, successfully and not. It judges the calls of the tests before it, so it runs by all.js.
import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, operations } from "./operations.js";

// Nothing in v1.2 makes a person of the directory or a dynamic group, so that nothing can be found there: these can only be refused.
const onlyRefused = ["IdentifyFromPersonDirectory", "IdentifyFromDynamicPersonGroup", "VerifyFromPersonDirectory"];

test("the client's definitions were read as they are: 77 operations on 63 verbs and paths", () => {
  assert.equal(new Set(operations.map(({ name }) => name)).size, 77);
  assert.equal(new Set(operations.map(({ verb, path }) => `${verb} ${path}`)).size, 63);
});

for (const { name, verb, path } of operations) {
  test(`${name} (${verb} ${path}) was driven successfully and not`, () => {
    const driven = calls.filter((call) => call.name === name);
    assert.equal(driven.some(({ status }) => status.startsWith("2")), !onlyRefused.includes(name), "with success");
    assert.ok(driven.some(({ status }) => !status.startsWith("2")), "without success");
  });
}

test("the client expected every success and no refusal", () => {
  assert.deepEqual(calls.filter(({ status, unexpected }) => unexpected === status.startsWith("2")), []);
});

test("every call was one of the client's operations", () => {
  assert.deepEqual(calls.filter(({ name }) => name === undefined), []);
});
