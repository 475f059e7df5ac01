// What runs inside the page before its own scripts. These functions are sent as text: they may use nothing from here.

/** Reports violations of the content-security policy on the console, where both drivers listen. */
export function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`[csp] ${event.violatedDirective} blocked ${event.blockedURI} (${event.sourceFile ?? ""}:${event.lineNumber})`);
  });
}

/** Moves the page's clock; it runs on from there. `window.kdTravel` moves it again. */
export function moveClock(now) {
  const RealDate = Date;
  let shift = 0;
  window.kdTravel = (text) => {
    shift = RealDate.parse(text) - RealDate.now();
  };
  window.kdTravel(now);
  const current = () => RealDate.now() + shift;
  window.Date = new Proxy(RealDate, {
    apply: () => new RealDate(current()).toString(),
    construct: (target, words, shape) =>
      Reflect.construct(target, words.length === 0 ? [current()] : words, shape === window.Date ? target : shape),
    get: (target, name) => (name === "now" ? current : Reflect.get(target, name)),
  });
}
