/** Which tab is in front. One behind paints no frames, and both libraries' clicks wait for frames. */
export class Front {
  #page;

  /** This tab is in front by itself: it was just opened. */
  set(page) {
    this.#page = page;
  }

  /** Brings a tab to the front, if it is not there. */
  async bring(page) {
    if (this.#page !== page) {
      this.#page = page;
      await page.bringToFront();
    }
  }
}
