// The harness itself: every call means the same in both browsers, and what must not happen is noticed.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { browsers } from "./harness.mjs";

const url = new URL("fixtures/harness.html", import.meta.url).href;

browsers("The harness", { url, now: "2026-11-22T23:59:30" }, ({ test, session }) => {
  test("fills, chooses, checks and presses keys", async (page) => {
    await page.open("#/start");
    assert.equal(await page.text("h1"), "Probe für beide");
    await page.fill("#name", "Jürgen Großmann");
    await page.select("#kind", "b");
    await page.check("#yes");
    assert.equal(await page.value("#name"), "Jürgen Großmann");
    assert.equal(await page.value("#kind"), "b");
    assert.ok(await page.evaluate(() => document.querySelector("#yes").checked));
    await page.focus("#name");
    assert.equal(await page.focused(), "#name");
    await page.press("Tab");
    assert.equal(await page.focused(), "#kind");
    await page.press("Control+k");
    assert.match(await page.text("#keys"), /Tab .*Ctrl\+k$/);
    await page.goto("#/ziel");
    assert.match(await page.url(), /#\/ziel$/);
  });

  test("hands over files and receives them", async (page) => {
    await page.open();
    await page.upload("#file", { name: "liste.csv", content: "Nummer;Name\n1;Ö\n" });
    await page.waitText("#content", "Nummer;Name 1;Ö");
    const saved = await page.download(() => page.click("#save"));
    assert.deepEqual({ name: saved.name, text: saved.text }, { name: "probe.kkd.json", text: "Käse\n" });
  });

  test("sets the page's clock, which runs on from there", async (page) => {
    await page.open();
    const day = () => `${new Date().toLocaleDateString("sv-SE")} ${typeof Date()} ${new Date(0).getTime()}`;
    assert.equal(await page.evaluate(day), "2026-11-22 string 0");
    await page.travel("2026-11-23T00:00:01");
    assert.equal(await page.evaluate(day), "2026-11-23 string 0");
  });

  test("keeps the profile over a restart and drops it on request", async (page) => {
    await page.open();
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open("probe", 1);
          request.onupgradeneeded = () => request.result.createObjectStore("s").put("kept", "k");
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    const names = async () => (await indexedDB.databases()).map(({ name }) => name);
    const again = await session.restart();
    await again.open();
    assert.deepEqual(await again.evaluate(names), ["probe"]);
    const empty = await session.renew();
    await empty.open();
    assert.deepEqual(await empty.evaluate(names), []);
  });

  test("finds what hinders people", async (page) => {
    await page.open();
    assert.deepEqual(await page.axe(), []);
    await page.evaluate(() => document.querySelector("#name").parentElement.replaceWith(document.querySelector("#name")));
    const [violation] = await page.axe();
    assert.match(violation, /^label \(critical\)/);
  });

  test("takes pictures in the size that was asked for", async (page) => {
    await page.open();
    await page.resize(360, 640);
    assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [360, 640]);
    assert.match(await page.screenshot("harness 360"), /harness-360\.png$/);
  });
});

browsers("The harness in the dark", { url, dark: true }, ({ test }) => {
  test("wishes a dark appearance", async (page) => {
    await page.open();
    assert.ok(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches));
  });
});

browsers("The harness notices", { url }, ({ test }) => {
  test("errors on the console and uncaught ones", async (page) => {
    page.allow(/^\[console\] oh$/);
    page.allow(/^\[error\].*thrown/);
    await page.open();
    await page.evaluate(() => {
      console.error("oh");
      setTimeout(() => {
        throw new Error("thrown");
      });
    });
  });

  test("requests to anywhere else", async (page) => {
    page.allow(/^\[request\] http:\/\/127\.0\.0\.1:/);
    page.allow(/^\[(console|error)\].*(Cross-Origin|CORS|ERR_FAILED)/i);
    const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      await page.open();
      await page.evaluate((address) => fetch(address).catch(() => {}), `http://127.0.0.1:${server.address().port}/`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});

browsers("The harness with several tabs", { url }, ({ test, session }) => {
  test("shares one profile and acts in each", async (page) => {
    await page.open();
    const other = await session.tab();
    await other.open();
    await page.evaluate(() => {
      new BroadcastChannel("probe").onmessage = ({ data }) => {
        document.querySelector("#content").textContent = data;
      };
    });
    await other.evaluate(() => new BroadcastChannel("probe").postMessage("von nebenan"));
    await page.waitText("#content", "von nebenan");
    await page.fill("#name", "vorn");
    await other.fill("#name", "hinten");
    await page.click("#kind");
    assert.deepEqual([await page.value("#name"), await other.value("#name")], ["vorn", "hinten"]);
    await page.evaluate(() => localStorage.setItem("probe", "shared"));
    assert.equal(await other.evaluate(() => localStorage.getItem("probe")), "shared");
  });

  test("hears complaints of each", async (page) => {
    await page.open();
    const other = await session.tab();
    other.allow(/^\[console\] from the other$/);
    await other.open();
    await other.evaluate(() => console.error("from the other"));
  });
});
